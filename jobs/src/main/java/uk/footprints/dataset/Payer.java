package uk.footprints.dataset;

import java.util.List;
import uk.footprints.transform.NameNormaliser;

/** Whether words name an organisation of the NHS in England, or a public body of another kind or country. */
final class Payer {

  private static final List<String> NHS =
      List.of(
          " NHS ", " ICB ", " CCG ", " PCT ", " INTEGRATED CARE ", " CLINICAL COMMISSIONING ", " PRIMARY CARE TRUST ",
          " FOUNDATION TRUST ", " HOSPITAL ", " HOSPITALS ", " AMBULANCE SERVICE ", " DEPARTMENT OF HEALTH ", " DHSC ",
          " DOH ");
  private static final List<String> OTHERS =
      List.of(
          " COUNCIL ", " BOROUGH ", " POLICE ", " FIRE AND RESCUE ", " HEALTH BOARD ", " HEALTH AND SOCIAL CARE TRUST ",
          " NHS SCOTLAND ", " NHS WALES ", " NHS AYRSHIRE ", " NHS BORDERS ", " NHS DUMFRIES ", " NHS FIFE ",
          " NHS FORTH VALLEY ", " NHS GRAMPIAN ", " NHS GREATER GLASGOW ", " NHS HIGHLAND ", " NHS LANARKSHIRE ",
          " NHS LOTHIAN ", " NHS ORKNEY ", " NHS SHETLAND ", " NHS TAYSIDE ", " NHS WESTERN ISLES ");

  private Payer() {}

  /** Whether a name, a department or a path says that it is of the NHS. */
  static boolean isNhs(String text) {
    return hasAny(text, NHS);
  }

  /** Whether a name is one of a council, of the police, or of the health service of another country. */
  static boolean isOther(String text) {
    return hasAny(text, OTHERS);
  }

  private static boolean hasAny(String text, List<String> words) {
    String plain = " " + NameNormaliser.plain(text) + " ";
    return words.stream().anyMatch(plain::contains);
  }
}

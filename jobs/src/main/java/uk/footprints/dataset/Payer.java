package uk.footprints.dataset;

import java.util.List;
import uk.footprints.transform.NameNormaliser;
import uk.footprints.transform.OtherCountry;

/** Recognises names of NHS organisations in England, and of public bodies of another kind or country. */
final class Payer {

  private static final List<String> NHS =
      List.of(
          " NHS ", " ICB ", " CCG ", " PCT ", " INTEGRATED CARE ", " CLINICAL COMMISSIONING ", " PRIMARY CARE TRUST ",
          " FOUNDATION TRUST ", " HOSPITAL ", " HOSPITALS ", " AMBULANCE SERVICE ", " DEPARTMENT OF HEALTH ", " DHSC ",
          " DOH ");
  private static final List<String> OTHERS =
      List.of(" COUNCIL ", " BOROUGH ", " POLICE ", " FIRE AND RESCUE ");

  private Payer() {}

  /** Returns whether a name, a department or a path belongs to the NHS. */
  static boolean isNhs(String text) {
    return hasAny(text, NHS);
  }

  /** Returns whether a name is that of a council, the police or the health service of another country. */
  static boolean isOther(String text) {
    return hasAny(text, OTHERS) || OtherCountry.isName(text);
  }

  private static boolean hasAny(String text, List<String> words) {
    String plain = " " + NameNormaliser.plain(text) + " ";
    return words.stream().anyMatch(plain::contains);
  }
}

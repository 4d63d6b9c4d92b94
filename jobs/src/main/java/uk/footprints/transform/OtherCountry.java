package uk.footprints.transform;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises health bodies of Scotland, Wales and Northern Ireland, by their codes and by their names. */
public final class OtherCountry {

  private static final Pattern CODES = Pattern.compile("[SWN]\\d{8}|7A\\w{1,3}|S[A-Z]\\d{3}H?|ZT\\d{3}");
  private static final List<String> NAMES =
      List.of(
          " HEALTH BOARD ", " HSC TRUST ", " HSCT ", " BELFAST HEALTH AND SOCIAL CARE TRUST ",
          " NORTHERN HEALTH AND SOCIAL CARE TRUST ", " SOUTH EASTERN HEALTH AND SOCIAL CARE TRUST ",
          " SOUTHERN HEALTH AND SOCIAL CARE TRUST ", " WESTERN HEALTH AND SOCIAL CARE TRUST ", " NHS SCOTLAND ",
          " NHS WALES ", " NHS AYRSHIRE ",
          " NHS BORDERS ", " NHS DUMFRIES ", " NHS FIFE ", " NHS FORTH VALLEY ", " NHS GRAMPIAN ",
          " NHS GREATER GLASGOW ", " NHS HIGHLAND ", " NHS LANARKSHIRE ", " NHS LOTHIAN ", " NHS ORKNEY ",
          " NHS SHETLAND ", " NHS TAYSIDE ", " NHS WESTERN ISLES ");

  private OtherCountry() {}

  /** Returns whether a code is that of a health board or trust outside England. */
  public static boolean isCode(String code) {
    return CODES.matcher(code).matches();
  }

  /** Returns whether a name is that of a health board or trust outside England. */
  public static boolean isName(String published) {
    if (published.isEmpty()) {
      return false;
    }
    String plain = " " + NameNormaliser.plain(published) + " ";
    for (String name : NAMES) {
      if (plain.contains(name)) {
        return true;
      }
    }
    return false;
  }
}

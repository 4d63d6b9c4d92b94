package uk.footprints.transform;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Normalises names of organisations and categories, so that different spellings of one name become equal. */
public final class NameNormaliser {

  /** Words with several spellings, and the one that is used. */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "LIMITED", "LTD",
          "LIMTED", "LTD",
          "COMPANY", "CO",
          "INCORPORATED", "INC",
          "CORPORATION", "CORP",
          "PTNRS", "PARTNERS",
          "FT", "FOUNDATION TRUST");
  private static final Set<String> ARTICLES = Set.of("THE");

  private NameNormaliser() {}

  /**
   * Returns the text in capital letters, digits and single spaces; {@code &} and {@code +} become {@code AND}, other
   * marks become spaces.
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toUpperCase(text.charAt(i));
      if (c == '&' || c == '+') {
        plain.append(" AND ");
      } else if (c == '\'' || c == '’' || c == '`') {
        continue;
      } else {
        plain.append(Character.isLetterOrDigit(c) ? c : ' ');
      }
    }
    return String.join(" ", words(plain.toString()));
  }

  /**
   * Returns the normalised name of a supplier: plain, without {@code The}, with one spelling of {@code Ltd}, {@code
   * plc} and {@code NHS FT}, and without its trading name ({@code Starcross Trading Limited T/A Bears}).
   */
  public static String supplier(String text) {
    String upper = text.toUpperCase(Locale.UK).replace("PUBLIC LIMITED COMPANY", "PLC").replace("P.L.C", "PLC");
    for (String trading : new String[] {" T/A ", " T/AS ", " TRADING AS "}) {
      int at = upper.indexOf(trading);
      upper = at > 0 ? upper.substring(0, at) : upper;
    }
    StringBuilder name = new StringBuilder(upper.length());
    for (String word : words(plain(upper))) {
      if (!ARTICLES.contains(word)) {
        name.append(name.isEmpty() ? "" : " ").append(SPELLINGS.getOrDefault(word, word));
      }
    }
    return name.toString();
  }

  private static String[] words(String text) {
    return text.strip().split("\\s+");
  }
}

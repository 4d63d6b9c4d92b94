package uk.footprints.transform;

import java.util.Locale;
import java.util.regex.Pattern;

/** Codes of organisations without what publishers add to them: footnote marks, spaces, lower case. */
final class TidyCode {

  private static final Pattern FOOTNOTE =
      Pattern.compile("(?:[*†‡§^#~¹²³⁴⁵⁶⁷⁸⁹]+| ?(?:\\((?:note ?)?[0-9a-z]\\)|\\[(?:note ?)?[0-9a-z]{1,2}\\]))+$");

  private TidyCode() {}

  /** The code as a register has it; the text as it is where that is no code either. */
  static String of(String published) {
    String text = Spaces.plain(published);
    String bare = FOOTNOTE.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("").strip().toUpperCase(Locale.ROOT);
    return isCode(bare) && hasDigitOrIsShort(bare) ? bare : text;
  }

  /** Codes have two to ten letters and digits; footnotes do not. */
  static boolean isCode(String code) {
    if (code.length() < 2 || code.length() > 10) {
      return false;
    }
    return code.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
  }

  /** A word of many letters in the place of a code is a word. */
  private static boolean hasDigitOrIsShort(String code) {
    return code.length() <= 3 || code.chars().anyMatch(Character::isDigit);
  }
}

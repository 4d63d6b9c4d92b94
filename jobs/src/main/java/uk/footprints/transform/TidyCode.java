package uk.footprints.transform;

import java.util.Locale;
import java.util.regex.Pattern;

/** Cleans codes and names of organisations: removes footnote marks and spaces, and writes codes in capitals. */
public final class TidyCode {

  private static final Pattern FOOTNOTE =
      Pattern.compile("(?:[*†‡§^#~¹²³⁴⁵⁶⁷⁸⁹]+| ?(?:\\((?:note ?)?[0-9a-z]\\)|\\[(?:note ?)?[0-9a-z]{1,2}\\]))+$");

  /** As for codes, but a letter in brackets may be a part of a name. */
  private static final Pattern NOTE =
      Pattern.compile("(?:[*†‡§^#~¹²³⁴⁵⁶⁷⁸⁹]+| ?(?:\\((?:note ?)?[0-9]\\)|\\[(?:note ?)?[0-9a-z]{1,2}\\]))+$");

  private TidyCode() {}

  /** Returns the code as a register writes it; the unchanged text where the result is no code. */
  public static String of(String published) {
    String text = Spaces.plain(published);
    if (isCode(text)) {
      // Most codes have no mark.
      String plain = text.toUpperCase(Locale.ROOT);
      return hasDigitOrIsShort(plain) ? plain : text;
    }
    String bare = FOOTNOTE.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("").strip().toUpperCase(Locale.ROOT);
    return isCode(bare) && hasDigitOrIsShort(bare) ? bare : text;
  }

  /** Returns a name without footnote marks at its end. */
  public static String withoutNote(String name) {
    String text = Spaces.plain(name);
    String bare = NOTE.matcher(text).replaceFirst("").strip();
    return bare.isEmpty() ? text : bare;
  }

  /** Returns whether a text is two to ten letters and digits. */
  public static boolean isCode(String code) {
    if (code.length() < 2 || code.length() > 10) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a published text is a code, with or without marks, and not a word of many letters. */
  public static boolean looksLikeCode(String published) {
    String code = of(published);
    return isCode(code) && hasDigitOrIsShort(code);
  }

  private static boolean hasDigitOrIsShort(String code) {
    return code.length() <= 3 || code.chars().anyMatch(Character::isDigit);
  }
}

package uk.footprints.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Texts as publishers save them: UTF-8 with or without a mark, UTF-16 with one, otherwise Windows-1252. */
public final class Texts {

  /** In a shorter word another letter is another word. */
  private static final int SHORTEST_SLIP = 7;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Texts() {}

  /** The text of these bytes, without a byte-order mark. */
  public static String decode(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  /** A heading or label for comparison: lower case, one space between words, no marks at the ends. */
  public static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff') {
        gap = key.length() > 0;
      } else {
        if (gap) {
          key.append(' ');
          gap = false;
        }
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether two words of seven letters or more differ by one letter: another, one too many, or two exchanged. */
  static boolean isSlip(String a, String b) {
    if (a.length() > b.length()) {
      return isSlip(b, a);
    }
    int n = a.length();
    if (n < SHORTEST_SLIP || b.length() - n > 1) {
      return false;
    }
    int i = 0;
    while (i < n && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (b.length() > n) {
      return a.regionMatches(i, b, i + 1, n - i);
    }
    boolean exchanged =
        i + 1 < n && a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i)
            && a.regionMatches(i + 2, b, i + 2, n - i - 2);
    return i < n && (exchanged || a.regionMatches(i + 1, b, i + 1, n - i - 1));
  }

  static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}

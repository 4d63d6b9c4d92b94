package uk.footprints.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Decodes texts: UTF-8 with or without a byte-order mark, UTF-16, otherwise Windows-1252. */
public final class TextDecoder {

  /** In shorter words, one more letter makes another word. */
  private static final int SHORTEST_SLIP = 4;
  private static final int SHORTEST_OTHER = 5;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private TextDecoder() {}

  /**
   * The bytes of a text in an encoding where commas, quotation marks and line ends are single bytes.
   *
   * @param bytes all bytes
   * @param from the first after a byte-order mark
   * @param charset the encoding
   */
  record Encoded(byte[] bytes, int from, Charset charset) {}

  /** Detects the encoding of bytes; UTF-16 is converted to UTF-8. */
  static Encoded encoded(byte[] bytes) throws UnreadableFileException {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      int from = afterMarks(bytes);
      return new Encoded(bytes, from, isUtf8(bytes, from) ? StandardCharsets.UTF_8 : WINDOWS);
    }
    boolean marked = starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF);
    int[] zeros = new int[2];
    int looked = Math.min(bytes.length, 4096);
    for (int i = 0; i < looked; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    // UTF-16 without a byte-order mark is recognised by its letters: every other byte is zero.
    boolean little = marked ? starts(bytes, 0xFF, 0xFE) : zeros[1] > looked / 4 && zeros[0] == 0;
    boolean big = marked ? !little : zeros[0] > looked / 4 && zeros[1] == 0;
    if (little || big) {
      Charset wide = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      int from = marked ? 2 : 0;
      String text = new String(bytes, from, bytes.length - from, wide);
      return new Encoded(text.getBytes(StandardCharsets.UTF_8), 0, StandardCharsets.UTF_8);
    }
    if (zeros[0] + zeros[1] > 0) {
      throw new UnreadableFileException("expected a text table, found bytes that are no text");
    }
    return new Encoded(bytes, 0, isUtf8(bytes, 0) ? StandardCharsets.UTF_8 : WINDOWS);
  }

  /** Skips byte-order marks: some programs write a second one, or write it as three letters. */
  private static int afterMarks(byte[] bytes) {
    int from = 0;
    while (from < bytes.length) {
      if (matches(bytes, from, 0xEF, 0xBB, 0xBF)) {
        from += 3;
      } else if (from > 0 && matches(bytes, from, 0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF)) {
        from += 6;
      } else {
        return from;
      }
    }
    return from;
  }

  private static boolean isUtf8(byte[] bytes, int from) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return result.isUnderflow();
  }

  /** Normalises a heading for comparison: lower case, one space between words, no punctuation at the ends. */
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

  /**
   * Returns whether two headings differ only by a typing error: underscores, dots or hyphens for spaces; one letter too
   * many or two exchanged in words of four letters or more; another letter in words of five or more. Digits never
   * differ, as {@code Type 1} is not {@code Type 2}, nor do words of one letter, as {@code Amount £k} is not in pounds.
   */
  public static boolean isSlip(String a, String b) {
    if (a.length() > b.length()) {
      return isSlip(b, a);
    }
    return !a.equals(b) && (areSameLetters(a, b) || a.length() >= SHORTEST_SLIP && isOneLetterOff(a, b));
  }

  /** Returns whether two headings are the same without the signs between words. Most differ in their first letter. */
  private static boolean areSameLetters(String a, String b) {
    int i = nextLetter(a, 0);
    int j = nextLetter(b, 0);
    while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
      i = nextLetter(a, i + 1);
      j = nextLetter(b, j + 1);
    }
    return i == a.length() && j == b.length();
  }

  private static int nextLetter(String key, int from) {
    int i = from;
    while (i < key.length() && isGap(key.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '_' || c == '.' || c == '-';
  }

  private static boolean isOneLetterOff(String a, String b) {
    int n = a.length();
    if (b.length() - n > 1) {
      return false;
    }
    int i = 0;
    while (i < n && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (Character.isDigit(b.charAt(Math.min(i, b.length() - 1))) || i < n && Character.isDigit(a.charAt(i))) {
      return false;
    }
    if (!isLetter(b, i - 1) && !isLetter(b, i + 1)) {
      return false;
    }
    if (b.length() > n) {
      return a.regionMatches(i, b, i + 1, n - i);
    }
    boolean exchanged =
        i + 1 < n && a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i)
            && a.regionMatches(i + 2, b, i + 2, n - i - 2);
    boolean another = n >= SHORTEST_OTHER && a.regionMatches(i + 1, b, i + 1, n - i - 1);
    return i < n && (exchanged || another);
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }

  static boolean starts(byte[] bytes, int... magic) {
    return matches(bytes, 0, magic);
  }

  private static boolean matches(byte[] bytes, int from, int... magic) {
    if (bytes.length - from < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[from + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}

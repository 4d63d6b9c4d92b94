package uk.footprints.transform;

/** Normalises white space: no-break, thin and figure spaces become spaces; marks without width are removed. */
public final class Spaces {

  private Spaces() {}

  /** Returns the text with plain spaces and plain apostrophes, and without space at its ends. */
  public static String plain(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length() && ascii; i++) {
      ascii = text.charAt(i) < 0x80;
    }
    if (ascii) {
      return text.strip();
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSpaceChar(c)) {
        plain.append(' ');
      } else if (c == '’' || c == '‘') {
        plain.append('\'');
      } else if (c != '\u200b' && c != '\u2060' && c != '\ufeff') {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }
}

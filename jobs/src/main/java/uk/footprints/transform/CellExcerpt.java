package uk.footprints.transform;

/** Shortens the text of a cell so that it fits into a sentence. */
final class CellExcerpt {

  private static final int LONGEST_CELL = 60;
  private static final int LONGEST_HEADING = 250;

  private CellExcerpt() {}

  static String of(String cell) {
    return of(cell, LONGEST_CELL);
  }

  static String heading(String text) {
    return of(text, LONGEST_HEADING);
  }

  private static String of(String text, int longest) {
    String flat = text.strip().replaceAll("\\s+", " ");
    return flat.length() <= longest ? flat : flat.substring(0, longest - 3) + "...";
  }
}

package uk.footprints.text;

/**
 * Counts the letters by which two words differ. Two neighbouring letters that are swapped count as one slip, as they are
 * the most common one (optimal string alignment; Damerau, Communications of the ACM 1964; 7: 171-176).
 */
public final class EditDistance {

  private EditDistance() {}

  /** Returns the smallest number of letters to change, add, drop or swap with a neighbour. */
  public static int between(String one, String other) {
    int[] twoAbove = new int[other.length() + 1];
    int[] above = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] free = twoAbove;
      twoAbove = above;
      above = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
        if (isSwapped(one, i, other, j)) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
    }
    return row[other.length()];
  }

  private static boolean isSwapped(String one, int i, String other, int j) {
    return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
  }
}

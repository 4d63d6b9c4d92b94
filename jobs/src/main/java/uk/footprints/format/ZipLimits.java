package uk.footprints.format;

/** What an archive of a publisher does not do: climb out of itself, or burst. */
final class ZipLimits {

  /** What unpacks to more than this is not opened. */
  private static final long MOST_BYTES = 512L << 20;
  /** Text packs to a tenth; what packs to a hundredth, once it is of a size, was made to burst. */
  private static final int MOST_PACKED = 100;
  private static final long OF_A_SIZE = 16L << 20;

  private ZipLimits() {}

  static void requireInside(String name) throws UnreadableFileException {
    if (name.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
      throw new UnreadableFileException("the archive holds a path outside itself: " + name);
    }
  }

  /**
   * Refuses what unpacks to too much.
   *
   * @param before bytes of the parts before
   * @param own bytes of this part so far
   * @param packed what it packs to
   */
  static void requireRoom(long before, long own, long packed) throws UnreadableFileException {
    boolean bomb = own > OF_A_SIZE && own / MOST_PACKED > packed;
    if (before + own > MOST_BYTES || bomb) {
      throw new UnreadableFileException("the archive unpacks to far more than a publication (over %d MiB)".formatted(own >> 20));
    }
  }
}

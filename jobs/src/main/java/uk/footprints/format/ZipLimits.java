package uk.footprints.format;

/** Rejects archives with paths outside themselves, and zip bombs. */
final class ZipLimits {

  /** The maximum unpacked size. */
  private static final long MOST_BYTES = 512L << 20;
  /** Text compresses to a tenth; a large part that compresses to a hundredth is a zip bomb. */
  private static final int MOST_PACKED = 100;
  private static final long LARGE_PART = 16L << 20;

  private ZipLimits() {}

  static void requireInside(String name) throws UnreadableFileException {
    if (name.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
      throw new UnreadableFileException("the archive holds a path outside itself: " + name);
    }
  }

  /**
   * Rejects an archive that unpacks to too much.
   *
   * @param before bytes of the earlier parts
   * @param own bytes of this part so far
   * @param packed the compressed size of this part
   */
  static void requireRoom(long before, long own, long packed) throws UnreadableFileException {
    boolean bomb = own > LARGE_PART && own / MOST_PACKED > packed;
    if (before + own > MOST_BYTES || bomb) {
      throw new UnreadableFileException(
          "the archive unpacks to far more than a publication (over %d MiB)".formatted(own >> 20));
    }
  }
}

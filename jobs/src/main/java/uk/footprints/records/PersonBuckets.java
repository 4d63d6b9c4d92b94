package uk.footprints.records;

/** How people are spread over buckets: by a hash of their key that never changes, its top bits naming the bucket. */
public final class PersonBuckets {

  private PersonBuckets() {}

  /** Which of a power of two of buckets a hash belongs to. */
  public static int bucket(long hash, int buckets) {
    return buckets == 1 ? 0 : (int) (hash >>> (64 - Integer.numberOfTrailingZeros(buckets)));
  }
}

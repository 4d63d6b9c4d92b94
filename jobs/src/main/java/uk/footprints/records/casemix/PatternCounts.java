package uk.footprints.records.casemix;

import java.io.Serializable;
import org.apache.spark.sql.Row;

/**
 * Spells with the same covariates, counted together.
 *
 * @param emergency whether they are emergency spells at one provider, and no continuous spells
 * @param pattern their covariates
 * @param spells how many
 * @param index of these, those that a readmission can follow
 * @param readmitted of these, those that one followed
 * @param died how many ended in death
 * @param zeroDay how many had no night
 * @param nights nights of all of them
 * @param squaredNights the sum of the squares of their nights
 */
record PatternCounts(boolean emergency, long pattern, long spells, long index, long readmitted, long died, long zeroDay,
    long nights, long squaredNights) implements Serializable {

  /** A pattern and what kind of spell it is of, as one number, so that Spark sorts by it without comparing columns. */
  static final String KEY = "shiftleft(cast(kind as bigint), %d) | pattern".formatted(CaseMixPattern.EMERGENCY);

  static final String[] SUMS = {
    "count(1) as spells",
    "sum(case when kind = 0 and flags % 2 = 1 then 1L else 0L end) as index_spells",
    "sum(case when kind = 0 and flags % 4 = 3 then 1L else 0L end) as readmitted",
    "sum(case when kind = 0 and flags >= 4 then 1L else 0L end) as died",
    "sum(case when kind = 1 and nights = 0 then 1L else 0L end) as zero_day",
    "sum(case when kind = 1 then cast(nights as bigint) else 0L end) as nights",
    "sum(case when kind = 1 then cast(nights as bigint) * nights else 0L end) as squared_nights"
  };

  /** Reads a row of {@link #KEY} and {@link #SUMS}. */
  static PatternCounts of(Row row) {
    long key = row.getLong(0);
    long emergency = 1L << CaseMixPattern.EMERGENCY;
    return new PatternCounts((key & emergency) != 0, key & ~emergency, row.getLong(1), row.getLong(2), row.getLong(3),
        row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
  }

  /** Returns one spell as counts: of kind, pattern, flags and nights. */
  static PatternCounts ofSpell(int kind, long pattern, int flags, int nights) {
    boolean emergency = kind == 1;
    return new PatternCounts(emergency, pattern, 1, emergency ? 0 : flags & 1, !emergency && (flags & 3) == 3 ? 1 : 0,
        emergency || (flags & 4) == 0 ? 0 : 1, emergency && nights == 0 ? 1 : 0, emergency ? nights : 0,
        emergency ? (long) nights * nights : 0);
  }
}

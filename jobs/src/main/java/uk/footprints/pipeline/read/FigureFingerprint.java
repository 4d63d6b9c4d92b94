package uk.footprints.pipeline.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * A hash of each organisation's figures in a sheet for one period. Two periods share a hash only when all figures are
 * the same. Rows with few or small figures are left out, as they may be equal by chance.
 *
 * @param sheet dataset, role and measures
 * @param period the period of the figures
 * @param codes codes of organisations, as numbers
 * @param figures for each organisation the hash of its figures
 * @param others codes of the organisations that are left out
 */
public record FigureFingerprint(String sheet, Period period, long[] codes, long[] figures, long[] others)
    implements Serializable {

  private static final int FEWEST = 4;
  private static final double SMALLEST = 5;
  private static final int LETTERS = 36;
  /** The most letters of a code that fit into a number. */
  private static final int LONGEST = 12;

  /** Returns fingerprints of months and quarters as published; derived tables are left out, as they repeat figures. */
  static List<FigureFingerprint> of(List<ObservationBatch> batches) {
    List<FigureFingerprint> fingerprints = new ArrayList<>();
    for (ObservationBatch batch : batches) {
      boolean compared = batch.period().kind() == PeriodKind.MONTH || batch.period().kind() == PeriodKind.QUARTER;
      if (compared && batch.origin().revisionStatus() != RevisionStatus.DERIVED) {
        fingerprints.add(of(batch));
      }
    }
    return fingerprints;
  }

  private static FigureFingerprint of(ObservationBatch batch) {
    int n = 0;
    int left = 0;
    long[] others = new long[batch.orgCodes().size()];
    long[] codes = new long[batch.orgCodes().size()];
    long[] figures = new long[codes.length];
    for (int i = 0; i < batch.orgCodes().size(); i++) {
      long hash = 17;
      double[] seen = new double[FEWEST];
      int different = 0;
      for (int m = 0; m < batch.measures().size(); m++) {
        double value = batch.status(i, m) == CellStatus.REPORTED ? batch.value(i, m) : -1;
        hash = (hash ^ Double.doubleToLongBits(value)) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        if (value >= SMALLEST && different < FEWEST && !has(seen, different, value)) {
          seen[different++] = value;
        }
      }
      if (batch.orgCodes().get(i).length() <= LONGEST) {
        long code = Long.parseLong(batch.orgCodes().get(i).toLowerCase(java.util.Locale.ROOT), LETTERS);
        if (different == FEWEST) {
          codes[n] = code;
          figures[n++] = hash;
        } else {
          others[left++] = code;
        }
      }
    }
    String sheet = batch.dataset() + " " + batch.orgRole() + " " + batch.measures().hashCode();
    return new FigureFingerprint(
        sheet, batch.period(), Arrays.copyOf(codes, n), Arrays.copyOf(figures, n), Arrays.copyOf(others, left));
  }

  /** Returns the codes of all organisations. */
  public Set<Long> all() {
    return LongStream.concat(Arrays.stream(codes), Arrays.stream(others)).boxed().collect(Collectors.toSet());
  }

  private static boolean has(double[] seen, int n, double value) {
    for (int i = 0; i < n; i++) {
      if (seen[i] == value) {
        return true;
      }
    }
    return false;
  }

  /** Returns the organisation's code for its number. */
  public static String code(long number, int length) {
    String code = Long.toString(number, LETTERS).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, length - code.length())) + code;
  }
}

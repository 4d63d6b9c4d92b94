package uk.footprints.indicator;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import uk.footprints.period.Period;

/**
 * Holds the figures of one organisation and measure in the order of their periods. A value is not a number where the
 * status is not {@code reported}. Organisations that report for the same periods share the array of these.
 */
public final class PeriodSeries {

  private static final Period[] NO_PERIODS = {};

  /** A series without figures. */
  public static final PeriodSeries NONE = new PeriodSeries(NO_PERIODS, 0);

  private Period[] periods;
  private boolean shared;
  private final FigureValues values;
  private int size;

  private PeriodSeries(Period[] periods, int expected) {
    this.periods = periods;
    this.shared = true;
    this.values = new FigureValues(expected);
  }

  /** Returns an empty series that expects the periods of another one, and shares them for as long as they are equal. */
  static PeriodSeries like(PeriodSeries other) {
    other.shared = true;
    return new PeriodSeries(other.periods, other.size);
  }

  /** Adds a figure; replaces that of the same period. */
  void put(Period period, double value) {
    int place = size > 0 && period.compareTo(periods[size - 1]) <= 0 ? find(period) : -size - 1;
    if (place >= 0) {
      values.set(place, value);
      return;
    }
    int at = -place - 1;
    boolean expected = shared && at == size && size < periods.length && period.equals(periods[size]);
    if (!expected) {
      own();
      System.arraycopy(periods, at, periods, at + 1, size - at);
      periods[at] = period;
    }
    values.insert(at, size, value);
    size++;
  }

  /** Makes an array of periods that no other series has, with a free place. */
  private void own() {
    if (shared || size == periods.length) {
      periods = Arrays.copyOf(Arrays.copyOf(periods, size), FigureValues.longer(size));
      shared = false;
    }
  }

  private int find(Period period) {
    return Arrays.binarySearch(periods, 0, size, period);
  }

  /** Returns the figure of a period; not a number where it was not reported or is not there. */
  public double value(Period period) {
    int place = find(period);
    return place < 0 ? Double.NaN : values.get(place);
  }

  /** Returns whether there is a figure of a period, reported or not. */
  public boolean has(Period period) {
    return find(period) >= 0;
  }

  /** Returns the periods in their order. */
  public List<Period> periods() {
    return Collections.unmodifiableList(Arrays.asList(periods).subList(0, size));
  }

  /** Passes each period with its figure, in order. */
  public void forEach(ObjDoubleConsumer<Period> each) {
    for (int i = 0; i < size; i++) {
      each.accept(periods[i], values.get(i));
    }
  }
}

package uk.footprints.pipeline.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.footprints.period.Period;
import uk.footprints.transform.ObservationBatch;

/**
 * The vintages of each period in which a measure was published. With them a figure is found missing: an organisation
 * that is only in the later vintage is a revision from nothing, and a period that others reported is expected.
 */
final class PublishedVintages {

  private final RowDictionary names;
  private final Map<Long, List<Integer>> sources = new HashMap<>();
  private final Map<String, TreeSet<Period>> periods = new HashMap<>();
  private final Map<String, Period[]> sorted = new HashMap<>();

  PublishedVintages(RowDictionary names) {
    this.names = names;
  }

  /** Adds a period of the measure; those of one period come by precedence of their sources. */
  void add(FigurePeriod row) {
    sources.computeIfAbsent(key(row.role(), row.period()), k -> new ArrayList<>()).add(row.source());
    if (row.figures()) {
      Period period = names.periods().get(row.period());
      periods.computeIfAbsent(kind(names.roles().get(row.role()), period), k -> new TreeSet<>()).add(period);
    }
  }

  private static long key(int role, int period) {
    return (long) role << Integer.SIZE | period;
  }

  /** Returns the name of a series of periods: the role of its organisations and the length of its periods. */
  static String kind(String role, Period period) {
    return role + " " + period.kind().id();
  }

  /** Returns the vintage before that of a figure, for the same period; null when there is none. */
  ObservationBatch.Origin before(FigureVintage figure) {
    for (int number : sources.getOrDefault(key(figure.row().role(), figure.row().period()), List.of())) {
      FigureSource source = names.sources().get(number);
      if (!source.derived() && source.origin().publishedOn().isBefore(figure.origin().publishedOn())) {
        return source.origin();
      }
    }
    return null;
  }

  /** Returns the periods of a series for which any organisation has a figure, in order. */
  Period[] expected(String kind) {
    return sorted.computeIfAbsent(kind, k -> periods.get(k).toArray(Period[]::new));
  }
}

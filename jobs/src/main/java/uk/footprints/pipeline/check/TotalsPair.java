package uk.footprints.pipeline.check;

import java.util.Map;
import java.util.TreeMap;
import uk.footprints.period.Period;
import uk.footprints.pipeline.check.TotalSeries.Total;

/**
 * The totals of two releases.
 *
 * @param before those of the earlier
 * @param now those of the later
 */
public record TotalsPair(Map<TotalSeries, TreeMap<Period, Total>> before, Map<TotalSeries, TreeMap<Period, Total>> now) {}

package uk.footprints.pipeline.check;

import java.util.Map;
import java.util.TreeMap;
import uk.footprints.period.Period;
import uk.footprints.pipeline.check.TotalSeries.Total;

/**
 * The totals of two releases.
 *
 * @param before totals of the earlier release
 * @param now totals of the later release
 */
public record TotalsPair(Map<TotalSeries, TreeMap<Period, Total>> before, Map<TotalSeries, TreeMap<Period, Total>> now) {}

package uk.footprints.records.disclosure;

import uk.footprints.period.Period;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * A count of a group of people in a financial year, which {@link StayGroupRow} writes in words.
 *
 * @param side by whom stays are counted
 * @param area the organisation's code; null for all organisations together
 * @param year the financial year
 * @param group as in {@link uk.footprints.records.measure.AreaCount}
 * @param measure what is counted
 * @param value the count; null when it is withheld
 * @param status reported or suppressed
 * @param origin the file by which the year is named
 */
public record StayGroup(StaySide side, String area, Period year, int group, StayMeasure measure, Double value,
    CellStatus status, ObservationBatch.Origin origin) {}

package uk.footprints.report;

import uk.footprints.indicator.IndicatorValue;
import uk.footprints.table.Column;

/** Identifies the series of an indicator in an area; the first columns of many reports. */
public record SeriesKey(
    @Column(value = "As in describe.", required = true) String indicator,
    @Column(value = "As in areas; country for England.", required = true) String geography,
    @Column(value = "As in areas.", required = true) String areaCode,
    @Column("Name.") String areaName,
    @BasisColumn String basis) {

  /** Returns the series to which a value belongs. */
  public static SeriesKey of(IndicatorValue a) {
    return new SeriesKey(a.indicator(), a.geography(), a.areaCode(), a.areaName(), a.basis());
  }
}

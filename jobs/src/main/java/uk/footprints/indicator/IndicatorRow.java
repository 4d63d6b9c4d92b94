package uk.footprints.indicator;

import uk.footprints.period.Period;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Interval;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** A row of the table {@code indicators}. */
public record IndicatorRow(
    @Column(value = "As in describe.", required = true) String indicator,
    @Column(value = "As in areas; country for England.", required = true) String geography,
    @Column(value = "As in areas; unassigned for organisations in no area.", required = true) String areaCode,
    @Column("Name.") String areaName,
    @Column(name = "period_start", value = "First day, inclusive.")
    @Column(name = "period_end", value = "Last day, inclusive.")
    @Column(name = "period_kind", value = "month, quarter or financial_year.", required = true)
    Period period,
    @Column(
        value = "as_was: organisations in their area at the time; as_now: in the area of their successors.",
        required = true)
    String basis,
    @Column("Sum of the reported figures, also where the area is incomplete.") double numerator,
    @Column("Divisor of the numerator.") double denominator,
    @Column("numerator / denominator x multiplier.") double value,
    @Column("1000 for a rate per 1,000, 100 for a per cent.") double multiplier,
    @Column(name = "lower_95", value = "Lower 95% limit.")
    @Column(name = "upper_95", value = "Upper 95% limit.")
    Interval at95,
    @Column(name = "lower_998", value = "Lower 99.8% limit.")
    @Column(name = "upper_998", value = "Upper 99.8% limit.")
    Interval at998,
    @Column(value = "Method of the limits.", emptyText = true) String method,
    @Column("1 is the highest value; equal values share a rank.") Integer rank,
    @Column("Number of ranked areas.") Integer areasRanked,
    @Column(value = "Reported share of the expected figures; estimated.", unit = "0 to 1") double completeness,
    @Column(value = "reported, incomplete, not_comparable, unassigned or no_value.", required = true) String status,
    @Column("Reason for an absent value, rank or limit.") String reason) {

  /** The table {@code indicators}. */
  public static final RecordTable<IndicatorRow> TABLE =
      RecordTable.of(
          "indicators", "indicator x area x period", IndicatorRow.class, "indicator", "geography", "area_code",
          "period_start", "period_end", "basis");

  /** Returns the row of a value. */
  public static IndicatorRow of(IndicatorValue a) {
    return new IndicatorRow(
        a.indicator(), a.geography(), a.areaCode(), a.areaName(), a.period(), a.basis(), a.numerator(), a.denominator(),
        a.estimate().value(), a.multiplier(), a.estimate().limits(Confidence.P95), a.estimate().limits(Confidence.P998),
        a.estimate().method(), a.rank() == 0 ? null : (Integer) a.rank(), a.ranked() == 0 ? null : (Integer) a.ranked(),
        a.completeness(), a.status(), a.reason());
  }
}

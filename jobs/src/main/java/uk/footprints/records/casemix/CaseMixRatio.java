package uk.footprints.records.casemix;

import java.time.LocalDate;
import uk.footprints.statistics.Significance;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** A row of the table of ratios: an organisation or footprint in a year, observed over expected. */
public record CaseMixRatio(
    @Column(value = "readmission (emergency, within 30 days), death (in hospital), zero_day (emergency stays without a "
        + "night) or bed_days (nights of emergency stays).", required = true) CaseMixOutcome outcome,
    @Column(value = "model (expected by a regression on all covariates) or cells (by the rates of cells of age, sex, "
        + "method of admission, diagnosis and procedure, as the official indicator).", required = true)
    ExpectedCounts.Method method,
    @Column(value = "provider (who treated them), commissioner (where they live) or footprint.", required = true)
    String areaRole,
    @Column("The geography of a footprint, as in areas; absent for organisations.") String geography,
    @Column(value = "ODS code, or code of the area.", required = true) String areaCode,
    @Column("Name of the area.") String areaName,
    @Column(value = "First day of the financial year of discharge.", required = true) LocalDate periodStart,
    @Column(value = "Last day of the financial year.", required = true) LocalDate periodEnd,
    @Column("Spells that it may happen to; absent where withheld.") Long spellsCount,
    @Column("How often it happened; absent where withheld.") Double observed,
    @Column("How often it would with the risks of all organisations together.") double expected,
    @Column("Observed over what there would be at the same rate for every spell.") double crudeRatio,
    @Column("Observed over expected.") double standardisedRatio,
    @Column("Lower 95% limit of the standardised ratio.") double lower95,
    @Column("Upper 95% limit of the standardised ratio.") double upper95,
    @Column("Lower 99.8% limit of the standardised ratio.") double lower998,
    @Column("Upper 99.8% limit of the standardised ratio.") double upper998,
    @Column("Lower 95% funnel limit around 1, by chance alone.") double funnelLower95,
    @Column("Upper 95% funnel limit around 1, by chance alone.") double funnelUpper95,
    @Column("Lower 99.8% funnel limit around 1, by chance alone.") double funnelLower998,
    @Column("Upper 99.8% funnel limit around 1, by chance alone.") double funnelUpper998,
    @Column("Lower 95% funnel limit around 1, with the variance between areas.") double dispersedLower95,
    @Column("Upper 95% funnel limit around 1, with the variance between areas.") double dispersedUpper95,
    @Column("Lower 99.8% funnel limit around 1, with the variance between areas.") double dispersedLower998,
    @Column("Upper 99.8% funnel limit around 1, with the variance between areas.") double dispersedUpper998,
    @Column("Position in the funnel by chance alone.") Significance position,
    @Column("Position in the funnel with the variance between areas.") Significance dispersedPosition,
    @Column("Rank of the ratio among its role, outcome, method and year, 1 the highest; absent without a ratio.")
    Integer rank,
    @Column("How many have a rank.") Integer ranked,
    @Column("Variance of the observed count.") double variance,
    @Column(value = "reported, suppressed, or incomplete (some of a footprint's commissioners are withheld).",
        required = true) String status,
    @Column("Why there is no ratio, or caveats.") String reason,
    @Column(value = "artificial (draw no conclusions), real or not known.", required = true) String records) {

  /** The table {@code case_mix_ratios}. */
  public static final RecordTable<CaseMixRatio> TABLE =
      RecordTable.of("case_mix_ratios",
          "outcome x method x organisation or footprint x financial year, made of records", CaseMixRatio.class, "outcome", "method", "area_role", "area_code", "period_start");
}

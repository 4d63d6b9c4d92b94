package uk.footprints.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Lists what this release does not answer, and why, so that an absent number is reported, not left out. */
public final class UnansweredQuestions implements Report<UnansweredQuestions.Row> {

  /** A row: an indicator without any value in this release. */
  public record Row(
      @Column(value = "The indicator's id, or the name of one that is not computed.", required = true) String id,
      @Column("What it would show.") String title,
      @Column("Why there is none.") String reason) {}

  private static final RecordTable<Row> TABLE =
      RecordTable.of("unanswered", "an indicator without any value in this release", Row.class, "id");

  private record Missing(String id, String title, String reason) {}

  /** Indicators that cannot be computed from public data. */
  private static final List<Missing> NEVER =
      List.of(
          new Missing(
              "non_elective_directly_standardised",
              "Non-elective admissions per 100,000 people, directly standardised for age and sex",
              "needs counts by age for every area; the monthly return has none. With records of episodes, footprints "
                  + "stat dsr computes it; until then see non_elective_age_standardised, an indirect estimate"),
          new Missing(
              "short_stay_share_of_areas",
              "Share of non-elective spells that are short stays, by area",
              "needs records of episodes with length of stay; for England it is in emergency_costs, where there are "
                  + "unit costs with activity"));

  /** The tables that reports need, and what the reports would show. */
  private static final Map<String, String> TABLES =
      new TreeMap<>(
          Map.of(
              "transactions", "Who was paid, and for what (spending, concentration)",
              "unit_costs", "What emergency care costs (emergency_costs)",
              "allocations", "What areas receive per person, and their estimated need (allocation)",
              "reference_costs", "What emergency care cost by what is counted, to 2018/19 (cost_scopes)",
              "deflators", "Costs at the prices of other years (cost_scopes)"));

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "Which questions can this release not answer, and why?");

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      String reason = reason(evidence, indicator);
      if (!reason.isEmpty()) {
        rows.add(new Row(indicator.id(), indicator.title(), reason));
      }
    }
    TABLES.forEach(
        (table, title) -> {
          if (!evidence.has(table)) {
            rows.add(new Row(table, title, "this release has no rows of " + table));
          }
        });
    NEVER.forEach(m -> rows.add(new Row(m.id(), m.title(), m.reason())));
    return rows;
  }

  private static String reason(Evidence evidence, Indicator indicator) {
    boolean answered =
        evidence.geographies(indicator.id()).stream()
            .flatMap(geography -> evidence.stream(indicator.id(), geography))
            .anyMatch(a -> !Double.isNaN(a.estimate().value()));
    if (answered) {
      return "";
    }
    String measure = indicator.weight();
    if (evidence.figures().of(indicator.dataset(), measure).isEmpty()) {
      return "this release has no " + measure + " of " + indicator.dataset();
    }
    if (indicator.ageWeighted() && evidence.geographies(indicator.id()).isEmpty()) {
      return "this release has no complete year of the country's emergency admissions by age (hes_monthly)";
    }
    return evidence.geographies(indicator.id()).stream()
        .flatMap(geography -> evidence.stream(indicator.id(), geography))
        .map(IndicatorValue::reason)
        .filter(r -> !r.isEmpty())
        .findFirst()
        .orElse("no area has a value");
  }
}

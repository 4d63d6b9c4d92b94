package uk.footprints.report.placement;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.table.Table;

/** Reports the share of activity that is assigned to an area by year, on both bases, and checks that none is lost. */
public final class MappedShare implements Report {

  private static final int NAMED = 8;

  /** The table {@code mapped_share}. */
  public static final Table TABLE =
      new Table(
          "mapped_share",
          "geography x basis x activity x financial year: the share that is assigned to an area",
          List.of("geography", "basis", "activity", "period_start"),
          List.of(
              key("geography", "As in areas."),
              key("basis", "as_was or as_now; both are always reported."),
              key(
                  "activity",
                  "emergency_admissions (A&E return, by provider), non_elective_by_provider and "
                      + "non_elective_by_commissioner (monthly activity), or delayed_days (by council)."),
              date("period_start", "First day of the financial year."),
              date("period_end", "Last day."),
              number("england", "The count of all organisations in the months that are present.", "as counted"),
              number("in_areas", "The part of it that is in an area.", "as counted"),
              number("unassigned", "The part that is in no area.", "as counted"),
              number("difference", "england - in_areas - unassigned: nothing is lost.", "as counted"),
              number("mapped_share_pct", "in_areas / england.", "%"),
              whole("organisations", "Organisations with any activity.", "organisations"),
              whole("in_one_area", "Those that are entirely in one area.", "organisations"),
              whole("in_several", "Those split between several areas (weights add up to one).", "organisations"),
              whole("unplaced", "Those that are in no area, or only partly in one.", "organisations"),
              text("who_is_unplaced", "The largest, with their share of England; the table placement has all.")));

  @Override
  public String question() {
    return "How much activity is assigned to an area, and do areas add up to England?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<Need> needs() {
    return CountedActivity.needs();
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
    for (CountedActivity activity : CountedActivity.ALL) {
      Map<String, Map<Period, Double>> months = activity.months(evidence.figures());
      for (Geography geography : evidence.context().geographies()) {
        for (Basis basis : Basis.values()) {
          ActivityPlacement.of(months, activity, evidence.context().areas(), basis, geography)
              .forEach((year, placed) -> rows.add(row(months, activity, geography, basis, year, placed)));
        }
      }
    }
    return rows;
  }

  private static Object[] row(
      Map<String, Map<Period, Double>> months, CountedActivity activity, Geography geography, Basis basis, int year,
      ActivityPlacement placed) {
    // Summed without regard to areas, so that the difference is a check and no tautology.
    double england =
        months.values().stream()
            .flatMap(series -> series.entrySet().stream())
            .filter(e -> e.getKey().financialYear() == year)
            .mapToDouble(Map.Entry::getValue)
            .sum();
    double unassigned = placed.in(IndicatorValue.UNASSIGNED);
    double inAreas = placed.all() - unassigned;
    double rest = england - inAreas - unassigned;
    long one = placed.byOrg().values().stream().filter(m -> m.size() == 1 && !m.containsKey(IndicatorValue.UNASSIGNED)).count();
    List<Map.Entry<String, Map<String, Double>>> none =
        placed.byOrg().entrySet().stream().filter(e -> e.getValue().containsKey(IndicatorValue.UNASSIGNED)).toList();
    String who =
        none.stream()
            .sorted(Comparator.comparingDouble(e -> -e.getValue().get(IndicatorValue.UNASSIGNED)))
            .limit(NAMED)
            .map(e -> "%s %.3f%%".formatted(e.getKey(), 100 * e.getValue().get(IndicatorValue.UNASSIGNED) / england))
            .collect(Collectors.joining(", "));
    Period period = Period.financialYear(year);
    return new Object[] {
      geography.id(), basis.id(), activity.id(), period.start(), period.end(), england, inAreas, unassigned,
      Math.abs(rest) < 1e-9 * england ? 0.0 : rest, 100 * inAreas / england, (long) placed.byOrg().size(), one,
      placed.byOrg().size() - one - none.size(), (long) none.size(),
      who.isEmpty() ? null : who + (none.size() > NAMED ? " and " + (none.size() - NAMED) + " more" : "")
    };
  }
}

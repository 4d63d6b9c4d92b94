package uk.footprints.site;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.catalogue.Tables;
import uk.footprints.table.TableExcerpt;

/**
 * The page that shows which organisations sent which months: a picture of months by organisation, and the gaps as a
 * table.
 *
 * @param frame the frame around it
 * @param empty whether there is nothing to show
 * @param gaps the missing returns
 */
public record CompletenessPage(PageFrame frame, boolean empty, Exhibit gaps) {

  /** The key of the data of the picture. */
  static final String KEY = "completeness";

  private static final int MOST = 10_000;

  /** Consecutive periods of an organisation in one state; a row of the table {@code completeness}. */
  private record Gap(
      String measure, String orgCode, LocalDate periodStart, LocalDate periodEnd, String state, int periods) {

    boolean absent() {
      return state.equals("missing") || state.equals("zero");
    }

    String words() {
      return switch (state) {
        case "missing" -> "no return";
        case "zero" -> "zero where zero is not plausible";
        default -> state.replace('_', ' ');
      };
    }
  }

  private static final TableExcerpt<Gap> COMPLETENESS = TableExcerpt.of(Tables.COMPLETENESS, Gap.class);

  static CompletenessPage of(SiteContext site) {
    List<Gap> all = site.input().rows(COMPLETENESS);
    List<Gap> gaps =
        all.stream()
            .filter(Gap::absent)
            .sorted(Comparator.comparing(Gap::periodEnd).reversed())
            .limit(MOST)
            .toList();
    Exhibit table =
        ExhibitBuilder.of(gaps)
            .filter("Measure", gap -> site.measures().words(gap.measure()))
            .label("Organisation", gap -> Amount.cut(site.organisations().name(gap.orgCode())))
            .text("Code", Gap::orgCode)
            .text("State", Gap::words)
            .day("From", Gap::periodStart)
            .day("To", Gap::periodEnd)
            .number("Periods", NumberStyle.WHOLE, Gap::periods)
            .table(
                "gaps", "Missing returns", "Source: the publications of these returns.",
                gaps.size() < MOST ? "" : "The latest %,d.".formatted(MOST), "");
    return new CompletenessPage(
        site.frame("Completeness", "data/completeness.html", true), all.isEmpty(), table);
  }

  /** Returns the runs of months of each organisation by measure, as data for the page's script. */
  static SiteFile data(SiteContext site) {
    return SiteAssets.data(KEY, () -> measures(site));
  }

  private static List<Object> measures(SiteContext site) {
    Map<String, List<Gap>> byMeasure = new TreeMap<>();
    site.input().rows(COMPLETENESS)
        .forEach(gap -> byMeasure.computeIfAbsent(gap.measure(), m -> new ArrayList<>()).add(gap));
    List<Object> measures = new ArrayList<>();
    byMeasure.forEach((measure, runs) -> measures.add(picture(site, measure, runs)));
    return measures;
  }

  private static Map<String, Object> picture(SiteContext site, String measure, List<Gap> runs) {
    YearMonth first = YearMonth.from(runs.stream().map(Gap::periodStart).min(Comparator.naturalOrder()).orElseThrow());
    YearMonth last = YearMonth.from(runs.stream().map(Gap::periodEnd).max(Comparator.naturalOrder()).orElseThrow());
    List<String> codes = List.copyOf(new TreeSet<>(runs.stream().map(Gap::orgCode).toList()));
    List<String> ordered =
        codes.stream().sorted(Comparator.comparing(code -> site.organisations().name(code))).toList();
    Map<String, Object> picture = new LinkedHashMap<>();
    picture.put("title", site.measures().words(measure));
    picture.put("first", first.toString());
    picture.put("months", ChronoUnit.MONTHS.between(first, last) + 1);
    picture.put("codes", ordered);
    picture.put("names", ordered.stream().map(site.organisations()::name).toList());
    List<Object> drawn = new ArrayList<>();
    for (Gap run : runs) {
      drawn.add(
          List.of(
              ordered.indexOf(run.orgCode()), ChronoUnit.MONTHS.between(first, YearMonth.from(run.periodStart())),
              ChronoUnit.MONTHS.between(YearMonth.from(run.periodStart()), YearMonth.from(run.periodEnd())) + 1,
              run.state().equals("missing") ? 1 : run.state().equals("zero") ? 2 : 0));
    }
    picture.put("runs", drawn);
    return picture;
  }
}

package uk.footprints.pipeline.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.dataset.Dataset;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.pipeline.read.FileResult;

/**
 * Lists publications that are due but missing, and those published before their usual day; neither is an error. A
 * dataset whose next period is more than a year late is left out, as it has ended or is no longer fetched; so is a file
 * that says that its data are made up, as nobody publishes the next one.
 */
public final class DuePublications {

  private static final long ENDED_AFTER_DAYS = 366;
  private static final long EARLY_DAYS = 4;

  private DuePublications() {}

  /** Returns the latest period of each dataset and its day of publication, for the manifest. */
  public static Map<String, Object> latest(List<FileResult> outcomes) {
    Map<String, Object> latest = new LinkedHashMap<>();
    Map<String, FileResult> newest = new TreeMap<>();
    for (FileResult o : outcomes) {
      if (o.publication() != null && !o.file().artificial() && last(o).isPresent()) {
        newest.merge(o.dataset(), o, (a, b) -> earlier(a, b) ? b : a);
      }
    }
    newest.forEach(
        (dataset, o) -> {
          Period period = last(o).orElseThrow();
          Map<String, Object> facts = new LinkedHashMap<>();
          facts.put("period_start", period.start().toString());
          facts.put("period_end", period.end().toString());
          facts.put("period_kind", period.kind().id());
          facts.put("published_on", o.publication().publishedOn().toString());
          latest.put(dataset, facts);
        });
    return latest;
  }

  /** Prefers the latest period, and of that its first vintage: revisions do not show whether it was early. */
  private static boolean earlier(FileResult a, FileResult b) {
    int byPeriod = last(a).orElseThrow().compareTo(last(b).orElseThrow());
    return byPeriod != 0 ? byPeriod < 0 : b.publication().publishedOn().isBefore(a.publication().publishedOn());
  }

  private static Optional<Period> last(FileResult o) {
    return o.transformed().periods().stream()
        .filter(p -> p.kind() == PeriodKind.MONTH || p.kind() == PeriodKind.QUARTER)
        .max(Period::compareTo);
  }

  /** Returns the sentences about a release, on a day. */
  public static List<String> lines(JsonNode manifest, LocalDate today, Catalogue catalogue) {
    List<String> lines = new ArrayList<>();
    manifest
        .path("latest")
        .properties()
        .forEach(
            of ->
                catalogue.findDataset(of.getKey())
                    .ifPresent(dataset -> lines.addAll(of(dataset, of.getValue(), today))));
    return lines;
  }

  private static List<String> of(Dataset dataset, JsonNode facts, LocalDate today) {
    LocalDate end = LocalDate.parse(facts.path("period_end").asText());
    boolean month = facts.path("period_kind").asText().equals(PeriodKind.MONTH.id());
    YearMonth last = YearMonth.from(end);
    Period latest = period(last, month);
    Period next = period(last.plusMonths(month ? 1 : 3), month);
    LocalDate due = dataset.timetable().firstRelease(next);
    long late = ChronoUnit.DAYS.between(due, today);
    List<String> lines = new ArrayList<>();
    if (late >= 0 && late <= ENDED_AFTER_DAYS) {
      lines.add(
          "Due but missing: %s of %s, expected on %s (%s)."
              .formatted(dataset.id(), next.label(), due, late == 0 ? "today" : late + " days ago"));
    }
    LocalDate published = LocalDate.parse(facts.path("published_on").asText());
    LocalDate usual = dataset.timetable().firstRelease(latest);
    long early = ChronoUnit.DAYS.between(published, usual);
    if (early >= EARLY_DAYS && ChronoUnit.DAYS.between(usual, today) <= 31) {
      lines.add(
          "Early: %s of %s was published on %s; the usual day is %s."
              .formatted(dataset.id(), latest.label(), published, usual));
    }
    return lines;
  }

  private static Period period(YearMonth last, boolean month) {
    return month
        ? Period.month(last.getYear(), last.getMonthValue())
        : Period.quarterEnding(last.getYear(), last.getMonthValue());
  }
}

package uk.footprints.transform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.period.DateColumn;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.PeriodText;

/**
 * Reads the period of a row from its own columns, and compares it with the title block. Excel's fill handle has made
 * years count up down a column (June 2017); there the title block decides, and a finding says so.
 */
final class RowPeriodReader {

  private static final int MONTHS_OF_QUARTER = 3;

  private final HeaderMatch match;
  private final PeriodKind kind;
  private final Optional<Period> titlePeriod;
  private final DateColumn dates;
  private final Map<String, Optional<Period>> read = new HashMap<>();
  private final Map<String, Integer> firstRow = new HashMap<>();
  private final Set<String> runOnYears = new LinkedHashSet<>();
  private final Set<String> misspeltMonths = new LinkedHashSet<>();

  RowPeriodReader(HeaderMatch match, PeriodKind kind) {
    this.match = match;
    this.kind = kind;
    this.dates = DateColumn.in(match.dateOrder());
    Optional<Period> title = PeriodText.findPeriod(match.sheet().titled("Period"));
    this.titlePeriod = title.filter(p -> p.kind() == kind);
  }

  /** Returns the row's period; empty when neither the row nor the title block gives one. */
  Optional<Period> find(Sheet.Row row) {
    String year = text(row, Role.YEAR);
    String month = text(row, Role.PERIOD);
    String date = text(row, Role.DATE);
    String key = year + "|" + month + "|" + date;
    firstRow.putIfAbsent(key, row.number());
    return read.computeIfAbsent(key, k -> read(year, month, date));
  }

  private Optional<Period> read(String year, String month, String date) {
    Optional<Period> interval = Period.findInterval(date, kind);
    if (interval.isPresent()) {
      return interval;
    }
    if (!date.isBlank()) {
      return kind == PeriodKind.QUARTER ? dated(date) : find(date).map(d -> kind == PeriodKind.DAY ? Period.day(d) : month(d));
    }
    PeriodText.findMonthIn(month).filter(m -> !m.exact()).ifPresent(m -> misspeltMonths.add(month.strip()));
    Optional<Period> own =
        year.isBlank()
            ? PeriodText.findPeriod(month).filter(p -> p.kind() == kind).or(() -> dated(month))
            : kind == PeriodKind.QUARTER ? PeriodText.findQuarter(year, month) : PeriodText.findMonth(year, month);
    if (own.isEmpty() && titlePeriod.isPresent() && PeriodText.findMonthIn(month).isPresent()) {
      runOnYears.add(year.strip());
    }
    return own.isPresent() ? own : titlePeriod;
  }

  /** Returns the month or quarter of a column of periods that holds dates: a spreadsheet makes dates of months. */
  private Optional<Period> dated(String text) {
    Optional<LocalDate> day = dates.find(text);
    return switch (kind) {
      case MONTH -> day.map(RowPeriodReader::month);
      case QUARTER -> day.filter(d -> d.getMonthValue() % MONTHS_OF_QUARTER == 0)
          .map(d -> Period.quarterEnding(d.getYear(), d.getMonthValue()));
      default -> Optional.empty();
    };
  }

  private static Period month(LocalDate day) {
    return Period.month(day.getYear(), day.getMonthValue());
  }

  /** Finds a date; inside other words only where a month is named, as numbers may have either order. */
  private Optional<LocalDate> find(String text) {
    return dates.find(text)
        .or(() -> PeriodText.findMonthIn(text).isPresent() ? PeriodText.findDate(text) : Optional.empty());
  }

  /** Returns the period of the title block, if it has one. */
  Optional<Period> titlePeriod() {
    return titlePeriod;
  }

  /** Returns the findings, once all rows have been read. */
  List<Finding> findings(String dataset, Location sheet) {
    List<Finding> findings = new ArrayList<>();
    if (!runOnYears.isEmpty()) {
      findings.add(
          Finding.of(
              Kind.RUNNING_YEAR,
              dataset,
              sheet.column(heading(Role.YEAR)),
              "expected one financial year, found years that count up (%s); took %s from the title block",
              shown(runOnYears),
              titlePeriod.map(Period::label).orElse("nothing")));
    }
    for (String month : misspeltMonths) {
      findings.add(
          Finding.of(
              Kind.MISSPELT_MONTH,
              dataset,
              sheet.column(heading(Role.PERIOD)),
              "'%s' was read as a misspelt month",
              month));
    }
    titlePeriod.ifPresent(
        title ->
            read.forEach(
                (key, period) -> {
                  if (period.isPresent() && !period.get().equals(title)) {
                    findings.add(
                        Finding.of(
                            Kind.PERIOD_CONFLICT,
                            dataset,
                            sheet.row(firstRow.get(key)),
                            "the title block says %s but the row says %s",
                            title.label(),
                            period.get().label()));
                  }
                }));
    return findings;
  }

  private String text(Sheet.Row row, Role role) {
    return match.findColumn(role).map(row::cell).orElse("");
  }

  private String heading(Role role) {
    return match.findColumn(role).map(i -> match.headings().get(i).strip()).orElse("");
  }

  private static String shown(Set<String> years) {
    List<String> list = List.copyOf(years);
    return list.size() <= 2 ? String.join(", ", list) : list.get(0) + " to " + list.get(list.size() - 1);
  }
}

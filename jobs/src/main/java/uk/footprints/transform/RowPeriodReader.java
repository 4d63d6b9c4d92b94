package uk.footprints.transform;

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
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.PeriodText;

/**
 * Which period a row describes: what its own columns say, held against the title block. Excel's fill handle has made
 * years run on down a column (June 2017); there the title block is believed, and a finding says so.
 */
final class RowPeriodReader {

  private final HeaderMatch proof;
  private final PeriodKind kind;
  private final Optional<Period> titled;
  private final Map<String, Optional<Period>> read = new HashMap<>();
  private final Map<String, Integer> firstRow = new HashMap<>();
  private final Set<String> running = new LinkedHashSet<>();
  private final Set<String> misspelt = new LinkedHashSet<>();

  RowPeriodReader(HeaderMatch proof, PeriodKind kind) {
    this.proof = proof;
    this.kind = kind;
    Optional<Period> title = PeriodText.findPeriod(proof.sheet().titled("Period"));
    this.titled = title.filter(p -> p.kind() == kind);
  }

  /** The row's period; empty when neither the row nor the title block tells. */
  Optional<Period> find(Sheet.Row row) {
    String year = text(row, Role.YEAR);
    String month = text(row, Role.PERIOD);
    String date = text(row, Role.DATE);
    String key = year + "|" + month + "|" + date;
    firstRow.putIfAbsent(key, row.number());
    return read.computeIfAbsent(key, k -> read(year, month, date));
  }

  private Optional<Period> read(String year, String month, String date) {
    if (!date.isBlank()) {
      return PeriodText.findDate(date)
          .map(d -> kind == PeriodKind.DAY ? Period.day(d) : Period.month(d.getYear(), d.getMonthValue()));
    }
    PeriodText.findMonthIn(month).filter(m -> !m.exact()).ifPresent(m -> misspelt.add(month.strip()));
    Optional<Period> own =
        year.isBlank()
            ? PeriodText.findPeriod(month).filter(p -> p.kind() == kind)
            : kind == PeriodKind.QUARTER ? PeriodText.findQuarter(year, month) : PeriodText.findMonth(year, month);
    if (own.isEmpty() && titled.isPresent() && PeriodText.findMonthIn(month).isPresent()) {
      running.add(year.strip());
    }
    return own.isPresent() ? own : titled;
  }

  /** The period of the title block, if it has one. */
  Optional<Period> titled() {
    return titled;
  }

  /** What was odd, once all rows have been seen. */
  List<Finding> findings(String dataset, Location sheet) {
    List<Finding> findings = new ArrayList<>();
    if (!running.isEmpty()) {
      findings.add(
          Finding.of(
              Kind.RUNNING_YEAR,
              dataset,
              sheet.column(heading(Role.YEAR)),
              "expected one financial year, found years that run on (%s); took %s from the title block",
              shown(running),
              titled.map(Period::label).orElse("nothing")));
    }
    for (String month : misspelt) {
      findings.add(
          Finding.of(
              Kind.MISSPELT_MONTH,
              dataset,
              sheet.column(heading(Role.PERIOD)),
              "'%s' was read as a month misspelt",
              month));
    }
    titled.ifPresent(
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
    return proof.findColumn(role).map(row::cell).orElse("");
  }

  private String heading(Role role) {
    return proof.findColumn(role).map(i -> proof.headings().get(i).strip()).orElse("");
  }

  private static String shown(Set<String> years) {
    List<String> list = List.copyOf(years);
    return list.size() <= 2 ? String.join(", ", list) : list.get(0) + " to " + list.get(list.size() - 1);
  }
}

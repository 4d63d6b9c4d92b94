package uk.footprints.pipeline.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.layout.FileDates;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.period.Period;
import uk.footprints.publication.FileNamePeriods;
import uk.footprints.publication.Publication;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.table.Table;
import uk.footprints.table.TableColumn;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TransformResult;

/** Checks a whole file of any dataset, after its rows have been read. */
final class FileChecks {

  /** Allocations and projections look a few years ahead; later periods are errors. */
  private static final int YEARS_AHEAD = 3;
  /** The maximum number of rows of a sheet in Excel 97 to 2003, and in later versions. */
  private static final int MOST_ROWS_OLD = 65_536;
  private static final int MOST_ROWS = 1_048_576;

  /** The share of a file's figures that may be rejected before the run ends with 4. */
  static final double MOST_REFUSED = 0.02;

  private final String dataset;
  private final Location place;
  private final LocalDate today;
  private final List<Finding> findings = new ArrayList<>();

  private FileChecks(String dataset, Location place, LocalDate today) {
    this.dataset = dataset;
    this.place = place;
    this.today = today;
  }

  /** Returns findings about the figures of a file as a whole. */
  static List<Finding> of(
      String dataset, Location place, TransformResult rows, Publication publication, LocalDate today,
      OrganisationRegister register, Catalogue catalogue) {
    FileChecks checks = new FileChecks(dataset, place, today);
    checks.future(rows, catalogue);
    checks.name(rows.periods());
    checks.organisations(rows.batches(), register);
    checks.accounting(rows);
    checks.refused(rows.accounting());
    if (publication.dateBasis().equals("timetable") && publication.revisionStatus() != RevisionStatus.DERIVED) {
      checks.find(
          Kind.ESTIMATED_DATE,
          "title, notes and name give no publication date; the timetable gives %s",
          publication.publishedOn());
    }
    return checks.findings;
  }

  /** Returns findings about content of a workbook that is not read, and about tables that may have been cut. */
  static List<Finding> of(SourceWorkbook workbook, Location place) {
    List<Finding> findings = new ArrayList<>();
    workbook.remarks().forEach(remark -> findings.add(Finding.of(Kind.IGNORED_CONTENT, "", place, "%s", remark)));
    for (Sheet sheet : workbook.sheets()) {
      int last = sheet.rows().isEmpty() ? 0 : sheet.rows().get(sheet.rows().size() - 1).number();
      if (last == MOST_ROWS_OLD || last == MOST_ROWS) {
        findings.add(
            Finding.of(
                Kind.ROWS_CUT, "", place.sheet(sheet.name()).row(last),
                "the table may have been cut: it ends at row %,d, the last row of a spreadsheet", last));
      }
    }
    return findings;
  }

  /** Returns findings about the headings of a sheet; a new column that splits rows sets the file aside. */
  static List<Finding> headings(String dataset, Location file, HeaderMatch match, SheetContent rows) {
    Location place = file.sheet(match.sheet().name()).row(match.headerRow());
    List<Finding> findings = new ArrayList<>();
    match.misspelt().forEach(
        (heading, as) ->
            findings.add(
                Finding.of(Kind.HEADING_MISSPELT, dataset, place.column(heading), "'%s' was read as '%s'", heading, as)));
    if (match.hasNewColumns()) {
      for (String heading : match.unknown()) {
        findings.add(
            Finding.of(
                Kind.COLUMN_NEW, dataset, place.column(heading),
                "the column '%s' is new: expected the columns of %s; the others were read", heading,
                match.layout().era()));
      }
      if (rows.findings().stream().anyMatch(f -> f.kind() == Kind.DUPLICATE_ROW)) {
        findings.add(
            Finding.of(
                Kind.HEADER_CHANGED, dataset, place, "a new column splits the rows of an organisation: %s",
                match.difference()));
      }
    }
    return findings;
  }

  /** Returns the finding about dates with the month before the day, if the file has any. */
  static List<Finding> dates(String dataset, Location place, FileDates dates) {
    if (dates.monthFirst() == 0) {
      return List.of();
    }
    if (dates.dayFirst() == 0) {
      return List.of(Finding.of(Kind.MONTH_FIRST, dataset, place, "the dates have the month before the day"));
    }
    Location first = dates.firstRarerRow();
    String rows = dates.rarerRows();
    return switch (dates.order()) {
      case DAY_FIRST -> List.of(
          Finding.of(
              Kind.MONTH_FIRST, dataset, first,
              "dates have the month before the day in %s; the others have the day first", rows));
      case MONTH_FIRST -> List.of(
          Finding.of(
              Kind.MONTH_FIRST, dataset, first,
              "dates have the day before the month in %s; the others have the month first", rows));
      case MIXED -> List.of(
          Finding.of(
                  Kind.MONTH_FIRST, dataset, first,
                  "%,d dates have the day first and %,d the month first (%s); dates that may be either are missing",
                  dates.dayFirst(), dates.monthFirst(), rows)
              .as(Severity.WARNING, "Ask the publisher for the dates in one order; the other dates were read."));
    };
  }

  /** Returns the finding for a hidden sheet. */
  static Finding hidden(String dataset, Location place, Sheet sheet, boolean read) {
    return Finding.of(
        Kind.HIDDEN_SHEET,
        dataset,
        place.sheet(sheet.name()),
        read ? "the sheet is hidden; it was read, as no other has these figures"
            : "the sheet is hidden and was not read (%d rows)",
        sheet.rows().size());
  }

  private void find(Kind kind, String message, Object... values) {
    findings.add(Finding.of(kind, dataset, place, message, values));
  }

  /** Warns of a name that mentions another period: the title may be that of the file before. */
  private void name(List<Period> periods) {
    FileNamePeriods.of(place.file()).findContradiction(periods).ifPresent(named -> {
      Finding finding =
          Finding.of(
              Kind.PERIOD_CONFLICT, dataset, place, "the name says %s, but the figures are for %s", named.label(),
              periods.get(0).label());
      findings.add(finding.as(Severity.WARNING, "Look at the title at the publisher's page; it was read as it is."));
    });
  }

  /** Rejects periods that have not begun. */
  private void future(TransformResult rows, Catalogue catalogue) {
    rows.batches().stream()
        .map(ObservationBatch::period)
        .filter(period -> period.start().isAfter(today))
        .max(java.util.Comparator.naturalOrder())
        .ifPresent(period -> find(Kind.FUTURE_PERIOD, "its figures are for %s, which is in the future", period.label()));
    LocalDate last = today.isAfter(LocalDate.MAX.minusYears(YEARS_AHEAD)) ? today : today.plusYears(YEARS_AHEAD);
    for (TableRows table : rows.tables()) {
      Optional<Table> of = catalogue.findTable(table.table());
      String column = of.filter(t -> t.has("paid_on")).isPresent() ? "paid_on" : "period_start";
      if (of.isPresent() && of.get().has(column)) {
        TableColumn<?> day = of.get().column(column);
        LocalDate beyond = column.equals("paid_on") ? today : last;
        long n = table.rows().stream().filter(r -> r.get(day) instanceof LocalDate d && d.isAfter(beyond)).count();
        if (n > 0) {
          Finding finding = Finding.of(Kind.FUTURE_PERIOD, dataset, place, "%d rows are for days in the future", n);
          findings.add(finding.as(Severity.WARNING, "Look at the dates; the rows were kept."));
        }
      }
    }
  }

  private void organisations(List<ObservationBatch> batches, OrganisationRegister register) {
    Map<String, LocalDate> closed = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    for (ObservationBatch batch : batches) {
      for (String code : batch.orgCodes()) {
        Optional<LocalDate> on = register.lastDay(batch.orgRole(), code);
        if (on.isPresent() && batch.period().start().isAfter(on.get())) {
          closed.put(code, on.get().plusDays(1));
        } else if (register.isUnknown(batch.orgRole(), code) && !unknown.contains(code)) {
          unknown.add(code);
        }
      }
    }
    if (!closed.isEmpty()) {
      List<String> each = closed.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").toList();
      find(Kind.CLOSED_ORGANISATION, "figures of organisations that had closed or merged: %s", String.join(", ", each));
    }
    if (!unknown.isEmpty()) {
      find(Kind.UNKNOWN_ORGANISATION, "codes that are not in the organisation register: %s", String.join(", ", unknown));
    }
  }

  /** Finds that more figures were rejected than a few typing errors explain. */
  private void refused(RowAccounting rows) {
    if (rows.shareRefused() > MOST_REFUSED) {
      find(
          Kind.FIGURES_REJECTED, "%,d of %,d figures (%.1f%%) could not be read; they count as missing", rows.refused(),
          rows.figures(), 100 * rows.shareRefused());
    }
  }

  /** Sets the file aside when rows are unaccounted for, which is a fault of the program; other files are published. */
  private void accounting(TransformResult rows) {
    long figures = rows.batches().stream().mapToLong(ObservationBatch::size).sum();
    figures += rows.tables().stream().mapToLong(t -> t.rows().size()).sum();
    long counted = rows.accounting().cells() - rows.accounting().cellsRejected();
    if (!rows.accounting().balances() || figures != counted) {
      Finding finding =
          Finding.of(
              Kind.CHECK_FAILED, dataset, place, "%d figures were read and %d counted, of %s", figures, counted,
              rows.accounting());
      findings.add(finding.as(Severity.SET_ASIDE, "Report to the authors of Footprints that rows are unaccounted for."));
    }
  }
}

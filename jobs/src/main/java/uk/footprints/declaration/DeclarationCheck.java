package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.dataset.Dataset;
import uk.footprints.dataset.UnreadDesign;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.LayoutMatches;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.ObservationBatchDraft;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableDraft;

/**
 * What a dataset reads from one file, in lines for a person: sheets, rows, first figures and findings.
 *
 * @param lines the lines
 * @param read whether a sheet was read, none of its rows was rejected, and no finding would set the file aside
 */
public record DeclarationCheck(List<String> lines, boolean read) {

  private static final int FIRST_FIGURES = 8;
  private static final int FIRST_ROWS = 4;
  private static final int FIRST_OF_COUNTRY = 3;
  private static final int FIRST_FINDINGS = 5;

  /**
   * Reads a file as a dataset.
   *
   * @param dataset the dataset
   * @param name of the file, with the hints that it has
   * @param bytes of the file
   */
  public static DeclarationCheck of(Dataset dataset, String name, byte[] bytes) {
    List<String> lines = new ArrayList<>();
    SourceWorkbook workbook;
    try {
      workbook = WorkbookReader.read(bytes);
    } catch (UnreadableFileException e) {
      return new DeclarationCheck(List.of("The file cannot be read: " + e.getMessage()), false);
    }
    List<HeaderRows> headers = workbook.sheets().stream().map(HeaderRows::of).toList();
    LayoutMatches matches = LayoutMatches.of(headers, dataset.layouts());
    List<HeaderMatch> found = new ArrayList<>(matches.matches());
    for (HeaderRows sheet : headers) {
      if (found.stream().noneMatch(m -> m.sheet() == sheet.sheet())) {
        LayoutMatches.findChanged(sheet, dataset.layouts()).ifPresent(found::add);
      }
    }
    boolean read = !found.isEmpty();
    for (Sheet sheet : workbook.sheets()) {
      HeaderMatch match = found.stream().filter(m -> m.sheet() == sheet).findFirst().orElse(null);
      if (match == null) {
        lines.add(unread(dataset, sheet));
      } else {
        SheetContent content = dataset.conform(match, Location.file(name));
        lines.addAll(lines(match, content));
        read &= content.accounting().rejected() == 0
            && content.findings().stream().noneMatch(f -> f.severity() == Severity.SET_ASIDE);
      }
    }
    if (found.isEmpty()) {
      lines.add(
          matches.nearest()
              .map(m -> "No layout matches. The nearest is \"%s\": %s.".formatted(
                  m.layout().era(), m.matches() ? "expected " + m.layout().sheet().words() : m.difference()))
              .orElse("No layout matches, and no column of any layout is in the file."));
    }
    return new DeclarationCheck(List.copyOf(lines), read);
  }

  private static String unread(Dataset dataset, Sheet sheet) {
    String aside =
        dataset.asides().entrySet().stream()
            .filter(e -> e.getKey().equalsIgnoreCase(sheet.name().strip()))
            .map(e -> "declared as a sheet of " + e.getValue().name().toLowerCase(Locale.ROOT))
            .findFirst()
            .or(() -> dataset.unread().stream().filter(design -> design.fits(sheet)).map(UnreadDesign::reason).findFirst())
            .orElse("no layout reads it");
    return "%s%s: %,d rows, %s".formatted(named(sheet), sheet.hidden() ? " (hidden)" : "", sheet.rows().size(), aside);
  }

  private static String named(Sheet sheet) {
    return sheet.name().isEmpty() ? "The file" : "Sheet " + sheet.name();
  }

  private static List<String> lines(HeaderMatch match, SheetContent content) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: layout \"%s\", header in row %d".formatted(
        named(match.sheet()), match.layout().era(), match.headerRow()));
    match.unknown().forEach(heading -> lines.add("  new column: " + heading));
    RowAccounting rows = content.accounting();
    lines.add(
        "  %,d rows: %,d of organisations, %,d titles, %,d notes, %,d totals, %,d rejected, %,d not read%s".formatted(
            rows.read(), rows.observed(), rows.titles(), rows.notes(), rows.totals(), rows.rejected(), rows.notRead(),
            rows.balances() ? "" : " (these numbers do not add up)"));
    lines.add("  periods: " + content.periods().stream().map(p -> p.label()).collect(Collectors.joining(", ")));
    Map<String, Integer> roles = new TreeMap<>();
    content.batches().forEach(batch -> roles.merge(batch.orgRole(), batch.rows().size(), Integer::sum));
    if (!roles.isEmpty()) {
      lines.add("  rows by role: " + roles);
    }
    content.batches().stream()
        .filter(batch -> batch.orgRole().equals("country"))
        .limit(FIRST_OF_COUNTRY)
        .forEach(batch -> lines.addAll(figures(batch, batch.rows().get(0))));
    content.batches().stream()
        .filter(batch -> !batch.orgRole().equals("country"))
        .findFirst()
        .ifPresent(batch -> lines.addAll(figures(batch, batch.rows().get(0))));
    for (TableDraft table : content.tables()) {
      lines.add("  table %s: %,d rows".formatted(table.table().name(), table.rows().size()));
      table.rows().stream().limit(FIRST_ROWS).forEach(row -> lines.add("    " + row.values()));
    }
    Map<Finding.Kind, Integer> shown = new EnumMap<>(Finding.Kind.class);
    for (Finding finding : content.findings()) {
      if (shown.merge(finding.kind(), 1, Integer::sum) <= FIRST_FINDINGS) {
        lines.add("  %s, %s".formatted(finding.severity().id(), finding.sentence()));
      }
    }
    shown.forEach((kind, n) -> {
      if (n > FIRST_FINDINGS) {
        lines.add("  and %,d more findings of kind %s".formatted(n - FIRST_FINDINGS, kind.id()));
      }
    });
    return lines;
  }

  private static List<String> figures(ObservationBatchDraft batch, ObservationBatchDraft.Row row) {
    List<String> lines = new ArrayList<>();
    for (int m = 0; m < Math.min(FIRST_FIGURES * 2, batch.measures().size()); m++) {
      CellValue value = row.values().get(m);
      String shown = value == null ? "rejected" : value.status() == CellStatus.REPORTED
          ? "%,.4f".formatted(value.number()).replaceAll("\\.?0+$", "") : value.status().id();
      lines.add("  row %d, %s %s, %s: %s %s".formatted(
          row.number(), batch.orgRole(), row.orgCode(), batch.period().label(), batch.measures().get(m), shown));
    }
    return lines;
  }
}

package uk.footprints.declaration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.period.DateColumn;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;
import uk.footprints.table.Field;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** Fills a declared table from a sheet: a row for each row of the sheet, or for each column of a family in it. */
final class DeclaredTable {

  /** A date of numbers alone, of which the file's order says which is the day. */
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}");

  private final TableDeclaration table;
  private final RowDeclaration rules;
  private final String dataset;
  private final HeaderMatch match;
  private final Location place;
  private final TableTransformer<DeclaredRow> out;
  private final RowKind kinds;
  private final List<Integer> families;
  private final DateColumn dates;
  private final TreeSet<Period> periods = new TreeSet<>();
  private long left;

  private DeclaredTable(
      LayoutDeclaration layout, TableDeclaration table, String dataset, HeaderMatch match, Location place) {
    this.table = table;
    this.rules = layout.rows();
    this.dataset = dataset;
    this.match = layout.named(match);
    this.dates = DateColumn.in(match.dateOrder());
    this.place = place;
    this.out = new TableTransformer<>(this.match, dataset, table.table(), DeclaredRow::values, place);
    this.kinds = new RowKind(rules.organisations(), this.match);
    this.families =
        IntStream.range(0, match.columns().size())
            .filter(i -> match.columns().get(i) != null && match.columns().get(i).name().indexOf('|') > 0)
            .boxed()
            .toList();
  }

  /** Reads the rows of a table from a sheet. */
  static SheetContent read(
      LayoutDeclaration layout, TableDeclaration table, String dataset, HeaderMatch match, Location place) {
    return new DeclaredTable(layout, table, dataset, match, place).read();
  }

  private SheetContent read() {
    Optional<Period> found = rules.period().find(match, place);
    Optional<Period> outside = found.isPresent() ? found : rules.period().assumed();
    if (found.isEmpty() && outside.isPresent()) {
      out.find(Kind.ASSUMED_PERIOD, "the file does not say when it was made; %s was assumed", outside.get().label());
    }
    if (outside.isEmpty() && !rules.period().inColumns()) {
      Finding finding =
          Finding.of(
              Kind.NO_PERIOD, dataset, place.sheet(match.sheet().name()), "expected a %s in the %s, found none",
              rules.period().kind().id().replace('_', ' '), String.join(" or the ", rules.period().from()));
      return SheetContent.nothing(List.of(finding), RowAccounting.setAside(match.sheet().rows().size()));
    }
    for (Sheet.Row row : match.rows()) {
      Optional<Integer> kind = kinds.find(row);
      OrganisationKind of = kind.map(kinds::kind).orElse(null);
      if (of != null && of.total()) {
        out.total(row);
      } else if (of != null && !of.leave().isEmpty()) {
        kinds.leave(of.leave(), row);
        left++;
      } else {
        read(row, outside.or(() -> period(row)));
      }
    }
    SheetContent content = out.close(List.copyOf(periods));
    // The transformer counts the rows of the whole sheet as read; those that are left belong to no other number.
    RowAccounting more = new RowAccounting(0, 0, 0, 0, 0, 0, left, 0, 0);
    return content.plus(
        SheetContent.nothing(kinds.findings(dataset, place.sheet(match.sheet().name())), more));
  }

  private Optional<Period> period(Sheet.Row row) {
    StringBuilder text = new StringBuilder();
    for (Role role : List.of(Role.DATE, Role.PERIOD, Role.YEAR)) {
      match.findColumn(role).ifPresent(at -> text.append(' ').append(RowKind.plain(row.cell(at))));
    }
    return rules.period().parse(text.toString().strip());
  }

  private void read(Sheet.Row row, Optional<Period> period) {
    boolean figures = hasFigures(row);
    if (period.isEmpty() || !figures && !isRecord(row)) {
      if (figures) {
        out.reject(row, "PERIOD", Kind.NO_PERIOD, "expected a %s", rules.period().kind().id().replace('_', ' '));
      } else {
        out.note(row);
      }
      return;
    }
    List<DeclaredRow> made = new ArrayList<>();
    for (int at : families.isEmpty() ? List.of(-1) : families) {
      List<Object> values = new ArrayList<>();
      for (TableDeclaration.DeclaredColumn column : table.columns()) {
        values.add(value(column, row, at, period.get()));
      }
      Optional<String> missing = missingKey(values);
      if (missing.isPresent() && !figures) {
        out.note(row);
        return;
      }
      if (missing.isPresent()) {
        out.reject(row, missing.get(), Kind.NO_ORGANISATION, "expected a value of %s, found none", missing.get());
        return;
      }
      made.add(new DeclaredRow(values));
    }
    periods.add(period.get());
    for (DeclaredRow values : made) {
      if (table.repeats()) {
        out.addOnce(row, values);
      } else {
        out.add(row, values);
      }
    }
  }

  private Optional<String> missingKey(List<Object> values) {
    for (int c = 0; c < values.size(); c++) {
      Field field = table.columns().get(c).field();
      String name = field.name();
      boolean needed = table.table().key().contains(name) && (field.required() || field.type() != Field.Type.TEXT);
      if (values.get(c) == null && needed) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Returns whether a cell that a number of the table comes from has a number; in a table of texts, any cell. */
  private boolean hasFigures(Sheet.Row row) {
    if (!families.isEmpty()) {
      return families.stream().anyMatch(at -> isFigure(row.cell(at)));
    }
    boolean numbers = false;
    for (TableDeclaration.DeclaredColumn column : table.columns()) {
      boolean number = column.field().type() == Field.Type.NUMBER && column.from().equals("column");
      numbers |= number;
      if (number && out.value(row, name(column)).filter(v -> v.status() != CellStatus.MISSING).isPresent()) {
        return true;
      }
    }
    return !numbers && !row.blank();
  }

  /** Returns whether a row without a figure can be a row of the table, and not a footnote: two columns have content. */
  private boolean isRecord(Sheet.Row row) {
    return IntStream.range(0, match.columns().size())
        .filter(i -> match.columns().get(i) != null && !row.cell(i).isBlank()).limit(2).count() == 2;
  }

  private static boolean isFigure(String cell) {
    return CellValue.read(cell).filter(v -> v.status() != CellStatus.MISSING).isPresent();
  }

  /** Returns the name of the sheet's column: a field, or the name of a role. */
  private String name(TableDeclaration.DeclaredColumn column) {
    return out.has(column.column()) ? column.column() : LayoutDeclaration.role(column.column()).map(Role::name).orElse(column.column());
  }

  private Object value(TableDeclaration.DeclaredColumn column, Sheet.Row row, int family, Period period) {
    if (!column.fixed().isEmpty()) {
      return typed(column, column.fixed());
    }
    return switch (column.from()) {
      case "period_start" -> period.start();
      case "period_end" -> period.end();
      case "period_label" -> period.label();
      case "heading_group_1" -> typed(column, column.value(group(family, 1)));
      case "heading_group_2" -> typed(column, column.value(group(family, 2)));
      case "heading_cell" -> number(column, figure(column, row, match.columns().get(family).name()));
      case "status" -> out.value(row, name(column)).map(v -> v.status().id()).orElse("missing");
      case "title", "sheet", "file", "headings" -> outside(column);
      default -> column.field().type() == Field.Type.NUMBER || column.field().type() == Field.Type.WHOLE
          ? number(column, figure(column, row, name(column)))
          : typed(column, column.value(RowKind.plain(out.text(row, name(column)))));
    };
  }

  private Double figure(TableDeclaration.DeclaredColumn column, Sheet.Row row, String name) {
    return column.signed() ? out.number(row, name) : out.count(row, name);
  }

  private String group(int family, int group) {
    LayoutColumn column = match.columns().get(family);
    return column.name().split("\\|")[group];
  }

  private Object outside(TableDeclaration.DeclaredColumn column) {
    for (String text : SheetText.of(column.from(), match, place)) {
      String value = column.value(text);
      if (value != null) {
        return typed(column, value);
      }
    }
    return null;
  }

  private static Object number(TableDeclaration.DeclaredColumn column, Double number) {
    return number == null || column.field().type() != Field.Type.WHOLE ? number : (Object) Math.round(number);
  }

  /** Returns the date in a text; day and month have the order of the file. */
  private LocalDate date(String text) {
    return dates.find(text)
        .or(() -> NUMBERS.matcher(text).find() ? Optional.empty() : PeriodText.findDate(text))
        .orElse(null);
  }

  private Object typed(TableDeclaration.DeclaredColumn column, String text) {
    if (text == null) {
      return null;
    }
    return switch (column.field().type()) {
      case NUMBER -> CellValue.read(text).filter(v -> v.status() == CellStatus.REPORTED).map(CellValue::number)
          .orElse(null);
      case WHOLE -> CellValue.read(text).filter(v -> v.status() == CellStatus.REPORTED)
          .map(v -> Math.round(v.number())).orElse(null);
      case DATE -> date(text);
      default -> text.equals("NA") ? null : text;
    };
  }

  /** Returns the table's name, for messages. */
  @Override
  public String toString() {
    return table.table().name().toLowerCase(Locale.ROOT);
  }
}

package uk.footprints.broken;

import static uk.footprints.broken.BrokenCase.Expected.aside;
import static uk.footprints.broken.BrokenCase.Expected.finds;
import static uk.footprints.broken.BrokenCase.Expected.same;
import static uk.footprints.broken.BrokenCase.Expected.survives;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import uk.footprints.broken.BrokenCase.Expected;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.layout.LayoutColumn.Role;

/** Faults of cells, rows, columns and sheets: what people do to a table. */
final class CellFaults {

  /** Changes a grid; says what has to come of it, or nothing where the fault does not fit. */
  private interface Fault extends BiFunction<ValidFiles, Work, Optional<Expected>> {}

  /** A grid in the making. */
  private record Work(CellGrid grid, CellGrid.Page page, List<List<String>> rows, Random random) {
    int pick(List<Integer> places) {
      return places.get(random.nextInt(places.size()));
    }

    void set(int row, int column, String text) {
      List<String> cells = rows.get(row);
      while (cells.size() <= column) {
        cells.add("");
      }
      cells.set(column, text);
    }
  }

  private record Named(String name, int times, Fault fault) {}

  private static final List<String> ODD_NUMBERS =
      List.of("1e400", "NaN", "Infinity", "-", "0x1F", "1e5", "١٢٣", "12-3", "--5", "1.2.3", "1,23", "£", "%", "+", "9".repeat(400),
          "12 345,6", "1;2", "TRUE", "?", "n/a ", "#N/A", "\u00a0", "\ufeff12", "'12", "12*", "(", ")", "()", "(-3)");
  private static final List<String> ODD_TEXTS =
      List.of("", " ", "\u0000", "\t", "=cmd|' /C calc'!A0", "<script>", "%s%n%d", "\\", "../../etc/passwd", "NULL", "x".repeat(40_000),
          "\ud800", "😀", "Robert'); DROP TABLE", "2016-17", "43831", "31/02/2017", "99999999", "-1", "April", "e".repeat(9));

  private static final List<Named> ALL = new ArrayList<>();

  private static void fault(String name, int times, Fault fault) {
    ALL.add(new Named(name, times, fault));
  }

  static {
    fault("written again", 1, (good, w) -> Optional.of(same()));
    columns();
    rows();
    cells();
    periods();
    sheets();
  }

  private CellFaults() {}

  static List<BrokenCase> of(ValidFiles good, long seed) {
    List<BrokenCase> cases = new ArrayList<>();
    for (Named named : ALL) {
      for (int time = 0; time < named.times(); time++) {
        CellGrid grid = good.grid().copy();
        CellGrid.Page page = grid.pages.get(good.page());
        Random random = new Random(seed ^ (31L * named.name().hashCode() + time) ^ good.name().hashCode());
        Optional<Expected> expected = named.fault().apply(good, new Work(grid, page, page.rows, random));
        expected.ifPresent(
            e -> cases.add(new BrokenCase(named.name(), good.placed().file().name(), good.name(), grid.bytes(), e)));
      }
    }
    return cases;
  }

  private static Optional<Expected> when(boolean fits, java.util.function.Supplier<Expected> change) {
    return fits ? Optional.of(change.get()) : Optional.empty();
  }

  /**
   * What comes of a new column: where headings are compared loosely nothing; where days are across, or where so few
   * columns are known that it may be another table, the file or sheet is left out; else it is named, and the others are
   * read.
   */
  private static Expected newColumn(ValidFiles good) {
    if (good.loose()) {
      return same();
    }
    if (good.layout().columns().stream()
        .anyMatch(c -> c.role() == Role.IGNORED && c.pattern().filter(p -> p.matcher("a new thing").matches()).isPresent())) {
      return same();
    }
    if (good.name().endsWith("_by_strategic_health_authority.xlsx")) {
      // Its example has an authority's rows of one month more than once: a new column may be what distinguishes them.
      return aside(Kind.HEADER_CHANGED);
    }
    boolean few = good.proof().columns().stream().filter(java.util.Objects::nonNull).count() < 3;
    return good.layout().header().dated() || few ? aside(Kind.HEADER_CHANGED, Kind.UNKNOWN_FILE)
        : same(Kind.COLUMN_NEW);
  }

  private static Expected headerChanged() {
    return finds(Kind.HEADER_CHANGED, Kind.UNKNOWN_FILE, Kind.NO_PERIOD, Kind.PERIOD_CONFLICT);
  }

  private static void columns() {
    fault("column renamed", 3, (good, w) -> when(good.headed() && !good.needed().isEmpty(), () -> {
      w.set(good.header(), w.pick(good.needed()), "Quite another thing");
      return headerChanged();
    }));
    fault("column dropped", 3, (good, w) -> when(good.headed() && !good.needed().isEmpty(), () -> {
      int column = w.pick(good.needed());
      w.rows().stream().filter(row -> row.size() > column).forEach(row -> row.remove(column));
      return good.layout().header().dated() ? survives() : headerChanged();
    }));
    fault("column added", 2, (good, w) -> when(good.headed(), () -> {
      int column = w.random().nextInt(w.rows().get(good.header()).size() + 1);
      for (int r = 0; r < w.rows().size(); r++) {
        List<String> row = w.rows().get(r);
        if (row.size() >= column && (r >= good.header() || column < row.size())) {
          row.add(column, r == good.header() ? "A new thing" : r > good.header() ? "7" : "");
        }
      }
      return newColumn(good);
    }));
    fault("column twice", 1, (good, w) -> when(good.headed() && !good.loose() && !good.needed().isEmpty(), () -> {
      int column = w.pick(good.needed());
      w.rows().stream().filter(row -> row.size() > column).forEach(row -> row.add(row.get(column)));
      return survives();
    }));
    fault("columns swapped", 2, (good, w) -> when(good.headed() && good.layout().header().groups() == 0, () -> {
      List<Integer> headed = IntStream.range(0, w.rows().get(good.header()).size())
          .filter(c -> !w.rows().get(good.header()).get(c).isBlank()).boxed().toList();
      int a = w.pick(headed);
      int b = w.pick(headed);
      for (int r = good.header(); r < w.rows().size(); r++) {
        List<String> row = w.rows().get(r);
        while (row.size() <= Math.max(a, b)) {
          row.add("");
        }
        Collections.swap(row, a, b);
      }
      // A column without a heading is known by its place.
      return headed.get(headed.size() - 1) == headed.size() - 1 ? same() : survives();
    }));
    fault("headings gone", 1, (good, w) -> when(good.headed(), () -> {
      w.rows().get(good.header()).replaceAll(cell -> "");
      return good.grid().pages.size() > 1 ? finds(Kind.SHEET_NOT_READ, Kind.HEADER_CHANGED, Kind.UNKNOWN_FILE) : headerChanged();
    }));
    fault("nothing below the header", 1, (good, w) -> when(good.headed() && good.grid().pages.size() == 1, () -> {
      w.rows().subList(good.header() + 1, w.rows().size()).clear();
      return aside(Kind.NO_PERIOD, Kind.UNKNOWN_FILE);
    }));
    fault("header moved down", 3, (good, w) -> when(good.headed(), () -> {
      int by = 1 + w.random().nextInt(5);
      for (int i = 0; i < by; i++) {
        w.rows().add(0, new ArrayList<>(i % 2 == 0 ? List.of("Official statistics") : List.of()));
      }
      return same();
    }));
    fault("header moved up", 1, (good, w) -> when(good.headed() && good.header() > 0, () -> {
      w.rows().remove(0);
      return survives();
    }));
    fault("header repeated further down", 1, (good, w) -> when(good.headed() && good.rows().size() > 1, () -> {
      w.rows().add(w.pick(good.rows()), new ArrayList<>(w.rows().get(good.header())));
      return survives();
    }));
  }

  private static boolean keyed(ValidFiles good) {
    return good.observed() && !good.rows().isEmpty() && !good.columns(Role.MEASURE).isEmpty();
  }

  private static boolean ownOrganisations(ValidFiles good) {
    return keyed(good) && !good.columns(Role.ORG_CODE).isEmpty();
  }

  private static void rows() {
    fault("rows in another order", 1, (good, w) -> when(ownOrganisations(good) && good.columns(Role.KEY).isEmpty(), () -> {
      List<Integer> places = good.rows();
      List<List<String>> some = new ArrayList<>(places.stream().map(w.rows()::get).toList());
      Collections.shuffle(some, w.random());
      for (int i = 0; i < places.size(); i++) {
        w.rows().set(places.get(i), some.get(i));
      }
      return same();
    }));
    fault("row twice", 2, (good, w) -> when(keyed(good), () -> {
      int row = w.pick(good.rows());
      w.rows().add(row + 1, new ArrayList<>(w.rows().get(row)));
      return good.rules().repeats() ? same() : same(Kind.DUPLICATE_ROW);
    }));
    fault("organisation twice with other figures", 2, (good, w) -> when(keyed(good), () -> {
      int row = w.pick(good.rows());
      w.rows().add(row + 1, new ArrayList<>(w.rows().get(row)));
      good.columns(Role.MEASURE).forEach(c -> w.set(row + 1, c, "7"));
      return good.rules().repeats() ? same() : same(Kind.DUPLICATE_ROW);
    }));
    fault("row twice in a table of its own", 1, (good, w) -> when(!good.observed() && !good.rows().isEmpty(), () -> {
      int row = w.pick(good.rows());
      w.rows().add(row + 1, new ArrayList<>(w.rows().get(row)));
      boolean pairs = good.dataset().id().equals("lookups") || good.dataset().id().equals("ods");
      boolean lines = good.dataset().id().equals("spend_over_25k");
      return pairs || lines || good.rules().repeats() || !good.totals().isEmpty() ? survives()
          : finds(Kind.DUPLICATE_ROW, Kind.TOTAL_DISAGREES, Kind.NO_ORGANISATION);
    }));
    fault("two totals", 1, (good, w) -> when(keyed(good) && good.totals().size() == 1, () -> {
      w.rows().add(good.totals().get(0) + 1, new ArrayList<>(w.rows().get(good.totals().get(0))));
      return same();
    }));
    fault("no total", 1, (good, w) -> when(
        keyed(good) && good.totals().size() == 1 && good.dataset().rules(good.layout()).totalled(), () -> {
          w.rows().remove((int) good.totals().get(0));
          return same(Kind.TOTAL_MISSING);
        }));
    fault("total off by a little", 2, (good, w) ->
        total(good, w, 1.01, exact(good) ? finds(Kind.TOTAL_DISAGREES) : survives()));
    fault("total off by half", 2, (good, w) -> total(good, w, 1.5, good.rules().sums() ? aside(Kind.TOTAL_DISAGREES) : survives()));
    fault("organisation missing of a total", 1, (good, w) -> when(
        ownOrganisations(good) && good.totals().size() == 1 && good.rows().size() > 3, () -> {
          w.rows().remove((int) good.rows().get(good.rows().size() - 1));
          return exact(good) ? finds(Kind.TOTAL_DISAGREES) : survives();
        }));
    fault("organisation unknown", 1, (good, w) -> organisation(good, w, "RZZ", "99Z", Kind.UNKNOWN_ORGANISATION));
    fault("organisation closed", 1, (good, w) -> organisation(good, w, "RM4", "06J", Kind.CLOSED_ORGANISATION));
    fault("organisation without a code", 1, (good, w) -> when(ownOrganisations(good), () -> {
      w.set(w.pick(good.rows()), good.columns(Role.ORG_CODE).get(0), "see note 3");
      return finds(Kind.NO_ORGANISATION, Kind.SHEET_NOT_READ);
    }));
    fault("organisations in merged cells", 1, (good, w) -> when(
        ownOrganisations(good) && good.grid().format != SourceWorkbook.Format.CSV && good.rows().size() > 4, () -> {
          int first = good.rows().get(0);
          int column = good.columns(Role.ORG_CODE).get(0);
          w.set(first + 1, column, "");
          w.set(first + 2, column, "");
          w.page().merged.add(new int[] {first, first + 2, column, column});
          return finds(Kind.NO_ORGANISATION, Kind.SHEET_NOT_READ);
        }));
    fault("rows cut short", 1, (good, w) -> when(good.rows().size() > 1, () -> {
      for (int row : good.rows()) {
        if (w.random().nextInt(4) == 0) {
          List<String> cells = w.rows().get(row);
          cells.subList(w.random().nextInt(cells.size()), cells.size()).clear();
        }
      }
      return survives();
    }));
  }

  /** Whether a small difference between a total and its parts is a fault. */
  private static boolean exact(ValidFiles good) {
    return good.rules().sums() && good.rules().rounding() == 0;
  }

  private static Optional<Expected> total(ValidFiles good, Work w, double factor, Expected expected) {
    List<Integer> filled = new ArrayList<>();
    if (keyed(good) && good.totals().size() == 1) {
      for (int c : good.columns(Role.MEASURE)) {
        String cell = ValidFiles.cell(w.rows().get(good.totals().get(0)), c).replace(",", "");
        // A part that is missing may be as much as a little off, so the total is not compared to the unit there.
        boolean comparable = factor > 1.1 || good.rows().stream().allMatch(row -> isNumber(w.rows().get(row), c));
        if (isNumber(w.rows().get(good.totals().get(0)), c) && Double.parseDouble(cell) >= 200 && comparable) {
          filled.add(c);
        }
      }
    }
    return when(!filled.isEmpty(), () -> {
      int column = w.pick(filled);
      double before = Double.parseDouble(ValidFiles.cell(w.rows().get(good.totals().get(0)), column).replace(",", ""));
      w.set(good.totals().get(0), column, String.valueOf(Math.round(before * factor)));
      return expected;
    });
  }

  private static boolean isNumber(List<String> row, int column) {
    return ValidFiles.cell(row, column).replace(",", "").matches("\\d+(\\.\\d+)?");
  }

  private static Optional<Expected> organisation(ValidFiles good, Work w, String trust, String group, Kind kind) {
    boolean providers = good.name().matches("(ae_attendances|mar_provider|kh03_beds|msitrep)/.*");
    boolean groups = good.name().matches("mar_commissioner/from_april_2015.*");
    boolean late = kind == Kind.UNKNOWN_ORGANISATION || good.name().matches(".*/from_(august_2020|april_2018).*");
    return when(ownOrganisations(good) && (providers || groups) && late, () -> {
      w.set(w.pick(good.rows()), good.columns(Role.ORG_CODE).get(0), providers ? trust : group);
      return finds(kind);
    });
  }

  private static Optional<Expected> figure(ValidFiles good, Work w, String text, Expected expected) {
    return when(keyed(good), () -> {
      w.set(w.pick(good.rows()), w.pick(good.columns(Role.MEASURE)), text);
      return expected;
    });
  }

  private static void cells() {
    fault("formula without a result", 1, (good, w) ->
        good.grid().format == SourceWorkbook.Format.CSV ? Optional.empty() : figure(good, w, CellGrid.FORMULA, finds(Kind.NOT_A_NUMBER)));
    fault("error in a cell", 1, (good, w) -> figure(good, w, CellGrid.ERROR, finds(Kind.NOT_A_NUMBER)));
    fault("words for a number", 1, (good, w) -> figure(good, w, "see note", finds(Kind.NOT_A_NUMBER)));
    fault("below zero", 1, (good, w) -> figure(good, w, "-12", finds(Kind.NEGATIVE_COUNT)));
    fault("in brackets", 1, (good, w) -> figure(good, w, "(12)", finds(Kind.NEGATIVE_COUNT)));
    fault("stars and dashes", 2, (good, w) -> figure(good, w, w.random().nextBoolean() ? "*" : "-", survives()));
    fault("decimals of a count", 1, (good, w) -> when(
        keyed(good) && good.columns(Role.MEASURE).stream().allMatch(
            c -> good.dataset().rules(good.layout()).whole().test(good.proof().columns().get(c).name())), () -> {
          w.set(w.pick(good.rows()), w.pick(good.columns(Role.MEASURE)), "12.5");
          return finds(Kind.DECIMAL_COUNT);
        }));
    fault("numbers as texts with separators", 1, (good, w) -> when(keyed(good), () -> {
      for (int row : good.rows()) {
        for (int c : good.columns(Role.MEASURE)) {
          String cell = ValidFiles.cell(w.rows().get(row), c);
          if (cell.matches("\\d{1,12}")) {
            w.set(row, c, String.format(java.util.Locale.UK, w.random().nextBoolean() ? " %,d" : "%,d\u00a0", Long.valueOf(cell)));
          }
        }
      }
      return same();
    }));
    fault("odd numbers", 4, (good, w) -> when(!good.rows().isEmpty(), () -> {
      List<Integer> figures = good.columns(Role.MEASURE, Role.FIELD);
      for (int i = 0; i < 8; i++) {
        w.set(w.pick(good.rows()), w.pick(figures), ODD_NUMBERS.get(w.random().nextInt(ODD_NUMBERS.size())));
      }
      return survives();
    }));
    fault("odd texts", 4, (good, w) -> when(!good.rows().isEmpty(), () -> {
      int width = w.rows().get(good.rows().get(0)).size();
      for (int i = 0; i < 8; i++) {
        int row = w.random().nextInt(w.rows().size());
        w.set(row, w.random().nextInt(width), ODD_TEXTS.get(w.random().nextInt(ODD_TEXTS.size())));
      }
      return survives();
    }));
  }

  private static void periods() {
    fault("month misspelt", 1, (good, w) -> when(
        keyed(good) && !good.columns(Role.PERIOD).isEmpty() && good.header() > 4 && !good.columns(Role.YEAR).isEmpty(), () -> {
          List<Integer> rows = good.rows();
          int column = good.columns(Role.PERIOD).get(0);
          boolean long8 = rows.stream().allMatch(r -> ValidFiles.cell(w.rows().get(r), column).strip().length() > 4);
          rows.forEach(r -> w.set(r, column, exchanged(ValidFiles.cell(w.rows().get(r), column))));
          return long8 ? finds(Kind.MISSPELT_MONTH) : survives();
        }));
    fault("years that run on", 1, (good, w) -> when(titled(good), () -> {
      int n = 0;
      for (int row : good.rows()) {
        String year = ValidFiles.cell(w.rows().get(row), good.columns(Role.YEAR).get(0));
        w.set(row, good.columns(Role.YEAR).get(0), year.substring(0, 5) + String.format("%02d", 30 + n++ % 60));
      }
      return same(Kind.RUNNING_YEAR);
    }));
    fault("a year against the title", 1, (good, w) -> when(titled(good), () -> {
      w.set(w.pick(good.rows()), good.columns(Role.YEAR).get(0), "2004-05");
      return aside(Kind.PERIOD_CONFLICT);
    }));
    fault("a period still to come", 1, (good, w) -> when(good.observed() && good.headed(), () -> {
      List<List<String>> before = w.rows().stream().map(row -> List.copyOf(row)).toList();
      w.rows().forEach(row -> row.replaceAll(CellFaults::later));
      if (before.subList(0, good.header() + 4).equals(w.rows().subList(0, good.header() + 4)) || good.layout().header().dated()) {
        return survives();
      }
      return finds(Kind.FUTURE_PERIOD, Kind.NO_PERIOD, Kind.IMPLAUSIBLE_DATE, Kind.PERIOD_CONFLICT, Kind.HEADER_CHANGED);
    }));
    fault("days as numbers", 1, (good, w) -> when(!good.columns(Role.DATE).isEmpty(), () -> {
      int column = good.columns(Role.DATE).get(0);
      for (int row : good.rows()) {
        uk.footprints.period.PeriodText.findDate(ValidFiles.cell(w.rows().get(row), column))
            .ifPresent(d -> w.set(row, column, String.valueOf(d.toEpochDay() + 25_569)));
      }
      return same();
    }));
    fault("days of payment as numbers", 1, (good, w) -> when(good.dataset().id().equals("spend_over_25k"), () -> {
      int column = good.proof().place("paid_on");
      var dates = uk.footprints.period.DateColumn.of(List.of("31/01/2020"));
      for (int row : good.rows()) {
        dates.find(ValidFiles.cell(w.rows().get(row), column))
            .ifPresent(d -> w.set(row, column, String.valueOf(d.toEpochDay() + 25_569)));
      }
      return survives();
    }));
  }

  private static boolean titled(ValidFiles good) {
    return good.header() > 4 && keyed(good) && !good.columns(Role.YEAR).isEmpty()
        && uk.footprints.period.PeriodText.findPeriod(good.proof().sheet().titled("Period")).isPresent()
        && good.rows().stream().allMatch(
            r -> ValidFiles.cell(good.grid().pages.get(good.page()).rows.get(r), good.columns(Role.YEAR).get(0)).matches("20\\d\\d[-/]\\d\\d"));
  }

  private static String exchanged(String month) {
    return month.length() < 5 ? month : month.substring(0, 2) + month.charAt(3) + month.charAt(2) + month.substring(4);
  }

  private static String later(String cell) {
    String text = cell.replaceAll("(?<!\\d)20[012](\\d)-([012])(\\d)(?!\\d)", "209$1-9$3").replaceAll("(?<!\\d)20[12](\\d)(?!\\d)", "209$1");
    return text.matches("4[0-4]\\d{3}(\\.0)?") ? "8" + text.substring(1) : text;
  }

  private static void sheets() {
    fault("hidden copy of the sheet", 1, (good, w) -> when(good.grid().format != SourceWorkbook.Format.CSV, () -> {
      CellGrid.Page copy = w.page().copy("Draft");
      copy.hidden = true;
      w.grid().pages.add(0, copy);
      return same(Kind.HIDDEN_SHEET);
    }));
    fault("the only sheet is hidden", 1, (good, w) -> when(
        good.grid().format != SourceWorkbook.Format.CSV && good.grid().pages.size() == 1, () -> {
          w.page().hidden = true;
          CellGrid.Page cover = new CellGrid.Page().copy("Cover");
          cover.rows.add(new ArrayList<>(List.of("Nothing here")));
          w.grid().pages.add(cover);
          return same(Kind.HIDDEN_SHEET);
        }));
    fault("visible copy of the sheet", 1, (good, w) -> when(
        good.grid().format != SourceWorkbook.Format.CSV && good.observed(), () -> {
          w.grid().pages.add(w.page().copy("Draft"));
          return same();
        }));
    fault("sheet renamed", 1, (good, w) -> when(good.grid().format != SourceWorkbook.Format.CSV && good.grid().pages.size() == 1, () -> {
      w.page().name = "Sheet1";
      return survives();
    }));
    fault("sheets in another order", 1, (good, w) -> when(good.grid().pages.size() > 1, () -> {
      Collections.shuffle(w.grid().pages, w.random());
      return survives();
    }));
  }
}

package uk.footprints.broken;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.table.Field;
import uk.footprints.transform.Measure;

/**
 * A file with a few random faults, as people and programs make them.
 *
 * @param what the faults
 * @param bytes the file
 * @param rows rows with a changed cell, as a spreadsheet counts in the good file
 * @param removed rows that were taken out, as the good file counts
 * @param sheet the sheet that was taken out; empty for none
 * @param whole whether a column, a sheet or the bytes were changed, and not only cells and rows
 */
record Spoiling(String what, byte[] bytes, Set<Integer> rows, Set<Integer> removed, String sheet, boolean whole) {

  private static final List<String> MARKS = List.of("..", "[x]", "[c]", "*", "<5", "[low]", "no return");
  private static final List<String> NOTHING = List.of("-", "n/a", "[z]", ":");
  private static final List<String> ERRORS = List.of("#REF!", "#DIV/0!", "#VALUE!", "#NAME?");
  private static final List<String> TEXTS = List.of("see note", "TBC", "1O5", "12 345,6", "one", "?");

  private enum Fault {
    MARK, NOTHING_TO_COUNT, ERROR, TEXT, NEGATIVE, BLANK, ROW_REMOVED, ROW_TWICE, ROW_TWICE_OTHERWISE, COLUMNS_SWAPPED, COLUMN_RENAMED,
    HEADING_MISSPELT, COLUMN_ADDED, SHEET_RENAMED, SHEET_REMOVED, SEPARATOR, CUT_OFF
  }

  /** Puts a fault of one structure, or up to five of cells, into a good file. */
  static Spoiling of(ValidFiles good, Random random) {
    return of(good, random, Set.of());
  }

  /** Puts a fault into a good file that leaves its organisations with something to count. */
  static Spoiling counted(ValidFiles good, Random random) {
    return of(good, random, Set.of(Fault.NOTHING_TO_COUNT));
  }

  private static Spoiling of(ValidFiles good, Random random, Set<Fault> without) {
    List<Fault> faults = Arrays.stream(Fault.values()).filter(fault -> !without.contains(fault)).toList();
    return new Work(good, random).spoil(faults.get(random.nextInt(faults.size())));
  }

  private static final class Work {
    private final ValidFiles good;
    private final Random random;
    private final CellGrid grid;
    private final CellGrid.Page page;
    private final List<Integer> places;
    private final List<Integer> figures;
    private final Set<String> signed;
    private final Set<Integer> rows = new HashSet<>();
    private final Set<Integer> removed = new HashSet<>();
    private String sheet = "";
    private boolean whole;

    Work(ValidFiles good, Random random) {
      this.good = good;
      this.random = random;
      this.grid = good.grid().copy();
      this.page = grid.pages.get(good.page());
      this.places = good.filled();
      Set<String> numbers =
          good.dataset().tables().stream().flatMap(table -> table.fields().stream())
              .filter(field -> field.type() == Field.Type.NUMBER).map(Field::name).collect(Collectors.toSet());
      this.figures =
          good.columns(Role.MEASURE, Role.FIELD).stream()
              .filter(c -> good.proof().columns().get(c).role() == Role.MEASURE
                  || numbers.contains(good.proof().columns().get(c).name())
                  || good.proof().columns().get(c).name().startsWith("band "))
              .toList();
      this.signed =
          good.dataset().measures().stream().filter(measure -> measure.limits().signed()).map(Measure::id)
              .collect(Collectors.toSet());
    }

    Spoiling spoil(Fault fault) {
      boolean cells = fault.compareTo(Fault.BLANK) <= 0;
      int times = cells ? 1 + random.nextInt(5) : 1;
      for (int i = 0; i < times; i++) {
        switch (fault) {
          case MARK -> cell(MARKS);
          case NOTHING_TO_COUNT -> cell(good.rules().dashIsZero() ? NOTHING.subList(1, NOTHING.size()) : NOTHING);
          case ERROR -> cell(ERRORS);
          case TEXT -> cell(TEXTS);
          case NEGATIVE -> cell(List.of("-5", "-1234", "(7)"), this::isCount);
          case BLANK -> cell(List.of("", " ", "\u00a0"));
          case ROW_REMOVED -> removeRow();
          case ROW_TWICE -> repeatRow(false);
          case ROW_TWICE_OTHERWISE -> repeatRow(true);
          default -> structure(fault);
        }
      }
      byte[] bytes = grid.bytes();
      if (fault == Fault.CUT_OFF) {
        bytes = cut(bytes);
      } else if (fault == Fault.SEPARATOR && grid.format == SourceWorkbook.Format.CSV) {
        String separator = List.of(";", "\t", "|").get(random.nextInt(3));
        whole = true;
        bytes = separated(separator).getBytes(StandardCharsets.UTF_8);
      }
      return new Spoiling(fault.name(), bytes, rows, removed, sheet, whole);
    }

    private <T> T pick(List<T> from) {
      return from.get(random.nextInt(from.size()));
    }

    /** Amounts of money may be below zero. */
    private boolean isCount(int column) {
      String name = good.proof().columns().get(column).name();
      return !signed.contains(name) && !good.rules().signed().contains(name) && !name.equals("amount");
    }

    private void cell(List<String> texts) {
      cell(texts, column -> true);
    }

    /** Changes a cell of figures that has a number. */
    private void cell(List<String> texts, IntPredicate wanted) {
      int row = pick(places);
      List<String> cells = page.rows.get(row);
      List<Integer> numbers =
          figures.stream()
              .filter(wanted::test)
              .filter(c -> c < cells.size() && cells.get(c).strip().matches("\\d[\\d,.]*"))
              .toList();
      if (!numbers.isEmpty()) {
        cells.set(pick(numbers), pick(texts));
        rows.add(row + 1);
      }
    }

    private void removeRow() {
      int row = pick(places);
      page.rows.set(row, new ArrayList<>());
      removed.add(row + 1);
    }

    private void repeatRow(boolean otherwise) {
      int row = pick(places);
      List<String> copy = new ArrayList<>(page.rows.get(row));
      if (otherwise) {
        figures.stream().filter(c -> c < copy.size() && copy.get(c).matches("\\d+")).forEach(c -> copy.set(c, "7"));
      }
      page.rows.add(copy);
      rows.add(page.rows.size());
    }

    private void structure(Fault fault) {
      whole = true;
      int header = good.header();
      if (fault == Fault.SHEET_RENAMED) {
        page.name = "Sheet 9";
      } else if (fault == Fault.SHEET_REMOVED && grid.pages.size() > 1) {
        sheet = page.name;
        grid.pages.remove(page);
      } else if (good.headed() && fault == Fault.COLUMNS_SWAPPED && good.layout().header().groups() == 0) {
        int width = page.rows.get(header).size();
        int a = random.nextInt(width);
        int b = random.nextInt(width);
        for (List<String> row : page.rows.subList(header, page.rows.size())) {
          while (row.size() < width) {
            row.add("");
          }
          Collections.swap(row, a, b);
        }
      } else if (good.headed() && fault == Fault.COLUMN_RENAMED && !good.needed().isEmpty()) {
        page.rows.get(header).set(pick(good.needed()), "Quite another thing");
      } else if (good.headed() && fault == Fault.HEADING_MISSPELT && !good.needed().isEmpty()) {
        int column = pick(good.needed());
        String heading = page.rows.get(header).get(column);
        int at = random.nextInt(heading.length());
        page.rows.get(header).set(column, heading.substring(0, at) + heading.substring(at + 1));
      } else if (good.headed() && fault == Fault.COLUMN_ADDED) {
        int column = random.nextInt(page.rows.get(header).size() + 1);
        for (int r = 0; r < page.rows.size(); r++) {
          List<String> row = page.rows.get(r);
          if (row.size() >= column && (r >= header || column < row.size())) {
            row.add(column, r == header ? "A new thing" : r > header ? "7" : "");
          }
        }
      }
    }

    private String separated(String separator) {
      StringBuilder text = new StringBuilder();
      for (List<String> row : page.rows) {
        text.append(
            row.stream()
                .map(cell -> cell.contains(separator) || cell.contains("\"") ? quoted(cell) : cell)
                .collect(Collectors.joining(separator)));
        text.append('\n');
      }
      return text.toString();
    }

    private static String quoted(String cell) {
      return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Cuts a file; a text not inside its last cell, where nothing shows that a digit is absent. */
    private byte[] cut(byte[] bytes) {
      whole = true;
      int length = 1 + random.nextInt(bytes.length - 1);
      if (grid.format == SourceWorkbook.Format.CSV) {
        int line = length;
        while (line > 0 && bytes[line - 1] != '\n') {
          line--;
        }
        String rest = new String(bytes, line, bytes.length - line, StandardCharsets.UTF_8);
        String row = rest.substring(0, rest.indexOf('\n'));
        int last = row.substring(0, row.lastIndexOf(',') + 1).getBytes(StandardCharsets.UTF_8).length;
        int kept = (int) new String(bytes, 0, line, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
        IntStream.rangeClosed(kept + 1, page.rows.size()).forEach(removed::add);
        length = line + Math.min(length - line, Math.max(last, 0));
      }
      return Arrays.copyOf(bytes, length);
    }
  }
}

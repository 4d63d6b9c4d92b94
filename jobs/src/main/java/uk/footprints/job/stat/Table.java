package uk.footprints.job.stat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.run.Fixable;

/** An analyst's CSV file in memory, column by column, with the line on which each row stood. */
public final class Table {

  private static final int SHARED = 1 << 12;
  private static final CsvReader.CsvReaderBuilder READER =
      CsvReader.builder().detectBomHeader(true).allowMissingFields(true).allowExtraFields(true);

  private final String file;
  private final List<String> header;
  private final String[][] columns;
  private final int[] lines;

  private Table(String file, List<String> header, String[][] columns, int[] lines) {
    this.file = file;
    this.header = header;
    this.columns = columns;
    this.lines = lines;
  }

  /** Reads a file; says in one sentence what is wrong with it as a table. */
  public static Table read(Path path) {
    String file = path.getFileName() == null ? path.toString() : path.getFileName().toString();
    if (!Files.exists(path)) {
      throw Fixable.data(path + " is not there.", "check the path after --in; it starts from the folder you are in");
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw Fixable.data(path + " is not a file that can be read.", "name a CSV file after --in");
    }
    try (CsvReader<CsvRecord> csv = READER.ofCsvRecord(path)) {
      return read(file, csv);
    } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
      throw Fixable.data(
          "%s cannot be read as CSV in UTF-8: %s".formatted(file, e.getMessage()),
          "save it as CSV UTF-8, with every quote closed",
          e);
    } catch (IOException e) {
      throw Fixable.data("%s cannot be read: %s".formatted(path, e.getMessage()), "check the file and its folder", e);
    }
  }

  private static Table read(String file, CsvReader<CsvRecord> csv) {
    List<String> header = null;
    Rows rows = null;
    List<String> ragged = new ArrayList<>();
    for (CsvRecord line : csv) {
      if (header == null) {
        header = line.getFields().stream().map(String::strip).toList();
        requireDistinct(file, header);
        rows = new Rows(header.size());
      } else if (line.getFieldCount() == header.size()) {
        rows.add(line);
      } else if (ragged.size() < Problems.SHOWN) {
        ragged.add(
            "%s, row %d: it has %d cells and the header has %d."
                .formatted(file, line.getStartingLineNumber(), line.getFieldCount(), header.size()));
      }
    }
    if (header == null) {
      throw Fixable.data(
          "%s is empty: row 1 should name the columns.".formatted(file),
          "give a CSV file with a header and a row for each observation");
    }
    if (!ragged.isEmpty()) {
      throw Fixable.data(String.join("\n", ragged), "give every row the cells of the header; quote a cell with a comma");
    }
    if (rows.count == 0) {
      throw Fixable.data(
          "%s has a header in row 1 and no rows below it.".formatted(file), "add a row for each observation");
    }
    return rows.table(file, header);
  }

  private static void requireDistinct(String file, List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      if (header.indexOf(header.get(i)) < i) {
        throw Fixable.data(
            "%s, row 1, column %s: the name stands there twice.".formatted(file, header.get(i)),
            "rename or remove one of the two columns");
      }
    }
  }

  /** The file's name without its folder. */
  public String file() {
    return file;
  }

  /** The names of the columns, in order. */
  public List<String> header() {
    return header;
  }

  /** How many rows there are below the header. */
  public int rows() {
    return lines.length;
  }

  /** The line of the file on which a row stood; the header is 1. */
  public int line(int row) {
    return lines[row];
  }

  /** Whether there is such a column. */
  public boolean has(String column) {
    return header.contains(column);
  }

  /** A cell as it was written. */
  public String cell(int row, int column) {
    return columns[column][row];
  }

  /** The cells of a column that is there. */
  public String[] column(String name) {
    return columns[header.indexOf(name)];
  }

  /** Rows while they are read; equal cells share one string, as areas and age bands recur. */
  private static final class Rows {

    private final String[][] columns;
    private final String[][] shared;
    private int[] lines = new int[1024];
    private int count;

    Rows(int width) {
      columns = new String[width][1024];
      shared = new String[width][SHARED];
    }

    void add(CsvRecord line) {
      if (count == lines.length) {
        lines = Arrays.copyOf(lines, 2 * count);
        for (int i = 0; i < columns.length; i++) {
          columns[i] = Arrays.copyOf(columns[i], 2 * count);
        }
      }
      for (int i = 0; i < columns.length; i++) {
        columns[i][count] = shared(i, line.getField(i));
      }
      lines[count++] = (int) line.getStartingLineNumber();
    }

    private String shared(int column, String cell) {
      int slot = cell.hashCode() & SHARED - 1;
      String known = shared[column][slot];
      if (cell.equals(known)) {
        return known;
      }
      shared[column][slot] = cell;
      return cell;
    }

    Table table(String file, List<String> header) {
      String[][] cut = Arrays.stream(columns).map(c -> Arrays.copyOf(c, count)).toArray(String[][]::new);
      return new Table(file, header, cut, Arrays.copyOf(lines, count));
    }
  }
}

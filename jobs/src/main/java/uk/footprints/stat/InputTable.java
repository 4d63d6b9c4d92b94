package uk.footprints.stat;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.runtime.UserException;

/** An analyst's CSV file in memory by columns, with the line number of each row. */
public final class InputTable {

  private static final int HEADER = 1 << 16;
  private static final char REPLACED = '\uFFFD';

  private final String file;
  private final List<String> header;
  private final CellDictionary[] columns;
  private final int[] lines;

  private InputTable(String file, List<String> header, CellDictionary[] columns, int[] lines) {
    this.file = file;
    this.header = header;
    this.columns = columns;
    this.lines = lines;
  }

  /** Reads a file; fails with one sentence where it is not a table. */
  public static InputTable read(Path path) {
    String file = path.getFileName() == null ? path.toString() : path.getFileName().toString();
    if (!Files.exists(path)) {
      throw UserException.data(
          path + " does not exist.", "check the path after --in; it starts from the folder you are in");
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw UserException.data(path + " is not a file that can be read.", "name a CSV file after --in");
    }
    Rows rows = new Rows();
    try (CsvReader<Boolean> csv = reader(path).build(rows, path)) {
      csv.forEach(row -> {});
      return read(file, rows);
    } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
      throw UserException.data(
          "%s cannot be read as CSV in UTF-8: %s".formatted(file, e.getMessage()),
          "save it as CSV UTF-8, with every quote closed",
          e);
    } catch (IOException e) {
      throw UserException.data(
          "%s cannot be read: %s".formatted(path, e.getMessage()), "check the file and its folder", e);
    }
  }

  /** Reads a table from text, separated by commas. */
  static InputTable parse(String file, String text) {
    Rows rows = new Rows();
    CsvReader.builder().allowMissingFields(true).allowExtraFields(true).build(rows, text).forEach(row -> {});
    return read(file, rows);
  }

  private static CsvReader.CsvReaderBuilder reader(Path path) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator(path))
        .detectBomHeader(true)
        .allowMissingFields(true)
        .allowExtraFields(true);
  }

  /** Returns the separator of the header: Excel writes semicolons where it uses a comma for decimals. */
  private static char separator(Path path) throws IOException {
    byte[] start = new byte[HEADER];
    try (InputStream in = Files.newInputStream(path)) {
      int read = in.readNBytes(start, 0, HEADER);
      String header = new String(start, 0, read, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
      boolean comma = header.indexOf(',') >= 0;
      return comma ? ',' : header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }
  }

  private static InputTable read(String file, Rows rows) {
    if (rows.header == null) {
      throw UserException.data(
          "%s is empty: row 1 should name the columns.".formatted(file),
          "give a CSV file with a header and a row for each observation");
    }
    requireDistinct(file, rows.header);
    if (!rows.ragged.isEmpty()) {
      throw UserException.data(
          rows.ragged.stream().map(what -> file + ", " + what).collect(Collectors.joining("\n")),
          "give every row the cells of the header; quote a cell with a comma, and close every quotation mark");
    }
    if (rows.count == 0) {
      throw UserException.data(
          "%s has a header in row 1 and no rows below it.".formatted(file), "add a row for each observation");
    }
    return rows.table(file);
  }

  private static void requireDistinct(String file, List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      if (header.indexOf(header.get(i)) < i) {
        throw UserException.data(
            "%s, row 1, column %s: the name is used twice.".formatted(file, header.get(i)),
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

  /** Returns the line number of a row in the file; the header is 1. */
  public int line(int row) {
    return lines[row];
  }

  /** Whether there is such a column. */
  public boolean has(String column) {
    return header.contains(column);
  }

  /** Returns the text of a cell. */
  public String cell(int row, int column) {
    return columns[column].get(row);
  }

  /** Returns the cells of an existing column. */
  CellDictionary column(String name) {
    return columns[header.indexOf(name)];
  }

  /** Rows while they are read, cell by cell. */
  private static final class Rows extends AbstractBaseCsvCallbackHandler<Boolean> {

    private final List<String> ragged = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private List<String> header;
    private CellDictionary.Builder[] columns;
    private int[] lines = new int[1024];
    private int count;
    private boolean empty;

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
      if (header == null) {
        names.add(new String(buffer, offset, length).strip());
      } else if (column < columns.length) {
        columns[column].set(count, buffer, offset, length);
      }
    }

    @Override
    protected void handleEmpty() {
      empty = true;
    }

    @Override
    protected Boolean buildRecord() {
      if (header == null) {
        header = List.copyOf(names);
        columns =
            Stream.generate(CellDictionary.Builder::new).limit(header.size()).toArray(CellDictionary.Builder[]::new);
      } else if (empty) {
        empty = false;
      } else if (getFieldCount() == header.size()) {
        if (count == lines.length) {
          lines = Arrays.copyOf(lines, 2 * count);
        }
        lines[count++] = (int) getStartingLineNumber();
      } else if (ragged.size() < TableProblems.SHOWN) {
        ragged.add(
            "row %d: it has %d cells and the header has %d."
                .formatted(getStartingLineNumber(), getFieldCount(), header.size()));
      }
      return Boolean.TRUE;
    }

    /** Rejects replacement characters, which come from bytes that are not UTF-8 and would change a name. */
    private void requireText(String file, CellDictionary[] cells) {
      for (int i = 0; i < cells.length; i++) {
        for (int row = 0; row < count; row++) {
          if (cells[i].get(row).indexOf(REPLACED) >= 0) {
            throw UserException.data(
                "%s, row %d, column %s: the cell has letters that are not UTF-8."
                    .formatted(file, lines[row], header.get(i)),
                "save it as CSV UTF-8");
          }
        }
      }
    }

    InputTable table(String file) {
      CellDictionary[] cells = Arrays.stream(columns).map(column -> column.cells(count)).toArray(CellDictionary[]::new);
      requireText(file, cells);
      return new InputTable(file, header, cells, Arrays.copyOf(lines, count));
    }
  }
}

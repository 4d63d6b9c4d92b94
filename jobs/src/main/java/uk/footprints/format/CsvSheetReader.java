package uk.footprints.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads text tables with cells separated by commas, tabs, semicolons, bars or the sign ¬. The text is checked before it is split,
 * so that a missing quotation mark loses no rows.
 */
final class CsvSheetReader {

  private static final int LARGEST_CELL = 1 << 20;
  private static final int MOST_CELLS = 16_384;

  private CsvSheetReader() {}

  static SourceWorkbook read(byte[] bytes) throws UnreadableFileException {
    TextDecoder.Encoded text = TextDecoder.encoded(bytes);
    char separator = CellSeparator.of(text.bytes(), text.from());
    Lines lines = new Lines(text, separator);
    lines.check();
    List<Sheet.Row> rows = new ArrayList<>();
    CellStringPool texts = new CellStringPool();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(2 * LARGEST_CELL)
            .ofCsvRecord(
                new ByteArrayInputStream(text.bytes(), text.from(), text.bytes().length - text.from()),
                text.charset())) {
      int number = 0;
      for (CsvRecord record : csv) {
        number++;
        String[] cells = new String[record.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = texts.keep(record.getField(i));
        }
        CellStringPool.add(rows, number, cells);
      }
    } catch (CellStringPool.TooLarge e) {
      throw new UnreadableFileException(e.getMessage(), e);
    } catch (CsvParseException e) {
      throw new UnreadableFileException("expected a text table, found a line that cannot be split into cells", e);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException("expected a text table, found something else", e);
    }
    return new SourceWorkbook(SourceWorkbook.Format.CSV, List.of(new Sheet("", rows, false)), List.of());
  }

  /** Checks the bytes of a text: whether every quotation mark is closed, and whether the last row is complete. */
  private static final class Lines {

    /** The sign ¬ is two bytes in UTF-8, of which the second is its only byte in Windows-1252. */
    private static final byte FIRST_OF_TWO = (byte) 0xC2;

    private final byte[] bytes;
    private final int from;
    private final byte separator;
    private int row = 1;
    private int cells = 1;
    private int cell;
    private int before;
    private boolean quoted;

    Lines(TextDecoder.Encoded text, char separator) {
      this.separator = (byte) separator;
      this.bytes = text.bytes();
      this.from = text.from();
    }

    void check() throws UnreadableFileException {
      if (bytes.length == from) {
        throw new UnreadableFileException("the file is empty");
      }
      int opened = 0;
      for (int i = from; i < bytes.length; i++) {
        byte b = bytes[i];
        if (quoted) {
          boolean twice = b == '"' && i + 1 < bytes.length && bytes[i + 1] == '"';
          i += twice ? 1 : 0;
          if (b == '"' && !twice) {
            quoted = false;
            if (i + 1 < bytes.length && !ends(bytes[i + 1])) {
              throw new UnreadableFileException(
                  "row %d has a quotation mark inside a cell that is in quotation marks".formatted(row));
            }
          }
        } else if (b == '"' && cell == 0) {
          quoted = true;
          opened = row;
        } else if (b == separator) {
          cells++;
          cell = -1;
          if (cells > MOST_CELLS) {
            throw new UnreadableFileException("row %d has more than %,d columns".formatted(row, MOST_CELLS));
          }
        } else if (b == '\n' || b == '\r') {
          i += b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n' ? 1 : 0;
          endRow();
        }
        cell++;
        if (cell > LARGEST_CELL) {
          throw new UnreadableFileException("row %d has a cell of more than a million characters".formatted(row));
        }
      }
      if (quoted) {
        throw new UnreadableFileException("row %d opens a quotation mark that is never closed".formatted(opened));
      }
      boolean open = bytes[bytes.length - 1] != '\n' && bytes[bytes.length - 1] != '\r';
      if (open && row > 1 && cells < before) {
        throw new UnreadableFileException(
            "the file was cut off: row %d, its last, ends after %d of %d cells".formatted(row, cells, before));
      }
    }

    private void endRow() {
      before = cells;
      row++;
      cells = 1;
      cell = -1;
    }

    private boolean ends(byte b) {
      boolean wide = separator == (byte) '¬' && b == FIRST_OF_TWO;
      return b == separator || wide || b == '\n' || b == '\r';
    }
  }
}

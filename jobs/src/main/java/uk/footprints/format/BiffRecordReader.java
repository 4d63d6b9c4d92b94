package uk.footprints.format;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.util.RKUtil;

/**
 * Reads the records of a workbook stream (BIFF8, specified in [MS-XLS]): each has a number, a length and that many
 * bytes. Records of cells are read, all others are skipped.
 */
final class BiffRecordReader {

  private static final int BEGIN = 0x809;
  private static final int END = 0x0A;
  private static final int SHEET = 0x85;
  private static final int LOCKED = 0x2F;
  private static final int CONTINUED = 0x3C;
  private static final int TEXTS = 0xFC;
  private static final int TEXT_BY_NUMBER = 0xFD;
  private static final int TEXT = 0x204;
  private static final int RICH_TEXT = 0xD6;
  private static final int NUMBER = 0x203;
  private static final int SHORT_NUMBER = 0x27E;
  private static final int SHORT_NUMBERS = 0xBD;
  private static final int FORMULA = 0x06;
  private static final int RESULT = 0x207;
  private static final int FLAG_OR_ERROR = 0x205;
  private static final int BIFF8 = 0x600;
  private static final int WORKSHEET = 0x10;
  private static final int COLUMNS = 256;
  /** The result of a formula that the writer of the file left for Excel to compute. */
  private static final int TO_BE_FOUND = 2;

  private final ByteBuffer bytes;
  private final CellStringPool cells = new CellStringPool();
  private final Map<Integer, String> names = new LinkedHashMap<>();
  private final List<Integer> hidden = new ArrayList<>();
  private SSTRecord texts;

  BiffRecordReader(byte[] stream) {
    this.bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns whether the records are encrypted. */
  static boolean locked(byte[] stream) {
    ByteBuffer bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0, n = 0; at + 4 <= stream.length && n < 12; at += 4 + u16(bytes, at + 2), n++) {
      if (u16(bytes, at) == LOCKED) {
        return true;
      }
    }
    return false;
  }

  private static int u16(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private int u16(int at) {
    return u16(bytes, at);
  }

  private boolean records(int at) {
    return at + 4 <= bytes.limit();
  }

  private int next(int at) {
    return at + 4 + u16(at + 2);
  }

  /** Returns the worksheets, in order. */
  List<Sheet> sheets() throws UnreadableFileException {
    if (!records(0) || u16(0) != BEGIN || u16(4) != BIFF8) {
      throw new UnreadableFileException("expected an .xls workbook, found one of Excel 95 or older");
    }
    globals();
    List<Sheet> sheets = new ArrayList<>();
    for (Map.Entry<Integer, String> sheet : names.entrySet()) {
      sheets.add(new Sheet(sheet.getValue(), rows(sheet.getKey()), hidden.contains(sheet.getKey())));
    }
    return sheets;
  }

  /** Reads what concerns the whole workbook: the offsets of its sheets, and its texts. */
  private void globals() {
    for (int at = 0; records(at) && u16(at) != END; at = next(at)) {
      if (u16(at) == SHEET) {
        boolean worksheet = (u16(at + 8) & 0xFF00) == 0;
        int begin = bytes.getInt(at + 4);
        if (worksheet) {
          names.put(begin, text(at + 10, bytes.get(at + 10) & 0xFF, 1));
        }
        if (worksheet && (u16(at + 8) & 3) != 0) {
          hidden.add(begin);
        }
      } else if (u16(at) == TEXTS) {
        texts = texts(at);
      }
    }
  }

  /** Reads all texts of the workbook, which may continue over several records. */
  private SSTRecord texts(int at) {
    int end = next(at);
    while (records(end) && u16(end) == CONTINUED) {
      end = next(end);
    }
    if (end > bytes.limit() || bytes.getInt(at + 8) > end - at) {
      throw new IllegalStateException("texts are cut off");
    }
    RecordInputStream in = new RecordInputStream(new ByteArrayInputStream(bytes.array(), at, end - at));
    in.nextRecord();
    return new SSTRecord(in);
  }

  private List<Sheet.Row> rows(int begin) {
    if (begin < 0 || !records(begin) || u16(begin) != BEGIN) {
      throw new IllegalStateException("a sheet does not begin where it should");
    }
    if (u16(begin + 6) != WORKSHEET) {
      return List.of();
    }
    TreeMap<Integer, String[]> rows = new TreeMap<>();
    int[] waiting = null;
    int depth = 0;
    int at = begin;
    do {
      if (!records(at) || next(at) > bytes.limit()) {
        throw new IllegalStateException("a sheet is cut off");
      }
      int kind = u16(at);
      depth += kind == BEGIN ? 1 : kind == END ? -1 : 0;
      if (depth == 1) {
        if (kind == RESULT && waiting != null) {
          put(rows, waiting[0], waiting[1], text(at + 4, u16(at + 4), 2));
          waiting = null;
        } else if (kind == FORMULA) {
          waiting = formula(rows, at + 4);
        } else {
          cell(rows, kind, at + 4, u16(at + 2));
        }
      }
      at = next(at);
    } while (depth > 0);
    List<Sheet.Row> list = new ArrayList<>(rows.size());
    rows.forEach((number, texts) -> CellStringPool.add(list, number + 1, CellStringPool.whole(texts)));
    return list;
  }

  private void cell(Map<Integer, String[]> rows, int kind, int at, int length) {
    switch (kind) {
      case NUMBER -> put(rows, u16(at), u16(at + 2), CellStringPool.number(bytes.getDouble(at + 6)));
      case SHORT_NUMBER ->
          put(rows, u16(at), u16(at + 2), CellStringPool.number(RKUtil.decodeNumber(bytes.getInt(at + 6))));
      case SHORT_NUMBERS -> {
        for (int i = 0; i < (length - 6) / 6; i++) {
          double number = RKUtil.decodeNumber(bytes.getInt(at + 4 + 6 * i + 2));
          put(rows, u16(at), u16(at + 2) + i, CellStringPool.number(number));
        }
      }
      case TEXT_BY_NUMBER -> put(rows, u16(at), u16(at + 2), texts.getString(bytes.getInt(at + 6)).getString());
      case TEXT, RICH_TEXT -> put(rows, u16(at), u16(at + 2), text(at + 6, u16(at + 6), 2));
      case FLAG_OR_ERROR -> {
        boolean error = bytes.get(at + 7) != 0;
        put(rows, u16(at), u16(at + 2), error ? CellStringPool.FAILED : String.valueOf(bytes.get(at + 6) != 0));
      }
      default -> { }
    }
  }

  /** Reads the stored result of a formula; for a text, keeps the cell, as the text comes in a later record. */
  private int[] formula(Map<Integer, String[]> rows, int at) {
    boolean number = u16(at + 12) != 0xFFFF;
    if (number) {
      double result = bytes.getDouble(at + 6);
      boolean found = result != 0 || (u16(at + 14) & TO_BE_FOUND) == 0;
      put(rows, u16(at), u16(at + 2), found ? CellStringPool.number(result) : CellStringPool.NOT_FOUND);
      return null;
    }
    switch (bytes.get(at + 6)) {
      case 0 -> {
        return new int[] {u16(at), u16(at + 2)};
      }
      case 1 -> put(rows, u16(at), u16(at + 2), String.valueOf(bytes.get(at + 8) != 0));
      case 2 -> put(rows, u16(at), u16(at + 2), CellStringPool.FAILED);
      default -> { }
    }
    return null;
  }

  private void put(Map<Integer, String[]> rows, int row, int column, String text) {
    if (column >= COLUMNS) {
      throw new IllegalStateException("a cell is outside its sheet");
    }
    String[] texts = rows.computeIfAbsent(row, r -> new String[0]);
    if (column >= texts.length) {
      texts = Arrays.copyOf(texts, Math.max(column + 1, Math.min(COLUMNS, texts.length * 3 / 2)));
      rows.put(row, texts);
    }
    texts[column] = cells.keep(text);
  }

  /** Reads that many characters; a flag after their count gives whether each takes one byte or two. */
  private String text(int at, int characters, int countBytes) {
    boolean wide = (bytes.get(at + countBytes) & 1) != 0;
    int length = characters * (wide ? 2 : 1);
    byte[] own = new byte[Math.min(length, bytes.limit() - at - countBytes - 1)];
    bytes.get(at + countBytes + 1, own);
    return new String(own, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
  }
}

package uk.footprints.records.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads delimited text record by record and locates the selected cells only.
 *
 * <p>Other cells are skipped eight bytes at a time by counting separators, so a record of 193 columns costs
 * little more than the few that are read. A cell may be quoted; a quoted cell may hold separators, line ends and
 * doubled quotes. A line end is LF or CRLF; blank lines are no records. No object is created per record: the caller
 * reads {@link #bytes()} between {@link #start} and {@link #end}.
 */
public final class DelimitedRecordReader implements Closeable {

  /** A longer record is treated as an unclosed quote and cut at its first line end. */
  static final int LONGEST = 1 << 20;

  private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
  private static final long LINE_ENDS = '\n' * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final int MORE = -1;

  private final InputStream in;
  private final byte separator;
  private final long separators;
  private final int[] selected;
  private final int[] starts;
  private final int[] ends;
  private final boolean[] doubled;
  private byte[] buffer;
  private long base;
  private int at;
  private int limit;
  private boolean whole;
  private int cells;
  private boolean lineEnd;
  private int left;

  /**
   * @param in text from the start of a record
   * @param offset the position of that start in the file, in bytes
   * @param separator the byte between cells
   * @param selected the columns to find, counted from 0, ascending
   */
  public DelimitedRecordReader(InputStream in, long offset, byte separator, int[] selected) {
    this(in, offset, separator, selected, 1 << 20);
  }

  DelimitedRecordReader(InputStream in, long offset, byte separator, int[] selected, int size) {
    this.in = in;
    this.base = offset;
    this.separator = separator;
    this.separators = (separator & 0xffL) * ONES;
    this.selected = selected;
    this.starts = new int[selected.length];
    this.ends = new int[selected.length];
    this.doubled = new boolean[selected.length];
    this.buffer = new byte[size];
  }

  /** Moves to the next record; returns false at the end of the text. */
  public boolean next() throws IOException {
    return next(Long.MAX_VALUE);
  }

  /**
   * Moves to the next record if it starts before a position in the file.
   *
   * @param before the position, in bytes from the start of the file
   */
  public boolean next(long before) throws IOException {
    for (;;) {
      while (at < limit && (buffer[at] == '\n' || buffer[at] == '\r')) {
        at++;
      }
      if (at < limit) {
        if (base + at >= before) {
          return false;
        }
        int after = parse(true);
        if (after == MORE && (whole || limit - at > LONGEST)) {
          after = parse(false);
        }
        if (after != MORE) {
          at = after;
          unescape();
          return true;
        }
      } else if (whole) {
        return false;
      }
      fill();
    }
  }

  /** Returns the position just after the record, in bytes from the start of the file. */
  public long position() {
    return base + at;
  }

  /** Returns the number of cells of the record. */
  public int cells() {
    return cells;
  }

  /** Returns the buffer that contains the cells; valid until the next call of {@link #next}. */
  public byte[] bytes() {
    return buffer;
  }

  /** Returns where a selected cell starts; a cell beyond the end of a short record is empty. */
  public int start(int index) {
    return starts[index];
  }

  /** Returns where a selected cell ends. */
  public int end(int index) {
    return ends[index];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill() throws IOException {
    int kept = limit - at;
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, at, target, 0, kept);
    buffer = target;
    base += at;
    at = 0;
    limit = kept;
    while (limit < buffer.length - 1) {
      int read = in.read(buffer, limit, buffer.length - 1 - limit);
      if (read < 0) {
        whole = true;
        if (limit > 0 && buffer[limit - 1] != '\n') {
          buffer[limit++] = '\n';
        }
        return;
      }
      limit += read;
    }
  }

  /** Returns where the record ends, or MORE; locates the selected cells and counts all cells. */
  private int parse(boolean quotes) {
    int p = at;
    int column = 0;
    lineEnd = false;
    for (int index = 0; index < selected.length; index++) {
      int skip = selected[index] - column;
      if (skip > 0 && !lineEnd) {
        p = skipCells(p, skip, quotes);
        if (p == MORE) {
          return MORE;
        }
        column = lineEnd ? column + skip - left : selected[index];
      }
      doubled[index] = false;
      if (lineEnd) {
        starts[index] = p;
        ends[index] = p;
        continue;
      }
      p = cell(p, index, quotes);
      if (p == MORE) {
        return MORE;
      }
      if (buffer[p] == '\n') {
        lineEnd = true;
      } else {
        p++;
        column++;
      }
    }
    if (!lineEnd) {
      p = skipCells(p, Integer.MAX_VALUE, quotes);
      if (p == MORE) {
        return MORE;
      }
      column += Integer.MAX_VALUE - left;
    }
    cells = column + 1;
    return p + 1;
  }

  /** Skips n separators; stops before a line end, with {@code left} separators not found. */
  private int skipCells(int from, int n, boolean quotes) {
    int p = from;
    left = n;
    while (p + 8 <= limit) {
      long word = (long) WORD.get(buffer, p);
      long hit = zeros(word ^ separators);
      long stop = zeros(word ^ LINE_ENDS);
      if (quotes) {
        stop |= zeros(word ^ QUOTES);
      }
      if (stop != 0) {
        hit &= Long.lowestOneBit(stop) - 1;
      }
      int found = Long.bitCount(hit);
      if (found >= left) {
        for (int i = left; i > 1; i--) {
          hit &= hit - 1;
        }
        left = 0;
        return p + (Long.numberOfTrailingZeros(hit) >>> 3) + 1;
      }
      left -= found;
      if (stop == 0) {
        p += 8;
        continue;
      }
      p += Long.numberOfTrailingZeros(stop) >>> 3;
      if (buffer[p] == '\n') {
        lineEnd = true;
        return p;
      }
      p = isOpeningQuote(p) ? afterClosingQuote(p) : p + 1;
      if (p == MORE) {
        return MORE;
      }
    }
    return skipCellsByByte(p, quotes);
  }

  private int skipCellsByByte(int from, boolean quotes) {
    int p = from;
    while (p < limit) {
      byte b = buffer[p];
      if (b == separator) {
        p++;
        if (--left == 0) {
          return p;
        }
      } else if (b == '\n') {
        lineEnd = true;
        return p;
      } else if (b == '"' && quotes && isOpeningQuote(p)) {
        p = afterClosingQuote(p);
        if (p == MORE) {
          return MORE;
        }
      } else {
        p++;
      }
    }
    return MORE;
  }

  /** Reads the cell that starts at p; returns the position of its separator or line end. */
  private int cell(int from, int index, boolean quotes) {
    int p = from;
    if (quotes && p < limit && buffer[p] == '"') {
      int after = afterClosingQuote(p);
      if (after == MORE || after >= limit) {
        return MORE;
      }
      byte b = buffer[after];
      if (b == separator || b == '\n' || b == '\r') {
        starts[index] = p + 1;
        ends[index] = after - 1;
        doubled[index] = holdsQuote(p + 1, after - 1);
        return b == '\r' ? lineEndAfter(after) : after;
      }
      p = after;
    }
    p = cellEnd(p);
    if (p == limit) {
      return MORE;
    }
    starts[index] = from;
    ends[index] = buffer[p] == '\n' && p > from && buffer[p - 1] == '\r' ? p - 1 : p;
    return p;
  }

  private int lineEndAfter(int from) {
    int p = cellEnd(from);
    return p == limit ? MORE : p;
  }

  /** Finds the next separator or line end, eight bytes at a time; {@code limit} if there is none. */
  private int cellEnd(int from) {
    if (from < limit && buffer[from] == separator) {
      return from;
    }
    int p = from;
    while (p + 8 <= limit) {
      long word = (long) WORD.get(buffer, p);
      long hit = zeros(word ^ separators) | zeros(word ^ LINE_ENDS);
      if (hit != 0) {
        return p + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
      p += 8;
    }
    while (p < limit && buffer[p] != separator && buffer[p] != '\n') {
      p++;
    }
    return p;
  }

  private boolean isOpeningQuote(int p) {
    return p == at || buffer[p - 1] == separator;
  }

  /** Returns the position just after the quote that closes the one at p. */
  private int afterClosingQuote(int p) {
    int q = p + 1;
    while (q < limit) {
      if (buffer[q] != '"') {
        q++;
      } else if (q + 1 < limit && buffer[q + 1] == '"') {
        q += 2;
      } else {
        return q + 1 < limit || whole ? q + 1 : MORE;
      }
    }
    return MORE;
  }

  private boolean holdsQuote(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '"') {
        return true;
      }
    }
    return false;
  }

  private void unescape() {
    for (int index = 0; index < selected.length; index++) {
      if (doubled[index]) {
        int to = starts[index];
        for (int i = starts[index]; i < ends[index]; i++) {
          buffer[to++] = buffer[i];
          if (buffer[i] == '"') {
            i++;
          }
        }
        ends[index] = to;
      }
    }
  }

  /** Returns the top bit of every byte of x that is 0. */
  private static long zeros(long x) {
    return ~(((x & LOW) + LOW) | x | LOW);
  }
}

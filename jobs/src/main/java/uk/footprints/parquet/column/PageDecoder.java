package uk.footprints.parquet.column;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.io.api.Binary;

/** Decodes one page at a time, in the encodings that {@link ParquetColumnWriter} writes. */
final class PageDecoder {

  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1 << 16];
  private int at;
  private int rows;
  private boolean coded;
  private int[] present = new int[ColumnWriter.ROWS + 8];
  private int[] places = new int[ColumnWriter.ROWS + 8];
  private int place;
  private int flag;

  /** Creates a dictionary from its bytes. */
  @FunctionalInterface
  interface DictionaryDecoder<D> {
    D of(byte[] bytes, int count);
  }

  void open(String column, DataPage page) throws IOException {
    Encoding encoding = page instanceof DataPageV1 first ? first.getValueEncoding() : null;
    if (encoding != Encoding.PLAIN && encoding != Encoding.RLE_DICTIONARY) {
      throw new IOException("column " + column + " was not written by Footprints: a page is encoded as " + encoding);
    }
    BytesInput source = ((DataPageV1) page).getBytes();
    int size = Math.toIntExact(source.size());
    if (bytes.length < size + 8) {
      bytes = new byte[size * 2 + 8];
    }
    source.toInputStream().readNBytes(bytes, 0, size);
    rows = page.getValueCount();
    if (present.length < rows + 8) {
      present = new int[rows + 8];
      places = new int[rows + 8];
    }
    int values = 4 + (int) INT.get(bytes, 0);
    RunLengthBitPackingHybrid.read(bytes, 4, values, 1, present, rows);
    at = values;
    flag = 0;
    coded = encoding == Encoding.RLE_DICTIONARY;
    if (coded) {
      int width = bytes[at];
      RunLengthBitPackingHybrid.read(bytes, at + 1, size, width, places, rows);
      place = 0;
    }
  }

  int rows() {
    return rows;
  }

  boolean has(int row) {
    return present[row] != 0;
  }

  /** Returns whether values are positions in a dictionary. */
  boolean coded() {
    return coded;
  }

  /** Returns the next value's position in the dictionary. */
  int place() {
    return places[place++];
  }

  int nextInt() {
    at += 4;
    return (int) INT.get(bytes, at - 4);
  }

  long nextLong() {
    at += 8;
    return (long) LONG.get(bytes, at - 8);
  }

  /** Returns the next flag; flags are bits, the lowest of a byte first. */
  boolean nextFlag() {
    boolean set = (bytes[at + (flag >>> 3)] >>> (flag & 7) & 1) != 0;
    flag++;
    return set;
  }

  Binary nextText() {
    int length = nextInt();
    at += length;
    return Binary.fromReusedByteArray(bytes, at - length, length);
  }

  static int[] ints(byte[] bytes, int count) {
    int[] ints = new int[count];
    for (int i = 0; i < count; i++) {
      ints[i] = (int) INT.get(bytes, 4 * i);
    }
    return ints;
  }

  static long[] longs(byte[] bytes, int count) {
    long[] longs = new long[count];
    for (int i = 0; i < count; i++) {
      longs[i] = (long) LONG.get(bytes, 8 * i);
    }
    return longs;
  }

  static Binary[] texts(byte[] bytes, int count) {
    Binary[] texts = new Binary[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int length = (int) INT.get(bytes, from);
      texts[i] = Binary.fromConstantByteArray(bytes, from + 4, length);
      from += 4 + length;
    }
    return texts;
  }
}

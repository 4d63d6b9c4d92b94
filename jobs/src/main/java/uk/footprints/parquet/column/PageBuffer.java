package uk.footprints.parquet.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of one page while it is encoded; reused for the next page. */
final class PageBuffer {

  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1 << 12];
  private int size;

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Truncates the buffer to an earlier size. */
  void size(int before) {
    size = before;
  }

  /** Ensures capacity for further bytes; {@link #putLong} and the other methods do not check it. */
  void ensureCapacity(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  void put(int value) {
    bytes[size++] = (byte) value;
  }

  void putInt(int value) {
    INT.set(bytes, size, value);
    size += 4;
  }

  void putInt(int at, int value) {
    INT.set(bytes, at, value);
  }

  void putLong(long value) {
    LONG.set(bytes, size, value);
    size += 8;
  }

  void put(byte[] from, int start, int length) {
    ensureCapacity(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  /** Writes a number with seven bits per byte, the lowest bits first. */
  void putVarInt(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes[size++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }
}

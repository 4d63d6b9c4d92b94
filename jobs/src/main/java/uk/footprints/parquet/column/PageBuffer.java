package uk.footprints.parquet.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of one page while it is put together; used again for the next. */
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

  /** Goes back to a size that it had before. */
  void size(int before) {
    size = before;
  }

  /** Makes room, for as many bytes as {@link #putLong} and others then write without looking. */
  void room(int more) {
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
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  /** Seven bits a byte, the lowest first. */
  void putVarInt(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes[size++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }
}

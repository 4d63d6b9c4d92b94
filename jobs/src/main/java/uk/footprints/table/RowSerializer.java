package uk.footprints.table;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;

/** Embeds the bytes of {@link RowEncoder} in Java serialization. */
public final class RowSerializer {

  private RowSerializer() {}

  /** The contents to encode. */
  @FunctionalInterface
  public interface Contents {
    /** Writes the contents to the encoder. */
    void into(RowEncoder encoder);
  }

  /** Encodes and writes the contents. */
  public static void write(ObjectOutput out, Contents contents) throws IOException {
    RowEncoder encoder = new RowEncoder();
    contents.into(encoder);
    byte[] bytes = encoder.bytes();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads the bytes and returns a decoder for them. */
  public static RowDecoder read(ObjectInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new RowDecoder(bytes);
  }
}

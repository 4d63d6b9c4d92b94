package uk.footprints.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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
    void into(RowEncoder encoder) throws IOException;
  }

  /** Encodes and writes the contents. */
  public static void write(ObjectOutput out, Contents contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    DataOutputStream data = new DataOutputStream(bytes);
    contents.into(new RowEncoder(data));
    out.writeInt(bytes.size());
    out.write(bytes.toByteArray());
  }

  /** Reads the bytes and returns a decoder for them. */
  public static RowDecoder read(ObjectInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new RowDecoder(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}

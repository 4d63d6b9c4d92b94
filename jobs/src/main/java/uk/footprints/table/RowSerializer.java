package uk.footprints.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;

/** Bytes of {@link RowEncoder} inside of what Java sends. */
public final class RowSerializer {

  private RowSerializer() {}

  /** What is to be packed. */
  @FunctionalInterface
  public interface Contents {
    /** Packs it. */
    void into(RowEncoder packing) throws IOException;
  }

  /** Packs and sends. */
  public static void write(ObjectOutput out, Contents contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    DataOutputStream data = new DataOutputStream(bytes);
    contents.into(new RowEncoder(data));
    out.writeInt(bytes.size());
    out.write(bytes.toByteArray());
  }

  /** Receives, ready to be unpacked. */
  public static RowDecoder read(ObjectInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new RowDecoder(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}

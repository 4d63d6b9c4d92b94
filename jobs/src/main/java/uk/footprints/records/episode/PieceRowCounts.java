package uk.footprints.records.episode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The numbers of rows read and rejected in one piece of a file.
 *
 * @param piece the piece
 * @param rows records read, without the heading
 * @param rejects how many were set aside, by {@link RejectReason}
 * @param examples the first rejects of each reason, their rows counted from the start of the piece
 */
record PieceRowCounts(FilePiece piece, long rows, long[] rejects, List<RejectedRow> examples) implements Serializable {

  /** The number of rejects of a reason that are listed individually, for each piece. */
  static final int EXAMPLES = 500;

  long rejected() {
    return java.util.Arrays.stream(rejects).sum();
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static PieceRowCounts of(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (PieceRowCounts) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

package uk.footprints.fetch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The folder could not be written: the fault is here and not with the publisher, and ends the run. */
final class LocalWriteException extends IOException {

  private static final long serialVersionUID = 1L;

  LocalWriteException(IOException e) {
    super(e.getMessage(), e);
  }

  /** Tells failures to write from failures to read. */
  static OutputStream telling(OutputStream to) {
    return new FilterOutputStream(to) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        try {
          out.write(bytes, from, length);
        } catch (IOException e) {
          throw new LocalWriteException(e);
        }
      }

      @Override
      public void close() throws IOException {
        try {
          out.close();
        } catch (IOException e) {
          throw new LocalWriteException(e);
        }
      }
    };
  }
}

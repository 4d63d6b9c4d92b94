package uk.footprints.fetch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Thrown when the local folder cannot be written; it ends the run, unlike failures of a publisher's server. */
final class LocalWriteException extends IOException {

  private static final long serialVersionUID = 1L;

  LocalWriteException(IOException e) {
    super(e.getMessage(), e);
  }

  /** Wraps a stream so that failures to write throw this exception. */
  static OutputStream wrap(OutputStream to) {
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

package uk.footprints.fetch;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams that fail beyond a number of bytes, against endless responses and compression bombs. */
final class LimitedStreams {

  private LimitedStreams() {}

  /**
   * Limits the bytes written to a stream.
   *
   * @param most largest number of bytes
   * @param why message of the failure
   */
  static OutputStream out(OutputStream to, long most, String why) {
    return new FilterOutputStream(to) {
      private long left = most;

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        left -= length;
        if (left < 0) {
          throw new RefusedDownloadException(why);
        }
        out.write(bytes, from, length);
      }
    };
  }

  /** Limits the bytes read from a stream. */
  static InputStream in(InputStream from, long most, String why) {
    return new FilterInputStream(from) {
      private long left = most;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int at, int length) throws IOException {
        int n = in.read(bytes, at, length);
        left -= Math.max(0, n);
        if (left < 0) {
          throw new RefusedDownloadException(why);
        }
        return n;
      }
    };
  }
}

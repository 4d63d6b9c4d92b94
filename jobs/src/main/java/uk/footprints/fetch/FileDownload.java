package uk.footprints.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import uk.footprints.fetch.HttpExchange.Answer;

/**
 * Request for one file: conditional where a vintage is stored, and resumed where an interrupted try left bytes of the
 * same version.
 */
final class FileDownload implements PoliteHttpClient.Request {

  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  private final PartialDownload parts;
  private final Optional<Receipt> had;
  private final long most;
  private final LongConsumer progress;
  private boolean packed;

  /**
   * Creates a request for a file.
   *
   * @param had receipt of the stored vintage; empty when there is none
   * @param most largest number of bytes to accept
   * @param progress receives the number of bytes so far
   */
  FileDownload(PartialDownload parts, Optional<Receipt> had, long most, LongConsumer progress) {
    this.parts = parts;
    this.had = had;
    this.most = most;
    this.progress = progress;
  }

  @Override
  public Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    String version = parts.version();
    long length = version.isEmpty() ? 0 : parts.length();
    if (length > 0) {
      headers.put("Range", "bytes=" + length + "-");
      headers.put("If-Range", version);
    } else if (had.isPresent()) {
      put(headers, "If-None-Match", had.get().etag());
      put(headers, "If-Modified-Since", had.get().lastModified());
    }
    return headers;
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (!value.isEmpty()) {
      headers.put(name, value);
    }
  }

  @Override
  public OutputStream open(Answer answer) throws IOException {
    long before = 0;
    OutputStream to;
    if (answer.status() == 206) {
      before = parts.length();
      Matcher range = RANGE.matcher(answer.header("Content-Range"));
      boolean fits =
          range.matches()
              && Long.parseLong(range.group(1)) == before
              && Long.parseLong(range.group(2)) + 1 == Long.parseLong(range.group(3));
      if (!fits) {
        restart();
        throw new IOException("the server sent another range than requested");
      }
      check(Long.parseLong(range.group(3)));
      to = parts.next();
    } else {
      check(answer.length());
      packed = answer.packed();
      to = parts.first(packed ? "" : version(answer));
    }
    return counted(LimitedStreams.out(to, most - before, tooLarge()), before);
  }

  private void check(long length) throws IOException {
    if (length > most) {
      parts.clear();
      throw new RefusedDownloadException(
          "it has %s, more than the limit of %s".formatted(FetchMessages.size(length), FetchMessages.size(most)));
    }
  }

  private String tooLarge() {
    return "it has more than the limit of %s".formatted(FetchMessages.size(most));
  }

  /** Returns the strong validator of the response. A weak ETag does not promise equal bytes, so it is not used. */
  private static String version(Answer answer) {
    String etag = answer.header("ETag");
    return etag.isEmpty() || etag.startsWith("W/") ? answer.header("Last-Modified") : etag;
  }

  private OutputStream counted(OutputStream to, long before) {
    return new java.io.FilterOutputStream(to) {
      private long count = before;

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        count += length;
        progress.accept(count);
      }
    };
  }

  @Override
  public void restart() throws IOException {
    parts.clear();
  }

  /** Opens the file's bytes, unpacked if the server compressed them without being requested to. */
  InputStream contents() throws IOException {
    InputStream whole = parts.whole();
    String why = "it unpacks to more than the limit of %s".formatted(FetchMessages.size(most));
    return packed ? LimitedStreams.in(new GZIPInputStream(whole), most, why) : whole;
  }

  void done() throws IOException {
    parts.clear();
  }
}

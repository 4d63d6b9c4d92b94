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

/** A file being fetched: asks whether it changed, and goes on where a try broke off if it is still the same version. */
final class FileDownload implements PoliteHttpClient.Request {

  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  private final PartialDownload parts;
  private final Optional<Receipt> had;
  private final long most;
  private final LongConsumer came;
  private boolean packed;

  /**
   * A file.
   *
   * @param had the vintage that is kept; empty when none is
   * @param most bytes that are taken
   * @param came told how many bytes there are so far
   */
  FileDownload(PartialDownload parts, Optional<Receipt> had, long most, LongConsumer came) {
    this.parts = parts;
    this.had = had;
    this.most = most;
    this.came = came;
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
        throw new IOException("the server sent another part than was asked for");
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
      throw new RefusedDownloadException("it has %s, more than the %s that are taken".formatted(FetchMessages.size(length), FetchMessages.size(most)));
    }
  }

  private String tooLarge() {
    return "it has more than the %s that are taken".formatted(FetchMessages.size(most));
  }

  /** A weak ETag says that two versions mean the same, not that their bytes are. */
  private static String version(Answer answer) {
    String etag = answer.header("ETag");
    return etag.isEmpty() || etag.startsWith("W/") ? answer.header("Last-Modified") : etag;
  }

  private OutputStream counted(OutputStream to, long before) {
    return new java.io.FilterOutputStream(to) {
      private long so = before;

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        so += length;
        came.accept(so);
      }
    };
  }

  @Override
  public void restart() throws IOException {
    parts.clear();
  }

  /** The file's bytes, unpacked if the server packed them though nobody asked. */
  InputStream contents() throws IOException {
    InputStream whole = parts.whole();
    String why = "it unpacks to more than the %s that are taken".formatted(FetchMessages.size(most));
    return packed ? LimitedStreams.in(new GZIPInputStream(whole), most, why) : whole;
  }

  void done() throws IOException {
    parts.clear();
  }
}

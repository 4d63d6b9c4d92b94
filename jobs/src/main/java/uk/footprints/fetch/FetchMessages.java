package uk.footprints.fetch;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Sizes, times and failures in words for people. */
final class FetchMessages {

  private FetchMessages() {}

  /** {@code 41 KB}, {@code 1.2 MB}. */
  static String size(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " bytes";
    }
    return bytes < 1 << 20
        ? (bytes + 512) / 1024 + " KB"
        : String.format(Locale.UK, "%.1f MB", bytes / (double) (1 << 20));
  }

  /** {@code 30 seconds}, {@code 2 minutes}. */
  static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 1) {
      return time.toMillis() + " ms";
    }
    boolean minutes = seconds >= 120;
    long n = minutes ? (seconds + 59) / 60 : seconds;
    return n + (minutes ? " minute" : " second") + (n == 1 ? "" : "s");
  }

  /** {@code once}, {@code twice}, {@code 4 times}. */
  static String times(int n) {
    return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
  }

  /** A part of a sentence. */
  static String failure(Exception e) {
    if (e instanceof HttpConnectTimeoutException) {
      return "the host did not take the connection in time";
    }
    if (e instanceof ConnectException) {
      return "the host could not be reached";
    }
    if (e instanceof SocketTimeoutException) {
      return e.getMessage();
    }
    if (e instanceof SSLException) {
      return "the server could not prove who it is (" + e.getMessage() + ")";
    }
    String said = String.valueOf(e.getMessage());
    boolean cut = said.contains("EOF") || said.contains("received no bytes") || said.contains("bytes received");
    boolean reset = said.toLowerCase(Locale.ROOT).contains("reset") || said.contains("closed");
    return cut || reset ? "the connection broke off" : "it could not be read (" + said + ")";
  }
}

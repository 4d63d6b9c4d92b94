package uk.footprints.fetch;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Formats sizes, durations and failures for messages. */
final class FetchMessages {

  private FetchMessages() {}

  /** Formats a size: {@code 41 KB}, {@code 1.2 MB}. */
  static String size(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " bytes";
    }
    return bytes < 1 << 20
        ? (bytes + 512) / 1024 + " KB"
        : String.format(Locale.UK, "%.1f MB", bytes / (double) (1 << 20));
  }

  /** Formats a duration: {@code 30 seconds}, {@code 2 minutes}. */
  static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 1) {
      return time.toMillis() + " ms";
    }
    boolean minutes = seconds >= 120;
    long n = minutes ? (seconds + 59) / 60 : seconds;
    return n + (minutes ? " minute" : " second") + (n == 1 ? "" : "s");
  }

  /** Formats a number of times: {@code once}, {@code twice}, {@code 4 times}. */
  static String times(int n) {
    return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
  }

  /** Describes a failure as a part of a sentence. */
  static String failure(Exception e) {
    if (e instanceof HttpConnectTimeoutException) {
      return "the host did not accept the connection in time";
    }
    if (e instanceof ConnectException) {
      return "the host could not be reached";
    }
    if (e instanceof SocketTimeoutException) {
      return e.getMessage();
    }
    if (e instanceof SSLException) {
      return "the server's TLS certificate was not accepted (" + e.getMessage() + ")";
    }
    String message = String.valueOf(e.getMessage());
    boolean cut =
        message.contains("EOF") || message.contains("received no bytes") || message.contains("bytes received");
    boolean reset = message.toLowerCase(Locale.ROOT).contains("reset") || message.contains("closed");
    return cut || reset ? "the connection was interrupted" : "it could not be read (" + message + ")";
  }
}

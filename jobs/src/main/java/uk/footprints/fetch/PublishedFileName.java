package uk.footprints.fetch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives the published name of a file from its address, and a safe name for the local folder. */
final class PublishedFileName {

  private static final Pattern EXTENSION = Pattern.compile("(?i).*\\.(csv|xlsx?|xlsm|zip|txt|json|geojson|ods|pdf)");
  private static final Pattern REPORT = Pattern.compile("(?:^|&)report=([A-Za-z0-9_-]+)(?:&|$)");
  private static final Pattern UPLOAD = Pattern.compile("/uploads/(?:sites/\\d+/)?(20\\d\\d)/(0[1-9]|1[0-2])/");
  private static final int LONGEST = 150;

  private static final Pattern TABLE = Pattern.compile("(?i).*\\.(csv|xls[xm]?|ods|zip)");

  private PublishedFileName() {}

  /** Whether a file of this name may contain a table. */
  static boolean isTable(String name) {
    return TABLE.matcher(name).matches();
  }

  /**
   * Returns the last part of the path; where that is not a file name, the last part of a parameter ({@code
   * /file?uri=/a/b/c.xlsx}), or the requested report ({@code getReport?report=etr}).
   */
  static String of(URI address) {
    String path = last(decoded(address.isOpaque() ? address.getRawSchemeSpecificPart() : address.getRawPath()));
    if (EXTENSION.matcher(path).matches() || address.getRawQuery() == null) {
      return path;
    }
    for (String part : address.getRawQuery().split("&")) {
      String value = last(decoded(part.substring(part.indexOf('=') + 1)));
      if (EXTENSION.matcher(value).matches()) {
        return value;
      }
    }
    Matcher report = REPORT.matcher(address.getRawQuery());
    return report.find() ? report.group(1) + ".csv" : path;
  }

  /**
   * Returns a safe local name: without folders, not hidden, without control characters and without characters that have
   * a special meaning in file systems or Hadoop paths.
   */
  static String safe(String name) {
    String safe = last(name).replaceAll("[\\p{Cntrl}:*?\"<>|{}]", "_").strip().replaceFirst("^[.~]+", "_");
    if (safe.length() > LONGEST) {
      int dot = safe.lastIndexOf('.');
      String end = dot >= 0 && safe.length() - dot <= 10 ? safe.substring(dot) : "";
      safe = safe.substring(0, LONGEST - end.length()) + end;
    }
    return safe.isEmpty() ? "file" : safe;
  }

  /** Returns the month of an upload from its folder: {@code /uploads/sites/2/2025/11/}. */
  static Optional<YearMonth> uploaded(URI address) {
    Matcher m = UPLOAD.matcher(String.valueOf(address.getPath()));
    return m.find()
        ? Optional.of(YearMonth.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
        : Optional.empty();
  }

  private static String last(String path) {
    String slashes = path.replace('\\', '/').replaceFirst("/+$", "");
    return slashes.substring(slashes.lastIndexOf('/') + 1);
  }

  /** Decodes escapes once and keeps text that cannot be decoded. A plus stays a plus, since these are paths. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}

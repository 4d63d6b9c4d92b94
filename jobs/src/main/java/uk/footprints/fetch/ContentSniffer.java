package uk.footprints.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises downloads that cannot be tables by their first bytes, whatever content type the server states. */
final class ContentSniffer {

  /** Number of bytes to inspect: enough to find the title of a page. */
  static final int HEAD_BYTES = 4096;

  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>\\s*(.*?)\\s*</title>");
  private static final Pattern PAGE = Pattern.compile("(?s)^\\s*(<!--.*?-->\\s*)*<(!doctype html|html|head|body)\\b.*");

  private ContentSniffer() {}

  /** Returns why the content cannot be a published table; empty when it may be one. */
  static Optional<String> fault(byte[] head, int length, String name) {
    if (length <= 0) {
      return Optional.of("the file is empty");
    }
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
    if (PAGE.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      Matcher title = TITLE.matcher(text);
      String called = title.find() ? " ('" + title.group(1).replaceAll("\\s+", " ") + "')" : "";
      return Optional.of("expected a workbook or a text table, found a web page" + called);
    }
    if (text.startsWith("%PDF") && !name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      return Optional.of("expected a workbook or a text table, found a PDF document");
    }
    return Optional.empty();
  }
}

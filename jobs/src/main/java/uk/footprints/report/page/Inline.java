package uk.footprints.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands in the page itself, so that it is one file: style, chart library, script and data. The page's policy
 * allows these two scripts and nothing from anywhere.
 *
 * @param style CSS
 * @param library the chart library
 * @param script the page's own script
 * @param data JSON that is safe inside a script element
 * @param policy the content security policy
 */
public record Inline(String style, String library, String script, String data, String policy) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
  private static final List<String> SCRIPTS =
      List.of("data", "palette", "map", "charts", "lines", "words", "tables", "page");

  static Inline of(Map<String, Object> pack) {
    String library = resource(LIBRARY);
    String script =
        SCRIPTS.stream()
            .map(name -> resource("/uk/footprints/report/page/" + name + ".js"))
            .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src '%s' '%s'"
            .formatted(digest(library), digest(script));
    return new Inline(stylesheet(), library, script, json(pack), policy);
  }

  /** The style alone, for a page without a script. */
  static String stylesheet() {
    return resource("/uk/footprints/report/page/page.css");
  }

  /** JSON in which no text can end the element that holds it, begin a comment, or break an old parser's line. */
  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(String script) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String path) {
    try (InputStream in = Inline.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

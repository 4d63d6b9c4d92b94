package uk.footprints.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what pages share once in a release: style, script, chart library, and data for the script. */
final class SiteAssets {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
  private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
  private static final List<String> SCRIPTS =
      List.of(
          "data", "palette", "kept", "map", "charts", "breaks", "lines", "words", "sheet", "tables", "exhibits", "search",
          "places",
          "control", "indicator", "compare", "completeness", "page");

  private SiteAssets() {}

  static List<SiteFile> files() {
    return List.of(
        SiteFile.of("assets/echarts.min.js", () -> bytes(LIBRARY)),
        SiteFile.of("assets/footprints.css", () -> bytes(own("page.css"))),
        SiteFile.of("assets/footprints.js", SiteAssets::script));
  }

  private static byte[] script() {
    return SCRIPTS.stream()
        .map(name -> new String(bytes(own(name + ".js")), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns a script that contains data, because a page opened from the disk may load scripts but not read files.
   *
   * @param key by which the page requests them; also the path below {@code assets/data/}, without {@code .js}
   */
  static SiteFile data(String key, java.util.function.Supplier<Object> value) {
    return SiteFile.of(
        "assets/data/" + key + ".js",
        () -> ("footprints.put(" + json(key) + "," + json(value.get()) + ")\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns JSON in which no text can end a script element, begin a comment, or break an old parser's line. */
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

  /** Returns the SHA-256 of a text. */
  static String digest(String text) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String own(String name) {
    return "/uk/footprints/site/" + name;
  }

  /** Returns the text of a resource of the site. */
  static String text(String name) {
    return new String(bytes(own(name)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String path) {
    try (InputStream in = SiteAssets.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package uk.footprints.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Every page of a release. */
public final class Pages {

  /** The reports that pages are made of. */
  public static final Set<String> TABLES = Set.of("headlines", "variation", "trends");

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "uk.footprints.report.page.made");

  private Pages() {}

  /** Files by their path in the release. */
  public static Map<String, byte[]> files(Materials materials) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("reports/index.html", page("index.jte", Front.of(materials)));
    return files;
  }

  private static byte[] page(String template, Object model) {
    StringOutput html = new StringOutput(1 << 21);
    TEMPLATES.render(template, model, html);
    return html.toString().strip().getBytes(StandardCharsets.UTF_8);
  }
}

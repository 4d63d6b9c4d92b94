package uk.footprints.job.refresh;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Simplified;
import uk.footprints.catalogue.Datasets;
import uk.footprints.indicator.Answer;
import uk.footprints.publish.Release;
import uk.footprints.report.Evidence;
import uk.footprints.report.page.Imprint;
import uk.footprints.report.page.Materials;
import uk.footprints.report.page.Pages;
import uk.footprints.report.page.Source;
import uk.footprints.run.Versions;
import uk.footprints.table.Filled;

/** Brings together what pages are made of, and puts them into the release. */
final class Showing {

  private static final DateTimeFormatter MADE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private Showing() {}

  /** Writes the pages and their CSV tables. */
  static void write(Release release, Instant made, Evidence evidence, List<Filled> tables, Maps maps)
      throws IOException {
    Imprint imprint = new Imprint(release.id(), MADE.format(made), Versions.line());
    Map<String, Simplified> outlines = new TreeMap<>();
    evidence.answers().stream()
        .map(Answer::geography)
        .distinct()
        .filter(maps.byGeography()::containsKey)
        .forEach(id -> outlines.put(id, Simplified.of(maps.byGeography().get(id))));
    List<Source> sources =
        Datasets.all().stream().map(d -> new Source(d.id(), d.title(), d.publisher(), d.licence())).toList();
    Materials materials = new Materials(imprint, evidence, tables, outlines, sources);
    for (Map.Entry<String, byte[]> file : Pages.files(materials).entrySet()) {
      release.write(file.getKey(), file.getValue());
    }
  }
}

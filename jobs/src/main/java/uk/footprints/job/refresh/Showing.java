package uk.footprints.job.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.footprints.area.Simplified;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Answer;
import uk.footprints.publish.Release;
import uk.footprints.report.Evidence;
import uk.footprints.report.page.Imprint;
import uk.footprints.report.page.Materials;
import uk.footprints.report.page.Pages;
import uk.footprints.report.page.Source;
import uk.footprints.run.Versions;
import uk.footprints.table.Csv;
import uk.footprints.table.Filled;

/** Brings together what pages are made of, and puts them into the release. */
final class Showing {

  private static final Logger LOG = LoggerFactory.getLogger(Showing.class);
  /** Every month on a control chart: no spreadsheet holds them, and {@code footprints report spc} gives some. */
  private static final Set<String> ONLY_PARQUET = Set.of("spc");
  private static final DateTimeFormatter MADE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private Showing() {}

  /**
   * Writes the answers on both bases and every report, as Parquet and as CSV, each as it is made; keeps only the
   * tables that pages show.
   */
  static List<Filled> reports(Release release, Evidence asWas, List<Answer> asNow) {
    List<Object[]> rows = rows(asWas.answers(), asNow);
    Stream<Supplier<Filled>> reports = Reports.all().stream().map(r -> () -> new Filled(r.table(), r.rows(asWas)));
    List<Supplier<Filled>> making =
        Stream.concat(Stream.<Supplier<Filled>>of(() -> new Filled(Tables.INDICATORS, rows)), reports).toList();
    return making.parallelStream()
        .map(made -> write(release, made))
        .filter(filled -> Pages.TABLES.contains(filled.table().name()))
        .toList();
  }

  /** Rows that are made when they are asked for: all at once they would fill the memory. */
  private static List<Object[]> rows(List<Answer> asWas, List<Answer> asNow) {
    return new AbstractList<>() {
      @Override
      public Object[] get(int i) {
        return (i < asWas.size() ? asWas.get(i) : asNow.get(i - asWas.size())).row();
      }

      @Override
      public int size() {
        return asWas.size() + asNow.size();
      }
    };
  }

  private static Filled write(Release release, Supplier<Filled> making) {
    long began = System.nanoTime();
    Filled filled = making.get();
    long made = System.nanoTime();
    String name = filled.table().name();
    try {
      release.write(filled.table(), filled.rows());
      if (!ONLY_PARQUET.contains(name)) {
        release.write("reports/csv/" + name + ".csv", out -> Csv.write(filled, out));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.debug(
        "{}: {} rows made in {} ms, written in {} ms", name, filled.rows().size(), (made - began) / 1_000_000,
        (System.nanoTime() - made) / 1_000_000);
    return filled;
  }

  /** Writes the pages. */
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

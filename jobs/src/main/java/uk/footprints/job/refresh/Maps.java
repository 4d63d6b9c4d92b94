package uk.footprints.job.refresh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import uk.footprints.archive.Archive;
import uk.footprints.area.Areas;
import uk.footprints.area.Boundaries;
import uk.footprints.area.Boundary;
import uk.footprints.area.FeatureFile;
import uk.footprints.area.GeoJson;
import uk.footprints.area.GeoParquet;
import uk.footprints.area.Shapefile;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Place;
import uk.footprints.run.Fixable;
import uk.footprints.run.Store;

/**
 * Boundaries out of the shapefiles and GeoJSON files of a folder: one set for each geography. A few megabytes that do
 * not grow, so plain Java on the driver.
 *
 * @param byGeography the boundaries of each geography that any file draws, or whose groups it draws
 * @param findings files that draw no known geography, and what was repaired
 */
record Maps(Map<String, Boundaries> byGeography, List<Finding> findings) {

  private static final String FOOTPRINTS_2016 = "stp_2016";

  /** Reads every boundary file among these. */
  static Maps read(List<Outcome> outcomes, Archive archive, Areas areas) throws IOException {
    Map<String, Boundaries> found = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    Map<String, Outcome> byPath = new HashMap<>();
    outcomes.stream().filter(o -> o.state().equals(Outcome.BOUNDARY)).forEach(o -> byPath.put(o.path(), o));
    for (Outcome o : byPath.values().stream().sorted(java.util.Comparator.comparing(Outcome::path)).toList()) {
      String path = o.path().toLowerCase(Locale.ROOT);
      boolean shapes = path.endsWith(".shp");
      if (!shapes && !o.format().equals("GEOJSON")) {
        continue;
      }
      try {
        FeatureFile file = shapes ? shapefile(o, byPath, archive) : geojson(o, archive);
        Boundaries boundaries = Boundaries.of(areas, file);
        boundaries
            .notes()
            .forEach(n -> findings.add(Finding.of(Kind.BAD_BOUNDARY, "boundaries", Place.file(o.path()), "%s", n)));
        found.merge(boundaries.geography().id(), boundaries, Maps::fuller);
      } catch (Fixable e) {
        findings.add(Finding.of(Kind.UNKNOWN_FILE, "", Place.file(o.path()), "%s", e.getMessage()));
      }
    }
    if (!found.containsKey(FOOTPRINTS_2016)) {
      Optional<Boundaries> groups =
          found.values().stream().filter(b -> b.geography().family().equals("ccg")).findFirst();
      groups.ifPresent(g -> found.put(FOOTPRINTS_2016, g.joined(areas, FOOTPRINTS_2016)));
    }
    return new Maps(found, findings);
  }

  private static Boundaries fuller(Boundaries a, Boundaries b) {
    return b.list().size() > a.list().size() ? b : a;
  }

  private static FeatureFile geojson(Outcome o, Archive archive) throws IOException {
    return GeoJson.read(o.path(), new ByteArrayInputStream(bytes(o, archive)));
  }

  private static FeatureFile shapefile(Outcome o, Map<String, Outcome> byPath, Archive archive) throws IOException {
    String stem = o.path().substring(0, o.path().length() - 4);
    Outcome dbf = beside(byPath, stem, ".dbf", o);
    Outcome prj = beside(byPath, stem, ".prj", o);
    return Shapefile.read(
        o.path(),
        new ByteArrayInputStream(bytes(o, archive)),
        new ByteArrayInputStream(bytes(dbf, archive)),
        new String(bytes(prj, archive), StandardCharsets.UTF_8));
  }

  private static Outcome beside(Map<String, Outcome> byPath, String stem, String ending, Outcome of) {
    Outcome found = byPath.getOrDefault(stem + ending, byPath.get(stem + ending.toUpperCase(Locale.ROOT)));
    if (found == null) {
      throw Fixable.data(of.path() + " has no " + ending + " beside it.", "put all files of the shapefile together");
    }
    return found;
  }

  private static byte[] bytes(Outcome o, Archive archive) throws IOException {
    return archive.store().read(archive.path(o.sha256()));
  }

  /** How large areas are, by geography and code. */
  Map<String, Map<String, Double>> squareKilometres() {
    Map<String, Map<String, Double>> all = new TreeMap<>();
    for (Boundaries drawn : byGeography.values()) {
      for (Boundary b : drawn.list()) {
        all.computeIfAbsent(b.geography(), g -> new TreeMap<>()).put(b.areaCode(), b.areaKm2());
      }
    }
    return all;
  }

  /** All of them as one GeoParquet file. */
  void write(Path folder) throws IOException {
    List<Boundary> all = new ArrayList<>();
    byGeography.values().forEach(b -> all.addAll(b.list()));
    if (!all.isEmpty()) {
      GeoParquet.write(new Path(folder, "part-00000.zstd.parquet"), Store.hadoop(), all);
    }
  }
}

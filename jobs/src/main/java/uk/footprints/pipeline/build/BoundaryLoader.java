package uk.footprints.pipeline.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Boundaries;
import uk.footprints.area.Boundary;
import uk.footprints.area.FeatureFile;
import uk.footprints.area.GeoJson;
import uk.footprints.area.GeoParquet;
import uk.footprints.area.Geography;
import uk.footprints.area.PointInArea;
import uk.footprints.area.Shapefile;
import uk.footprints.area.Site;
import uk.footprints.area.SiteLocationCheck;
import uk.footprints.catalogue.Tables;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.parquet.FooterMetadata;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.read.ProgramFault;
import uk.footprints.release.Release;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;

/**
 * Loads boundaries and sites from the shapefiles and GeoJSON files of a folder. They are a few megabytes and do not
 * grow, so plain Java on the driver reads them.
 *
 * @param byGeography the boundaries of each geography that a file contains, or that can be joined from its groups
 * @param sites the points of files of points
 * @param findings files of unknown geographies, repaired boundaries, and sites outside the area of their provider
 */
public record BoundaryLoader(Map<String, Boundaries> byGeography, List<Site> sites, List<Finding> findings) {

  private static final String FOOTPRINTS_2016 = "stp_2016";

  /** Reads every boundary file of a folder. */
  public static BoundaryLoader read(InputListing inputs, Store source, Areas areas) {
    Map<String, Boundaries> found = new TreeMap<>();
    List<Site> sites = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<String, InputFile> byPath = new TreeMap<>();
    inputs.files().forEach(f -> byPath.put(f.path(), f));
    for (InputFile file : byPath.values()) {
      String path = file.path().toLowerCase(Locale.ROOT);
      if (!path.matches(".*\\.(shp|json|geojson|topojson)")) {
        continue;
      }
      try {
        FeatureFile features = path.endsWith(".shp") ? shapefile(file, byPath, source) : geojson(file, source);
        if (Site.areIn(features)) {
          sites.addAll(Site.list(features));
          continue;
        }
        Boundaries boundaries = Boundaries.of(areas, features);
        boundaries
            .notes()
            .forEach(n -> findings.add(Finding.of(Kind.BAD_BOUNDARY, "boundaries", Location.file(file.path()), "%s", n)));
        found.merge(boundaries.geography().id(), boundaries, BoundaryLoader::larger);
      } catch (UserException | IOException e) {
        findings.add(Finding.of(Kind.UNKNOWN_FILE, "", Location.file(file.path()), "%s", e.getMessage()));
      } catch (RuntimeException | StackOverflowError e) {
        findings.add(ProgramFault.finding(file.path(), e));
      }
    }
    if (!found.containsKey(FOOTPRINTS_2016)) {
      Optional<Boundaries> groups =
          found.values().stream().filter(b -> b.geography().family().equals("ccg")).findFirst();
      groups.ifPresent(g -> found.put(FOOTPRINTS_2016, g.joined(areas, FOOTPRINTS_2016)));
    }
    findings.addAll(sitesElsewhere(areas, found, sites));
    return new BoundaryLoader(found, sites, findings);
  }

  /**
   * Returns findings for sites that the map places in another area than that of their provider in the register. Of the
   * two latest maps the more detailed one is used: a coarse outline puts sites near its edge on the wrong side.
   */
  private static List<Finding> sitesElsewhere(Areas areas, Map<String, Boundaries> found, List<Site> sites) {
    return found.values().stream()
        .filter(b -> b.geography().family().equals(Geography.FOOTPRINT))
        .sorted(Comparator.comparing((Boundaries b) -> b.geography().inForce().from()).reversed())
        .limit(2)
        .max(Comparator.comparingInt(b -> b.list().stream().mapToInt(x -> x.geometry().getNumPoints()).sum()))
        .map(b -> SiteLocationCheck.of(areas, new PointInArea(b), sites, b.geography().inForce().from()))
        .map(SiteLocationCheck::disagreements)
        .orElse(List.of())
        .stream()
        .map(d -> Finding.of(Kind.SITE_ELSEWHERE, "boundaries", Location.file(""), "%s", d.message()))
        .toList();
  }

  /** Returns the boundaries and sites for the reports. */
  Atlas atlas() {
    return new Atlas(byGeography, sites);
  }

  private static Boundaries larger(Boundaries a, Boundaries b) {
    return b.list().size() > a.list().size() ? b : a;
  }

  private static FeatureFile geojson(InputFile file, Store source) throws IOException {
    return GeoJson.read(file.path(), stream(file, source));
  }

  private static FeatureFile shapefile(InputFile file, Map<String, InputFile> byPath, Store source) throws IOException {
    String stem = file.path().substring(0, file.path().length() - 4);
    InputFile prj = companion(byPath, stem, ".prj", file);
    return Shapefile.read(
        file.path(),
        stream(file, source),
        stream(companion(byPath, stem, ".dbf", file), source),
        new String(prj.read(source), StandardCharsets.UTF_8));
  }

  private static InputFile companion(Map<String, InputFile> byPath, String stem, String ending, InputFile of) {
    InputFile found = byPath.getOrDefault(stem + ending, byPath.get(stem + ending.toUpperCase(Locale.ROOT)));
    if (found == null) {
      throw UserException.data(
          of.path() + " has no " + ending + " file with it.", "put all files of the shapefile in one folder");
    }
    return found;
  }

  private static InputStream stream(InputFile file, Store source) throws IOException {
    return new ByteArrayInputStream(file.read(source));
  }

  /** Writes all boundaries to one GeoParquet file of a release. */
  void write(Release release) throws IOException {
    List<Boundary> all = new ArrayList<>();
    byGeography.values().forEach(b -> all.addAll(b.list()));
    if (!all.isEmpty()) {
      Path file = new Path(release.table(Tables.BOUNDARIES), "part-00000.zstd.parquet");
      GeoParquet.write(file, release.store().configuration(), all, FooterMetadata.ofShapes(Tables.BOUNDARIES));
    }
  }
}

package uk.footprints.area;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real published files, when they are there; a test that needs them is visibly skipped when they are not. */
final class SharedFiles {

  private SharedFiles() {}

  /** A file under {@code published}. */
  static Path published(String file) {
    String place = System.getenv().getOrDefault("FOOTPRINTS_SHARED", "../shared");
    Path path = Path.of(place, "published", file);
    assumeTrue(Files.exists(path), "the published files are not here: " + file);
    return path;
  }

  static FeatureFile geoJson(String file) throws IOException {
    Path path = published("boundaries/" + file);
    return GeoJson.read(path.getFileName().toString(), Files.newInputStream(path));
  }

  static FeatureFile shapefile() throws IOException {
    Path shp = published("boundaries/stp_shp/stp.shp");
    InputStream dbf = Files.newInputStream(shp.resolveSibling("stp.dbf"));
    return Shapefile.read("stp.shp", Files.newInputStream(shp), dbf, Files.readString(shp.resolveSibling("stp.prj")));
  }
}

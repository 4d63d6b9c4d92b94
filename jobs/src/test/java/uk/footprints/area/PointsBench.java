package uk.footprints.area;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * One side of {@code jobs/bench/points.sh}: writes the boundaries of a shapefile as GeoParquet, or places points in
 * them and prints the seconds that the join took, index and all.
 */
final class PointsBench {

  private PointsBench() {}

  /** {@code boundaries SHP PARQUET} or {@code join PARQUET POINTS ANSWERS}. */
  public static void main(String[] words) throws IOException {
    if (words[0].equals("boundaries")) {
      Path shp = Path.of(words[1]);
      Path dbf = Path.of(words[1].replace(".shp", ".dbf"));
      String prj = Files.readString(Path.of(words[1].replace(".shp", ".prj")));
      FeatureFile file = Shapefile.read(shp.toString(), Files.newInputStream(shp), Files.newInputStream(dbf), prj);
      write(words[2], Boundaries.of(ReferenceData.ofJar().areas(), file).list());
    } else {
      join(words[1], Path.of(words[2]), Path.of(words[3]));
    }
  }

  private static void write(String parquet, List<Boundary> boundaries) throws IOException {
    GeoParquet.write(new org.apache.hadoop.fs.Path(parquet), new Configuration(), boundaries, java.util.Map.of());
  }

  private static void join(String parquet, Path points, Path answers) throws IOException {
    List<Boundary> list = GeoParquet.read(new org.apache.hadoop.fs.Path(parquet), new Configuration());
    Boundaries boundaries = new Boundaries(Geography.get(list.get(0).geography()), list, List.of());
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(points)).order(ByteOrder.LITTLE_ENDIAN);
    double[] longitudes = new double[bytes.limit() / 16];
    double[] latitudes = new double[longitudes.length];
    bytes.asDoubleBuffer().get(longitudes).get(latitudes);
    long start = System.nanoTime();
    String[] found = new PointInArea(boundaries).locate(longitudes, latitudes);
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.write(answers, Arrays.stream(found).map(code -> code == null ? "" : code).toList());
    System.out.printf("%.3f%n", seconds);
  }
}

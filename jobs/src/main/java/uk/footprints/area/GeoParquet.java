package uk.footprints.area;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import uk.footprints.runtime.UserException;

/**
 * Writes boundaries as GeoParquet 1.1, and reads them back: well-known binary in longitude and latitude (OGC:CRS84, the
 * default of the specification), a box for every row so that readers can skip, and the {@code geo} entry in the footer.
 *
 * @see <a href="https://geoparquet.org/releases/v1.1.0/">GeoParquet 1.1.0</a>
 */
public final class GeoParquet {

  /** The columns, as the contract of the table {@code boundaries} names them. */
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message boundaries {
            required binary geography (STRING);
            required binary area_code (STRING);
            required binary geometry;
            required group bbox {
              required double xmin;
              required double ymin;
              required double xmax;
              required double ymax;
            }
            required double area_km2;
            required binary source (STRING);
          }
          """);

  private GeoParquet() {}

  /**
   * Writes one file, sorted by geography and code.
   *
   * @param path where, on any file system of Hadoop
   * @param conf how to reach it
   * @param boundaries the outlines
   * @param notes more for the footer: what columns mean
   */
  public static void write(Path path, Configuration conf, List<Boundary> boundaries, Map<String, String> notes)
      throws IOException {
    List<Boundary> sorted = new ArrayList<>(boundaries);
    sorted.sort(Comparator.comparing(Boundary::geography).thenComparing(Boundary::areaCode));
    Map<String, String> footer = new LinkedHashMap<>(notes);
    footer.put("geo", footer(sorted));
    SimpleGroupFactory rows = new SimpleGroupFactory(SCHEMA);
    WKBWriter binary = new WKBWriter(2);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(path, conf))
            .withConf(conf)
            .withType(SCHEMA)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withExtraMetaData(footer)
            .build()) {
      for (Boundary boundary : sorted) {
        writer.write(row(rows.newGroup(), boundary, binary));
      }
    }
  }

  /** The outlines in a file that {@link #write} made. */
  public static List<Boundary> read(Path path, Configuration conf) throws IOException {
    List<Boundary> boundaries = new ArrayList<>();
    WKBReader shapes = new WKBReader();
    try (ParquetReader<Group> rows = ParquetReader.builder(new GroupReadSupport(), path).withConf(conf).build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        boundaries.add(
            new Boundary(
                row.getString("geography", 0),
                row.getString("area_code", 0),
                shapes.read(row.getBinary("geometry", 0).getBytes()),
                row.getDouble("area_km2", 0),
                row.getString("source", 0)));
      }
    } catch (ParseException e) {
      throw UserException.data(path + " has a shape that is not well-known binary.", "refresh the boundaries", e);
    }
    return List.copyOf(boundaries);
  }

  private static Group row(Group row, Boundary boundary, WKBWriter binary) {
    Envelope box = boundary.geometry().getEnvelopeInternal();
    row.append("geography", boundary.geography())
        .append("area_code", boundary.areaCode())
        .append("geometry", Binary.fromConstantByteArray(binary.write(boundary.geometry())));
    row.addGroup("bbox")
        .append("xmin", box.getMinX())
        .append("ymin", box.getMinY())
        .append("xmax", box.getMaxX())
        .append("ymax", box.getMaxY());
    return row.append("area_km2", boundary.areaKm2()).append("source", boundary.source());
  }

  private static String footer(List<Boundary> boundaries) {
    TreeSet<String> types = new TreeSet<>();
    Envelope all = new Envelope();
    for (Boundary boundary : boundaries) {
      types.add(boundary.geometry().getGeometryType());
      all.expandToInclude(boundary.geometry().getEnvelopeInternal());
    }
    Map<String, Object> box = new LinkedHashMap<>();
    for (String edge : List.of("xmin", "ymin", "xmax", "ymax")) {
      box.put(edge, List.of("bbox", edge));
    }
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("encoding", "WKB");
    column.put("geometry_types", types);
    column.put("covering", Map.of("bbox", box));
    if (!all.isNull()) {
      column.put("bbox", List.of(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()));
    }
    Map<String, Object> geo = new LinkedHashMap<>();
    geo.put("version", "1.1.0");
    geo.put("primary_column", "geometry");
    geo.put("columns", Map.of("geometry", column));
    try {
      return new ObjectMapper().writeValueAsString(geo);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

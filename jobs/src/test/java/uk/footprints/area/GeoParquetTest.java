package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKBReader;

/** The file keeps what GeoParquet 1.1.0 asks for. */
class GeoParquetTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();

  @TempDir private java.nio.file.Path folder;

  @Test
  void rows_and_footer() throws Exception {
    Boundaries squares =
        Boundaries.of(AREAS, BoundariesTest.fourSquares("code", BoundariesTest.CODES, -2, 52, 1));
    Path path = new Path(folder.resolve("boundaries.parquet").toUri());
    Configuration conf = new Configuration();
    GeoParquet.write(path, conf, squares.list(), Map.of());
    assertFooter(path, conf);
    try (ParquetReader<Group> rows = ParquetReader.builder(new GroupReadSupport(), path).withConf(conf).build()) {
      Group first = rows.read();
      assertThat(first.getString("geography", 0)).isEqualTo("nhs_region_2016");
      assertThat(first.getString("area_code", 0)).isEqualTo("E40000001");
      assertThat(first.getGroup("bbox", 0).getDouble("xmin", 0)).isEqualTo(-2);
      assertThat(first.getGroup("bbox", 0).getDouble("ymax", 0)).isEqualTo(53);
      assertThat(new WKBReader().read(first.getBinary("geometry", 0).getBytes()).getArea()).isEqualTo(1);
    }
  }

  private static void assertFooter(Path path, Configuration conf) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, conf))) {
      assertThat(reader.getFooter().getBlocks().get(0).getColumns())
          .allMatch(column -> column.getCodec() == CompressionCodecName.ZSTD);
      String text = reader.getFooter().getFileMetaData().getKeyValueMetaData().get("geo");
      JsonNode geo = new ObjectMapper().readTree(text);
      assertThat(geo.path("version").asText()).isEqualTo("1.1.0");
      assertThat(geo.path("primary_column").asText()).isEqualTo("geometry");
      JsonNode column = geo.path("columns").path("geometry");
      assertThat(column.path("encoding").asText()).isEqualTo("WKB");
      assertThat(column.path("geometry_types").toString()).isEqualTo("[\"Polygon\"]");
      assertThat(column.path("bbox").toString()).isEqualTo("[-2.0,52.0,0.0,54.0]");
      assertThat(column.path("covering").path("bbox").path("xmax").toString()).isEqualTo("[\"bbox\",\"xmax\"]");
    }
  }
}

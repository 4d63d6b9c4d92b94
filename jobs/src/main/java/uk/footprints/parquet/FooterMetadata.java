package uk.footprints.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import uk.footprints.spark.Versions;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/**
 * The description of a table in the footer of its Parquet files, where readers look for it: Spark finds comments in its
 * row metadata, pyarrow and pandas in {@code ARROW:schema}, and all others in {@code footprints.columns}, which is
 * plain JSON. Every map keeps its order, so that equal tables give equal files.
 */
public final class FooterMetadata {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FooterMetadata() {}

  /** Returns all footer entries, for a file of flat columns. */
  public static Map<String, String> of(Table table) {
    Map<String, String> notes = ofShapes(table);
    notes.put("ARROW:schema", Base64.getEncoder().encodeToString(arrow(table).serializeAsMessage()));
    return notes;
  }

  /**
   * Returns the footer entries of a GeoParquet file. It has no {@code ARROW:schema}: where there is one, pyarrow takes the
   * entries of the file from it, and geopandas would not find {@code geo}.
   */
  public static Map<String, String> ofShapes(Table table) {
    Map<String, String> notes = words(table);
    notes.put("org.apache.spark.sql.parquet.row.metadata", TableSchemas.spark(table).json());
    notes.put("org.apache.spark.version", Versions.spark());
    return notes;
  }

  /** Returns what one row is, the key, and each column's meaning and unit. */
  private static Map<String, String> words(Table table) {
    Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    for (Field field : table.fields()) {
      columns.put(field.name(), words(field));
    }
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("footprints.row", table.row());
    notes.put("footprints.key", String.join(",", table.key()));
    try {
      notes.put("footprints.columns", JSON.writeValueAsString(columns));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return notes;
  }

  private static Map<String, String> words(Field field) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("comment", field.meaning());
    if (!field.unit().isEmpty()) {
      words.put("unit", field.unit());
    }
    return words;
  }

  private static Schema arrow(Table table) {
    return new Schema(
        table.fields().stream()
            .map(
                field ->
                    new org.apache.arrow.vector.types.pojo.Field(
                        field.name(), new FieldType(true, type(field.type()), null, words(field)), List.of()))
            .toList());
  }

  private static ArrowType type(Field.Type type) {
    return switch (type) {
      case TEXT -> ArrowType.Utf8.INSTANCE;
      case WHOLE -> new ArrowType.Int(Long.SIZE, true);
      case NUMBER -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case DATE -> new ArrowType.Date(DateUnit.DAY);
      case FLAG -> ArrowType.Bool.INSTANCE;
      case BYTES -> ArrowType.Binary.INSTANCE;
      case BOX -> throw new IllegalArgumentException("boxes are written by the GeoParquet writer");
    };
  }
}

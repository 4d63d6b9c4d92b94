package uk.footprints.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /** Returns all footer entries. */
  public static Map<String, String> of(Table table) {
    Map<String, String> notes = words(table);
    notes.put("org.apache.spark.sql.parquet.row.metadata", TableSchemas.spark(table).json());
    notes.put("org.apache.spark.version", Versions.spark());
    notes.put("ARROW:schema", Base64.getEncoder().encodeToString(arrow(table).serializeAsMessage()));
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
                        field.name(), new FieldType(true, type(field.type()), null, words(field)), parts(field)))
            .toList());
  }

  /** Returns the four edges of a box; other columns have no parts. */
  private static List<org.apache.arrow.vector.types.pojo.Field> parts(Field field) {
    return field.type() == Field.Type.BOX
        ? Stream.of("xmin", "ymin", "xmax", "ymax")
            .map(edge -> org.apache.arrow.vector.types.pojo.Field.nullable(edge, type(Field.Type.NUMBER)))
            .toList()
        : List.of();
  }

  private static ArrowType type(Field.Type type) {
    return switch (type) {
      case TEXT -> ArrowType.Utf8.INSTANCE;
      case WHOLE -> new ArrowType.Int(Long.SIZE, true);
      case NUMBER -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case DATE -> new ArrowType.Date(DateUnit.DAY);
      case FLAG -> ArrowType.Bool.INSTANCE;
      case BYTES -> ArrowType.Binary.INSTANCE;
      case BOX -> ArrowType.Struct.INSTANCE;
    };
  }
}

package uk.footprints.parquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/** Converts a table's columns to a Spark schema and a Parquet schema; all columns are nullable in both. */
public final class TableSchemas {

  private TableSchemas() {}

  /** Returns the Spark schema; each column has its meaning as a comment. */
  public static StructType spark(Table table) {
    List<StructField> fields = new ArrayList<>();
    for (Field field : table.fields()) {
      String comment = field.unit().isEmpty() ? field.meaning() : field.meaning() + " Unit: " + field.unit() + ".";
      Metadata metadata = new MetadataBuilder().putString("comment", comment).build();
      fields.add(new StructField(field.name(), type(field.type()), true, metadata));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  private static DataType type(Field.Type type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case WHOLE -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
      case DATE -> DataTypes.DateType;
      case FLAG -> DataTypes.BooleanType;
      case BYTES -> DataTypes.BinaryType;
      case BOX -> new StructType()
          .add("xmin", DataTypes.DoubleType)
          .add("ymin", DataTypes.DoubleType)
          .add("xmax", DataTypes.DoubleType)
          .add("ymax", DataTypes.DoubleType);
    };
  }

  /** Returns the Parquet schema. */
  public static MessageType parquet(Table table) {
    List<Type> fields = table.fields().stream().map(TableSchemas::parquet).toList();
    return new MessageType(table.name(), fields);
  }

  private static Type parquet(Field field) {
    return switch (field.type()) {
      case TEXT -> Types.optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(field.name());
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(field.name());
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(field.name());
      case DATE -> Types.optional(PrimitiveTypeName.INT32)
          .as(LogicalTypeAnnotation.dateType())
          .named(field.name());
      case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
      case BYTES -> Types.optional(PrimitiveTypeName.BINARY).named(field.name());
      case BOX -> throw new IllegalArgumentException("boxes are written by the GeoParquet writer");
    };
  }
}

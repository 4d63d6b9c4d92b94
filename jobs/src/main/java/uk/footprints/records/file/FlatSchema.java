package uk.footprints.records.file;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/** Builds the Parquet schema of a flat file, column by column. */
public final class FlatSchema {

  private final Types.MessageTypeBuilder columns = Types.buildMessage();

  /** Adds a column of whole numbers (64 bits). */
  public FlatSchema number(String name) {
    columns.optional(INT64).named(name);
    return this;
  }

  /** Adds a column of small whole numbers (32 bits). */
  public FlatSchema small(String name) {
    columns.optional(INT32).named(name);
    return this;
  }

  /** Adds a column of days. */
  public FlatSchema day(String name) {
    columns.optional(INT32).as(LogicalTypeAnnotation.dateType()).named(name);
    return this;
  }

  /** Adds a column of booleans. */
  public FlatSchema flag(String name) {
    columns.optional(BOOLEAN).named(name);
    return this;
  }

  /** Adds a column of real numbers. */
  public FlatSchema real(String name) {
    columns.optional(DOUBLE).named(name);
    return this;
  }

  /** Adds a column of texts. */
  public FlatSchema text(String name) {
    columns.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
    return this;
  }

  /** Returns the schema, with the name of a row. */
  public MessageType named(String name) {
    return columns.named(name);
  }
}

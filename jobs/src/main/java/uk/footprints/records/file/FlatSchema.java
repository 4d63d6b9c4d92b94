package uk.footprints.records.file;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/** The flat columns of a file, named one after the other. */
public final class FlatSchema {

  private final Types.MessageTypeBuilder columns = Types.buildMessage();

  /** Whole numbers. */
  public FlatSchema number(String name) {
    columns.optional(INT64).named(name);
    return this;
  }

  /** Small whole numbers. */
  public FlatSchema small(String name) {
    columns.optional(INT32).named(name);
    return this;
  }

  /** Days. */
  public FlatSchema day(String name) {
    columns.optional(INT32).as(LogicalTypeAnnotation.dateType()).named(name);
    return this;
  }

  /** Yes or no. */
  public FlatSchema flag(String name) {
    columns.optional(BOOLEAN).named(name);
    return this;
  }

  /** Real numbers. */
  public FlatSchema real(String name) {
    columns.optional(DOUBLE).named(name);
    return this;
  }

  /** Texts. */
  public FlatSchema text(String name) {
    columns.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
    return this;
  }

  /** The columns together, under the name of a row. */
  public MessageType named(String name) {
    return columns.named(name);
  }
}

package uk.footprints.records.episode;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.Set;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * The table {@code episodes}: one folder per financial year ({@code fyear=2013-14}), in it one file per bucket of people,
 * ordered by person, start, end, order and key. The bucket is the top bits of the person's hash, so a person's episodes
 * of all years are in files of one bucket, and stays can be built without moving rows.
 */
public final class EpisodeTable {

  /** The columns of a file; the year is in the name of its folder. */
  public static final MessageType SCHEMA = schema();
  /** Columns whose values hardly repeat, so that no dictionary is used. */
  static final Set<String> PLAIN = Set.of(EpisodeField.EPIKEY.column(), EpisodeField.PERSON.column());

  private EpisodeTable() {}

  static String file(int bucket, int buckets) {
    return "bucket-%05d-of-%05d.parquet".formatted(bucket, buckets);
  }

  static String folder(int year) {
    return "fyear=" + (year == EpisodeRow.UNKNOWN ? "unknown" : "%d-%02d".formatted(year, (year + 1) % 100));
  }

  private static MessageType schema() {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    schema.optional(INT64).named(EpisodeField.EPIKEY.column());
    for (EpisodeField field : EpisodeRow.NUMBERS) {
      if (field.kind() == EpisodeField.Kind.DATE) {
        schema.optional(INT32).as(LogicalTypeAnnotation.dateType()).named(field.column());
      } else if (field.kind() == EpisodeField.Kind.NUMBER) {
        schema.optional(INT32).named(field.column());
      }
    }
    for (EpisodeField field : EpisodeRow.TEXTS) {
      schema.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(field.column());
    }
    return schema.named("episode");
  }
}

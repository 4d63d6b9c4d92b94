package uk.footprints.table;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes the column of a published table that a record component fills. A component whose type is a record fills as
 * many columns as that record has components; it has either one annotation for each, in order, or none, where that
 * record describes them itself. Columns that many tables share are described on an annotation type of their own, which
 * then describes them too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Repeatable(Column.Several.class)
public @interface Column {

  /** The meaning, in one sentence. */
  String value();

  /** The unit of a figure; empty if there is none. */
  String unit() default "";

  /** The name in Parquet; empty where it is the component's name in snake_case. */
  String name() default "";

  /** Whether every row must have a value. */
  boolean required() default false;

  /** Whether an empty text is a value; otherwise it is written as absent. */
  boolean emptyText() default false;

  /** The annotations of a component that fills several columns. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
  @interface Several {

    /** The columns, in order. */
    Column[] value();
  }
}

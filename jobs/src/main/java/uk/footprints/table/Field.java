package uk.footprints.table;

import java.io.Serializable;

/**
 * A column of a published table: the definition from which schemas, checks, dictionary and data package are made.
 *
 * @param name the column name in Parquet
 * @param type the type of its values
 * @param meaning one sentence
 * @param unit the unit of a figure; empty if there is none
 * @param required whether every row must have a value
 */
public record Field(String name, Type type, String meaning, String unit, boolean required) implements Serializable {

  /** The types that published tables use. */
  public enum Type {
    TEXT,
    WHOLE,
    NUMBER,
    DATE,
    FLAG,
    BYTES,
    /** Four numbers: west, south, east and north. */
    BOX
  }

  /** Returns a text column that every row has. */
  public static Field key(String name, String meaning) {
    return new Field(name, Type.TEXT, meaning, "", true);
  }

  /** Returns a text column that may be empty. */
  public static Field text(String name, String meaning) {
    return new Field(name, Type.TEXT, meaning, "", false);
  }

  /** Returns a column of whole numbers. */
  public static Field whole(String name, String meaning, String unit) {
    return new Field(name, Type.WHOLE, meaning, unit, false);
  }

  /** Returns a column of numbers with decimals. */
  public static Field number(String name, String meaning, String unit) {
    return new Field(name, Type.NUMBER, meaning, unit, false);
  }

  /** Returns a column of days. */
  public static Field date(String name, String meaning) {
    return new Field(name, Type.DATE, meaning, "", false);
  }

  /** Returns a column of booleans. */
  public static Field flag(String name, String meaning) {
    return new Field(name, Type.FLAG, meaning, "", false);
  }
}

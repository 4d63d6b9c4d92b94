package uk.footprints.table;

import java.io.Serializable;

/**
 * A column of a published table: the contract from which schema, check, dictionary and package are made.
 *
 * @param name as in the Parquet
 * @param type of its values
 * @param meaning one sentence
 * @param unit of a figure; empty where there is none
 * @param required whether a row without it is wrong
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

  /** A text that every row has. */
  public static Field key(String name, String meaning) {
    return new Field(name, Type.TEXT, meaning, "", true);
  }

  /** A text that may be absent. */
  public static Field text(String name, String meaning) {
    return new Field(name, Type.TEXT, meaning, "", false);
  }

  /** A whole number. */
  public static Field whole(String name, String meaning, String unit) {
    return new Field(name, Type.WHOLE, meaning, unit, false);
  }

  /** A number with decimals. */
  public static Field number(String name, String meaning, String unit) {
    return new Field(name, Type.NUMBER, meaning, unit, false);
  }

  /** A day. */
  public static Field date(String name, String meaning) {
    return new Field(name, Type.DATE, meaning, "", false);
  }

  /** Yes or no. */
  public static Field flag(String name, String meaning) {
    return new Field(name, Type.FLAG, meaning, "", false);
  }
}

package uk.footprints.stat;

/**
 * A column that a method reads.
 *
 * @param name as in the file's header
 * @param meaning what it holds, with its unit
 * @param example a cell
 * @param required whether the method can do without
 */
public record InputColumn(String name, String meaning, String example, boolean required) {

  static InputColumn of(String name, String meaning, String example) {
    return new InputColumn(name, meaning, example, true);
  }

  static InputColumn optional(String name, String meaning, String example) {
    return new InputColumn(name, meaning, example, false);
  }
}

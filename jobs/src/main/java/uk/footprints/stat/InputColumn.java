package uk.footprints.stat;

/**
 * A column that a method reads.
 *
 * @param name name in the file's header
 * @param meaning what it contains, with its unit
 * @param example a cell
 * @param required whether the method needs it
 */
public record InputColumn(String name, String meaning, String example, boolean required) {

  static InputColumn of(String name, String meaning, String example) {
    return new InputColumn(name, meaning, example, true);
  }

  static InputColumn optional(String name, String meaning, String example) {
    return new InputColumn(name, meaning, example, false);
  }
}

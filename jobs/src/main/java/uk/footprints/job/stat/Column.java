package uk.footprints.job.stat;

/**
 * A column that a method reads.
 *
 * @param name as in the file's header
 * @param meaning what it holds, with its unit
 * @param example a cell
 * @param required whether the method can do without
 */
public record Column(String name, String meaning, String example, boolean required) {

  static Column of(String name, String meaning, String example) {
    return new Column(name, meaning, example, true);
  }

  static Column optional(String name, String meaning, String example) {
    return new Column(name, meaning, example, false);
  }
}

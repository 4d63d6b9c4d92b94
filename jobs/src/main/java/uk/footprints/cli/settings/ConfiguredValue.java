package uk.footprints.cli.settings;

/**
 * The value of an option that is set outside the command line.
 *
 * @param key the command and its option, such as {@code refresh.to}
 * @param value the option's value; for an option without a value, {@code true} or {@code false}
 * @param origin where it was set: a line of a file, or a variable of the environment
 */
public record ConfiguredValue(String key, String value, String origin) {

  /** Returns the command. */
  public String command() {
    return key.substring(0, key.indexOf('.'));
  }

  /** Returns the option as it is written on the command line. */
  public String option() {
    return "--" + key.substring(key.indexOf('.') + 1);
  }
}

package uk.footprints.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What is running: said at the start of every run, and kept in its record. */
public final class Versions implements IVersionProvider {

  private static final Properties BUILT = read();

  /** Footprints' own version. */
  public static String footprints() {
    return BUILT.getProperty("version");
  }

  /** The Spark that this build was made for. */
  public static String spark() {
    return BUILT.getProperty("spark");
  }

  /** One line: product, Spark, Java. */
  public static String line() {
    return "footprints %s, Spark %s, Java %s".formatted(footprints(), spark(), Runtime.version());
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  private static Properties read() {
    Properties built = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("/footprints.properties")) {
      built.load(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return built;
  }
}

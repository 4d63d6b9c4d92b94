package uk.footprints.spark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;
import uk.footprints.storage.Store;

/** Provides the versions of the program, Spark and Java, for the start of every run and its record. */
public final class Versions implements IVersionProvider {

  private static final Properties BUILT = read();

  /** Returns the version of Footprints. */
  public static String footprints() {
    return BUILT.getProperty("version");
  }

  /** Returns the Spark version of this build. */
  public static String spark() {
    return BUILT.getProperty("spark");
  }

  /** Returns the Scala version of this build, major and minor. */
  public static String scala() {
    return BUILT.getProperty("scala");
  }

  /**
   * Returns the SHA-256 of the program, so that another build never resumes the work of this one. A jar is one file; a
   * folder of classes, as in tests, is identified by its files and their dates.
   */
  public static String build() {
    return Build.SHA256;
  }

  private static final class Build {

    static final String SHA256 = sha256();

    private static String sha256() {
      try {
        Path place = Path.of(Versions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isRegularFile(place)) {
          return Store.sha256(Files.readAllBytes(place));
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(place)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            all.append(place.relativize(file)).append(' ').append(Files.size(file)).append(' ')
                .append(Files.getLastModifiedTime(file).toMillis()).append('\n');
          }
        }
        return Store.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
      } catch (IOException | URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Returns one line: product, Spark, Java. */
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

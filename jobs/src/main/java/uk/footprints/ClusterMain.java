package uk.footprints;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is the entry point for {@code spark-submit}. Checks the versions of the cluster before any other class is loaded, and
 * reports in one sentence what does not fit. Compiled for Java 8, so that a cluster that is too old can read at least
 * this.
 */
public final class ClusterMain {

  /** Exit code of a wrong location, equal to {@code ExitCode.DATA}, which Java 8 cannot load. */
  private static final int WRONG_LOCATION = 2;

  private static final int JAVA = 17;
  private static final Pattern TWO = Pattern.compile("(\\d+)\\.(\\d+).*", Pattern.DOTALL);

  private ClusterMain() {}

  /** Checks the versions and calls {@code Main}. */
  public static void main(String[] words) throws Throwable {
    Properties built = built();
    String problem =
        problem(
            built.getProperty("spark"), built.getProperty("scala"), of("org.apache.spark.package$", "SPARK_VERSION"),
            of("scala.util.Properties$", "versionNumberString"), System.getProperty("java.specification.version"));
    if (!problem.isEmpty()) {
      System.err.println(problem);
      System.err.println("  Try: use a cluster with these versions, or footprints submit --spark-home FOLDER");
      ProcessExit.leave(WRONG_LOCATION);
    }
    try {
      Class.forName("uk.footprints.Main").getMethod("main", String[].class).invoke(null, (Object) words);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /**
   * Describes in one sentence what does not fit; empty when everything fits. A newer Spark of the same major version
   * fits.
   *
   * @param builtSpark the Spark that this was built for
   * @param builtScala its Scala, major and minor
   * @param spark the Spark of the cluster; empty when there is none
   * @param scala the Scala of the cluster
   * @param java the Java of the cluster, as {@code java.specification.version} has it
   */
  public static String problem(String builtSpark, String builtScala, String spark, String scala, String java) {
    boolean sparkFits = major(spark) == major(builtSpark) && minor(spark) >= minor(builtSpark);
    boolean scalaFits = scala.equals(builtScala) || scala.startsWith(builtScala + ".");
    boolean javaFits = major(java + ".0") >= JAVA;
    if (sparkFits && scalaFits && javaFits) {
      return "";
    }
    return "Footprints needs Spark " + major(builtSpark) + "." + minor(builtSpark) + " or a later " + major(builtSpark)
        + ".x with Scala " + builtScala + ", on Java " + JAVA + " or newer; here is "
        + (spark.isEmpty() ? "no Spark" : "Spark " + spark) + (scala.isEmpty() ? "" : " with Scala " + scala)
        + ", on Java " + java + ".";
  }

  private static int major(String version) {
    Matcher two = TWO.matcher(version);
    return two.matches() ? Integer.parseInt(two.group(1)) : -1;
  }

  private static int minor(String version) {
    Matcher two = TWO.matcher(version);
    return two.matches() ? Integer.parseInt(two.group(2)) : -1;
  }

  /** Calls a method of a Scala object; returns an empty text when there is no such object. */
  private static String of(String object, String method) {
    try {
      Class<?> type = Class.forName(object);
      return String.valueOf(type.getMethod(method).invoke(type.getField("MODULE$").get(null)));
    } catch (ReflectiveOperationException | LinkageError e) {
      return "";
    }
  }

  private static Properties built() throws IOException {
    Properties built = new Properties();
    try (InputStream in = ClusterMain.class.getResourceAsStream("/footprints.properties")) {
      built.load(in);
    }
    return built;
  }
}

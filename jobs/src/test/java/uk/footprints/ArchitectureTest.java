package uk.footprints;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The layers of packages as docs/architecture.md lists them, the order of the pipeline's steps, and names. */
class ArchitectureTest {

  /** A package may use those of the layers before its own, and none of its own layer. */
  private static final List<List<String>> LAYERS =
      List.of(
          List.of("text"),
          List.of("runtime", "period", "statistics", "table"),
          List.of("finding", "storage"),
          List.of("area", "format", "spark"),
          List.of("layout", "fetch", "parquet"),
          List.of("publication", "release"),
          List.of("transform"),
          List.of("dataset", "records"),
          List.of("declaration"),
          List.of("indicator"),
          List.of("report"),
          List.of("catalogue"),
          List.of("site"),
          List.of("workbook"),
          List.of("analysis"),
          List.of("runlog", "sample", "stat"),
          List.of("pipeline"),
          List.of("cli"));

  /** The steps of a refresh, in the order in which they run; a step uses those before it. */
  private static final List<List<String>> STEPS =
      Stream.of("input", "read", "merge", "check", "build", "publish")
          .map(step -> List.of("pipeline." + step)).toList();

  /** Gerunds and participles are names of processes, not of things; these three are nouns of the field. */
  private static final Pattern PROCESS_NAME =
      Pattern.compile("(?!Finding$|StayFinding$|RowAccounting$|DatedHeading$|InputListing$)"
          + ".*(ing|Told|Asked|Kept|Made|Wanted|Placed|Listed|Dated|Counted|Withheld)");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("uk.footprints");

  @TestFactory
  Stream<DynamicTest> packagesUseLowerLayersOnly() {
    return tests(LAYERS);
  }

  @TestFactory
  Stream<DynamicTest> stepsUseEarlierStepsOnly() {
    return tests(STEPS);
  }

  private static Stream<DynamicTest> tests(List<List<String>> layers) {
    return IntStream.range(0, layers.size())
        .boxed()
        .flatMap(i -> layers.get(i).stream().map(name -> DynamicTest.dynamicTest(name, () -> check(layers, name, i))));
  }

  private static void check(List<List<String>> layers, String name, int layer) {
    String[] others =
        layers.subList(layer, layers.size()).stream()
            .flatMap(List::stream)
            .filter(other -> !other.equals(name))
            .map(other -> "uk.footprints." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("uk.footprints." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void statisticsKnowNoSpark() {
    noClasses()
        .that()
        .resideInAnyPackage("uk.footprints.statistics..", "uk.footprints.period..", "uk.footprints.format..",
            "uk.footprints.layout..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void oneClassEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("uk.footprints.ProcessExit")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void onePackageOpensSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("uk.footprints.spark..")
        .should()
        .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
        .check(CLASSES);
  }

  @Test
  void everySimpleNameIsOneClass() {
    Map<String, List<String>> classes =
        topLevel().collect(Collectors.groupingBy(JavaClass::getSimpleName,
            Collectors.mapping(JavaClass::getName, toList())));
    assertThat(classes.values()).filteredOn(same -> same.size() > 1).isEmpty();
  }

  @Test
  void noNestedClassHasTheNameOfAClass() {
    Set<String> names = topLevel().map(JavaClass::getSimpleName).collect(Collectors.toSet());
    assertThat(CLASSES.stream().filter(c -> c.isNestedClass() && names.contains(c.getSimpleName())))
        .extracting(JavaClass::getName)
        .isEmpty();
  }

  @Test
  void noClassIsNamedAfterAProcess() {
    assertThat(topLevel().map(JavaClass::getSimpleName)).noneMatch(name -> PROCESS_NAME.matcher(name).matches());
  }

  @Test
  void exceptionsSayThatTheyAreExceptions() {
    assertThat(topLevel().filter(c -> c.isAssignableTo(Throwable.class)).map(JavaClass::getSimpleName))
        .isNotEmpty()
        .allMatch(name -> name.endsWith("Exception"));
  }

  /**
   * Rows have types: records, or {@code RowCells}, whose values are read by column. An array of objects occurs only
   * where these are kept, where a record is made by its constructor, and where Spark returns one.
   */
  private static final Set<String> HAVE_ARRAYS_OF_OBJECTS =
      Set.of(
          "table/RowCells.java", "table/RecordColumns.java", "table/RecordHandles.java",
          "records/episode/EpisodeIngest.java");

  @Test
  void rowsHaveTypes() throws IOException {
    Path sources = Path.of("jobs/src/main/java/uk/footprints");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> text(file).contains("Object[]"))
                  .map(file -> unixPath(sources.relativize(file))))
          .containsExactlyInAnyOrderElementsOf(HAVE_ARRAYS_OF_OBJECTS);
    }
  }

  /**
   * Fields of a process that change, each with its reason; everything else is passed. They are results of functions that
   * are computed once, and Spark's one context in a process.
   */
  private static final Map<String, String> PROCESS_STATE =
      Map.of(
          "storage.HadoopSettings.OPENED", "what Hadoop takes a tenth of a second to make of the same settings",
          "spark.SparkSessionFactory.USERS", "Spark has one context in a process: the last run that uses it stops it",
          "area.GeographyDetector.PLAIN", "names of areas without their editions, which are compared a million times");

  /** Types whose values change. */
  private static final Pattern CHANGEABLE =
      Pattern.compile(
          "java\\.util\\.concurrent\\.atomic\\..*|.*\\.(ThreadLocal|StringBuilder|BitSet|ContextUsers|Configuration)"
              + "|java\\.util\\..*(HashMap|TreeMap|ArrayList|HashSet|TreeSet|ArrayDeque|LinkedList|ConcurrentMap)");

  /** The beginning of a static field that is filled later. */
  private static final Pattern FILLED_LATER =
      Pattern.compile(
          "static final \\S.* (\\w+) = new (?:java\\.util\\.)?(?:Concurrent|Linked|Enum|Weak|Identity)?"
              + "(?:HashMap|TreeMap|ArrayList|HashSet|TreeSet|ArrayDeque|EnumMap|ConcurrentSkipListMap)<>\\(\\);");

  @Test
  void noStateIsKeptInTheProcess() throws IOException {
    Set<String> found = new TreeSet<>();
    CLASSES.stream()
        .filter(c -> !c.getPackageName().equals("uk.footprints.site.template"))
        .flatMap(c -> c.getFields().stream())
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)
            || CHANGEABLE.matcher(field.getRawType().getName()).matches())
        .forEach(field -> found.add(shortName(field.getFullName())));
    Path sources = Path.of("jobs/src/main/java/uk/footprints");
    try (Stream<Path> files = Files.walk(sources)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
        String name = unixPath(sources.relativize(file)).replace(".java", "").replace('/', '.');
        FILLED_LATER.matcher(text(file)).results().forEach(m -> found.add(name + "." + m.group(1)));
      });
    }
    assertThat(found).isEqualTo(new TreeSet<>(PROCESS_STATE.keySet()));
  }

  /** Where reference tables are loaded: commands and the tasks of a cluster, which pass them on; names of made-up data. */
  private static final Pattern LOADS_REFERENCE =
      Pattern.compile(
          "(cli|sample)\\..*|pipeline\\.(RefreshPipeline|merge\\.ReadAndMergeJob|read\\.FileReader)"
              + "|dataset\\.OrganisationCodes.*|area\\.ReferenceData");

  @Test
  void referenceTablesArePassed() {
    assertThat(
            CLASSES.stream()
                .flatMap(c -> c.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getSimpleName().equals("ReferenceData"))
                .filter(call -> call.getTarget().getName().equals("ofJar"))
                .map(call -> shortName(call.getOriginOwner().getName()))
                .distinct())
        .allMatch(name -> LOADS_REFERENCE.matcher(name).matches());
  }

  private static String shortName(String name) {
    return name.replace("uk.footprints.", "");
  }

  private static String unixPath(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JavaClass> topLevel() {
    return CLASSES.stream()
        .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
        .filter(c -> !c.getPackageName().equals("uk.footprints.site.template"));
  }
}

package uk.footprints;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as ARCHITECTURE.md draws it: rooms look down, never up. */
class ArchitectureTest {

  /** Each floor may use the floors before it, and rooms on one floor may not use one another. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("period", "statistics", "table", "run"),
          List.of("finding"),
          List.of("area"),
          List.of("parse"),
          List.of("source"),
          List.of("archive", "conform", "publish"),
          List.of("dataset", "stay", "sample"),
          List.of("indicator"),
          List.of("report"),
          List.of("catalogue"),
          List.of("job"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("uk.footprints");

  @TestFactory
  Stream<DynamicTest> roomsLookDown() {
    return Stream.iterate(0, i -> i + 1)
        .limit(FLOORS.size())
        .flatMap(floor -> FLOORS.get(floor).stream().map(room -> DynamicTest.dynamicTest(room, () -> below(room, floor))));
  }

  private static void below(String room, int floor) {
    String[] others =
        Stream.iterate(floor, i -> i + 1)
            .limit(FLOORS.size() - (long) floor)
            .flatMap(i -> FLOORS.get(i).stream())
            .filter(other -> !other.equals(room))
            .map(other -> "uk.footprints." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("uk.footprints." + room + "..")
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
        .resideInAnyPackage("uk.footprints.statistics..", "uk.footprints.period..", "uk.footprints.parse..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void thereIsOneDoor() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("uk.footprints.ProcessExit")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void onlyRunOpensSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("uk.footprints.run..")
        .should()
        .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
        .check(CLASSES);
  }
}

package uk.footprints.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.storage.Store;

/** The log of a run is in its store, although libraries log before the run has an id. */
class LogFilesTest {

  private static final String FILE = "footprints.log";
  private static final String LEVEL = "footprints.log.level";

  @TempDir private Path folder;
  private String before;

  @BeforeEach
  void logElsewhere() {
    before = System.getProperty(FILE);
    System.setProperty(FILE, folder.resolve("early.log").toString());
  }

  @AfterEach
  void logAsBefore() {
    System.clearProperty(LEVEL);
    if (before == null) {
      System.clearProperty(FILE);
    } else {
      System.setProperty(FILE, before);
    }
  }

  @Test
  void linesGoToTheFileOfTheRunAlsoAfterEarlierLines() throws Exception {
    try (LoggerContext log = started()) {
      log.getLogger("org.apache.hadoop").warn("too early");
      Path file = LogFiles.into(new Store(folder.resolve("store").toString()), "20260101T120000Z-abc");
      log.getLogger("uk.footprints.runtime.StepTimes").info("of the run");

      assertThat(file).isEqualTo(folder.resolve("store/logs/20260101T120000Z-abc.log"));
      assertThat(text(file)).contains("of the run").doesNotContain("too early");
      assertThat(text(folder.resolve("early.log"))).contains("too early").doesNotContain("of the run");
    }
  }

  @Test
  void stepsAreLoggedAtDebugOnly() throws Exception {
    try (LoggerContext log = started()) {
      log.getLogger("uk.footprints.runtime.StepTimes").debug("answer: spc, rows");
      assertThat(folder.resolve("early.log")).doesNotExist();
    }
    System.setProperty(LEVEL, "debug");
    try (LoggerContext log = started()) {
      log.getLogger("uk.footprints.runtime.StepTimes").debug("answer: spc, rows");
      assertThat(text(folder.resolve("early.log"))).contains("DEBUG").contains("answer: spc, rows");
    }
  }

  private static LoggerContext started() throws URISyntaxException {
    LoggerContext context = new LoggerContext("test", null, LogFiles.class.getResource("/log4j2.xml").toURI());
    context.start();
    return context;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}

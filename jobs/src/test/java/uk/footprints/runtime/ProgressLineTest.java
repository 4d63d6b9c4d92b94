package uk.footprints.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The line that says how far a work is. */
class ProgressLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Console terminal(boolean interactive) {
    PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Console(answers, new PrintStream(err, true, StandardCharsets.UTF_8), interactive);
  }

  /** What was said until the state was asked for five times; then a line that stays, and the end. */
  private String run(boolean interactive, Supplier<String> state) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(5);
    Supplier<String> counted =
        () -> {
          asked.countDown();
          return state.get();
        };
    ProgressLine progress = ProgressLine.on(terminal(interactive), counted, 5);
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    progress.say("new  a.csv");
    progress.close();
    assertThat(out.size()).as("never on standard output").isZero();
    return err.toString(StandardCharsets.UTF_8);
  }

  private static Supplier<String> counting() {
    AtomicInteger done = new AtomicInteger();
    return () -> "Reading " + ProgressLine.left(done.incrementAndGet(), 500, "files");
  }

  @Test
  void whereAPersonWatchesOneLineIsDrawnInPlaceAndTakenAway() throws InterruptedException {
    String said = run(true, counting());
    assertThat(said).contains("\rReading 2 of 500 files, 498 left").contains("\rnew  a.csv" + System.lineSeparator());
    assertThat(said).as("the line is gone at the end").matches("(?s).*\r +\r");
  }

  @Test
  void whereNobodyWatchesPlainLinesAreSaid() throws InterruptedException {
    assertThat(run(false, counting()))
        .doesNotContain("\r")
        .contains("Reading 1 of 500 files, 499 left" + System.lineSeparator() + "Reading 2 of 500 files, 498 left");
  }

  @Test
  void aLineThatDoesNotChangeIsSaidOnce() throws InterruptedException {
    String line = System.lineSeparator();
    assertThat(run(false, () -> "Reading pages")).isEqualTo("Reading pages" + line + "new  a.csv" + line);
  }

  @Test
  void aLongLineIsCutToTheTerminal() throws InterruptedException {
    assertThat(run(true, () -> "x".repeat(200))).contains("x".repeat(78) + "…").doesNotContain("x".repeat(79));
  }

  @Test
  void aShortWorkSaysNothing() {
    assertThat(ProgressLine.during(terminal(false), () -> "Reading", () -> 42)).isEqualTo(42);
    assertThat(err.size()).isZero();
  }
}

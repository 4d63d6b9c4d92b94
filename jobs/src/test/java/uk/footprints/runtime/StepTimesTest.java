package uk.footprints.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Times of steps: those of one name are added up, also those of steps that fail. */
class StepTimesTest {

  private final StepTimes times = new StepTimes();

  @Test
  void timesOfOneStepAreAddedUp() {
    times.add("answer", "pages", 1_000_000_000L);
    times.add("answer", "reports", 500_000_000L);
    times.add("answer", "pages", 250_000_000L);

    assertThat(times.list())
        .containsExactly(new StepTimes.Step("answer", "pages", 1.25), new StepTimes.Step("answer", "reports", 0.5));
  }

  @Test
  void theSameStepOfTwoPartsIsTwoSteps() {
    times.add("read", "files", 1);
    times.add("answer", "files", 1);

    assertThat(times.list()).extracting(StepTimes.Step::part).containsExactly("read", "answer");
  }

  @Test
  void aFailedStepHasItsTime() {
    assertThatThrownBy(
            () -> times.during("answer", "pages", () -> {
              throw new IOException("full");
            }))
        .isInstanceOf(IOException.class);

    assertThat(times.list()).extracting(StepTimes.Step::step).containsExactly("pages");
  }

  @Test
  void stepsOfASequenceFollowEachOther() {
    StepTimes.Sequence steps = times.sequence("answer");
    steps.ended("first");
    steps.ended("second");

    assertThat(times.list()).extracting(StepTimes.Step::step).containsExactly("first", "second");
    assertThat(times.list()).allMatch(step -> step.seconds() >= 0);
  }
}

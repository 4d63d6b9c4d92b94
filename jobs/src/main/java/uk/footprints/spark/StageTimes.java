package uk.footprints.spark;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.StageInfo;
import uk.footprints.runtime.StepTimes;

/** Adds the time of every stage of a session to the times of a run, under the name that Spark gives to the stage. */
public final class StageTimes extends SparkListener {

  private static final long NANOS_OF_MILLI = 1_000_000;

  private final StepTimes times;
  private final String part;

  /** Creates a listener that adds the stages to a part of a run. */
  public StageTimes(StepTimes times, String part) {
    this.times = times;
    this.part = part;
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted completed) {
    StageInfo stage = completed.stageInfo();
    if (stage.submissionTime().isDefined() && stage.completionTime().isDefined()) {
      long millis = (Long) stage.completionTime().get() - (Long) stage.submissionTime().get();
      times.add(
          part, "stage %d, %s, %d tasks".formatted(stage.stageId(), stage.name(), stage.numTasks()),
          millis * NANOS_OF_MILLI);
    }
  }
}

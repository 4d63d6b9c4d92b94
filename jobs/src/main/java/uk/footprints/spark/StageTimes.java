package uk.footprints.spark;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.StageInfo;
import uk.footprints.runtime.StepTimes;

/** Adds the time of every stage of a run to its times, under the name that Spark gives to the stage. */
public final class StageTimes extends SparkListener {

  private static final long NANOS_OF_MILLI = 1_000_000;

  private final StepTimes times;
  private final String part;
  private final SparkTasks tasks;
  private final Set<Integer> stages = new HashSet<>();

  /** Creates a listener that adds the stages to a part of the run that has these tasks. */
  public StageTimes(StepTimes times, String part, SparkTasks tasks) {
    this.times = times;
    this.part = part;
    this.tasks = tasks;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (tasks.isOfRun(submitted.properties())) {
      stages.add(submitted.stageInfo().stageId());
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted completed) {
    StageInfo stage = completed.stageInfo();
    if (stages.contains(stage.stageId()) && stage.submissionTime().isDefined() && stage.completionTime().isDefined()) {
      long millis = (Long) stage.completionTime().get() - (Long) stage.submissionTime().get();
      times.add(
          part, "stage %d, %s, %d tasks".formatted(stage.stageId(), stage.name(), stage.numTasks()),
          millis * NANOS_OF_MILLI);
    }
  }
}

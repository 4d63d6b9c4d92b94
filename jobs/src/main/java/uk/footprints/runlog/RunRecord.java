package uk.footprints.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import uk.footprints.runtime.StepTimes;

/**
 * The record of a run, which is stored in the store whatever its result. The names of its components are promised.
 *
 * @param run its id: time, and a hash of the names, sizes and times of its inputs if these are known
 * @param job the command
 * @param startedAt time, UTC
 * @param endedAt time, UTC
 * @param exit exit code
 * @param state {@code published}, {@code held}, {@code nothing_new} or {@code failed}
 * @param release the release that it made; empty if it made none
 * @param problem why it failed, as a sentence; empty if it did not
 * @param versions of Footprints, its build, Spark, Scala and Java
 * @param arguments the options of the command, with secrets masked
 * @param inputs every input file
 * @param counts numbers of files and rows
 * @param findings numbers of findings, by severity and kind
 * @param setAside why files were set aside or read in part only, as sentences
 * @param seconds of each part of the run
 * @param steps the times of steps of the parts; they may run side by side
 * @param fetch what {@code refresh --live} fetched; null, and absent from the file, in other runs
 */
public record RunRecord(
    String run,
    String job,
    @JsonProperty("started_at") String startedAt,
    @JsonProperty("ended_at") String endedAt,
    int exit,
    String state,
    String release,
    String problem,
    Map<String, String> versions,
    Map<String, String> arguments,
    List<Input> inputs,
    Map<String, Long> counts,
    Map<String, Map<String, Long>> findings,
    @JsonProperty("set_aside") List<String> setAside,
    Map<String, Double> seconds,
    List<StepTimes.Step> steps,
    @JsonInclude(JsonInclude.Include.NON_NULL) FetchRecord fetch) {

  /**
   * An input file.
   *
   * @param file its path below the folder
   * @param bytes its size
   * @param sha256 of its bytes
   * @param dataset the dataset; empty if it is not recognised, or before the file was read
   * @param state {@code read}, {@code set_aside} or another; empty before it was read
   */
  public record Input(String file, long bytes, String sha256, String dataset, String state) {}
}

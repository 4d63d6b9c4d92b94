package uk.footprints.runlog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.footprints.fetch.FetchReport;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.FetchResult;
import uk.footprints.runtime.SecretRedactor;

/**
 * What a run of {@code refresh --live} fetched. The names of its components are promised. Lists of sentences have at
 * most a hundred.
 *
 * @param due publications that were due when the run began, as sentences
 * @param pages counts of pages and links of each dataset
 * @param files numbers of links by result: new, same, changed, gone, refused, failed, empty
 * @param came files that were fetched for the first time or with other bytes
 * @param gone files that no page offers any more
 * @param attention links and pages that a person should check
 * @param stillDue publications that were due when the run ended, as sentences
 */
public record FetchRecord(
    List<String> due,
    List<Pages> pages,
    Map<String, Integer> files,
    List<String> came,
    @JsonProperty("no_longer_offered") List<String> gone,
    List<String> attention,
    @JsonProperty("still_due") List<String> stillDue) {

  private static final int MOST_SENTENCES = 100;

  /**
   * Counts of one dataset.
   *
   * @param dataset its id
   * @param read number of pages read
   * @param links number of links to tables on them
   * @param taken number of links that the dataset accepts
   * @param left number of the other links
   */
  public record Pages(String dataset, int read, int links, int taken, int left) {}

  /** Returns the record of a fetch. */
  static FetchRecord of(FetchReport report, List<String> due) {
    Map<String, Integer> files = new LinkedHashMap<>();
    report.counts().forEach((kind, n) -> files.put(kind.word(), n));
    return new FetchRecord(
        List.copyOf(due),
        report.pages().stream().map(p -> new Pages(p.dataset(), p.pages(), p.links(), p.taken(), p.left())).toList(),
        files,
        sentences(Stream.concat(report.of(Kind.NEW).stream(), report.of(Kind.CHANGED).stream())),
        sentences(report.of(Kind.GONE).stream()),
        sentences(report.results().stream().filter(r -> r.kind().needsAttention())),
        List.of());
  }

  FetchRecord withStillDue(List<String> lines) {
    return new FetchRecord(due, pages, files, came, gone, attention, List.copyOf(lines));
  }

  private static List<String> sentences(Stream<FetchResult> results) {
    return results
        .limit(MOST_SENTENCES)
        .map(r -> "%s %s, %s: %s".formatted(r.kind().word(), r.dataset(), SecretRedactor.shown(r.address()), r.why()))
        .toList();
  }
}

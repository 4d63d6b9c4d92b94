package uk.footprints.fetch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Results of a fetch.
 *
 * @param pages counts of pages and links of each dataset; empty for a list of addresses
 * @param results the result of every link, and of pages that need attention
 */
public record FetchReport(List<PageCount> pages, List<FetchResult> results) {

  /** Returns the results of one kind. */
  public List<FetchResult> of(FetchResult.Kind kind) {
    return results.stream().filter(result -> result.kind() == kind).toList();
  }

  /** Returns the numbers of results by kind; kinds without a result are absent. */
  public Map<FetchResult.Kind, Integer> counts() {
    Map<FetchResult.Kind, Integer> counts = new EnumMap<>(FetchResult.Kind.class);
    results.forEach(result -> counts.merge(result.kind(), 1, Integer::sum));
    return counts;
  }

  /** Whether nothing at all could be reached. */
  public boolean isUnreachable() {
    return !results.isEmpty() && results.stream().allMatch(result -> result.kind() == FetchResult.Kind.FAILED);
  }

  /** Whether a person should check a link or a page. */
  public boolean needsAttention() {
    return results.stream().anyMatch(result -> result.kind().needsAttention());
  }
}

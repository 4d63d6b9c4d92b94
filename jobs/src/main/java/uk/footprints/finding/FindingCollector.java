package uk.footprints.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import uk.footprints.finding.Finding.Kind;

/**
 * Collects the findings of a sheet: of each kind the first thousand singly, the others as one finding with their
 * number. A sheet with an error in every cell would fill the memory otherwise.
 */
public final class FindingCollector {

  private static final int MOST = 1_000;

  private final List<Finding> first = new ArrayList<>();
  private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
  private final Map<Kind, Finding> last = new EnumMap<>(Kind.class);

  /** Adds a finding. */
  public void add(Finding finding) {
    add(finding.kind(), () -> finding);
  }

  /** Adds a finding, which is created only if it is kept. */
  public void add(Kind kind, Supplier<Finding> finding) {
    if (seen.merge(kind, 1, Integer::sum) <= MOST) {
      first.add(finding.get());
    } else if (!last.containsKey(kind)) {
      last.put(kind, finding.get());
    }
  }

  /** Adds findings. */
  public void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  /** Returns all findings. */
  public List<Finding> list() {
    List<Finding> all = new ArrayList<>(first);
    last.forEach(
        (kind, f) -> {
          String more = String.format(java.util.Locale.UK, "and %,d more of this kind in the sheet",
              seen.get(kind) - MOST);
          Location sheet = f.place().sheet(f.place().sheet());
          all.add(new Finding(kind, f.severity(), f.dataset(), sheet, more, f.next()));
        });
    return all;
  }
}

package uk.footprints.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import uk.footprints.finding.Finding.Kind;

/**
 * The findings of a sheet as they come: of each kind the first thousand one by one, the others as one that says how
 * many. A sheet of which every cell is wrong would fill the memory otherwise.
 */
public final class FindingCollector {

  private static final int MOST = 1_000;

  private final List<Finding> first = new ArrayList<>();
  private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
  private final Map<Kind, Finding> last = new EnumMap<>(Kind.class);

  /** One more. */
  public void add(Finding finding) {
    add(finding.kind(), () -> finding);
  }

  /** One more, which is put into words only where it is shown. */
  public void add(Kind kind, Supplier<Finding> finding) {
    if (seen.merge(kind, 1, Integer::sum) <= MOST) {
      first.add(finding.get());
    } else if (!last.containsKey(kind)) {
      last.put(kind, finding.get());
    }
  }

  /** More of them. */
  public void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  /** All of them. */
  public List<Finding> list() {
    List<Finding> all = new ArrayList<>(first);
    last.forEach(
        (kind, f) -> {
          String more = String.format(java.util.Locale.UK, "and %,d more of this kind in the sheet", seen.get(kind) - MOST);
          Location sheet = f.place().sheet(f.place().sheet());
          all.add(new Finding(kind, f.severity(), f.dataset(), sheet, more, f.next()));
        });
    return all;
  }
}

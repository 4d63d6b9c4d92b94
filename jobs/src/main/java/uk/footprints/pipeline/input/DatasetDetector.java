package uk.footprints.pipeline.input;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.LayoutMatches;

/**
 * Recognises the datasets of a file by the headers of its sheets.
 *
 * @param byDataset how well the sheets match the layouts of each dataset
 */
public record DatasetDetector(Map<Dataset, LayoutMatches> byDataset) {

  /** Detects the datasets of a workbook. Hidden sheets are used only when no other sheet matches a layout. */
  public static DatasetDetector of(SourceWorkbook workbook, Catalogue catalogue) {
    DatasetDetector visible = of(workbook.sheets().stream().filter(s -> !s.hidden()).toList(), catalogue);
    return visible.found().isEmpty() ? of(workbook.sheets(), catalogue) : visible;
  }

  private static DatasetDetector of(List<Sheet> sheets, Catalogue catalogue) {
    Map<Dataset, LayoutMatches> matches = new LinkedHashMap<>();
    List<HeaderRows> headings = sheets.stream().map(HeaderRows::of).toList();
    catalogue.datasets().forEach(d -> matches.put(d, LayoutMatches.of(headings, d.layouts())));
    headings.forEach(sheet -> addChanged(matches, sheet));
    return new DatasetDetector(matches);
  }

  /**
   * Assigns a sheet that matches no layout exactly to the dataset whose layout it matches except for misspelt headings
   * or new columns. A sheet that comes equally candidates to two datasets is assigned to neither.
   */
  private static void addChanged(Map<Dataset, LayoutMatches> matches, HeaderRows sheet) {
    boolean claimed =
        matches.values().stream().flatMap(r -> r.matches().stream()).anyMatch(p -> p.sheet() == sheet.sheet());
    if (claimed) {
      return;
    }
    Map<Dataset, HeaderMatch> candidates = new LinkedHashMap<>();
    for (Map.Entry<Dataset, LayoutMatches> entry : matches.entrySet()) {
      boolean aside =
          entry.getKey().asides().keySet().stream().anyMatch(sheet.sheet().name().strip()::equalsIgnoreCase);
      if (!aside) {
        LayoutMatches.findChanged(sheet, entry.getKey().layouts()).ifPresent(p -> candidates.put(entry.getKey(), p));
      }
    }
    int fewest = candidates.values().stream().mapToInt(LayoutMatches::changes).min().orElse(0);
    candidates.values().removeIf(p -> LayoutMatches.changes(p) > fewest);
    if (candidates.size() == 1) {
      candidates.forEach((dataset, match) -> matches.put(dataset, matches.get(dataset).plus(match)));
    }
  }

  /** Returns the datasets that have a sheet in this file. */
  public List<Dataset> found() {
    return byDataset.keySet().stream().filter(d -> byDataset.get(d).found()).toList();
  }

  /** Returns the sheets of a dataset, each with the layout that it matches. */
  public List<HeaderMatch> matches(Dataset dataset) {
    return byDataset.get(dataset).matches();
  }

  /**
   * Returns the first two datasets that both match the same sheet, or an empty list. A workbook may contain sheets of
   * several datasets, but each sheet belongs to one.
   */
  public List<Dataset> conflicting(List<Dataset> found) {
    Map<Sheet, Dataset> claims = new IdentityHashMap<>();
    for (Dataset dataset : found) {
      for (HeaderMatch match : matches(dataset)) {
        Dataset other = claims.putIfAbsent(match.sheet(), dataset);
        if (other != null) {
          return List.of(other, dataset);
        }
      }
    }
    return List.of();
  }

  /** Returns the finding for a file that two datasets match. */
  public static Finding ambiguous(Location place, List<Dataset> found) {
    List<String> ids = found.stream().map(Dataset::id).toList();
    return Finding.of(
        Kind.AMBIGUOUS_FILE, "", place, "it has the layout of %s", String.join(" and of ", ids));
  }

  /** Returns the finding for a file of a known design that no layout reads. */
  private static Optional<Finding> leftOut(Dataset dataset, List<Sheet> sheets, Location place) {
    return dataset.unread().stream()
        .filter(design -> sheets.stream().anyMatch(design::fits))
        .findFirst()
        .map(design ->
            Finding.of(Kind.UNKNOWN_FILE, dataset.id(), place, "%s", design.reason())
                .as(Severity.SET_ASIDE, design.advice()));
  }

  /** Returns the finding for a file that matches no dataset: the nearest dataset, and what differs. */
  public Finding unknown(Location place, List<Sheet> sheets) {
    Optional<Finding> known =
        byDataset.keySet().stream().flatMap(dataset -> leftOut(dataset, sheets, place).stream()).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Dataset> nearest =
        byDataset.keySet().stream().max(Comparator.comparingDouble(d -> byDataset.get(d).similarity()));
    Optional<HeaderMatch> match = nearest.flatMap(d -> byDataset.get(d).nearest());
    if (match.isEmpty()) {
      return Finding.of(Kind.UNKNOWN_FILE, "", place, "no known dataset has any of its columns");
    }
    LayoutMatches nearestMatches = byDataset.get(nearest.get());
    HeaderMatch p = match.get();
    String id = nearest.get().id();
    if (!nearestMatches.related()) {
      boolean far = nearestMatches.similarity() < 0.1;
      return Finding.of(
          Kind.UNKNOWN_FILE,
          "",
          place,
          far ? "it does not look like a table of any known dataset; it has %2$.0f%% of the columns of the nearest, %1$s"
              : "no known dataset has this layout; the nearest is %1$s, with %2$.0f%% of its columns: %3$s",
          id,
          100 * nearestMatches.similarity(),
          p.difference());
    }
    String difference =
        p.matches()
            ? "expected " + p.layout().sheet().words() + ", found sheet '" + p.sheet().name() + "'"
            : p.difference();
    return Finding.of(
        Kind.HEADER_CHANGED,
        id,
        place.sheet(p.sheet().name()).row(p.headerRow()),
        "it looks like %s (%s), but the header differs: %s",
        id,
        p.layout().era(),
        difference);
  }
}

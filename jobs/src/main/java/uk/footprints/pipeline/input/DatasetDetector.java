package uk.footprints.pipeline.input;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.catalogue.Datasets;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.LayoutMatches;

/**
 * Whose a file is, told by the headers of its sheets.
 *
 * @param byDataset how far the sheets fit the layouts of each dataset
 */
public record DatasetDetector(Map<Dataset, LayoutMatches> byDataset) {

  /** Hidden sheets are asked only where the others tell nothing. */
  public static DatasetDetector of(SourceWorkbook book) {
    DatasetDetector told = of(book.sheets().stream().filter(s -> !s.hidden()).toList());
    return told.found().isEmpty() ? of(book.sheets()) : told;
  }

  private static DatasetDetector of(List<Sheet> sheets) {
    Map<Dataset, LayoutMatches> told = new LinkedHashMap<>();
    List<HeaderRows> headings = sheets.stream().map(HeaderRows::of).toList();
    Datasets.all().forEach(d -> told.put(d, LayoutMatches.of(headings, d.layouts())));
    headings.forEach(sheet -> addChanged(told, sheet));
    return new DatasetDetector(told);
  }

  /**
   * A sheet that no layout fits exactly is read by the one dataset that it has but for a slip in a heading or a new
   * column. Where two come as near, neither reads it.
   */
  private static void addChanged(Map<Dataset, LayoutMatches> told, HeaderRows sheet) {
    boolean claimed =
        told.values().stream().flatMap(r -> r.proofs().stream()).anyMatch(p -> p.sheet() == sheet.sheet());
    if (claimed) {
      return;
    }
    Map<Dataset, HeaderMatch> near = new LinkedHashMap<>();
    for (Map.Entry<Dataset, LayoutMatches> entry : told.entrySet()) {
      boolean aside = entry.getKey().asides().keySet().stream().anyMatch(sheet.sheet().name().strip()::equalsIgnoreCase);
      if (!aside) {
        LayoutMatches.findChanged(sheet, entry.getKey().layouts()).ifPresent(p -> near.put(entry.getKey(), p));
      }
    }
    int fewest = near.values().stream().mapToInt(LayoutMatches::changes).min().orElse(0);
    near.values().removeIf(p -> LayoutMatches.changes(p) > fewest);
    if (near.size() == 1) {
      near.forEach((dataset, proof) -> told.put(dataset, told.get(dataset).plus(proof)));
    }
  }

  /** Datasets that have a sheet here. */
  public List<Dataset> found() {
    return byDataset.keySet().stream().filter(d -> byDataset.get(d).found()).toList();
  }

  /** The sheets of a dataset, each with the layout that holds. */
  public List<HeaderMatch> proofs(Dataset dataset) {
    return byDataset.get(dataset).proofs();
  }

  /** A workbook may hold sheets of several datasets, but a sheet is of one: the first two that both claim one. */
  public List<Dataset> rivals(List<Dataset> found) {
    Map<Sheet, Dataset> claims = new IdentityHashMap<>();
    for (Dataset dataset : found) {
      for (HeaderMatch proof : proofs(dataset)) {
        Dataset other = claims.putIfAbsent(proof.sheet(), dataset);
        if (other != null) {
          return List.of(other, dataset);
        }
      }
    }
    return List.of();
  }

  /** A file that two datasets claim. */
  public static Finding ambiguous(Location place, List<Dataset> found) {
    List<String> ids = found.stream().map(Dataset::id).toList();
    return Finding.of(
        Kind.AMBIGUOUS_FILE, "", place, "it has the layout of %s", String.join(" and of ", ids));
  }

  /** A file that no dataset has: which comes nearest, and what differs. */
  public Finding unknown(Location place) {
    Optional<Dataset> nearest =
        byDataset.keySet().stream().max(Comparator.comparingDouble(d -> byDataset.get(d).likeness()));
    Optional<HeaderMatch> proof = nearest.flatMap(d -> byDataset.get(d).nearest());
    if (proof.isEmpty()) {
      return Finding.of(Kind.UNKNOWN_FILE, "", place, "no known dataset has any of its columns");
    }
    LayoutMatches recognition = byDataset.get(nearest.get());
    HeaderMatch p = proof.get();
    String id = nearest.get().id();
    if (!recognition.related()) {
      boolean far = recognition.likeness() < 0.1;
      return Finding.of(
          Kind.UNKNOWN_FILE,
          "",
          place,
          far ? "it is no table of a known dataset; it has %2$.0f%% of the columns of the nearest, %1$s"
              : "no known dataset has this layout; the nearest is %1$s, with %2$.0f%% of its columns: %3$s",
          id,
          100 * recognition.likeness(),
          p.difference());
    }
    String difference =
        p.holds()
            ? "expected " + p.layout().sheetWords() + ", found sheet '" + p.sheet().name() + "'"
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

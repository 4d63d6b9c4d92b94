package uk.footprints.job.refresh;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.catalogue.Datasets;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Place;
import uk.footprints.parse.Book;
import uk.footprints.parse.Headings;
import uk.footprints.parse.Proof;
import uk.footprints.parse.Recognition;
import uk.footprints.parse.Sheet;

/**
 * Whose a file is, told by the headers of its sheets.
 *
 * @param byDataset how far the sheets fit the layouts of each dataset
 */
record Told(Map<Dataset, Recognition> byDataset) {

  /** Hidden sheets are asked only where the others tell nothing. */
  static Told of(Book book) {
    Told told = of(book.sheets().stream().filter(s -> !s.hidden()).toList());
    return told.found().isEmpty() ? of(book.sheets()) : told;
  }

  private static Told of(List<Sheet> sheets) {
    Map<Dataset, Recognition> told = new LinkedHashMap<>();
    List<Headings> headings = sheets.stream().map(Headings::of).toList();
    Datasets.all().forEach(d -> told.put(d, Recognition.of(headings, d.layouts())));
    return new Told(told);
  }

  /** Datasets that have a sheet here. */
  List<Dataset> found() {
    return byDataset.keySet().stream().filter(d -> byDataset.get(d).found()).toList();
  }

  /** The sheets of a dataset, each with the layout that holds. */
  List<Proof> proofs(Dataset dataset) {
    return byDataset.get(dataset).proofs();
  }

  /** A workbook may hold sheets of several datasets, but a sheet is of one: the first two that both claim one. */
  List<Dataset> rivals(List<Dataset> found) {
    Map<Sheet, Dataset> claims = new IdentityHashMap<>();
    for (Dataset dataset : found) {
      for (Proof proof : proofs(dataset)) {
        Dataset other = claims.putIfAbsent(proof.sheet(), dataset);
        if (other != null) {
          return List.of(other, dataset);
        }
      }
    }
    return List.of();
  }

  /** A file that two datasets claim. */
  static Finding ambiguous(Place place, List<Dataset> found) {
    List<String> ids = found.stream().map(Dataset::id).toList();
    return Finding.of(
        Kind.AMBIGUOUS_FILE, "", place, "it has the layout of %s", String.join(" and of ", ids));
  }

  /** A file that no dataset has: which comes nearest, and what differs. */
  Finding unknown(Place place) {
    Optional<Dataset> nearest =
        byDataset.keySet().stream().max(Comparator.comparingDouble(d -> byDataset.get(d).likeness()));
    Optional<Proof> proof = nearest.flatMap(d -> byDataset.get(d).nearest());
    if (proof.isEmpty()) {
      return Finding.of(Kind.UNKNOWN_FILE, "", place, "no known dataset has any of its columns");
    }
    Recognition recognition = byDataset.get(nearest.get());
    Proof p = proof.get();
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

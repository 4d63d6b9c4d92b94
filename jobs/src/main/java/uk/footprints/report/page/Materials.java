package uk.footprints.report.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.area.Simplified;
import uk.footprints.report.Evidence;
import uk.footprints.table.Filled;
import uk.footprints.table.Table;

/**
 * Everything that pages are made of.
 *
 * @param imprint release and versions
 * @param evidence the answers, and what indicators mean
 * @param tables published tables with their rows: the reports, {@code releases}, {@code findings}
 * @param boundaries outlines by geography; a geography without any is drawn as a schematic map
 * @param sources the publications
 */
public record Materials(
    Imprint imprint,
    Evidence evidence,
    List<Filled> tables,
    Map<String, Simplified> boundaries,
    List<Source> sources) {

  /** The table of that name; without rows when it is not among these. */
  public Filled table(String name) {
    return tables.stream()
        .filter(filled -> filled.table().name().equals(name))
        .findFirst()
        .orElseGet(() -> new Filled(new Table(name, "", List.of(), List.of()), List.of()));
  }

  /** The publication of a dataset. */
  public Optional<Source> findSource(String dataset) {
    return sources.stream().filter(source -> source.dataset().equals(dataset)).findFirst();
  }

  /** Whether all data are made up: each file that was read says so in its name. */
  public boolean madeUp() {
    Filled releases = table("releases");
    List<String> read =
        releases.rows().stream()
            .filter(row -> releases.text(row, "state").equals("read"))
            .map(row -> releases.text(row, "file"))
            .toList();
    return !read.isEmpty() && read.stream().allMatch(file -> file.contains("-sample"));
  }
}

package uk.footprints.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the line below a chart or table: who published its figures, up to which day, and when.
 *
 * @param catalogue the publications
 * @param byDataset the files that were read
 */
record SourceLines(CatalogueView catalogue, Map<String, List<SourceFileRow>> byDataset) {

  static SourceLines of(SiteInput input) {
    Map<String, List<SourceFileRow>> files = new HashMap<>();
    SourceFileRow.listRead(input).forEach(f -> files.computeIfAbsent(f.dataset(), d -> new ArrayList<>()).add(f));
    return new SourceLines(input.catalogue(), files);
  }

  /** Returns the line for figures of one or more datasets, of which those that were read are named. */
  String of(String... datasets) {
    List<String> known = List.of(datasets).stream().filter(byDataset::containsKey).toList();
    List<String> named = (known.isEmpty() ? List.of(datasets) : known).stream().map(this::source).distinct().toList();
    return "Source: " + String.join("; ", named) + ".";
  }

  private String source(String dataset) {
    List<SourceFileRow> files = byDataset.getOrDefault(dataset, List.of());
    LocalDate to = latest(files.stream().map(SourceFileRow::periodEnd).toList());
    LocalDate published = latest(files.stream().map(SourceFileRow::publishedOn).toList());
    return catalogue.source(dataset)
        + (to == null ? "" : ", to " + Headline.day(to))
        + (published == null ? "" : ", published " + Headline.day(published));
  }

  private static LocalDate latest(List<LocalDate> days) {
    return days.stream().filter(day -> day != null).max(Comparator.naturalOrder()).orElse(null);
  }
}

package uk.footprints.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.Reports;
import uk.footprints.dataset.Dataset;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.text.EditDistance;
import uk.footprints.transform.Measure;

/**
 * Searches everything in the catalogue that has a name, including headings as publishers write them.
 *
 * @param catalogue the tables, datasets and indicators to search
 */
record CatalogueSearch(IndicatorCatalogue catalogue) {

  private static final int NEAREST = 5;

  /**
   * An entry of the catalogue.
   *
   * @param kind table, column, dataset, measure, indicator, report or heading
   * @param name its name
   * @param within the dataset that it belongs to; empty if none
   * @param says one sentence that describes it
   * @param also further words by which it can be found
   */
  record Entry(String kind, String name, String within, String says, String also) {

    /** Returns the line that {@code --find} prints. */
    String line() {
      String in = within.isEmpty() ? "" : " (in " + within + ")";
      return "%-10s %s%s: %s".formatted(kind, name, in, says);
    }

    private String words() {
      return plain(name + " " + within + " " + says + " " + also);
    }
  }

  /** Returns all entries, in the order in which they are listed. */
  List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    catalogue.data().tables().forEach(t -> all.add(new Entry("table", t.name(), "", "one row is: " + t.row(), "")));
    catalogue.data().tables().forEach(
        t -> t.fields().forEach(
            f -> all.add(new Entry("column", t.name() + "." + f.name(), "", f.meaning(), f.unit()))));
    for (Dataset d : catalogue.data().datasets()) {
      all.add(new Entry("dataset", d.id(), "", d.title(), d.publisher()));
    }
    for (Dataset d : catalogue.data().datasets()) {
      for (Measure m : d.measures()) {
        String headings = String.join(" ", headings(d, m.id()));
        String also = m.quantity() + " " + m.publishedAs() + " " + headings;
        all.add(new Entry("measure", m.id(), d.id(), m.definition(), also));
      }
    }
    catalogue.indicators().forEach(i -> all.add(new Entry("indicator", i.id(), "", i.title(), i.definition())));
    Reports.all().forEach(r -> all.add(new Entry("report", r.id(), "", r.question(), "")));
    catalogue.data().datasets().forEach(d -> all.addAll(published(d)));
    return all;
  }

  /** Returns the headings of a dataset, each once, with the role or measure that it is read as. */
  private static List<Entry> published(Dataset d) {
    Map<String, String> readAs = new LinkedHashMap<>();
    for (Layout layout : d.layouts()) {
      for (LayoutColumn c : layout.columns()) {
        for (String heading : c.headings()) {
          readAs.merge(heading, role(c), (a, b) -> a.contains(b) ? a : a + " or " + b);
        }
      }
    }
    return readAs.entrySet().stream()
        .map(e -> new Entry("heading", "\"" + e.getKey() + "\"", d.id(), "read as " + e.getValue(), ""))
        .toList();
  }

  private static String role(LayoutColumn c) {
    return switch (c.role()) {
      case MEASURE, FIELD -> c.name();
      case IGNORED -> "nothing: the column is known and ignored";
      default -> "the " + c.role().name().toLowerCase(Locale.UK).replace('_', ' ');
    };
  }

  private static List<String> headings(Dataset d, String measure) {
    return d.layouts().stream()
        .flatMap(layout -> layout.columns().stream())
        .filter(c -> c.name().equals(measure))
        .flatMap(c -> c.headings().stream())
        .distinct()
        .toList();
  }

  /** Finds entries that contain every word, ignoring case and punctuation; whole-phrase matches in names come first. */
  List<Entry> find(String text) {
    String phrase = plain(text);
    if (phrase.isEmpty()) {
      return List.of();
    }
    List<String> words = List.of(phrase.split(" "));
    return all().stream()
        .filter(e -> words.stream().allMatch(e.words()::contains))
        .sorted(Comparator.comparing((Entry e) -> !plain(e.name()).contains(phrase)))
        .toList();
  }

  /** Finds headings that are exactly these words. */
  List<Entry> headed(String text) {
    String phrase = plain(text);
    return all().stream().filter(e -> e.kind().equals("heading") && plain(e.name()).equals(phrase)).toList();
  }

  /** Finds the columns of that name, or the one column {@code table.column}. */
  List<Entry> columns(String text) {
    return all().stream()
        .filter(e -> e.kind().equals("column"))
        .filter(e -> e.name().equals(text) || e.name().endsWith("." + text) && !text.contains("."))
        .toList();
  }

  /** Suggests similar names: one or two letters differ, or one contains the other; the nearest come first. */
  List<String> near(String text) {
    String phrase = plain(text);
    int most = Math.max(1, phrase.length() / 3);
    Map<String, Integer> found = new LinkedHashMap<>();
    for (Entry e : all()) {
      if (e.kind().equals("heading")) {
        continue;
      }
      String name = e.kind().equals("column") ? e.name().substring(e.name().indexOf('.') + 1) : e.name();
      String other = plain(name);
      int apart = EditDistance.between(phrase, other);
      boolean within = phrase.length() > 3 && (other.contains(phrase) || phrase.contains(other) && other.length() > 5);
      if (apart <= most || within) {
        found.merge(name, Math.min(apart, most), Math::min);
      }
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(NEAREST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the names that a shell completes after {@code describe}. */
  Stream<String> names() {
    return all().stream()
        .filter(e -> !e.kind().equals("column") && !e.kind().equals("heading"))
        .map(Entry::name)
        .distinct();
  }

  /** Converts to lower case, with a space for everything that is neither letter nor digit. */
  static String plain(String text) {
    return text.toLowerCase(Locale.UK).codePoints()
        .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : " ")
        .collect(Collectors.joining()).strip().replaceAll(" +", " ");
  }
}

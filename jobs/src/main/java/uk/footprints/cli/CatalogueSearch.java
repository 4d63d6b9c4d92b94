package uk.footprints.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.dataset.Dataset;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.transform.Measure;

/** Everything that has a name, so that it can be found: also headings as publishers write them. */
final class CatalogueSearch {

  private static final int NEAREST = 5;

  private CatalogueSearch() {}

  /**
   * Something with a name.
   *
   * @param kind table, column, dataset, measure, indicator, report or heading
   * @param name what it is called
   * @param within where it is; empty where it stands for itself
   * @param says one sentence
   * @param also other words by which it is known
   */
  record Entry(String kind, String name, String within, String says, String also) {

    /** How {@code --find} lists it. */
    String line() {
      String in = within.isEmpty() ? "" : " (in " + within + ")";
      return "%-10s %s%s: %s".formatted(kind, name, in, says);
    }

    private String words() {
      return plain(name + " " + within + " " + says + " " + also);
    }
  }

  /** All of them, in the order in which they are listed. */
  static List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    Tables.all().forEach(t -> all.add(new Entry("table", t.name(), "", "one row is: " + t.row(), "")));
    Tables.all().forEach(
        t -> t.fields().forEach(f -> all.add(new Entry("column", t.name() + "." + f.name(), "", f.meaning(), f.unit()))));
    for (Dataset d : Datasets.all()) {
      all.add(new Entry("dataset", d.id(), "", d.title(), d.publisher()));
    }
    for (Dataset d : Datasets.all()) {
      for (Measure m : d.measures()) {
        String headings = String.join(" ", headings(d, m.id()));
        all.add(new Entry("measure", m.id(), d.id(), m.definition(), m.quantity() + " " + m.publishedAs() + " " + headings));
      }
    }
    Indicators.all().forEach(i -> all.add(new Entry("indicator", i.id(), "", i.title(), i.definition())));
    Reports.all().forEach(r -> all.add(new Entry("report", r.id(), "", r.question(), "")));
    Datasets.all().forEach(d -> all.addAll(published(d)));
    return all;
  }

  /** Headings of a dataset, each once, with what it is read as. */
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
      case IGNORED -> "nothing: it is known and left alone";
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

  /** Those that mention every word, whatever its case and punctuation; the whole phrase in a name comes first. */
  static List<Entry> find(String asked) {
    String phrase = plain(asked);
    if (phrase.isEmpty()) {
      return List.of();
    }
    List<String> words = List.of(phrase.split(" "));
    return all().stream()
        .filter(e -> words.stream().allMatch(e.words()::contains))
        .sorted(Comparator.comparing((Entry e) -> !plain(e.name()).contains(phrase)))
        .toList();
  }

  /** Headings that are exactly these words. */
  static List<Entry> headed(String asked) {
    String phrase = plain(asked);
    return all().stream().filter(e -> e.kind().equals("heading") && plain(e.name()).equals(phrase)).toList();
  }

  /** The columns of that name, or the one column {@code table.column}. */
  static List<Entry> columns(String asked) {
    return all().stream()
        .filter(e -> e.kind().equals("column"))
        .filter(e -> e.name().equals(asked) || e.name().endsWith("." + asked) && !asked.contains("."))
        .toList();
  }

  /** Names that somebody may have meant: a letter or two away, or with these words in them; the nearest first. */
  static List<String> near(String asked) {
    String phrase = plain(asked);
    int most = Math.max(1, phrase.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(most);
    Map<String, Integer> found = new LinkedHashMap<>();
    for (Entry e : all()) {
      if (e.kind().equals("heading")) {
        continue;
      }
      String name = e.kind().equals("column") ? e.name().substring(e.name().indexOf('.') + 1) : e.name();
      String other = plain(name);
      int apart = distance.apply(phrase, other);
      boolean within = phrase.length() > 3 && (other.contains(phrase) || phrase.contains(other) && other.length() > 5);
      if (apart >= 0 || within) {
        found.merge(name, apart >= 0 ? apart : most, Math::min);
      }
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(NEAREST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Names that a shell offers after {@code describe}. */
  static Stream<String> names() {
    return all().stream()
        .filter(e -> !e.kind().equals("column") && !e.kind().equals("heading"))
        .map(Entry::name)
        .distinct();
  }

  /** Lower case, and a space for whatever is no letter and no digit. */
  static String plain(String text) {
    return text.toLowerCase(Locale.UK).codePoints()
        .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : " ")
        .collect(Collectors.joining()).strip().replaceAll(" +", " ");
  }
}

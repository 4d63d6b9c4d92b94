package uk.footprints.stat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.runtime.UserException;

/**
 * What holds for every table: no crash, no number that is not finite, every number of a row that is ok, a reason for
 * every other; and neither the order of rows nor a group beside them changes an answer.
 */
final class TableProperties {

  /** How far two numbers may differ, in parts of the larger. */
  private static final double CLOSE = 1e-9;

  /** Columns that are empty under ok where the settings ask for none. */
  private static final Map<String, Set<String>> UNASKED =
      Map.of(
          "funnel", Set.of(
              "od_lower_95", "od_upper_95", "od_lower_998", "od_upper_998", "od_significance", "phi", "tau2"),
          "sii", Set.of(
              "sii_lower95_0", "sii_upper95_0", "rii_lower95_0", "rii_upper95_0", "sii_lower95_0cl", "sii_upper95_0cl",
              "rii_lower95_0cl", "rii_upper95_0cl"),
          "peers", Set.of("peer_mean", "peer_mean_lower_95", "peer_mean_upper_95"),
          "glm", Set.of("loglik", "theta"),
          "scv", Set.of("sava_scv"),
          "spc", Set.of("assurance"));

  private static final Set<String> TEXTS =
      Set.of("reason", "method", "trend", "point_type", "special_cause", "variation");

  /** Columns whose numbers rise from left to right, where a row has them. */
  private static final List<List<String>> RISING =
      List.of(
          List.of("lower_998", "lower_95", "upper_95", "upper_998"),
          List.of("od_lower_998", "od_lower_95", "od_upper_95", "od_upper_998"),
          List.of("lwr998", "lwr95", "fit", "upr95", "upr998"),
          List.of("slope_lo95", "slope", "slope_hi95"),
          List.of("lower_limit", "mean", "upper_limit"),
          List.of("min_ratio", "p5_type7", "p95_type7", "max_ratio"),
          List.of("sii_lower95_0cl", "sii_upper95_0cl"),
          List.of("rii_lower95_0", "rii_upper95_0"));

  /** What a funnel must also have unless it shows what a reference package computes. */
  private static final List<List<String>> WIDER =
      List.of(List.of("od_lower_95", "lower_95"), List.of("od_lower_998", "lower_998"),
          List.of("upper_95", "od_upper_95"), List.of("upper_998", "od_upper_998"));

  private static final Set<String> ESTIMATES = Set.of("rate", "proportion", "mean", "dsr", "isr");

  private static final Set<String> SHARES = Set.of("p", "kendall_p", "chi2_p", "weight");

  /** What distinguishes the rows of a result, although it is a result. */
  private static final Set<String> NAMES = Set.of("area", "rank", "factor", "term", "h");

  /** How many rows of one table were ok, and how many there were; none where the table as a whole was refused. */
  record Seen(long ok, long rows) {

    Seen plus(Seen other) {
      return new Seen(ok + other.ok, rows + other.rows);
    }
  }

  /** How many tables one thread checks one after the other. */
  private static final int PART = 250;

  /** What a part of the tables gave, and its first fault. */
  private record Part(Seen seen, int answered, Optional<String> fault) {}

  private final StatMethod<?> method;
  private final String name;
  private final List<String> results;
  /** The columns that every row of status ok has. */
  private final List<String> promised;

  TableProperties(StatMethod<?> method) {
    this.method = method;
    this.name = method.guide().name();
    this.results = method.guide().adds();
    this.promised = results.stream().filter(column -> !TEXTS.contains(column) && !isOptional(column)).toList();
  }

  private boolean isOptional(String column) {
    return UNASKED.entrySet().stream().anyMatch(e -> name.startsWith(e.getKey()) && e.getValue().contains(column));
  }

  /** Checks one table; fails with the table and what is wrong. */
  Seen check(RandomTable table, Random random) {
    try {
      List<Map<String, String>> rows = rows(answer(table, table.rows()));
      rows.forEach(this::requireFinite);
      rows.forEach(row -> requireSense(row, table.settings().containsValue("phe")));
      List<String> mixed = new ArrayList<>(table.rows());
      mixed.addAll(table.beside());
      Collections.shuffle(mixed, random);
      List<Map<String, String>> others = rows(answer(table, mixed));
      others.forEach(this::requireFinite);
      requireSame(byKey(rows), byKey(others));
      return new Seen(rows.stream().filter(row -> row.get("status").equals("ok")).count(), rows.size());
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(table.shown() + "\n" + e.getMessage(), e);
    }
  }

  private String answer(RandomTable table, List<String> rows) {
    StringWriter out = new StringWriter();
    try {
      InputTable input = InputTable.parse("random.csv", table.header() + "\n" + String.join("\n", rows) + "\n");
      MethodRunner.answer(method, input, table.settings()).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UserException refused) {
      return "";
    }
    return out.toString();
  }

  private static List<Map<String, String>> rows(String csv) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    CsvReader.builder().ofCsvRecord(csv).forEach(record -> {
      if (header.isEmpty()) {
        header.addAll(record.getFields());
      } else {
        Map<String, String> row = new LinkedHashMap<>();
        IntStream.range(0, header.size()).forEach(i -> row.put(header.get(i), record.getField(i)));
        rows.add(row);
      }
    });
    return rows;
  }

  /** The rows that have one key, in the order of their texts. */
  private Map<String, List<Map<String, String>>> byKey(List<Map<String, String>> rows) {
    Map<String, List<Map<String, String>>> byKey =
        rows.stream().collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()));
    byKey.values().forEach(list -> list.sort(Comparator.comparing(Map::toString)));
    return byKey;
  }

  private String key(Map<String, String> row) {
    return row.entrySet().stream()
        .filter(cell -> NAMES.contains(cell.getKey()) || !results.contains(cell.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("|"));
  }

  private void requireFinite(Map<String, String> row) {
    require(
        row.values().stream().noneMatch(cell -> cell.contains("NaN") || cell.contains("Infinity")),
        "not finite: ", row);
    if (!row.get("status").equals("ok")) {
      require(!row.get("reason").isEmpty(), "no reason: ", row);
      return;
    }
    promised.forEach(column -> require(!row.get(column).isEmpty(), "no ", column, ": ", row));
  }

  /** Limits are on the right side of one another, and probabilities are from 0 to 1. */
  private void requireSense(Map<String, String> row, boolean parity) {
    RISING.forEach(columns -> requireRising(row, columns));
    if (!parity) {
      WIDER.forEach(columns -> requireRising(row, columns));
    }
    // The value of a withheld count is rounded to what all of its values have in common.
    if (ESTIMATES.contains(name) && !row.get("reason").contains("withheld")) {
      requireRising(row, List.of("lower_95", "value", "upper_95"));
    }
    for (String column : SHARES) {
      double share = NumberParser.of(row.getOrDefault(column, ""));
      require(!results.contains(column) || !(share < 0 || share > 1 + CLOSE), column, ": ", row);
    }
  }

  private static void requireRising(Map<String, String> row, List<String> columns) {
    double before = Double.NaN;
    for (String column : columns) {
      double number = NumberParser.of(row.getOrDefault(column, ""));
      require(!(number < before - CLOSE * Math.abs(before)), column, " is too small: ", row);
      before = Double.isNaN(number) ? before : number;
    }
  }

  private void requireSame(Map<String, List<Map<String, String>>> ones, Map<String, List<Map<String, String>>> others) {
    ones.forEach((key, rows) -> {
      List<Map<String, String>> found = others.getOrDefault(key, List.of());
      require(found.size() == rows.size(), rows.size(), " rows, then ", found.size(), ": ", rows);
      for (int i = 0; i < rows.size(); i++) {
        requireSameRow(rows.get(i), found.get(i));
      }
    });
  }

  private void requireSameRow(Map<String, String> one, Map<String, String> other) {
    for (String column : results) {
      String a = one.get(column);
      String b = other.get(column);
      // A reason names rows of the file.
      boolean same = column.equals("reason") || a.equals(b) || isNear(a, b);
      require(same, column, ": ", a, ", ", b, "\n", one, "\n", other);
    }
  }

  private static boolean isNear(String a, String b) {
    double x = NumberParser.of(a.isEmpty() ? "x" : a);
    double y = NumberParser.of(b.isEmpty() ? "x" : b);
    return Math.abs(x - y) <= CLOSE * Math.max(Math.abs(x), Math.abs(y));
  }

  private static void require(boolean holds, Object... otherwise) {
    if (!holds) {
      throw new AssertionError(Stream.of(otherwise).map(String::valueOf).collect(Collectors.joining()));
    }
  }

  /**
   * Checks tables of seeds from 0, parts of them side by side.
   *
   * @return what is wrong with the first table of each part, or with how many tables were answered
   */
  static Stream<String> faults(StatMethod<?> method, int tables) {
    TableProperties properties = new TableProperties(method);
    long start = System.nanoTime();
    List<Part> parts =
        IntStream.rangeClosed(0, (tables - 1) / PART)
            .parallel()
            .mapToObj(part -> properties.part(part * PART, Math.min(tables, (part + 1) * PART)))
            .toList();
    Seen seen = parts.stream().map(Part::seen).reduce(new Seen(0, 0), Seen::plus);
    int answered = parts.stream().mapToInt(Part::answered).sum();
    List<String> faults = parts.stream().flatMap(part -> part.fault().stream()).toList();
    System.out.printf(
        "%-18s %,7d tables, %,8d rows, %,8d ok, %.1f s%n", properties.name, answered, seen.rows(), seen.ok(),
        (System.nanoTime() - start) / 1e9);
    return !faults.isEmpty() || seen.ok() >= seen.rows() / 5 && answered >= tables * 9 / 10
        ? faults.stream()
        : Stream.of("%s: only %d tables answered and %s".formatted(properties.name, answered, seen));
  }

  /** Checks the tables of some seeds, up to the first with a fault. */
  private Part part(int first, int end) {
    Random random = new Random(name.hashCode() + (long) first);
    Seen seen = new Seen(0, 0);
    int answered = 0;
    for (int seed = first; seed < end; seed++) {
      try {
        Seen one = check(RandomTable.of(name, seed), random);
        answered += one.rows() > 0 ? 1 : 0;
        seen = seen.plus(one);
      } catch (AssertionError e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new Part(
            seen, answered,
            Optional.of("seed %d of %s%n%s".formatted(seed, e.getMessage(),
                Stream.of(cause.getStackTrace()).limit(6).map(String::valueOf).collect(Collectors.joining("\n")))));
      }
    }
    return new Part(seen, answered, Optional.empty());
  }
}

package uk.footprints.stat;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.footprints.runtime.UserException;

/**
 * Random tables through every method: ties, zeros, gaps, negatives, one group, huge counts, rows out of order. No number
 * that is not finite under ok, no crash, and neither other rows' order nor a group beside it changes an answer.
 */
class RandomTablesTest {

  private static final int TABLES = 150;
  private static final long SEED = 20_261_130;
  private static final double CLOSE = 1e-6;

  /** Columns that are empty under ok where the settings ask for none. */
  private static final Map<String, Set<String>> UNASKED =
      Map.of(
          "funnel", Set.of("od_lower_95", "od_upper_95", "od_lower_998", "od_upper_998", "od_significance", "phi", "tau2"),
          "sii", Set.of(
              "sii_lower95_0", "sii_upper95_0", "rii_lower95_0", "rii_upper95_0", "sii_lower95_0cl", "sii_upper95_0cl",
              "rii_lower95_0cl", "rii_upper95_0cl"),
          "peers", Set.of("peer_mean", "peer_mean_lower_95", "peer_mean_upper_95"),
          "glm", Set.of("loglik", "theta"),
          "scv", Set.of("sava_scv"),
          "spc", Set.of("assurance"));

  /** A table: a header, the group's rows, and settings. */
  private record Made(String header, List<String> rows, List<String> beside, Map<String, String> settings) {}

  /** Random cells, of one kind a table. */
  private static final class Numerals {

    private final Random random;
    private final int kind;

    Numerals(Random random) {
      this(random, random.nextInt(10));
    }

    Numerals(Random random, int kind) {
      this.random = random;
      this.kind = kind;
    }

    String number(boolean negatives) {
      int chance = random.nextInt(60);
      if (chance == 0) {
        return "";
      }
      if (chance == 1) {
        return "*";
      }
      if (chance == 2) {
        return "0";
      }
      String sign = negatives && random.nextInt(3) == 0 ? "-" : "";
      return switch (kind) {
        case 0 -> "0";
        case 1 -> "7";
        case 2 -> sign + random.nextInt(3);
        case 3 -> sign + random.nextInt(30);
        case 4 -> sign + random.nextInt(1_000_000);
        case 5 -> sign + random.nextDouble();
        case 6 -> sign + (long) (random.nextDouble() * 1e15);
        case 7 -> sign + random.nextDouble() * Math.pow(10, random.nextInt(18));
        case 8 -> sign + "1e" + random.nextInt(300);
        default -> sign + (100 + random.nextInt(5)) + ".5";
      };
    }

    /** A number above 0 for most cells: a population. */
    String people() {
      return switch (random.nextInt(40)) {
        case 0 -> "0";
        case 1 -> "";
        case 2 -> "1e" + random.nextInt(200);
        case 3 -> "0.000001";
        default -> String.valueOf(1 + random.nextInt(kind == 6 ? 1_000_000_000 : 5_000));
      };
    }
  }

  private static Made made(String method, Random random) {
    Numerals cells = new Numerals(random);
    Map<String, String> set = new LinkedHashMap<>();
    return switch (method) {
      case "rate" -> rows(
          random, "area,id,numerator,denominator", 12, i -> cells.number(false) + "," + cells.people(), set);
      case "proportion" -> rows(random, "area,id,numerator,denominator", 12, i -> {
        int n = 1 + random.nextInt(2_000);
        return random.nextInt(n + 1) + "," + n;
      }, set);
      case "mean" -> rows(random, "area,id,value", 8, i -> cells.number(true), set);
      case "dsr" -> rows(
          random, "area,ageband,count,pop,stdpop", 1 + random.nextInt(8),
          i -> ages(i) + "," + cells.number(false) + "," + cells.people() + "," + (random.nextInt(9) * 1_000), set);
      case "isr" -> {
        maybe(random, set, "kind", "rate", "ratio");
        yield rows(
            random, "area,ageband,count,pop,ref_count,ref_pop", 1 + random.nextInt(8),
            i -> ages(i) + "," + cells.number(false) + "," + cells.people() + "," + random.nextInt(500) + ","
                + cells.people(), set);
      }
      case "funnel-ratio" -> funnel(random, set, "set,id,observed,expected", i -> cells.number(false), cells::people);
      case "funnel-proportion" -> funnel(
          random, set, "set,id,numerator,denominator", i -> String.valueOf(random.nextInt(1 + random.nextInt(50))),
          () -> String.valueOf(50 + random.nextInt(900)));
      case "funnel-rate" -> {
        maybe(random, set, "kind", "dsr", "crude");
        yield funnel(random, set, "set,id,count,pop", i -> cells.number(false), cells::people);
      }
      case "quantile" -> {
        maybe(random, set, "n", "5", "2", "10");
        yield rows(random, "set,id,value", 25, i -> cells.number(true), set);
      }
      case "scv" -> rows(random, "set,id,observed,expected", 12, i -> cells.number(false) + "," + cells.people(), set);
      case "spc" -> {
        maybe(random, set, "improvement", "increase", "decrease");
        maybe(random, set, "target", "5", "100");
        maybe(random, set, "rule", "r_parity");
        maybe(random, set, "fix_after", "12");
        yield series(random, cells, 30, set);
      }
      case "mann-kendall" -> {
        maybe(random, set, "test", "hamed_rao", "yue_wang", "seasonal_mk", "correlated_seasonal_mk");
        if (set.getOrDefault("test", "").contains("seasonal") || random.nextInt(4) == 0) {
          set.put("period", String.valueOf(2 + random.nextInt(6)));
        }
        yield series(random, cells, 24, set);
      }
      case "theil-sen" -> series(random, cells, 20, set);
      case "stl" -> {
        set.put("period", String.valueOf(2 + random.nextInt(5)));
        maybe(random, set, "robust", "yes");
        maybe(random, set, "s_window", "7", "13");
        yield series(random, cells, 24, set);
      }
      case "decompose" -> {
        set.put("period", String.valueOf(2 + random.nextInt(5)));
        maybe(random, set, "type", "multiplicative");
        yield series(random, cells, 24, set);
      }
      case "holt-winters" -> {
        set.put("period", String.valueOf(2 + random.nextInt(4)));
        set.put("ahead", "3");
        maybe(random, set, "seasonal", "multiplicative");
        maybe(random, set, "rule", "r_parity");
        if (random.nextInt(10) > 0) {
          set.putAll(Map.of("alpha", "0.4", "beta", "0.1", "gamma", "0.3"));
        }
        yield series(random, cells, 24, set);
      }
      case "sii" -> {
        maybe(random, set, "value_type", "1", "2");
        maybe(random, set, "transform", "yes");
        maybe(random, set, "multiplier", "-1", "100");
        yield rows(random, "area,quantile,population,value,lower_cl,upper_cl", 4 + random.nextInt(4), i -> {
          String value = set.getOrDefault("value_type", "").equals("2")
              ? String.valueOf(random.nextInt(5) / 4.0)
              : cells.number(true);
          return (i + 1) + "," + cells.people() + "," + value + "," + value + "," + (value.isEmpty() ? "1" : value);
        }, set);
      }
      case "dasgupta", "growth-chain", "kitagawa" -> factors(random, cells, set);
      case "contribution" -> rows(
          random, "area,component,y1,y2", 6, i -> "c" + i + "," + cells.number(false) + "," + cells.number(false), set);
      case "peers" -> {
        maybe(random, set, "k", "1", "3");
        maybe(random, set, "value", "v");
        set.put("variables", "a:2,b");
        yield rows(random, "set,area,a,b,v", 8, i -> "P" + i + "," + cells.people() + "," + random.nextInt(4) + ","
            + cells.number(true), set);
      }
      case "glm", "glm-fitted" -> {
        set.putAll(Map.of("response", "n", "terms", "x,c"));
        maybe(random, set, "family", "quasipoisson");
        maybe(random, set, "offset", "pop");
        Numerals counts = cells.kind >= 6 && cells.kind <= 8 ? new Numerals(random, 4) : cells;
        yield rows(
            random, "set,id,n,x,c,pop", 14,
            i -> "r" + i + "," + counts.number(false) + "," + random.nextInt(4) + "," + "uvw".charAt(random.nextInt(3)) + ","
                + cells.people(), set);
      }
      default -> throw new AssertionError("no tables for " + method);
    };
  }

  private interface Cell {
    String at(int i);
  }

  private interface Given {
    String next();
  }

  private static void maybe(Random random, Map<String, String> set, String name, String... values) {
    int choice = random.nextInt(values.length + 1);
    if (choice < values.length) {
      set.put(name, values[choice]);
    }
  }

  private static String ages(int i) {
    return "%d-%d".formatted(5 * i, 5 * i + 4);
  }

  private static Made funnel(Random random, Map<String, String> set, String header, Cell x, Given n) {
    maybe(random, set, "overdispersion", "shmi", "truncated", "winsorised");
    maybe(random, set, "parity", "phe");
    return rows(random, header, 10, i -> "t" + i + "," + x.at(i) + "," + n.next(), set);
  }

  /** Rows of one to three groups, and of another beside them. A table that has ids gets one a row. */
  private static Made rows(Random random, String header, int most, Cell cell, Map<String, String> set) {
    boolean ids = header.contains(",id,");
    List<String> rows = new ArrayList<>();
    List<String> beside = new ArrayList<>();
    int groups = 1 + random.nextInt(3);
    boolean fixed = header.contains("ageband") || header.contains("quantile");
    for (int g = 0; g <= groups; g++) {
      int size = fixed ? most : 1 + random.nextInt(most);
      for (int i = 0; i < size; i++) {
        String made = cell.at(i);
        boolean named = made.startsWith("t") || made.startsWith("r");
        String id = ids && !named ? "i" + i + "," : "";
        (g == groups ? beside : rows).add((g == groups ? "zz" : "g" + g) + "," + id + made);
      }
    }
    return new Made(header, rows, beside, set);
  }

  private static Made series(Random random, Numerals cells, int most, Map<String, String> set) {
    boolean dated = random.nextBoolean();
    int step = random.nextInt(5);
    double gaps = random.nextInt(3) == 0 ? 0.2 : 0;
    List<String> rows = new ArrayList<>();
    List<String> beside = new ArrayList<>();
    int groups = 1 + random.nextInt(2);
    for (int g = 0; g <= groups; g++) {
      int size = 1 + random.nextInt(most);
      for (int i = 0; i < size; i++) {
        if (random.nextDouble() >= gaps || i == 0) {
          String time = dated ? time(random, step, i) : String.valueOf(step == 0 ? 10 * i : i);
          (g == groups ? beside : rows).add((g == groups ? "zz" : "g" + g) + "," + time + "," + cells.number(true));
        }
      }
    }
    return new Made("area," + (dated ? "date" : "seq") + ",y", rows, beside, set);
  }

  private static String time(Random random, int step, int i) {
    LocalDate start = LocalDate.of(2017, 1, 1);
    return switch (step) {
      case 0 -> start.plusDays(i).toString();
      case 1 -> start.plusWeeks(i).toString();
      case 2 -> start.plusMonths(3L * i).toString();
      case 3 -> start.plusDays(40L * i + random.nextInt(39)).toString();
      default -> start.plusMonths(i).toString().substring(0, 7);
    };
  }

  private static Made factors(Random random, Numerals cells, Map<String, String> set) {
    List<String> rows = new ArrayList<>();
    List<String> beside = new ArrayList<>();
    int many = 1 + random.nextInt(3);
    Numerals moderate = cells.kind == 8 ? new Numerals(random, 6) : cells;
    for (String group : List.of("g0", "zz")) {
      for (String pop : List.of("2019/20", "2020/21")) {
        for (int i = 0; i < many; i++) {
          for (String factor : List.of("P", "share", "rate")) {
            String value = random.nextInt(4) == 0 ? "0" : moderate.number(true);
            (group.equals("zz") ? beside : rows).add(String.join(",", group, pop, "c" + i, factor, value));
          }
        }
      }
    }
    return new Made("area,pop,cell,factor,value", rows, beside, set);
  }

  private static String answer(StatMethod method, Made made, List<String> rows) {
    StringWriter out = new StringWriter();
    try {
      InputTable table = InputTable.parse("random.csv", made.header() + "\n" + String.join("\n", rows) + "\n");
      MethodRunner.answer(method, table, made.settings()).write(out);
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

  /** What tells an answer's rows apart: what is not a result, and the names among the results. */
  private static String key(MethodGuide guide, Map<String, String> row) {
    Set<String> names = Set.of("area", "rank", "factor", "term", "h");
    return row.entrySet().stream()
        .filter(cell -> names.contains(cell.getKey()) || !guide.adds().contains(cell.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("|"));
  }

  private static void isFinite(MethodGuide guide, Map<String, String> row, String shown) {
    if (row.values().stream().anyMatch(cell -> cell.contains("NaN") || cell.contains("Infinity"))) {
      throw new AssertionError(row + "\n" + shown);
    }
    if (row.get("status").equals("ok")) {
      Set<String> unasked =
          UNASKED.entrySet().stream().filter(e -> guide.name().startsWith(e.getKey())).map(Map.Entry::getValue)
              .findFirst().orElse(Set.of());
      Set<String> texts = Set.of("reason", "method", "trend", "point_type", "special_cause", "variation");
      for (String column : guide.adds()) {
        if (!unasked.contains(column) && !texts.contains(column) && row.get(column).isEmpty()) {
          throw new AssertionError("%s of %s%n%s".formatted(column, row, shown));
        }
      }
    } else if (row.get("reason").isEmpty()) {
      throw new AssertionError("no reason: %s%n%s".formatted(row, shown));
    }
  }

  private static void isSame(MethodGuide guide, Map<String, String> one, Map<String, String> other, String shown) {
    if (other == null) {
      throw new AssertionError("no row %s%n%s".formatted(one, shown));
    }
    double scale = one.values().stream().mapToDouble(RandomTablesTest::size).max().orElse(0);
    for (String column : guide.adds()) {
      String a = one.get(column);
      String b = other.get(column);
      if (column.equals("reason") || a.equals(b)) {
        continue;
      }
      if (size(a) < 0 || size(b) < 0 || !near(a, b, scale)) {
        throw new AssertionError("%s: %s, %s%n%s%n%s%n%s".formatted(column, a, b, one, other, shown));
      }
    }
  }

  private static double size(String cell) {
    double number = NumberParser.of(cell.isEmpty() ? "x" : cell);
    return Double.isFinite(number) ? Math.abs(number) : -1;
  }

  private static boolean near(String a, String b, double scale) {
    double x = Double.parseDouble(a);
    double y = Double.parseDouble(b);
    return Math.abs(x - y) <= CLOSE * Math.max(Math.abs(x), Math.abs(y)) + 1e-9 * Math.min(scale, 1e6);
  }

  private static void check(StatMethod method, int seed) {
    MethodGuide guide = method.guide();
    Random random = new Random(SEED + seed);
    Made made = made(guide.name(), random);
    String shown =
        guide.name() + " " + seed + " " + made.settings() + "\n" + made.header() + "\n"
            + String.join("\n", made.rows());
    try {
      String whole = answer(method, made, made.rows());
      List<Map<String, String>> rows = rows(whole);
      rows.forEach(row -> isFinite(guide, row, shown));
      List<String> mixed = new ArrayList<>(made.rows());
      mixed.addAll(made.beside());
      Collections.shuffle(mixed, random);
      Map<String, Map<String, String>> beside = new HashMap<>();
      for (Map<String, String> row : rows(answer(method, made, mixed))) {
        isFinite(guide, row, shown);
        beside.put(key(guide, row), row);
      }
      rows.forEach(row -> isSame(guide, row, beside.get(key(guide, row)), shown));
    } catch (RuntimeException e) {
      throw new AssertionError(shown, e);
    }
  }

  @Test
  void randomTablesThroughEveryMethod() {
    List<StatMethod> methods =
        StatMethods.all().stream().map(method -> method instanceof SiiMethod ? new SiiMethod(100) : method).toList();
    int tables = Integer.getInteger("footprints.test.tables", TABLES);
    List<String> faults =
        methods.parallelStream().flatMap(method -> fault(method, tables)).toList();
    assertThat(faults).isEmpty();
  }

  /** The first table on which a method fails. */
  private static Stream<String> fault(StatMethod method, int tables) {
    long start = System.nanoTime();
    for (int seed = 0; seed < tables; seed++) {
      try {
        check(method, seed);
      } catch (AssertionError e) {
        StackTraceElement[] trace = e.getCause() == null ? new StackTraceElement[0] : e.getCause().getStackTrace();
        return Stream.of(
            e.getMessage() + "\n" + e.getCause() + "\n"
                + Stream.of(trace).limit(8).map(String::valueOf).collect(Collectors.joining("\n")));
      }
    }
    if (System.getProperty("footprints.test.times") != null) {
      System.out.printf("%s %.1f s%n", method.guide().name(), (System.nanoTime() - start) / 1e9);
    }
    return Stream.empty();
  }
}

package uk.footprints.stat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A random table for a method.
 *
 * @param rows rows of one to three groups, out of order, some twice
 * @param beside rows of another group, which has nothing to do with them; none where the table has no groups
 * @param settings of the method
 */
record RandomTable(String method, String header, List<String> rows, List<String> beside, Map<String, String> settings) {

  private static final List<String> AGE_FORMS = List.of("%d-%d", "%d - %d", "Aged %d to %d", "%02d\u2013%02d years");

  /** Returns the table of a seed. */
  static RandomTable of(String method, long seed) {
    return new Maker(method, new Random(seed * 1_000_003L + method.hashCode())).made();
  }

  /** The whole table as text, for a message. */
  String shown() {
    return method + " " + settings + "\n" + header + "\n" + String.join("\n", rows);
  }

  /** Makes one table. */
  private static final class Maker {

    private final String method;
    private final Random random;
    private final RandomCells cells;
    private final Map<String, String> set = new LinkedHashMap<>();
    private final boolean grouped;
    private final String ages;

    Maker(String method, Random random) {
      this.method = method;
      this.random = random;
      this.cells = new RandomCells(random);
      this.grouped = random.nextInt(6) > 0;
      this.ages = AGE_FORMS.get(random.nextInt(AGE_FORMS.size()));
    }

    RandomTable made() {
      return switch (method) {
        case "rate" -> table(
            "area,id,numerator,denominator", most(12), i -> cells.number(false) + "," + cells.people());
        case "proportion" -> table("area,id,numerator,denominator", most(12), i -> part());
        case "mean" -> table("area,id,value", most(8), i -> cells.number(true));
        case "dsr" -> table(
            "area,ageband,count,pop,stdpop", all(8),
            i -> cells.number(false) + "," + cells.people() + "," + (1 + random.nextInt(9)) * 1_000);
        case "isr" -> {
          maybe("kind", "rate", "ratio");
          yield table(
              "area,ageband,count,pop,ref_count,ref_pop", all(8),
              i -> cells.number(false) + "," + cells.people() + "," + random.nextInt(500) + "," + cells.people());
        }
        case "funnel-ratio" -> funnel("set,id,observed,expected", i -> cells.number(false) + "," + cells.people());
        case "funnel-proportion" -> funnel("set,id,numerator,denominator", i -> part());
        case "funnel-rate" -> {
          maybe("kind", "dsr", "crude");
          boolean rates = random.nextBoolean();
          yield funnel(
              "set,id,count,pop" + (rates ? ",rate" : ""),
              i -> cells.number(false) + "," + cells.people() + (rates ? "," + random.nextInt(3_000) / 10.0 : ""));
        }
        case "quantile" -> {
          maybe("n", "5", "2", "10");
          maybe("invert", "no");
          yield table("set,id,value", most(25), i -> cells.number(true));
        }
        case "scv" -> table("set,id,observed,expected", most(12), i -> cells.number(false) + "," + cells.people());
        case "spc" -> {
          maybe("improvement", "increase", "decrease");
          maybe("target", "5", "100");
          maybe("rule", "r_parity");
          maybe("fix_after", "12");
          maybe("screen_outliers", "no");
          yield series(30);
        }
        case "mann-kendall" -> {
          maybe("test", "hamed_rao", "yue_wang", "seasonal_mk", "correlated_seasonal_mk");
          if (set.getOrDefault("test", "").contains("seasonal") || random.nextInt(4) == 0) {
            set.put("period", String.valueOf(2 + random.nextInt(6)));
          }
          yield series(24);
        }
        case "theil-sen" -> series(20);
        case "stl" -> {
          set.put("period", String.valueOf(2 + random.nextInt(5)));
          maybe("robust", "yes");
          maybe("s_window", "7", "13");
          yield series(24);
        }
        case "decompose" -> {
          set.put("period", String.valueOf(2 + random.nextInt(5)));
          maybe("type", "multiplicative");
          yield series(24);
        }
        case "holt-winters" -> {
          set.put("period", String.valueOf(2 + random.nextInt(4)));
          set.put("ahead", "3");
          maybe("seasonal", "multiplicative");
          maybe("rule", "r_parity");
          // The search for the best smoothing takes a hundred times as long as smoothing.
          if (random.nextInt(20) > 0) {
            set.putAll(Map.of("alpha", "0.4", "beta", "0.1", "gamma", "0.3"));
          }
          yield series(24);
        }
        case "sii" -> {
          maybe("value_type", "1", "2");
          maybe("transform", "yes");
          maybe("multiplier", "-1", "100");
          yield table("area,quantile,population,value,lower_cl,upper_cl", all(8), this::deprived);
        }
        case "dasgupta", "growth-chain", "kitagawa" -> factors();
        case "contribution" -> table(
            "area,component,y1,y2", most(6), i -> cells.number(false) + "," + cells.number(false));
        case "peers" -> {
          maybe("k", "1", "3");
          maybe("value", "v");
          maybe("variables", "a:2,b");
          yield table(
              "set,area,a,b,v", most(8), i -> cells.people() + "," + random.nextInt(4) + "," + cells.number(true));
        }
        case "glm", "glm-fitted" -> {
          set.putAll(Map.of("response", "n", "terms", random.nextBoolean() ? "x,c" : "x"));
          maybe("family", "quasipoisson", "negbin");
          maybe("offset", "pop");
          maybe("factors", "x");
          yield table(
              "set,id,n,x,c,pop", most(14),
              i -> cells.number(false) + "," + random.nextInt(4) + "," + "uvW".charAt(random.nextInt(3)) + ","
                  + cells.people());
        }
        default -> throw new AssertionError("no tables for " + method);
      };
    }

    private Supplier<Integer> most(int rows) {
      return () -> 1 + random.nextInt(rows);
    }

    /** One number of rows for all groups. */
    private Supplier<Integer> all(int rows) {
      int number = 1 + random.nextInt(rows);
      return () -> number;
    }

    private void maybe(String name, String... values) {
      int choice = random.nextInt(values.length + 1);
      if (choice < values.length) {
        set.put(name, values[choice]);
      }
    }

    private String part() {
      long whole = random.nextInt(8) == 0 ? 1_000_000_000_000_000L : 1 + random.nextInt(2_000);
      long part = random.nextInt(4) == 0 ? (random.nextBoolean() ? 0 : whole) : (long) (random.nextDouble() * whole);
      return random.nextInt(40) == 0 ? cells.number(false) + "," + whole : part + "," + whole;
    }

    private String deprived(int i) {
      boolean proportion = set.getOrDefault("value_type", "").equals("2");
      String value = proportion ? cells.share() : cells.number(!set.containsKey("value_type"));
      double number = NumberParser.of(value);
      if (!Double.isFinite(number)) {
        return cells.people() + "," + value + ",0,1";
      }
      double apart = random.nextInt(5) * Math.abs(number) / 10;
      double most = proportion ? 1 : Double.MAX_VALUE;
      return cells.people() + "," + value + "," + (number - apart) + "," + Math.min(most, number + apart);
    }

    private RandomTable funnel(String header, IntFunction<String> cell) {
      maybe("overdispersion", "shmi", "truncated", "winsorised");
      maybe("parity", "phe");
      return table(header, most(10), cell);
    }

    /** What identifies the row of a group: its second column. */
    private String id(String header, int i, int number) {
      String column = header.split(",")[1];
      return switch (column) {
        case "ageband" -> age(i, number);
        case "quantile" -> String.valueOf(i + 1);
        case "component" -> number > 2 && i == number - 1 && random.nextInt(8) == 0 ? "Total" : "part " + i;
        default -> "i" + i;
      };
    }

    private String age(int i, int number) {
      return i == number - 1 && number > 1 ? 5 * i + "+" : ages.formatted(5 * i, 5 * i + 4);
    }

    private RandomTable table(String header, Supplier<Integer> sizes, IntFunction<String> cell) {
      List<String> rows = new ArrayList<>();
      List<String> beside = new ArrayList<>();
      int groups = grouped ? 1 + random.nextInt(3) : 1;
      for (int g = 0; g <= groups; g++) {
        List<String> to = g == groups ? beside : rows;
        String group = grouped ? (g == groups ? "zz" : "g" + g) + "," : "";
        int number = sizes.get();
        for (int i = 0; i < number; i++) {
          to.add(group + id(header, i, number) + "," + cell.apply(i));
        }
        if (header.contains("ageband") && random.nextInt(6) == 0) {
          to.add(group + "All ages," + cell.apply(0));
        }
      }
      return finished(header, rows, beside);
    }

    /** Rows out of order, now and then one of them twice. */
    private RandomTable finished(String header, List<String> rows, List<String> beside) {
      if (random.nextInt(12) == 0) {
        rows.add(rows.get(random.nextInt(rows.size())));
      }
      Collections.shuffle(rows, random);
      String columns = grouped ? header : header.substring(header.indexOf(',') + 1);
      return new RandomTable(method, columns, rows, grouped ? beside : List.of(), set);
    }

    private RandomTable series(int most) {
      boolean dated = random.nextBoolean();
      int step = random.nextInt(9);
      double gaps = random.nextInt(3) == 0 ? 0.2 : 0;
      List<String> rows = new ArrayList<>();
      List<String> beside = new ArrayList<>();
      int groups = grouped ? 1 + random.nextInt(2) : 1;
      for (int g = 0; g <= groups; g++) {
        String group = grouped ? (g == groups ? "zz" : "g" + g) + "," : "";
        int size = random.nextInt(4) > 0 ? most - random.nextInt(4) : 1 + random.nextInt(most);
        for (int i = 0; i < size; i++) {
          if (random.nextDouble() >= gaps || i == 0) {
            (g == groups ? beside : rows).add(
                group + (dated ? date(step, i) : number(step, i)) + "," + cells.number(true));
          }
        }
      }
      return finished("area," + (dated ? "date" : "seq") + ",y", rows, beside);
    }

    private static String number(int step, int i) {
      return switch (step) {
        case 0 -> String.valueOf(10 * i);
        case 1 -> String.valueOf(0.5 * i);
        case 2 -> String.valueOf(i - 7);
        case 3 -> String.valueOf(200_000_000L + i);
        default -> String.valueOf(i);
      };
    }

    private String date(int step, int i) {
      LocalDate start = LocalDate.of(2017, 1, 1);
      LocalDate month = start.plusMonths(i);
      return switch (step) {
        case 0 -> start.plusDays(i).toString();
        case 1 -> start.plusWeeks(i).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        case 2 -> start.plusMonths(3L * i).toString();
        case 3 -> start.plusDays(40L * i + random.nextInt(39)).toString();
        case 4 -> month.toString().substring(0, 7);
        case 5 -> month.format(DateTimeFormatter.ofPattern("MMM-yy", Locale.ENGLISH));
        case 6 -> start.plusMonths(3L * i).format(DateTimeFormatter.ofPattern("yyyy-'Q'q", Locale.ENGLISH));
        case 7 -> 1990 + i + "/" + "%02d".formatted((1991 + i) % 100);
        default -> start.plusWeeks(i).format(DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.UK));
      };
    }

    private RandomTable factors() {
      List<String> rows = new ArrayList<>();
      List<String> beside = new ArrayList<>();
      int many = 1 + random.nextInt(3);
      List<String> times =
          List.of(List.of("2019/20", "2020/21"), List.of("y1", "y2"), List.of("Apr-19", "Apr-20"))
              .get(random.nextInt(3));
      boolean still = random.nextInt(6) == 0;
      // Nothing grows from below 0.
      boolean negatives = !method.equals("growth-chain") || random.nextInt(5) == 0;
      for (String group : grouped ? List.of("g0,", "zz,") : List.of("")) {
        Map<String, String> first = new LinkedHashMap<>();
        for (String time : times) {
          IntStream.range(0, many).forEach(i -> {
            for (String factor : List.of("P", "share", "rate")) {
              String value = random.nextInt(12) == 0 ? "0" : cells.number(negatives);
              String kept = first.putIfAbsent(i + factor, value);
              String cell = String.join(",", time, "c" + i, factor, still && kept != null ? kept : value);
              (group.equals("zz,") ? beside : rows).add(group + cell);
            }
          });
        }
      }
      return finished("area,pop,cell,factor,value", rows, beside);
    }
  }
}

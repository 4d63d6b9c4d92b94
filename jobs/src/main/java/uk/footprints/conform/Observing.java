package uk.footprints.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Place;
import uk.footprints.parse.Column.Role;
import uk.footprints.parse.Proof;
import uk.footprints.parse.Sheet;
import uk.footprints.parse.Texts;
import uk.footprints.period.Period;

/**
 * Makes observations of a sheet whose header was proved: every row is an organisation's, a total, a note or refused,
 * and none is lost. A total is known by what it says and by adding up.
 */
public final class Observing {

  /** Sums of decimals differ in the last digits; of counts not at all. */
  private static final double TOLERANCE = 0.05;
  private static final Set<String> TOTAL_WORDS = Set.of("total", "england", "grand total", "england total", "totals");
  /** Fewer rows than this may add up by accident. */
  private static final int FEWEST_ADDENDS = 2;

  private final Proof proof;
  private final Rules rules;
  private final Place place;
  private final int[] measureColumns;
  private final String[] measures;
  private final Optional<Integer> codeColumn;
  private final Optional<Integer> nameColumn;
  private final Optional<Integer> keyColumn;
  private final RowPeriods periods;
  private final List<Finding> findings = new ArrayList<>();

  private Observing(Proof proof, Rules rules, Place place) {
    this.proof = proof;
    this.rules = rules;
    this.place = place.sheet(proof.sheet().name());
    List<Integer> at = new ArrayList<>();
    for (int i = 0; i < proof.columns().size(); i++) {
      if (proof.columns().get(i) != null && proof.columns().get(i).role() == Role.MEASURE) {
        at.add(i);
      }
    }
    this.measureColumns = at.stream().mapToInt(Integer::intValue).toArray();
    this.measures = at.stream().map(i -> proof.columns().get(i).name()).toArray(String[]::new);
    this.codeColumn = proof.findColumn(Role.ORG_CODE);
    this.nameColumn = proof.findColumn(Role.ORG_NAME);
    this.keyColumn = proof.findColumn(Role.KEY);
    this.periods = new RowPeriods(proof, rules.kind());
  }

  private record Line(Sheet.Row row, String code, String name, String key, Period period, Value[] values) {
    String group() {
      return period.start() + "|" + key;
    }
  }

  /**
   * The observations of a sheet.
   *
   * @param proof the layout, proved
   * @param rules what the dataset says beyond the layout
   * @param origin where and when the figures were published
   * @param place the file, for findings
   */
  public static Conformed read(Proof proof, Rules rules, Block.Origin origin, Place place) {
    return new Observing(proof, rules, place).run(origin);
  }

  private Conformed run(Block.Origin origin) {
    List<Line> lines = new ArrayList<>();
    List<Line> totals = new ArrayList<>();
    List<Sheet.Row> rows = proof.sheet().rows();
    long titles = proof.headerIndex() + 1L;
    long notes = 0;
    long rejected = 0;
    int undated = 0;
    for (Sheet.Row row : rows.subList(proof.headerIndex() + 1, rows.size())) {
      String code = codeColumn.map(row::cell).orElse("").strip();
      boolean named = isCode(code) && !nameColumn.map(row::cell).orElse("").isBlank();
      if (!hasFigures(row) && !named) {
        notes++;
        continue;
      }
      boolean total = saysTotal(row);
      if (!total && !isCode(code)) {
        rejected++;
        findings.add(
            Finding.of(
                Kind.NO_ORGANISATION,
                rules.dataset(),
                at(row, Role.ORG_CODE),
                "expected an organisation's code, found '%s'",
                shortened(code)));
        continue;
      }
      Optional<Period> period = periods.find(row);
      if (period.isEmpty() && total) {
        period = lines.isEmpty() ? periods.titled() : Optional.of(lines.get(lines.size() - 1).period());
      }
      if (period.isEmpty() && total) {
        totals.add(line(row, code, Period.financialYear(1900)));
        continue;
      }
      if (period.isEmpty()) {
        rejected++;
        undated++;
        continue;
      }
      (total ? totals : lines).add(line(row, code, period.get()));
    }
    if (undated > 0) {
      findings.add(
          Finding.of(
              Kind.NO_PERIOD,
              rules.dataset(),
              place,
              "expected a %s in each row or in the title block, found none in %d rows",
              rules.kind().id().replace('_', ' '),
              undated));
    }
    findings.addAll(periods.findings(rules.dataset(), place));
    takeOutSums(lines, totals);
    totals.forEach(total -> check(total, lines));
    long duplicates = dropDuplicates(lines);
    long cellsRejected = 0;
    for (Line line : lines) {
      cellsRejected += Arrays.stream(line.values()).filter(v -> v == null).count();
    }
    mind(lines);
    Accounting accounting =
        new Accounting(
            rows.size(),
            lines.size(),
            titles,
            notes,
            totals.size(),
            rejected + duplicates,
            0,
            (long) lines.size() * measures.length,
            cellsRejected);
    List<Block> blocks = blocks(lines, origin);
    return new Conformed(
        blocks,
        List.of(),
        findings,
        accounting,
        blocks.stream().map(Block::period).distinct().sorted().toList());
  }

  private Line line(Sheet.Row row, String code, Period period) {
    Value[] values = new Value[measures.length];
    for (int i = 0; i < values.length; i++) {
      String cell = row.cell(measureColumns[i]);
      Optional<Value> value = Value.read(cell);
      if (value.isEmpty()) {
        findings.add(
            Finding.of(
                Kind.NOT_A_NUMBER,
                rules.dataset(),
                place.row(row.number()).column(heading(i)),
                "expected a number, found '%s'",
                shortened(cell)));
        continue;
      }
      values[i] = value.get();
      if (values[i].number() < 0) {
        findings.add(
            Finding.of(
                Kind.NEGATIVE_COUNT,
                rules.dataset(),
                place.row(row.number()).column(heading(i)),
                "expected no less than zero, found %s",
                cell.strip()));
      }
    }
    String key = keyColumn.map(row::cell).orElse("").strip();
    return new Line(row, code, nameColumn.map(row::cell).orElse("").strip(), key, period, values);
  }

  private boolean hasFigures(Sheet.Row row) {
    for (int column : measureColumns) {
      if (!row.cell(column).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Looks at every cell that is no figure: publishers have put the word in any of them. */
  private boolean saysTotal(Sheet.Row row) {
    for (int i = 0; i < Math.min(row.cells().length, proof.columns().size()); i++) {
      boolean figure = proof.columns().get(i) != null && proof.columns().get(i).role() == Role.MEASURE;
      if (!figure && TOTAL_WORDS.contains(Texts.key(row.cell(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Takes out the rows that equal the sum of all others of their period: totals that do not say so. */
  private void takeOutSums(List<Line> lines, List<Line> totals) {
    Map<String, double[]> sums = new java.util.HashMap<>();
    Map<String, Integer> counts = new java.util.HashMap<>();
    for (Line line : lines) {
      counts.merge(line.group(), 1, Integer::sum);
      double[] sum = sums.computeIfAbsent(line.group(), g -> new double[measures.length]);
      for (int m = 0; m < measures.length; m++) {
        sum[m] += number(line.values()[m]);
      }
    }
    lines.removeIf(
        line -> {
          boolean addends = counts.get(line.group()) - 1 > FEWEST_ADDENDS;
          if (!addends || !isHalf(line, sums.get(line.group()))) {
            return false;
          }
          totals.add(line);
          findings.add(
              Finding.of(
                  Kind.TOTAL_BY_SUM,
                  rules.dataset(),
                  place.row(line.row().number()),
                  "'%s' equals the sum of all other rows and was taken as a total",
                  line.code()));
          return true;
        });
  }

  /** A row that equals the sum of the others is half of the sum of all. */
  private boolean isHalf(Line line, double[] sums) {
    int agreeing = 0;
    for (int m = 0; m < measures.length; m++) {
      double own = number(line.values()[m]);
      if (Math.abs(2 * own - sums[m]) > tolerance(sums[m])) {
        return false;
      }
      agreeing += own > 0 ? 1 : 0;
    }
    return agreeing >= Math.min(2, measures.length);
  }

  private void check(Line total, List<Line> lines) {
    List<Line> parts = lines.stream().filter(l -> l.group().equals(total.group())).toList();
    if (parts.isEmpty() && !lines.isEmpty()) {
      parts = lines;
    }
    for (int m = 0; m < measures.length; m++) {
      double sum = 0;
      boolean known = total.values()[m] != null && total.values()[m].status() == Status.REPORTED;
      for (Line part : parts) {
        sum += number(part.values()[m]);
        known &= part.values()[m] != null && part.values()[m].status() != Status.SUPPRESSED;
      }
      double published = number(total.values()[m]);
      if (known && Math.abs(published - sum) > tolerance(sum)) {
        findings.add(
            Finding.of(
                Kind.TOTAL_DISAGREES,
                rules.dataset(),
                place.row(total.row().number()).column(heading(m)),
                "the organisations add to %,.2f but the file's own total says %,.2f (difference %,.2f)",
                sum,
                published,
                published - sum));
      }
    }
  }

  private long dropDuplicates(List<Line> lines) {
    Set<String> seen = new HashSet<>();
    long before = lines.size();
    lines.removeIf(
        line -> {
          boolean twice = !seen.add(line.group() + "|" + line.code());
          if (twice) {
            findings.add(
                Finding.of(
                    Kind.DUPLICATE_ROW,
                    rules.dataset(),
                    at(line.row(), Role.ORG_CODE),
                    "%s stands in the file twice for %s",
                    line.code(),
                    line.period().label()));
          }
          return twice;
        });
    return before - lines.size();
  }

  private void mind(List<Line> lines) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Line line : lines) {
      Optional<String> reason = rules.rowRule().apply(ids(line.key()), line.values());
      reason.ifPresent(r -> reasons.computeIfAbsent(r, k -> new ArrayList<>()).add(line.code()));
    }
    reasons.forEach(
        (reason, codes) ->
            findings.add(
                Finding.of(
                    Kind.RETURN_MISSING,
                    rules.dataset(),
                    place,
                    "%s: %s (%d)",
                    reason,
                    String.join(" ", codes),
                    codes.size())));
  }

  private List<Block> blocks(List<Line> lines, Block.Origin origin) {
    Map<String, List<Line>> groups = new TreeMap<>();
    lines.forEach(line -> groups.computeIfAbsent(line.group(), k -> new ArrayList<>()).add(line));
    List<Block> blocks = new ArrayList<>();
    for (List<Line> group : groups.values()) {
      int n = group.size();
      double[][] values = new double[n][measures.length];
      Status[][] statuses = new Status[n][measures.length];
      for (int i = 0; i < n; i++) {
        for (int m = 0; m < measures.length; m++) {
          Value value = group.get(i).values()[m];
          values[i][m] = value == null ? Double.NaN : value.number();
          statuses[i][m] = value == null ? null : value.status();
        }
      }
      blocks.add(
          new Block(
              rules.dataset(),
              rules.orgRole(),
              group.get(0).period(),
              origin,
              proof.sheet().name(),
              ids(group.get(0).key()),
              group.stream().map(Line::code).toArray(String[]::new),
              group.stream().map(Line::name).toArray(String[]::new),
              group.stream().mapToInt(l -> l.row().number()).toArray(),
              values,
              statuses));
    }
    return blocks;
  }

  private String[] ids(String key) {
    return Arrays.stream(measures).map(m -> rules.keyed().apply(m, key)).toArray(String[]::new);
  }

  /** Codes of the ODS have three to eight letters and digits; footnotes do not. */
  private static boolean isCode(String code) {
    if (code.length() < 2 || code.length() > 10) {
      return false;
    }
    return code.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
  }

  private static double number(Value value) {
    return value == null || value.status() != Status.REPORTED ? 0 : value.number();
  }

  private static double tolerance(double sum) {
    return Math.max(TOLERANCE, Math.abs(sum) * 1e-9);
  }

  private Place at(Sheet.Row row, Role role) {
    return place.row(row.number()).column(proof.findColumn(role).map(i -> proof.headings().get(i).strip()).orElse(""));
  }

  private String heading(int measure) {
    return proof.headings().get(measureColumns[measure]).strip();
  }

  private static String shortened(String text) {
    String flat = text.strip().replaceAll("\\s+", " ");
    return flat.length() <= 60 ? flat : flat.substring(0, 57) + "...";
  }
}

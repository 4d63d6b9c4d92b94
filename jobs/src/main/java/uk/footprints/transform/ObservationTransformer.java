package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.FindingCollector;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.format.TextDecoder;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.period.Period;

/**
 * Makes observations of a sheet whose header was proved: every row is an organisation's, a total, a note or refused,
 * and none is lost.
 */
public final class ObservationTransformer {

  private static final Set<String> TOTAL_WORDS = Set.of("total", "england", "grand total", "england total", "totals");
  /** Codes of health boards and trusts in Scotland, Wales and Northern Ireland. */
  private static final Pattern OTHER_COUNTRIES = Pattern.compile("[SWN]\\d{8}|7A\\w{1,3}|S[A-Z]\\d{3}H?|ZT\\d{3}");
  /** A total that stands before any row that tells its period. */
  private static final Period UNTOLD = Period.financialYear(1900);


  private final HeaderMatch proof;
  private final RowRules rules;
  private final Location place;
  private final String[] measures;
  private final List<PeriodColumns> slices;
  private final RowKeyReader words;
  private final RowPeriodReader periods;
  private final RowFigureReader figures;
  private final FindingCollector findings = new FindingCollector();
  private final List<ObservationRow> lines = new ArrayList<>();
  private final List<ObservationRow> totals = new ArrayList<>();
  private long notes;
  private long rejected;
  private int undated;

  private ObservationTransformer(HeaderMatch proof, RowRules rules, Location place) {
    this.proof = proof;
    this.rules = rules;
    this.place = place.sheet(proof.sheet().name());
    this.measures = PeriodColumns.measures(proof);
    this.slices = PeriodColumns.of(proof, measures);
    this.words = new RowKeyReader(proof);
    this.periods = new RowPeriodReader(proof, rules.kind());
    this.figures = new RowFigureReader(proof, rules, this.place, slices, measures, findings);
  }

  /**
   * The observations of a sheet.
   *
   * @param proof the layout, proved
   * @param rules what the dataset says beyond the layout
   * @param place the file, for findings
   */
  public static SheetContent read(HeaderMatch proof, RowRules rules, Location place) {
    return new ObservationTransformer(proof, rules, place).run();
  }

  private SheetContent run() {
    List<Sheet.Row> rows = proof.sheet().rows();
    rows.subList(proof.headerIndex() + 1, rows.size()).forEach(this::read);
    if (undated > 0) {
      Finding finding =
          Finding.of(
              Kind.NO_PERIOD,
              rules.dataset(),
              place,
              "expected a %s in each row or in the title block, found none in %d rows",
              rules.kind().id().replace('_', ' '),
              undated);
      findings.add(lines.isEmpty() ? finding : finding.as(Severity.REJECT, "Look at the rows: they were left out."));
    }
    findings.addAll(periods.findings(rules.dataset(), place));
    if (!words.tidied().isEmpty()) {
      findings.add(
          Finding.of(
              Kind.CODE_TIDIED, rules.dataset(), at(words.tidiedRow(), Role.ORG_CODE),
              "expected codes in capitals without marks, read %s", String.join(", ", words.tidied())));
    }
    String[] headings = new String[measures.length];
    Arrays.setAll(headings, figures::heading);
    Set<Integer> twice = dropDuplicates();
    TotalRowCheck sums = new TotalRowCheck(rules, headings, place, findings);
    sums.takeOutSums(lines, totals);
    sums.check(totals, lines);
    findings.addAll(figures.findings(headings));
    mind();
    List<BlockDraft> blocks = BatchBuilder.of(lines, proof.sheet().name(), rules, measures);
    return new SheetContent(
        blocks,
        List.of(),
        findings.list(),
        accounting(rows.size(), twice),
        blocks.stream().map(BlockDraft::period).distinct().sorted().toList());
  }

  /** A row that gave lines is observed, whatever else it gave. */
  private RowAccounting accounting(int read, Set<Integer> twice) {
    Set<Integer> observed = numbers(lines);
    Set<Integer> added = numbers(totals);
    added.removeAll(observed);
    twice.removeAll(observed);
    twice.removeAll(added);
    long cellsRejected = 0;
    for (ObservationRow line : lines) {
      cellsRejected += Arrays.stream(line.values()).filter(v -> v == null).count();
    }
    return new RowAccounting(
        read,
        observed.size(),
        proof.headerIndex() + 1L,
        notes,
        added.size(),
        rejected + twice.size(),
        0,
        (long) lines.size() * measures.length,
        cellsRejected);
  }

  private static Set<Integer> numbers(List<ObservationRow> lines) {
    Set<Integer> numbers = new HashSet<>();
    lines.forEach(line -> numbers.add(line.row().number()));
    return numbers;
  }

  private void read(Sheet.Row row) {
    Optional<RowSubject> told = rules.subjects().apply(words.level(row));
    RowSubject subject = told.orElse(null);
    String code = words.code(row, subject);
    boolean named = told.isPresent() && !subject.fixed() && TidyCode.isCode(code) && !words.name(row, subject).isBlank();
    String key = words.key(row);
    if (!figures.any(row) && !named) {
      notes++;
      return;
    }
    boolean total = told.isEmpty() || !subject.fixed() ? saysTotal(row) : false;
    if (told.isEmpty() || !total && !TidyCode.isCode(code)) {
      rejected++;
      findings.add(
          Finding.of(
              Kind.NO_ORGANISATION,
              rules.dataset(),
              at(row, told.isEmpty() ? Role.LEVEL : Role.ORG_CODE),
              told.isEmpty() ? "expected what the organisation is, found '%s'"
                  : "expected an organisation's code, found '%s'",
              CellExcerpt.of(told.isEmpty() ? words.level(row) : code)));
      return;
    }
    if (!total && rules.dataset().startsWith("ae_") && OTHER_COUNTRIES.matcher(code).matches()) {
      rejected++;
      findings.add(
          Finding.of(
              Kind.OTHER_COUNTRY, rules.dataset(), at(row, Role.ORG_CODE),
              "expected an organisation in England, found '%s' (%s)", code, CellExcerpt.of(words.name(row, subject))));
      return;
    }
    boolean dated = false;
    for (int s = 0; s < slices.size(); s++) {
      Optional<Period> period = slices.get(s).period().or(() -> periods.find(row));
      if (period.isEmpty() && total) {
        period = Optional.of(lines.isEmpty() ? periods.titled().orElse(UNTOLD) : lines.get(lines.size() - 1).period());
      }
      if (period.isPresent()) {
        ObservationRow line = new ObservationRow(row, subject, code, words.name(row, subject), key, period.get(), figures.read(row, s));
        (total ? totals : lines).add(line);
        dated = true;
      }
    }
    if (!dated) {
      rejected++;
      undated++;
    }
  }

  /** Looks at every cell that is no figure: publishers have put the word in any of them. */
  private boolean saysTotal(Sheet.Row row) {
    for (int i = 0; i < Math.min(row.cells().length, proof.columns().size()); i++) {
      Role role = proof.columns().get(i) == null ? null : proof.columns().get(i).role();
      boolean figure = role == Role.MEASURE || role == Role.SUM;
      if (!figure && !row.cells()[i].isEmpty() && TOTAL_WORDS.contains(TextDecoder.key(row.cells()[i]))) {
        return true;
      }
    }
    return false;
  }

  private Set<Integer> dropDuplicates() {
    Set<String> seen = new HashSet<>();
    Set<Integer> twice = new HashSet<>();
    lines.removeIf(
        line -> {
          if (seen.add(line.group() + "|" + line.code())) {
            return false;
          }
          twice.add(line.row().number());
          findings.add(
              Kind.DUPLICATE_ROW,
              () ->
                  Finding.of(
                      Kind.DUPLICATE_ROW,
                      rules.dataset(),
                      at(line.row(), Role.ORG_CODE),
                      "%s stands in the file twice for %s",
                      line.code(),
                      line.period().label()));
          return true;
        });
    return twice;
  }

  private void mind() {
    Map<String, Set<String>> reasons = new LinkedHashMap<>();
    for (ObservationRow line : lines) {
      Optional<String> reason = rules.rowRule().apply(rules.keyed(measures, line.key()), line.values());
      reason.ifPresent(r -> reasons.computeIfAbsent(r, k -> new java.util.LinkedHashSet<>()).add(line.code()));
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

  private Location at(Sheet.Row row, Role role) {
    return at(row.number(), role);
  }

  private Location at(int row, Role role) {
    return place.row(row).column(proof.findColumn(role).map(i -> proof.headings().get(i).strip()).orElse(""));
  }
}

package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
 * Builds observations from a sheet whose header matched a layout. Every row is an organisation's, a total, a note or
 * rejected; none is lost.
 */
public final class ObservationTransformer {

  private static final Set<String> TOTAL_WORDS = Set.of("total", "england", "grand total", "england total", "totals");
  /** The period of a total that comes before any row with a period. */
  private static final Period UNKNOWN_PERIOD = Period.financialYear(1900);

  private final HeaderMatch match;
  private final RowRules rules;
  private final Location place;
  private final String[] measures;
  private final List<PeriodColumns> columnSets;
  private final RowKeyReader keys;
  private final RowPeriodReader periods;
  private final RowFigureReader figures;
  private final RowDefinition definition;
  private final FindingCollector findings = new FindingCollector();
  private final List<ObservationRow> lines = new ArrayList<>();
  private final List<ObservationRow> totals = new ArrayList<>();
  private long notes;
  private long rejected;
  private long refused;
  private int undated;

  private ObservationTransformer(
      HeaderMatch match, RowRules rules, Location place, UnaryOperator<RowDefinition> declared) {
    this.match = match;
    this.rules = rules;
    this.place = place.sheet(match.sheet().name());
    this.measures = PeriodColumns.measures(match);
    this.columnSets = PeriodColumns.of(match, measures);
    this.keys = new RowKeyReader(match, this.place);
    this.periods = new RowPeriodReader(match, rules.kind());
    this.definition =
        declared.apply(
            new RowDefinition(
                row -> rules.subjects().apply(keys.level(row)), keys::publishedCode, keys::key, periods::find,
                row -> false,
                (row, cell) -> cell.isBlank() ? Optional.of(rules.blank()) : CellValue.read(cell)));
    this.figures =
        new RowFigureReader(match, rules, this.place, columnSets, measures, findings, definition.figure());
  }

  /**
   * Reads the observations of a sheet.
   *
   * @param match the layout that the sheet's header matches
   * @param rules the dataset's rules for its rows
   * @param place the file, for findings
   */
  public static SheetContent read(HeaderMatch match, RowRules rules, Location place) {
    return read(match, rules, place, UnaryOperator.identity());
  }

  /**
   * Reads the observations of a sheet whose columns do not say everything about its rows.
   *
   * @param match the layout that the sheet's header matches
   * @param rules the dataset's rules for its rows
   * @param place the file, for findings
   * @param declared replaces parts of what the columns say
   */
  public static SheetContent read(
      HeaderMatch match, RowRules rules, Location place, UnaryOperator<RowDefinition> declared) {
    return new ObservationTransformer(match, rules, place, declared).run();
  }

  private SheetContent run() {
    List<Sheet.Row> rows = match.sheet().rows();
    rows.subList(match.headerIndex() + 1, rows.size()).forEach(this::read);
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
    findings.addAll(keys.findings(rules.dataset()));
    String[] headings = new String[measures.length];
    Arrays.setAll(headings, figures::heading);
    Set<Integer> duplicates = dropDuplicates();
    TotalRowCheck sums = new TotalRowCheck(rules, headings, place, findings);
    sums.moveUnlabelledTotals(lines, totals);
    sums.check(totals, lines);
    findings.addAll(figures.findings(headings));
    applyRowRules();
    List<ObservationBatchDraft> batches = BatchBuilder.of(lines, match.sheet().name(), rules, measures);
    return new SheetContent(
        batches,
        List.of(),
        findings.list(),
        accounting(rows.size(), duplicates),
        batches.stream().map(ObservationBatchDraft::period).distinct().sorted().toList());
  }

  /** Counts the rows of each kind; a row with observations counts as observed, whatever else it has. */
  private RowAccounting accounting(int read, Set<Integer> duplicates) {
    Set<Integer> observed = numbers(lines);
    Set<Integer> added = numbers(totals);
    added.removeAll(observed);
    duplicates.removeAll(observed);
    duplicates.removeAll(added);
    long cells = (long) lines.size() * measures.length;
    long unusable = lines.stream().mapToLong(ObservationRow::refused).sum();
    RowAccounting rows = new RowAccounting(
        read,
        observed.size(),
        match.headerIndex() + 1L,
        notes,
        added.size(),
        rejected + duplicates.size(),
        0,
        cells,
        0);
    return rows.refusing(content() + refused, unusable + refused);
  }

  /** Counts the cells of figures with content in the rows that gave observations; lines of a row are consecutive. */
  private long content() {
    long n = 0;
    Sheet.Row before = null;
    for (ObservationRow line : lines) {
      n += line.row() == before ? 0 : figures.count(line.row());
      before = line.row();
    }
    return n;
  }

  private static Set<Integer> numbers(List<ObservationRow> lines) {
    Set<Integer> numbers = new HashSet<>();
    lines.forEach(line -> numbers.add(line.row().number()));
    return numbers;
  }

  private void read(Sheet.Row row) {
    Optional<RowSubject> known = definition.subject().apply(row);
    RowSubject subject = known.orElse(null);
    String code = keys.code(row, subject, definition.code());
    boolean named = known.isPresent() && !subject.fixed() && TidyCode.isCode(code) && !keys.name(row, subject)
        .isBlank();
    String key = definition.key().apply(row);
    if (!figures.any(row) && !named && !definition.recorded().test(row) || isHeader(row)) {
      notes++;
      return;
    }
    boolean total = known.isEmpty() || !subject.fixed() ? saysTotal(row) : false;
    if (known.isEmpty() || !total && !TidyCode.isCode(code)) {
      rejected++;
      refused += figures.count(row);
      findings.add(
          Finding.of(
              Kind.NO_ORGANISATION,
              rules.dataset(),
              at(row, known.isEmpty() ? Role.LEVEL : Role.ORG_CODE),
              known.isEmpty() ? "expected what the organisation is, found '%s'"
                  : "expected an organisation's code, found '%s'",
              CellExcerpt.of(known.isEmpty() ? keys.level(row) : code)));
      return;
    }
    boolean elsewhere = OtherCountry.isCode(code) || OtherCountry.isName(keys.name(row, subject));
    if (!total && !subject.fixed() && elsewhere) {
      rejected++;
      findings.add(
          Finding.of(
              Kind.OTHER_COUNTRY, rules.dataset(), at(row, Role.ORG_CODE),
              "expected an organisation in England, found '%s' (%s)", code, CellExcerpt.of(keys.name(row, subject))));
      return;
    }
    boolean dated = false;
    for (int s = 0; s < columnSets.size(); s++) {
      Optional<Period> period = columnSets.get(s).period().or(() -> definition.period().apply(row));
      if (period.isEmpty() && total) {
        period = Optional.of(lines.isEmpty() ? periods.titlePeriod().orElse(UNKNOWN_PERIOD)
            : lines.get(lines.size() - 1).period());
      }
      if (period.isPresent()) {
        ObservationRow line = new ObservationRow(
            row, subject, code, keys.name(row, subject), key, period.get(), figures.read(row, s, key));
        (total ? totals : lines).add(line);
        dated = true;
      }
    }
    if (!dated) {
      rejected++;
      refused += figures.count(row);
      undated++;
    }
  }

  /** Returns whether a row repeats the header, as the top of a printed page does. */
  private boolean isHeader(Sheet.Row row) {
    return match.headerIndex() >= 0
        && Arrays.equals(row.cells(), match.sheet().rows().get(match.headerIndex()).cells());
  }

  /** Looks for a word for total in every cell that is not a figure: publishers have put it in any of them. */
  private boolean saysTotal(Sheet.Row row) {
    for (int i = 0; i < Math.min(row.cells().length, match.columns().size()); i++) {
      Role role = match.columns().get(i) == null ? null : match.columns().get(i).role();
      boolean figure = role == Role.MEASURE || role == Role.SUM;
      if (!figure && !row.cells()[i].isEmpty() && TOTAL_WORDS.contains(TextDecoder.key(row.cells()[i]))) {
        return true;
      }
    }
    return false;
  }

  private Set<Integer> dropDuplicates() {
    Set<String> seen = new HashSet<>();
    Set<Integer> duplicates = new HashSet<>();
    lines.removeIf(
        line -> {
          if (seen.add(line.group() + "|" + line.code())) {
            return false;
          }
          duplicates.add(line.row().number());
          findings.add(
              Kind.DUPLICATE_ROW,
              () ->
                  Finding.of(
                      Kind.DUPLICATE_ROW,
                      rules.dataset(),
                      at(line.row(), Role.ORG_CODE),
                      "%s is in the file twice for %s",
                      line.code(),
                      line.period().label()));
          return true;
        });
    return duplicates;
  }

  private void applyRowRules() {
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
    return place.row(row.number()).column(match.findColumn(role).map(i -> match.headings().get(i).strip()).orElse(""));
  }
}

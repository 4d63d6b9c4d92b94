package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.period.Period;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.ObservationTransformer;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.RowRules;
import uk.footprints.transform.RowSubject;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TidyCode;

/**
 * Writes a sheet of a declared layout in the form that {@link ObservationTransformer} reads: the kind of organisation,
 * the period and the word of the measures of each row in columns of their own, after the published ones.
 */
final class DeclaredSheet {

  private static final int ADDED = 4;
  private static final int MOST_WORDS = 5;

  private final LayoutDeclaration layout;
  private final RowDeclaration rules;
  private final String dataset;
  /** The mark of a figure that is not there, where a row has none at all. */
  private static final String MISSING = "..";

  private final HeaderMatch match;
  private final Location place;
  private final int width;
  private final boolean[] figure;
  private final RowKind kinds;
  private final Map<String, Optional<Period>> periods = new HashMap<>();
  private final Map<String, Integer> unknownWords = new LinkedHashMap<>();
  private final Map<String, Integer> firstUnknown = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long totals;
  private long rejected;

  private DeclaredSheet(LayoutDeclaration layout, String dataset, HeaderMatch match, Location place) {
    this.layout = layout;
    this.rules = layout.rows();
    this.dataset = dataset;
    this.match = layout.named(match);
    this.place = place.sheet(match.sheet().name());
    this.width = this.match.columns().size();
    this.figure = new boolean[width];
    for (int i = 0; i < width; i++) {
      LayoutColumn column = this.match.columns().get(i);
      figure[i] = column != null && (column.role() == Role.MEASURE || column.role() == Role.SUM);
    }
    this.kinds = new RowKind(rules.organisations(), this.match);
  }

  /** Reads the observations of a sheet. */
  static SheetContent read(LayoutDeclaration layout, String dataset, HeaderMatch match, Location place) {
    return new DeclaredSheet(layout, dataset, match, place).read();
  }

  private SheetContent read() {
    Optional<Period> outside = rules.period().usual() ? Optional.empty() : rules.period().find(match, place);
    if (outside.isEmpty() && !rules.period().inColumns()) {
      return nothing(
          Finding.of(
              Kind.NO_PERIOD, dataset, place, "expected a %s in the %s, found none",
              rules.period().kind().id().replace('_', ' '), String.join(" or the ", rules.period().from())));
    }
    List<MeasureKey> keys = rules.keys();
    String[] words = new String[keys.size()];
    for (int k = 0; k < words.length; k++) {
      if (keys.get(k).columns().isEmpty()) {
        Optional<MeasureKey.Word> word = outside(keys.get(k));
        if (word.isEmpty()) {
          return nothing(
              Finding.of(
                  Kind.HEADER_CHANGED, dataset, place, "expected one of %s in the %s, found none",
                  keys.get(k).words().values().stream().map(MeasureKey.Word::published).toList(),
                  String.join(" or the ", keys.get(k).from())));
        }
        words[k] = word.get().id();
      }
    }
    List<Sheet.Row> rows = rows(outside, words);
    SheetContent content =
        ObservationTransformer.read(
            new HeaderMatch(
                match.layout(), new Sheet(match.sheet().name(), rows, match.sheet().hidden()), match.headerIndex(),
                columns(), more(match.headings(), ""), more(match.days(), null), match.missing(), match.unknown(),
                match.misspelt(), match.dateOrder()),
            rules(),
            place);
    content = explained(content);
    unknownWords.forEach(
        (word, number) ->
            findings.add(
                Finding.of(
                    Kind.ROWS_REJECTED, dataset, place.row(firstUnknown.get(word)),
                    "%d rows have '%s', of which this is the first: the declaration has no such word", number, word)));
    findings.addAll(kinds.findings(dataset, place));
    long left = kinds.countLeft();
    return content.plus(
        SheetContent.nothing(
            findings, new RowAccounting(left + totals + rejected, 0, 0, 0, totals, rejected, left, 0, 0)));
  }

  /** Makes small differences of totals notes, where the declaration says why they are. */
  private SheetContent explained(SheetContent content) {
    if (rules.totalsDiffer().isEmpty()) {
      return content;
    }
    List<Finding> all =
        content.findings().stream()
            .map(f -> f.kind() == Kind.TOTAL_DISAGREES && f.severity() == Severity.WARNING
                ? f.as(Severity.NOTE, "No action needed: " + rules.totalsDiffer()) : f)
            .toList();
    return new SheetContent(content.batches(), content.tables(), all, content.accounting(), content.periods());
  }

  private SheetContent nothing(Finding finding) {
    return SheetContent.nothing(List.of(finding), RowAccounting.setAside(match.sheet().rows().size()));
  }

  private Optional<MeasureKey.Word> outside(MeasureKey key) {
    for (String source : key.from()) {
      for (String text : SheetText.of(source, match, place)) {
        Optional<MeasureKey.Word> word = key.find(text);
        if (word.isPresent()) {
          return word;
        }
      }
    }
    return Optional.empty();
  }

  private RowRules rules() {
    Map<String, RowSubject> subjects = new LinkedHashMap<>();
    for (int k = 0; k < rules.organisations().size(); k++) {
      if (rules.organisations().get(k).read()) {
        subjects.put(String.valueOf(k), rules.organisations().get(k).subject());
      }
    }
    RowRules all =
        RowRules.of(dataset, "provider", rules.period().kind())
            .byLevel(subjects)
            .roundedTo(rules.roundedTo())
            .counting(measure -> rules.whole());
    all = rules.totalled() ? all.withTotal() : all;
    return rules.keys().isEmpty() ? all
        : all.keyedBy((id, words) -> MeasureKey.complete(id, List.of(words.split("\\|", -1))));
  }

  /** Returns the columns, with those that were added; the columns that they replace are fields. */
  private List<LayoutColumn> columns() {
    List<LayoutColumn> columns = new ArrayList<>(width + ADDED);
    for (LayoutColumn column : match.columns()) {
      columns.add(column != null && replaced(column.role()) ? LayoutColumn.field("published", "") : column);
    }
    columns.add(LayoutColumn.of(Role.LEVEL, ""));
    columns.add(rules.period().usual() ? null : LayoutColumn.of(Role.DATE, ""));
    columns.add(rules.keys().isEmpty() ? null : LayoutColumn.of(Role.KEY, ""));
    columns.add(rules.codeInName().isEmpty() ? null : LayoutColumn.of(Role.ORG_CODE, ""));
    return columns;
  }

  private boolean replaced(Role role) {
    return switch (role) {
      case LEVEL, KEY -> true;
      case YEAR, PERIOD, DATE -> !rules.period().usual();
      default -> false;
    };
  }

  private static <T> List<T> more(List<T> list, T value) {
    List<T> more = new ArrayList<>(list);
    more.addAll(java.util.Collections.nCopies(ADDED, value));
    return more;
  }

  private List<Sheet.Row> rows(Optional<Period> outside, String[] outsideWords) {
    List<Sheet.Row> published = match.sheet().rows();
    List<Sheet.Row> rows = new ArrayList<>(published.subList(0, match.headerIndex() + 1));
    Map<String, Integer> selected = new HashMap<>();
    Set<Integer> unknown = new HashSet<>();
    int[][] keyPlaces = keyPlaces();
    for (Sheet.Row row : published.subList(match.headerIndex() + 1, published.size())) {
      boolean figures = hasFigures(row);
      Optional<Integer> kind = kinds.find(row);
      if (kind.isPresent() && !kinds.kind(kind.get()).read() && figures) {
        if (kinds.kind(kind.get()).total()) {
          totals++;
        } else {
          kinds.leave(kinds.kind(kind.get()).leave(), row);
        }
        continue;
      }
      String period = period(row, outside);
      boolean blank = !figures && isRecord(row, kind, period, keyPlaces);
      String words = figures || blank ? words(row, outsideWords, keyPlaces) : "";
      if (words == null) {
        continue;
      }
      Sheet.Row made = made(row, figures || blank, kind, period, words);
      if (!rules.selects() || !figures && !blank) {
        rows.add(made);
        continue;
      }
      String same = same(made);
      Integer before = selected.get(same);
      if (before == null) {
        selected.put(same, rows.size());
        rows.add(made);
      } else {
        totals++;
        // Which row is the largest is not known where one of them has no figure.
        boolean known = !unknown.contains(before);
        if (!rules.first() && known && (blank || largest(made) > largest(rows.get(before)))) {
          rows.set(before, made);
        }
      }
      if (blank && !rules.first()) {
        unknown.add(selected.get(same));
      }
    }
    return rows;
  }

  /**
   * Returns whether a row without any figure is one of an organisation, whose figures are missing, and not a footnote: it
   * has a period, the words of its measures, and a code or the words that say what it is about.
   */
  private boolean isRecord(Sheet.Row row, Optional<Integer> kind, String period, int[][] keyPlaces) {
    if (kind.isEmpty() || !kinds.kind(kind.get()).read() || period.isEmpty() && !rules.period().usual()) {
      return false;
    }
    boolean worded =
        Arrays.stream(keyPlaces).flatMapToInt(Arrays::stream).allMatch(at -> at >= 0 && !row.cell(at).isBlank());
    int code = match.findColumn(Role.ORG_CODE).orElse(-1);
    boolean coded = code >= 0 && TidyCode.isCode(TidyCode.of(row.cell(code)));
    return worded && (coded || !kinds.kind(kind.get()).when().isEmpty());
  }

  private boolean hasFigures(Sheet.Row row) {
    for (int i = 0; i < width; i++) {
      if (figure[i] && !row.cell(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private int[][] keyPlaces() {
    int[][] places = new int[rules.keys().size()][];
    for (int k = 0; k < places.length; k++) {
      places[k] = rules.keys().get(k).columns().stream().mapToInt(this::headed).toArray();
    }
    return places;
  }

  private int headed(String heading) {
    String key = uk.footprints.format.TextDecoder.key(heading);
    for (int i = 0; i < width; i++) {
      if (match.columns().get(i) != null && match.columns().get(i).keys().contains(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the words of a row, separated by bars; null for a row that is left or rejected. */
  private String words(Sheet.Row row, String[] outside, int[][] places) {
    String[] words = outside.clone();
    for (int k = 0; k < words.length; k++) {
      if (words[k] == null) {
        StringBuilder text = new StringBuilder();
        for (int at : places[k]) {
          text.append(text.isEmpty() ? "" : "|").append(at < 0 ? "" : RowKind.plain(row.cell(at)));
        }
        MeasureKey key = rules.keys().get(k);
        Optional<MeasureKey.Word> word = key.find(text.toString());
        if (word.isEmpty()) {
          if (key.leave().isEmpty()) {
            reject(text.toString(), row);
          } else {
            kinds.leave(key.leave(), row);
          }
          return null;
        }
        words[k] = word.get().id();
      }
    }
    return String.join("|", words);
  }

  private void reject(String word, Sheet.Row row) {
    rejected++;
    String shown = unknownWords.size() < MOST_WORDS || unknownWords.containsKey(word) ? word : "other words";
    unknownWords.merge(shown, 1, Integer::sum);
    firstUnknown.putIfAbsent(shown, row.number());
  }

  private String period(Sheet.Row row, Optional<Period> outside) {
    if (rules.period().usual()) {
      return "";
    }
    Optional<Period> period = outside;
    if (period.isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (Role role : List.of(Role.DATE, Role.PERIOD, Role.YEAR)) {
        match.findColumn(role).ifPresent(at -> text.append(' ').append(RowKind.plain(row.cell(at))));
      }
      period = periods.computeIfAbsent(text.toString().strip(), rules.period()::parse);
    }
    return period.map(p -> p.start() + "/" + p.end()).orElse("");
  }

  private Sheet.Row made(Sheet.Row row, boolean recorded, Optional<Integer> kind, String period, String words) {
    String[] cells = Arrays.copyOf(row.cells(), width + ADDED);
    for (int i = 0; i < width; i++) {
      cells[i] = cells[i] == null ? "" : cells[i];
      if (recorded && figure[i] && cells[i].isBlank() && !hasFigures(row)) {
        cells[i] = MISSING;
      }
      if (recorded && figure[i] && !rules.marks().isEmpty()) {
        String meaning = rules.marks().get(RowKind.plain(cells[i]));
        cells[i] = meaning == null ? cells[i] : meaning;
      }
    }
    for (int i = width; i < cells.length; i++) {
      cells[i] = "";
    }
    cells[width + ADDED - 1] = code(cells);
    cells[width] = kind.map(String::valueOf).orElse("");
    cells[width + 1] = period;
    cells[width + 2] = words;
    return new Sheet.Row(row.number(), cells);
  }

  /** Removes what the declaration removes from the code; returns the code in the organisation's name. */
  private String code(String[] cells) {
    int at = match.findColumn(Role.ORG_CODE).orElse(-1);
    if (rules.codeRemoved().isPresent() && at >= 0) {
      cells[at] = rules.codeRemoved().get().matcher(cells[at].strip()).replaceAll("");
    }
    int name = match.findColumn(Role.ORG_NAME).orElse(-1);
    if (rules.codeInName().isEmpty() || name < 0) {
      return "";
    }
    Matcher found = rules.codeInName().get().matcher(RowKind.plain(cells[name]));
    return found.find() ? found.group(1) : "";
  }

  /** Returns what distinguishes rows of one organisation and period from others. */
  private String same(Sheet.Row row) {
    StringBuilder same = new StringBuilder();
    for (int i = 0; i < width + ADDED; i++) {
      same.append(i >= width || distinguishes(match.columns().get(i)) ? row.cell(i) + "|" : "");
    }
    return same.toString();
  }

  private static boolean distinguishes(LayoutColumn column) {
    return column != null
        && switch (column.role()) {
          case ORG_CODE, ORG_NAME, YEAR, PERIOD, DATE -> true;
          default -> false;
        };
  }

  private double largest(Sheet.Row row) {
    int at = match.place(rules.largest());
    return at < 0 ? 0
        : CellValue.read(row.cell(at)).filter(v -> v.status() == CellStatus.REPORTED).map(CellValue::number).orElse(0.0);
  }

  /** Returns the layout's name, for messages. */
  @Override
  public String toString() {
    return layout.layout().era();
  }
}

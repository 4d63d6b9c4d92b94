package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.format.TextDecoder;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.period.Period;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.RowDefinition;
import uk.footprints.transform.RowSubject;
import uk.footprints.transform.TidyCode;

/** What a declaration says about the rows of a sheet: which are read, and what each of them is about. */
final class DeclaredRows {

  private static final int MOST_WORDS = 5;

  /**
   * What a row that is read is about.
   *
   * @param kind the place of its kind of organisation in the declaration; -1 for none
   * @param subject the kind of organisation; empty where none fits
   * @param period the period; empty where the usual columns say it, or nothing
   * @param words the words of its measures, separated by bars
   * @param figures whether a cell of figures has content
   * @param recorded whether it is about an organisation although none has
   */
  private record ReadRow(int kind, Optional<RowSubject> subject, Optional<Period> period, String words,
      boolean figures, boolean recorded) {}

  private final RowDeclaration rules;
  private final HeaderMatch match;
  private final Optional<Period> outside;
  private final String[] outsideWords;
  private final boolean[] figure;
  private final int[][] keyPlaces;
  private final RowKind kinds;
  private final String[] above;
  private final Map<Sheet.Row, ReadRow> known = new IdentityHashMap<>();
  private final Map<String, Optional<Period>> periods = new HashMap<>();
  private final Map<String, Integer> unknownWords = new LinkedHashMap<>();
  private final Map<String, Integer> firstUnknown = new HashMap<>();
  private long totals;
  private long rejected;

  /**
   * Creates the rows of a sheet.
   *
   * @param rules how they are read
   * @param match the sheet
   * @param outside the period that its title, name or file says; empty where rows say it
   * @param words the words of measures that its title, name or file says; null where rows say them
   */
  DeclaredRows(RowDeclaration rules, HeaderMatch match, Optional<Period> outside, String[] words) {
    this.rules = rules;
    this.match = match;
    this.outside = outside;
    this.outsideWords = words.clone();
    this.figure = new boolean[match.columns().size()];
    for (int i = 0; i < figure.length; i++) {
      LayoutColumn column = match.columns().get(i);
      figure[i] = column != null && (column.role() == Role.MEASURE || column.role() == Role.SUM);
    }
    this.keyPlaces =
        rules.keys().stream()
            .map(key -> key.columns().stream().mapToInt(this::headed).toArray())
            .toArray(int[][]::new);
    this.above = new String[rules.keys().size()];
    Arrays.fill(above, "");
    Arrays.fill(above, "");
    this.kinds = new RowKind(rules.organisations(), match);
  }

  /** Returns the rows to read, with those above them: the header and the title. */
  List<Sheet.Row> keep() {
    List<Sheet.Row> kept = new ArrayList<>(match.sheet().rows().subList(0, match.headerIndex() + 1));
    Map<String, Integer> selected = new HashMap<>();
    Set<Integer> unknown = new HashSet<>();
    for (Sheet.Row row : match.rows()) {
      ReadRow reading = read(row);
      if (reading == null) {
        continue;
      }
      known.put(row, reading);
      boolean selects = rules.selects() && (reading.figures || reading.recorded);
      String same = selects ? same(row, reading) : "";
      Integer before = selected.get(same);
      if (before == null) {
        if (selects) {
          selected.put(same, kept.size());
        }
        kept.add(row);
      } else if (rules.first() && !sameFigures(row, kept.get(before))) {
        kinds.leave("It repeats an organisation and period with other figures; the first row was read.", row);
      } else {
        totals++;
        // Which row is the largest is not known where one of them has no figure.
        boolean certain = !unknown.contains(before);
        if (!rules.first() && certain && (reading.recorded || largest(row) > largest(kept.get(before)))) {
          kept.set(before, row);
        }
      }
      if (reading.recorded && selects && !rules.first()) {
        unknown.add(selected.get(same));
      }
    }
    return kept;
  }

  private boolean sameFigures(Sheet.Row row, Sheet.Row other) {
    return IntStream.range(0, figure.length)
        .allMatch(i -> !figure[i] || row.cell(i).strip().equals(other.cell(i).strip()));
  }

  /** Returns what a row is about; null for one that is left out, a total or rejected, which is counted. */
  private ReadRow read(Sheet.Row row) {
    boolean figures = hasFigures(row);
    int kind = kinds.find(row).orElse(-1);
    OrganisationKind of = kind < 0 ? null : kinds.kind(kind);
    if (of != null && !of.read() && figures) {
      if (of.total()) {
        totals++;
      } else {
        kinds.leave(of.leave(), row);
      }
      return null;
    }
    Optional<Period> period = rules.period().usual() ? Optional.empty() : period(row);
    boolean recorded = !figures && isRecord(row, of, period);
    String words = figures || recorded ? words(row) : "";
    if (words == null) {
      return null;
    }
    Optional<RowSubject> subject = of == null || !of.read() ? Optional.empty() : Optional.of(of.subject());
    return new ReadRow(kind, subject, period, words, figures, recorded);
  }

  /**
   * Returns whether a row without any figure is one of an organisation, whose figures are missing, and not a footnote:
   * it has a period, the words of its measures, and a code or the words that say what it is about. A row of England in
   * a sheet of England alone has no code: all of its words are known ones.
   */
  private boolean isRecord(Sheet.Row row, OrganisationKind kind, Optional<Period> period) {
    if (kind == null || !kind.read() || period.isEmpty() && !rules.period().usual()) {
      return false;
    }
    boolean worded = IntStream.range(0, keyPlaces.length).allMatch(k -> isWorded(row, k));
    boolean known =
        kind.subject().fixed() && rules.keys().stream().anyMatch(key -> !key.columns().isEmpty())
            && IntStream.range(0, keyPlaces.length)
                .allMatch(k -> outsideWords[k] != null || rules.keys().get(k).find(published(row, k)).isPresent());
    int code = match.findColumn(Role.ORG_CODE).orElse(-1);
    boolean coded = code >= 0 && TidyCode.looksLikeCode(row.cell(code));
    return worded && (coded || known || !kind.when().isEmpty());
  }

  /** Returns whether every column of a key has content, or that of a merged cell above. */
  private boolean isWorded(Sheet.Row row, int k) {
    boolean merged = outsideWords[k] == null && rules.keys().get(k).merged() && !above[k].isEmpty();
    return merged || Arrays.stream(keyPlaces[k]).allMatch(at -> at >= 0 && !row.cell(at).isBlank());
  }

  /** Returns the words of a key as published; those of a merged cell above where its own are empty. */
  private String published(Sheet.Row row, int k) {
    StringBuilder text = new StringBuilder();
    for (int at : keyPlaces[k]) {
      text.append(text.isEmpty() ? "" : "|").append(at < 0 ? "" : RowKind.plain(row.cell(at)));
    }
    return rules.keys().get(k).merged() && text.isEmpty() ? above[k] : text.toString();
  }

  private boolean hasFigures(Sheet.Row row) {
    for (int i = 0; i < figure.length; i++) {
      if (figure[i] && !row.cell(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private int headed(String heading) {
    String key = TextDecoder.key(heading);
    for (int i = 0; i < figure.length; i++) {
      if (match.columns().get(i) != null && match.columns().get(i).keys().contains(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the words of a row, separated by bars; null for a row that is left or rejected. */
  private String words(Sheet.Row row) {
    String[] words = outsideWords.clone();
    for (int k = 0; k < words.length; k++) {
      if (words[k] == null) {
        MeasureKey key = rules.keys().get(k);
        String text = published(row, k);
        above[k] = text;
        Optional<MeasureKey.Word> word = key.find(text);
        if (word.isEmpty()) {
          if (key.leave().isEmpty()) {
            reject(text, row);
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

  private Optional<Period> period(Sheet.Row row) {
    if (outside.isPresent()) {
      return outside;
    }
    StringBuilder text = new StringBuilder();
    for (Role role : List.of(Role.DATE, Role.PERIOD, Role.YEAR)) {
      match.findColumn(role).ifPresent(at -> text.append(' ').append(RowKind.plain(row.cell(at))));
    }
    return periods.computeIfAbsent(text.toString().strip(), rules.period()::parse);
  }

  /** Returns the code in its column, without what the declaration removes, or in the organisation's name. */
  private String code(Sheet.Row row) {
    int at = match.findColumn(Role.ORG_CODE).orElse(-1);
    if (at >= 0) {
      String text = row.cell(at).strip();
      return rules.codeRemoved().map(removed -> removed.matcher(text).replaceAll("")).orElse(text);
    }
    int name = match.findColumn(Role.ORG_NAME).orElse(-1);
    if (rules.codeInName().isEmpty() || name < 0) {
      return "";
    }
    return PatternText.find(rules.codeInName().get(), RowKind.plain(row.cell(name))).orElse("");
  }

  /** Returns what distinguishes rows of one organisation and period from others. */
  private String same(Sheet.Row row, ReadRow reading) {
    StringBuilder same = new StringBuilder();
    for (int i = 0; i < figure.length; i++) {
      LayoutColumn column = match.columns().get(i);
      boolean distinguishes = column != null
          && switch (column.role()) {
            case ORG_NAME, YEAR, PERIOD, DATE -> true;
            default -> false;
          };
      same.append(distinguishes ? row.cell(i) + "|" : "");
    }
    return same.append(code(row)).append('|').append(reading.kind).append('|').append(reading.period).append('|')
        .append(reading.words).toString();
  }

  private double largest(Sheet.Row row) {
    int at = match.place(rules.largest());
    return at < 0 ? 0
        : CellValue.read(row.cell(at)).filter(v -> v.status() == CellStatus.REPORTED).map(CellValue::number)
            .orElse(0.0);
  }

  /** Replaces what columns say about rows by what the declaration says. */
  RowDefinition define(RowDefinition columns) {
    RowDefinition all =
        columns
            .withSubject(row -> known.get(row).subject())
            .withKey(row -> known.get(row).words())
            .withRecorded(row -> known.get(row).recorded());
    all = rules.period().usual() ? all : all.withPeriod(row -> known.get(row).period());
    all = rules.codeRemoved().isEmpty() && rules.codeInName().isEmpty() ? all : all.withCode(this::code);
    return rules.marks().isEmpty() ? all
        : all.withFigure(
            (row, cell) -> {
              boolean empty = cell.isBlank() && !known.get(row).figures();
              CellValue mark = empty ? CellValue.missing() : rules.marks().get(RowKind.plain(cell));
              return mark == null ? columns.figure().apply(row, cell) : Optional.of(mark);
            });
  }

  /** Returns the findings about the rows that are not read. */
  List<Finding> findings(String dataset, Location sheet) {
    List<Finding> findings = new ArrayList<>();
    unknownWords.forEach(
        (word, number) ->
            findings.add(
                Finding.of(
                    Kind.ROWS_REJECTED, dataset, sheet.row(firstUnknown.get(word)),
                    "%d rows have '%s', of which this is the first: the declaration has no such word", number, word)));
    findings.addAll(kinds.findings(dataset, sheet));
    return findings;
  }

  /** Returns the numbers of the rows that are not read. */
  RowAccounting accounting() {
    long left = kinds.countLeft();
    return new RowAccounting(left + totals + rejected, 0, 0, 0, totals, rejected, left, 0, 0);
  }
}

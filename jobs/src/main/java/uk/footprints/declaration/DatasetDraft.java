package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.TextDecoder;
import uk.footprints.period.PeriodKind;

/**
 * A first declaration of a file of unknown layout: its header is found, and columns are guessed by their values. A
 * person corrects it and adds meanings.
 */
public final class DatasetDraft {

  private static final String NAMES =
      ".*(name|organisation|provider|trust|commissioner|group|council|authority|board).*";
  private static final String TOTALS = "(?i)(eng|england|total|totals|national|grand total|all (providers|trusts|england))";
  private static final int FEWEST_NAMES = 2;
  /** A column with more texts than this says what is counted in no rows: it has names or remarks. */
  private static final int MOST_KEYS = 60;

  private final String id;
  private final DraftHeader header;
  private final List<String> notes = new ArrayList<>();
  private final Map<Integer, String> roles = new LinkedHashMap<>();
  private DraftRole organisation;
  private Optional<DraftPeriod> period = Optional.empty();

  private DatasetDraft(String id, DraftHeader header) {
    this.id = id;
    this.header = header;
  }

  /**
   * A measure of the draft.
   *
   * @param id its id
   * @param heading what it is called in the file
   * @param share whether its figures are shares
   */
  private record DraftMeasure(String id, String heading, boolean share) {}

  /**
   * A draft.
   *
   * @param yaml the declaration
   * @param notes what could not be guessed, a sentence each
   * @param whole whether each row has an organisation and period of its own
   */
  public record Draft(String yaml, List<String> notes, boolean whole) {}

  /**
   * Drafts the declaration of a file.
   *
   * @param id of the dataset
   * @param file the name of the file
   * @param workbook the file
   * @return empty where no sheet has a header above columns of numbers
   */
  public static Optional<Draft> of(String id, String file, SourceWorkbook workbook) {
    return DraftHeader.find(workbook).map(header -> new DatasetDraft(id, header).draft(file, workbook));
  }

  /** Returns an id made of the name of a file: its words, without numbers and months. */
  public static String id(String file) {
    String words = slug(file.replaceFirst("\\.[A-Za-z0-9]{2,5}$", "").replaceAll("\\d+", " "));
    return words.isEmpty() ? "own" : words;
  }

  private Draft draft(String file, SourceWorkbook workbook) {
    codes();
    names();
    periods(file);
    for (int c = 0; c < header.headings().size(); c++) {
      if (!header.headings().get(c).isBlank() && !roles.containsKey(c)) {
        roles.put(c, DraftHeader.share(header.values(c)) >= 0.5 ? "measure" : "ignored");
      }
    }
    keys();
    List<String> lines = lines(file, workbook);
    long repeated = repeated();
    if (repeated > 0) {
      notes.add(
          "%,d rows have the organisation and period of another row: ".formatted(repeated)
              + "declare under keys: of rows: which column distinguishes them.");
    }
    return new Draft(String.join("\n", lines) + "\n", List.copyOf(notes), repeated == 0 && period.isPresent());
  }

  /**
   * Finds the one column of texts that distinguishes rows of one organisation and period, beside one column of figures:
   * each text is a measure of its own.
   */
  private void keys() {
    List<Integer> figures = columns("measure");
    if (figures.size() != 1 || repeated() == 0) {
      return;
    }
    for (int c : columns("ignored")) {
      List<String> texts = header.values(c);
      int different = new HashSet<>(texts).size();
      if (different > 1 && different <= MOST_KEYS && DraftHeader.share(texts) == 0) {
        roles.put(c, "key");
        if (repeated() == 0) {
          roles.put(figures.get(0), "value");
          return;
        }
        roles.put(c, "ignored");
      }
    }
  }

  private List<Integer> columns(String role) {
    return roles.entrySet().stream().filter(e -> e.getValue().equals(role)).map(Map.Entry::getKey).sorted().toList();
  }

  /** Counts the rows with figures whose organisation and period an earlier row has. */
  private long repeated() {
    List<Integer> keys =
        roles.entrySet().stream()
            .filter(e -> List.of("org_code", "org_name", "period", "date", "year", "key").contains(e.getValue()))
            .filter(e -> !e.getValue().equals("org_name") || column("org_code").isEmpty() || organisation == null)
            .filter(e -> organisation != null || !e.getValue().equals("org_name"))
            .map(Map.Entry::getKey)
            .toList();
    Set<String> seen = new HashSet<>();
    return header.rows().stream()
        .filter(row -> roles.entrySet().stream()
            .anyMatch(e -> List.of("measure", "value").contains(e.getValue()) && DraftHeader.isNumber(row.cell(e.getKey()))))
        .filter(row -> column("org_code").isEmpty() || !row.cell(column("org_code").get()).isBlank())
        .filter(row -> !isTotal(row))
        .filter(row -> !seen.add(String.join("|", keys.stream().map(c -> row.cell(c).strip()).toList())))
        .count();
  }

  /** Finds the column of codes: of several, that with most different ones; the others are of parents. */
  private void codes() {
    Map<Integer, DraftRole> found = new LinkedHashMap<>();
    for (int c = 0; c < header.headings().size(); c++) {
      int column = c;
      DraftRole.of(texts(c), header.headings().get(c)).ifPresent(role -> found.put(column, role));
    }
    boolean nhs = found.values().stream().anyMatch(role -> role != DraftRole.OTHER && role != DraftRole.REGION);
    Optional<Integer> own =
        found.keySet().stream()
            .filter(c -> !nhs || found.get(c) != DraftRole.OTHER && found.get(c) != DraftRole.REGION)
            .max(Comparator.comparingInt((Integer c) -> new HashSet<>(texts(c)).size()).thenComparing(c -> -c));
    own.ifPresent(c -> {
      roles.put(c, "org_code");
      organisation = found.get(c) == DraftRole.OTHER ? DraftRole.COUNCIL : found.get(c);
    });
    found.keySet().stream().filter(c -> !roles.containsKey(c)).forEach(c ->
        roles.put(
            c, found.get(c) == DraftRole.OTHER || roles.containsValue("parent_code") ? "ignored" : "parent_code"));
    if (own.isEmpty()) {
      notes.add("No column has codes of organisations: rows are taken to be about England.");
    }
  }

  /** Returns the texts of a column without totals. */
  private List<String> texts(int column) {
    return header.values(column).stream().filter(text -> !text.matches(TOTALS)).toList();
  }

  /** Finds the column of names: beside the codes, or headed so; other texts are of parents. */
  private void names() {
    Optional<Integer> code = column("org_code");
    List<Integer> candidates = new ArrayList<>();
    for (int c = 0; c < width(); c++) {
      boolean beside = code.isPresent() && c == code.get() + 1;
      boolean text = header.values(c).size() >= FEWEST_NAMES && DraftHeader.share(header.values(c)) < 0.5;
      if (!roles.containsKey(c) && text && DraftPeriod.ofColumn(header.values(c)).isEmpty()
          && (beside || heading(c).toLowerCase(Locale.ROOT).matches(NAMES))) {
        candidates.add(c);
      }
    }
    Comparator<Integer> most = Comparator.comparingInt(c -> new HashSet<>(texts(c)).size());
    Comparator<Integer> nearest = Comparator.comparingInt(c -> code.isPresent() && c == code.get() + 1 ? 1 : 0);
    Optional<Integer> own = candidates.stream().max(most.thenComparing(nearest));
    own.ifPresent(c -> roles.put(c, "org_name"));
    candidates.stream().filter(c -> !roles.containsKey(c) && !heading(c).isBlank()).limit(1)
        .forEach(c -> roles.put(c, "parent_name"));
  }

  private int width() {
    return header.rows().stream().limit(50).mapToInt(row -> row.cells().length).max().orElse(header.headings().size());
  }

  private String heading(int column) {
    return column < header.headings().size() ? header.headings().get(column) : "";
  }

  private Optional<Integer> column(String role) {
    return roles.entrySet().stream().filter(e -> e.getValue().equals(role)).map(Map.Entry::getKey).findFirst();
  }

  /** Finds the period: in columns, or in the title, the name of the sheet or that of the file. */
  private void periods(String file) {
    for (int c = 0; c < header.headings().size(); c++) {
      Optional<PeriodKind> serials = DraftPeriod.ofSerials(header.values(c), heading(c));
      if (!roles.containsKey(c) && serials.isPresent()) {
        roles.put(c, "date");
        period = Optional.of(new DraftPeriod(serials.get(), "columns", ""));
        return;
      }
    }
    Map<PeriodKind, Integer> found = new HashMap<>();
    for (int c = 0; c < header.headings().size(); c++) {
      int column = c;
      if (!roles.containsKey(c) && !heading(c).isBlank()) {
        DraftPeriod.ofColumn(header.values(c)).ifPresent(kind -> found.putIfAbsent(kind, column));
      }
    }
    for (PeriodKind kind : List.of(PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER)) {
      if (found.containsKey(kind)) {
        roles.put(found.get(kind), kind == PeriodKind.DAY ? "date" : "period");
        period = Optional.of(new DraftPeriod(kind, "columns", kind == PeriodKind.DAY ? "" : "(.+)"));
        found.keySet().stream().filter(k -> k != kind).forEach(k -> roles.put(found.get(k), "ignored"));
        return;
      }
    }
    Optional<Integer> months = monthColumn();
    Integer years = found.get(PeriodKind.FINANCIAL_YEAR);
    if (years != null && months.isPresent()) {
      roles.put(years, "year");
      roles.put(months.get(), "period");
      period = Optional.of(new DraftPeriod(PeriodKind.MONTH, "columns", ""));
      return;
    }
    for (PeriodKind kind : List.of(PeriodKind.FINANCIAL_YEAR, PeriodKind.YEAR)) {
      if (found.containsKey(kind)) {
        roles.put(found.get(kind), "year");
        period = Optional.of(new DraftPeriod(kind, "columns", ""));
        return;
      }
    }
    period = DraftPeriod.outside(header, file);
    if (period.isEmpty()) {
      notes.add("No period was found: write it as fixed: under period:, such as fixed: 2018/19.");
    }
  }

  /** Finds a column of months without years. */
  private Optional<Integer> monthColumn() {
    for (int c = 0; c < header.headings().size(); c++) {
      List<String> texts = header.values(c);
      if (!roles.containsKey(c) && !texts.isEmpty()
          && texts.stream().allMatch(text -> uk.footprints.period.PeriodText.findMonth(text).isPresent())) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }

  private List<String> lines(String file, SourceWorkbook workbook) {
    List<String> lines = new ArrayList<>();
    lines.add("# Drafted from " + file + ": correct roles, and write title, publisher, units and definitions.");
    lines.add("id: " + id);
    lines.add("title: " + quoted(title(file)));
    lines.add("publisher: The publisher of " + id);
    lines.add("cadence:");
    lines.add("  published: as files come");
    lines.add("  months_after: 1");
    lines.add("  page: " + quoted("where " + file + " was found"));
    lines.add("by_hand: Files are downloaded by hand.");
    lines.add("caveats:");
    lines.add("  - Drafted from one file; what columns mean was guessed from their headings and values.");
    List<String> others =
        workbook.sheets().stream().filter(s -> s != header.sheet() && !s.name().isBlank()).map(Sheet::name).toList();
    if (!others.isEmpty()) {
      lines.add("other_sheets:");
      lines.add("  notes: " + list(others));
    }
    List<DraftMeasure> measures = measures();
    rows(lines);
    keys(lines, measures);
    lines.add("measures:");
    measures.forEach(measure -> {
      lines.add("  - id: " + measure.id());
      lines.add("    quantity: " + quoted(measure.heading()));
      lines.add("    unit: " + (measure.share() ? "'%'" : "number"));
      lines.add("    heading: " + quoted(measure.heading()));
      if (measure.share()) {
        lines.add("    roll_up: none");
        lines.add("    over_time: mean");
      }
      lines.add("    definition: " + quoted("As published under \"" + measure.heading() + "\"."));
    });
    columns(lines, measures);
    return lines;
  }

  private void rows(List<String> lines) {
    lines.add("rows:");
    lines.add("  period:");
    lines.add("    kind: " + period.map(p -> p.kind().id()).orElse("month"));
    lines.add("    from: [" + period.map(DraftPeriod::from).orElse("title") + "]");
    period.filter(p -> !p.pattern().isEmpty()).ifPresent(p -> lines.add("    pattern: " + quoted(p.pattern())));
    lines.add("  organisations:");
    if (organisation == null) {
      lines.add("    - is: country");
      return;
    }
    for (String role : List.of("org_code", "org_name")) {
      Set<String> words = new TreeSet<>();
      column(role).ifPresent(c -> header.rows().stream().map(row -> row.cell(c).strip().toLowerCase(Locale.ROOT))
          .filter(text -> text.matches(TOTALS)).forEach(words::add));
      if (!words.isEmpty()) {
        String sum = isSum() ? ", adds_up: " + organisation.word() : "";
        lines.add("    - {when: {%s: '%s'}, is: country%s}".formatted(role, String.join("|", words), sum));
      }
    }
    boolean regions = organisation != DraftRole.REGION
        && column("org_code").filter(c -> header.values(c).stream().anyMatch(DraftRole.REGION::matches)).isPresent();
    if (regions) {
      lines.add("    - {when: {org_code: 'Y\\d\\d'}, is: region}");
    }
    lines.add("    - is: " + organisation.word());
  }

  /** Writes which measure each text of the column is that says what is counted. */
  private void keys(List<String> lines, List<DraftMeasure> measures) {
    column("key").ifPresent(c -> {
      lines.add("  keys:");
      lines.add("    - columns: " + list(List.of(heading(c))));
      lines.add("      words:");
      measures.forEach(measure -> lines.add("        " + quoted(measure.heading()) + ": " + measure.id()));
    });
  }

  /** Returns whether the first total is the sum of the rows of organisations in every column. */
  private boolean isSum() {
    int code = column("org_code").orElseThrow();
    Optional<Sheet.Row> total = header.rows().stream().filter(this::isTotal).findFirst();
    if (total.isEmpty() || header.rows().stream().filter(this::isTotal).count() > 1) {
      return false;
    }
    return !columns("measure").isEmpty() && columns("measure").stream().allMatch(c -> {
      double sum =
          header.rows().stream()
              .filter(row -> !isTotal(row) && organisation.matches(row.cell(code).strip()))
              .mapToDouble(row -> number(row.cell(c)))
              .sum();
      return Math.abs(sum - number(total.get().cell(c))) < 0.5;
    });
  }

  private boolean isTotal(Sheet.Row row) {
    return List.of("org_code", "org_name").stream()
        .anyMatch(role -> column(role).filter(c -> row.cell(c).strip().matches(TOTALS)).isPresent());
  }

  private static double number(String cell) {
    return DraftHeader.isNumber(cell) ? uk.footprints.transform.CellValue.read(cell).orElseThrow().number() : 0;
  }

  private void columns(List<String> lines, List<DraftMeasure> measures) {
    lines.add("layouts:");
    lines.add("  - name: as drafted");
    if (!header.sheet().name().isBlank()) {
      lines.add("    sheets: " + list(List.of(header.sheet().name())));
    }
    if (header.groups() > 0) {
      lines.add("    group_rows: " + header.groups());
    }
    lines.add("    columns:");
    roles.forEach((column, role) -> {
      if (!role.equals("measure") && !role.equals("ignored")) {
        lines.add(
            heading(column).isBlank()
                ? "      - {role: %s, right_of: org_code}".formatted(role)
                : "      - {role: %s, heading: %s}".formatted(role, quoted(plain(heading(column)))));
      }
    });
    if (column("key").isEmpty()) {
      lines.add("      - measures: [" + String.join(", ", measures.stream().map(DraftMeasure::id).toList()) + "]");
    }
    Set<String> known = new HashSet<>();
    roles.forEach((column, role) -> {
      if (!role.equals("ignored")) {
        known.add(TextDecoder.key(heading(column)));
      }
    });
    List<String> ignored =
        roles.entrySet().stream()
            .filter(e -> e.getValue().equals("ignored") && known.add(TextDecoder.key(heading(e.getKey()))))
            .map(e -> plain(heading(e.getKey())))
            .toList();
    if (!ignored.isEmpty()) {
      lines.add("      - ignored: " + list(ignored));
    }
  }

  /**
   * Returns the measures: one for each text of the column that says what is counted, or else for each column of figures;
   * of columns with one heading only the first can be read.
   */
  private List<DraftMeasure> measures() {
    List<DraftMeasure> measures = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Set<String> ids = new HashSet<>();
    if (column("key").isPresent()) {
      header.values(column("key").get()).stream().map(DatasetDraft::plain).filter(text -> keys.add(TextDecoder.key(text)))
          .forEach(text -> measures.add(new DraftMeasure(free(slug(text), ids.size(), ids), text, text.contains("%"))));
      return measures;
    }
    for (int c : columns("measure")) {
      if (!keys.add(TextDecoder.key(heading(c)))) {
        notes.add("Two columns have the heading \"%s\": only one of them is declared.".formatted(plain(heading(c))));
        continue;
      }
      boolean share = heading(c).contains("%") || header.values(c).stream().anyMatch(v -> v.endsWith("%"));
      measures.add(new DraftMeasure(free(slug(heading(c)), c, ids), plain(heading(c)), share));
    }
    return measures;
  }

  /** Returns an id for a measure that no other has. */
  private String free(String name, int column, Set<String> ids) {
    String measure = id + "." + (name.isEmpty() ? "column_" + (column + 1) : name);
    for (int n = 2; !ids.add(measure); n++) {
      measure = id + "." + name + "_" + n;
    }
    return measure;
  }

  private String title(String file) {
    return header.sheet().rows().subList(0, header.index()).stream()
        .flatMap(row -> List.of(row.cells()).stream())
        .filter(text -> text.strip().length() > 8 && !DraftHeader.isNumber(text))
        .map(DatasetDraft::plain)
        .findFirst()
        .orElse(file);
  }

  private static String slug(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String words = lower.replace("%", " percent ").replace("+", " plus ").replace("<", " under ");
    String id = words.replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return id.matches("[a-z].*") ? id : id.isEmpty() ? "" : "n_" + id;
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(t -> quoted(plain(t))).toList()) + "]";
  }
}

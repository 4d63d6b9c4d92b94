package uk.footprints.declaration;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.format.TextDecoder;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.table.Field;
import uk.footprints.transform.Measure;

/**
 * A sheet in one layout: title, groups of headings, header, organisations of every role, totals that add up, and a
 * note.
 */
final class ExampleSheet {

  private static final Pattern NAMED_MONTH =
      Pattern.compile(
          "(?i)(january|february|march|april|may|june|july|august|september|october|november|december)? ?(20\\d\\d)");
  private static final YearMonth USUAL_MONTH = YearMonth.of(2016, 12);
  private static final LocalDate EXCEL_BEGAN = LocalDate.of(1899, 12, 30);
  private static final int DAYS = 3;
  /** A part of a part of a whole. */
  private static final int NESTED = 3;
  private static final String DAY = "<day>";
  private static final String MADE_UP = "Made-up sample data";
  private static final int ORGANISATIONS = 5;
  private static final int FEWER_ORGANISATIONS = 2;
  private static final Map<String, List<String>> CODES =
      Map.of(
          "provider", List.of("RTE", "RTQ", "RXA", "RJ1", "RKB"),
          "commissioner", List.of("11M", "10K", "01C", "08H", "05A"),
          "council", List.of("E06000001", "E06000002", "E08000003", "E09000004", "E10000006"),
          "region", List.of("Y56", "Y58", "Y59"),
          "country", List.of("E92000001"));

  private final DatasetDeclaration declaration;
  private final LayoutDeclaration layout;
  private final RowDeclaration rules;
  private final ToDoubleFunction<String> chance;
  private final List<LayoutColumn> columns = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  /** The number of the day that a column is of, from 1; 0 for none. */
  private final List<Integer> days = new ArrayList<>();
  private final Map<String, Double> sums = new HashMap<>();
  private final Optional<ExampleContent> content;
  private final YearMonth month;
  private int serial;

  ExampleSheet(DatasetDeclaration declaration, LayoutDeclaration layout, ToDoubleFunction<String> chance,
      Optional<ExampleContent> content) {
    this.declaration = declaration;
    this.layout = layout;
    this.rules = layout.rows();
    this.chance = chance;
    this.content = content;
    this.month = content.map(ExampleContent::month).orElseGet(() -> month(layout));
  }

  /** Returns the first month that the layout's name has, December of a year, or December 2016. */
  private static YearMonth month(LayoutDeclaration layout) {
    Matcher named = NAMED_MONTH.matcher(layout.layout().era());
    if (!named.find()) {
      return USUAL_MONTH;
    }
    Month month = named.group(1) == null ? Month.DECEMBER : Month.valueOf(named.group(1).toUpperCase(Locale.ROOT));
    return YearMonth.of(Integer.parseInt(named.group(2)), month);
  }

  private static String name(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
  }

  /** Returns the quarter in words, such as October to December 2016. */
  private String quarter() {
    YearMonth first = month.minusMonths((month.getMonthValue() - 1) % 3);
    return name(first) + " to " + name(first.plusMonths(2)) + " " + first.getYear();
  }

  LayoutExample make() {
    String sheet = sheet();
    place();
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of(declaration.title()));
    rows.add(List.of(MADE_UP));
    content.ifPresent(of -> of.titles().forEach(cells -> rows.add(new ArrayList<>(cells))));
    titles().forEach(text -> rows.add(List.of(text)));
    rows.addAll(header());
    rows.addAll(layout.into().isEmpty() ? organisations() : records());
    rows.add(List.of("Note"));
    rows.add(List.of(MADE_UP + ": nobody reported any of these numbers."));
    content.ifPresent(of -> of.notes().forEach(note -> rows.add(List.of(note))));
    boolean named =
        declaration.tables().stream()
            .filter(t -> t.table().name().equals(layout.into()))
            .anyMatch(t -> t.columns().stream().anyMatch(c -> c.from().equals("sheet")));
    boolean text = sheet.isEmpty() && layout.layout().header().groups() == 0 && !named;
    return new LayoutExample(text ? "" : sheet.isEmpty() ? "Data" : sheet, month, rows);
  }

  private String sheet() {
    PeriodSource period = rules.period();
    Optional<Pattern> named = layout.place().find("sheets_matching").map(DeclarationNode::pattern);
    if (period.from().contains("sheet")) {
      String said = candidate(period, text -> text);
      return named.isPresent() && !named.get().matcher(said).matches() ? PatternExample.of(named.get(), said) : said;
    }
    for (MeasureKey key : rules.keys()) {
      if (key.from().contains("sheet")) {
        return said(key);
      }
    }
    return !layout.sheets().isEmpty() ? layout.sheets().get(0)
        : named.map(pattern -> PatternExample.of(pattern, null)).orElse("");
  }

  private static String said(MeasureKey key) {
    String word = key.words().values().iterator().next().published();
    return key.pattern().map(pattern -> PatternExample.of(pattern, word)).orElse(word);
  }

  private List<String> titles() {
    List<String> titles = new ArrayList<>();
    layout.place().find("title_matching").map(m -> PatternExample.of(m.pattern(), null)).ifPresent(titles::add);
    PeriodSource period = rules.period();
    if (period.from().contains("title")) {
      titles.add(candidate(period, text -> period.pattern().map(p -> PatternExample.of(p, text)).orElse(text)));
    }
    for (MeasureKey key : rules.keys()) {
      if (key.from().contains("title")) {
        titles.add(said(key));
      }
    }
    return titles;
  }

  /** Returns the first text that says a period. */
  private String candidate(PeriodSource period, java.util.function.UnaryOperator<String> in) {
    List<String> texts =
        switch (period.kind()) {
          case FINANCIAL_YEAR -> List.of("2016-17", "2016/17", "1617");
          case MONTH -> List.of(
              name(month) + " " + month.getYear(), DateTimeFormatter.ofPattern("MMM-yy", Locale.UK).format(month),
              month + "-01", DateTimeFormatter.ofPattern("'01'/MM/yyyy", Locale.UK).format(month));
          case QUARTER -> List.of(quarter());
          case WEEK, DAY -> List.of(
              DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK).format(month.atDay(4)), month.atDay(4).toString(),
              "4 " + name(month) + " " + month.getYear());
          case YEAR -> List.of("2016");
          case POINT -> List.of("2016", "30 June 2016");
        };
    for (String text : texts) {
      for (String said : List.of(in.apply(text), "Mid-" + text + " ICB 2024", text)) {
        if (period.parse(said).isPresent()) {
          return said;
        }
      }
    }
    return texts.get(0);
  }

  /** Places columns: those without a group first, because a group ends at a gap only; then those of days. */
  private void place() {
    Set<String> taken = new HashSet<>();
    List<LayoutColumn> daily = new ArrayList<>();
    List<LayoutColumn> repeated = new ArrayList<>();
    for (boolean grouped : new boolean[] {false, true}) {
      for (LayoutColumn column : layout.layout().columns()) {
        boolean family = column.name().contains("|{1}");
        List<String> shown = family ? column.headings() : column.headings().subList(0, 1);
        boolean unseen = column.role() == Role.IGNORED && column.pattern().isPresent();
        for (String heading : unseen ? List.<String>of() : shown) {
          boolean own = column.pattern().isPresent() && column.headings().get(0).equals(
              column.pattern().get().pattern());
          String text = own ? PatternExample.of(column.pattern().get(), null) : heading;
          if (text.contains(" | ") != grouped) {
            continue;
          }
          if (text.contains(DAY)) {
            daily.add(column);
          } else if (taken.add(TextDecoder.key(text))) {
            add(column, text, 0);
          } else if (column.role() == Role.MEASURE) {
            repeated.add(column);
          }
        }
      }
    }
    for (int day = 1; day <= DAYS; day++) {
      String serialDay = String.valueOf(ChronoUnit.DAYS.between(EXCEL_BEGAN, month.atDay(day)));
      for (LayoutColumn column : daily) {
        add(column, column.headings().get(0).replace(DAY, serialDay), day);
      }
    }
    repeat(repeated);
  }

  /** Adds a second table beside the first, which has the same headings, after a gap. */
  private void repeat(List<LayoutColumn> repeated) {
    if (repeated.isEmpty()) {
      return;
    }
    add(LayoutColumn.ignored(""), "", 0);
    repeated.forEach(column -> add(column, column.headings().get(0), 0));
  }

  private void add(LayoutColumn column, String heading, int day) {
    beside(column, -1);
    columns.add(column);
    headings.add(heading);
    days.add(day);
    beside(column, 1);
  }

  private void beside(LayoutColumn column, int offset) {
    for (LayoutDeclaration.Neighbour neighbour : layout.unheaded()) {
      if (neighbour.beside() == column.role() && neighbour.offset() == offset) {
        columns.add(LayoutColumn.of(neighbour.role(), ""));
        headings.add("");
        days.add(0);
      }
    }
  }

  private List<List<Object>> header() {
    int groups = layout.layout().header().groups();
    List<List<Object>> rows = new ArrayList<>();
    for (int g = 0; g <= groups; g++) {
      List<Object> cells = new ArrayList<>(Collections.nCopies(headings.size(), null));
      for (int i = 0; i < cells.size(); i++) {
        String[] parts = headings.get(i).split(" \\| ");
        int part = g - (groups + 1 - parts.length);
        cells.set(i, part < 0 || parts[part].isEmpty() ? null : parts[part]);
      }
      if (g == groups || cells.stream().anyMatch(c -> c != null)) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private List<List<Object>> organisations() {
    List<List<Object>> rows = new ArrayList<>();
    List<List<Object>> totals = new ArrayList<>();
    List<List<MeasureKey.Word>> combinations = combinations();
    boolean many = combinations.size() > 1;
    Set<String> made = new HashSet<>();
    List<OrganisationKind> ordered = new ArrayList<>(rules.organisations());
    // England is the sum of others, which are made before it.
    ordered.sort(java.util.Comparator.comparing(k -> k.read() && !k.subject().parts().isEmpty()));
    for (OrganisationKind kind : ordered) {
      String role = kind.read() ? kind.subject().role() : "provider";
      boolean one = !kind.read() || kind.subject().fixed();
      if (kind.read() && !made.add(role)) {
        continue;
      }
      List<ExampleContent.Organisation> who =
          content.map(of -> of.organisations(role))
              .orElseGet(() -> madeUp(role, one ? 1 : many ? FEWER_ORGANISATIONS : ORGANISATIONS));
      for (int o = 0; o < who.size(); o++) {
        for (List<MeasureKey.Word> words : combinations) {
          List<Object> row = row(kind, role, who.get(o), o, words);
          (one ? totals : rows).add(row);
        }
      }
    }
    if (rules.totalled() && totals.isEmpty()) {
      combinations.forEach(words -> totals.add(total(words)));
    }
    totals.addAll(rows);
    return totals;
  }

  private static List<ExampleContent.Organisation> madeUp(String role, int most) {
    return CODES.get(role).stream().limit(most)
        .map(code -> new ExampleContent.Organisation(code, "Made-up " + role + " " + code, "", "")).toList();
  }

  /** Returns the row that adds up the others. */
  private List<Object> total(List<MeasureKey.Word> words) {
    List<Object> cells = new ArrayList<>(Collections.nCopies(columns.size(), null));
    for (int i = 0; i < cells.size(); i++) {
      LayoutColumn column = columns.get(i);
      cells.set(i, switch (column.role()) {
        case MEASURE, SUM -> ofAllRoles(summed(column, i, words));
        case YEAR, PERIOD, DATE -> time(column.role(), rules.period());
        case KEY -> word(headings.get(i), words);
        case ORG_CODE -> "-";
        case ORG_NAME -> "England";
        default -> null;
      });
    }
    return cells;
  }

  private double ofAllRoles(String summed) {
    return sums.entrySet().stream().filter(e -> e.getKey().startsWith(summed)).mapToDouble(Map.Entry::getValue).sum();
  }

  private String summed(LayoutColumn column, int place, List<MeasureKey.Word> words) {
    return column.name() + "/" + days.get(place) + "/" + words + "/";
  }

  private List<List<MeasureKey.Word>> combinations() {
    List<List<MeasureKey.Word>> all = List.of(List.of());
    for (MeasureKey key : rules.keys()) {
      List<List<MeasureKey.Word>> longer = new ArrayList<>();
      for (List<MeasureKey.Word> before : all) {
        List<MeasureKey.Word> words = distinct(key);
        for (MeasureKey.Word word : key.columns().isEmpty() ? words.subList(0, 1) : words) {
          if (!fits(key, word, before)) {
            continue;
          }
          List<MeasureKey.Word> more = new ArrayList<>(before);
          more.add(word);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  /** Returns whether keys of the same columns have the same word in a row. */
  private boolean fits(MeasureKey key, MeasureKey.Word word, List<MeasureKey.Word> before) {
    for (int k = 0; k < before.size(); k++) {
      boolean same = !key.columns().isEmpty() && rules.keys().get(k).columns().equals(key.columns());
      if (same && !before.get(k).published().equals(word.published())) {
        return false;
      }
    }
    return true;
  }

  /** Returns a published word for each word of an id. */
  private static List<MeasureKey.Word> distinct(MeasureKey key) {
    Map<String, MeasureKey.Word> words = new LinkedHashMap<>();
    key.words().values().forEach(word -> words.putIfAbsent(word.id(), word));
    return List.copyOf(words.values());
  }

  private List<Object> row(
      OrganisationKind kind, String role, ExampleContent.Organisation who, int o, List<MeasureKey.Word> words) {
    List<Object> cells = new ArrayList<>(Collections.nCopies(columns.size(), null));
    boolean country = kind.read() && kind.subject().fixed();
    for (int i = 0; i < cells.size(); i++) {
      cells.set(i, cell(columns.get(i), headings.get(i), who, words));
    }
    for (Map.Entry<String, Pattern> when : kind.when().entrySet()) {
      int at = place(when.getKey());
      if (at >= 0 && !when.getValue().matcher(String.valueOf(cells.get(at) == null ? "" : cells.get(at))).matches()) {
        cells.set(at, numbered(when.getValue(), o));
      }
    }
    if (country && place("org_code") >= 0 && !kind.when().containsKey("org_code")) {
      cells.set(place("org_code"), "-");
    }
    addUp(cells, kind, role, who, words);
    boolean withheld = content.isEmpty() && o == 3 && role.equals("provider");
    for (int i = cells.size() - 1; withheld && i >= 0; i--) {
      if (columns.get(i).role() == Role.MEASURE) {
        cells.set(i, "*");
        break;
      }
    }
    return cells;
  }

  /** Returns a text that a pattern matches, with its own last digit for each organisation. */
  private static String numbered(Pattern pattern, int o) {
    String example = PatternExample.of(pattern, null);
    String own = example.replaceFirst("\\d$", String.valueOf(o + 1));
    return pattern.matcher(own).matches() ? own : example;
  }

  /** Makes declared sums, and England, add up. */
  private void addUp(
      List<Object> cells, OrganisationKind kind, String role, ExampleContent.Organisation who,
      List<MeasureKey.Word> words) {
    String parts = kind.read() ? kind.subject().parts() : "";
    for (int i = 0; i < cells.size(); i++) {
      LayoutColumn column = columns.get(i);
      if (column.role() == Role.MEASURE) {
        cells.set(i, parts.isEmpty() ? figure(column, role, who, words)
            : (Object) sums.getOrDefault(summed(column, i, words) + parts, 0.0));
      }
    }
    if (parts.isEmpty() && content.isEmpty()) {
      keepBelowWholes(cells);
    }
    for (int i = 0; i < cells.size(); i++) {
      LayoutColumn column = columns.get(i);
      if (!column.parts().isEmpty()) {
        double sum = 0;
        for (int j = 0; j < cells.size(); j++) {
          boolean part =
              columns.get(j).role() == Role.MEASURE && days.get(j).equals(days.get(i))
                  && column.adds(columns.get(j).name());
          sum += part ? number(cells, j) : 0;
        }
        cells.set(i, sum);
      }
    }
    if (parts.isEmpty() && content.isEmpty()) {
      keepBelowSums(cells);
    }
    for (int i = 0; i < cells.size(); i++) {
      if (columns.get(i).role() == Role.MEASURE || columns.get(i).role() == Role.SUM) {
        sums.merge(summed(columns.get(i), i, words) + role, number(cells, i), Double::sum);
      }
    }
  }

  /** Makes figures that count a part, or a part of it, smaller than those of their wholes in the same row. */
  private void keepBelowWholes(List<Object> cells) {
    for (int day = 0; day <= DAYS; day++) {
      for (int nested = 0; nested < NESTED; nested++) {
        for (Measure measure : declaration.measures()) {
          int part = measured(measure.id(), day);
          int whole = measured(measure.limits().whole(), day);
          if (part >= 0 && whole >= 0 && number(cells, part) > number(cells, whole)) {
            Collections.swap(cells, part, whole);
          }
        }
      }
    }
  }

  /** Makes figures that are within a sum of others smaller than the sum. */
  private void keepBelowSums(List<Object> cells) {
    for (int day = 0; day <= DAYS; day++) {
      for (Measure measure : declaration.measures()) {
        int part = measured(measure.id(), day);
        int whole = measured(measure.limits().whole(), day);
        if (part >= 0 && whole >= 0 && number(cells, part) > number(cells, whole)) {
          cells.set(part, Math.floor(number(cells, whole) / 2));
        }
      }
    }
  }

  private static double number(List<Object> cells, int place) {
    return cells.get(place) instanceof Number number ? number.doubleValue() : 0;
  }

  private static boolean isOf(String column, String id) {
    return column.equals(id) || column.contains("{") && MeasureDeclaration.completes(column, id);
  }

  private int measured(String id, int day) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).role() == Role.MEASURE && days.get(i) == day && isOf(columns.get(i).name(), id)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns a figure, or a dash where there is none. */
  private Object figure(
      LayoutColumn column, String role, ExampleContent.Organisation who, List<MeasureKey.Word> words) {
    if (content.isPresent()) {
      List<String> ids = words.stream().map(MeasureKey.Word::id).toList();
      double value = content.get().figure(MeasureKey.complete(column.name(), ids, rules.keys()), who);
      return Double.isNaN(value) ? (Object) "-" : value;
    }
    serial++;
    double value = Math.round(20 + 480 * chance.applyAsDouble(column.name() + words + role + serial));
    double unit = Math.max(1, rules.roundedTo());
    return Math.round(value / unit) * unit;
  }

  private int place(String word) {
    Optional<Role> role = LayoutDeclaration.role(word);
    for (int i = 0; i < columns.size(); i++) {
      boolean same = role.isPresent() ? columns.get(i).role() == role.get() : columns.get(i).name().equals(word);
      if (same) {
        return i;
      }
    }
    return -1;
  }

  private Object cell(
      LayoutColumn column, String heading, ExampleContent.Organisation who, List<MeasureKey.Word> words) {
    PeriodSource period = rules.period();
    return switch (column.role()) {
      case YEAR, PERIOD, DATE -> time(column.role(), period);
      case ORG_CODE -> who.code();
      case ORG_NAME -> rules.codeInName().map(p -> PatternExample.of(p, who.code())).orElse(who.name());
      case PARENT -> who.parentCode();
      case PARENT_NAME -> who.parentName();
      case KEY -> word(heading, words);
      case IGNORED -> null;
      case FIELD, LEVEL -> "";
      default -> null;
    };
  }

  private Object time(Role role, PeriodSource period) {
    if (!period.inColumns()) {
      return "";
    }
    if (period.usual()) {
      return role == Role.YEAR ? financialYear()
          : role == Role.PERIOD ? name(month) + (has(Role.YEAR) ? "" : " " + month.getYear())
          : switch (period.kind()) {
            case DAY -> month.atDay(4).toString();
            case MONTH -> month.atDay(1).toString();
            default -> month.atEndOfMonth().toString();
          };
    }
    Role first = List.of(Role.DATE, Role.PERIOD, Role.YEAR).stream().filter(this::has).findFirst().orElse(role);
    return role == first
        ? candidate(period, text -> period.pattern().map(p -> PatternExample.of(p, text)).orElse(text)) : "";
  }

  private String financialYear() {
    int first = month.minusMonths(3).getYear();
    return first + "-" + String.valueOf(first + 1).substring(2);
  }

  private boolean has(Role role) {
    return columns.stream().anyMatch(c -> c.role() == role);
  }

  private String word(String heading, List<MeasureKey.Word> words) {
    for (int k = 0; k < rules.keys().size(); k++) {
      List<String> names = rules.keys().get(k).columns().stream().map(TextDecoder::key).toList();
      int at = names.indexOf(TextDecoder.key(heading));
      if (at >= 0) {
        String[] texts = words.get(k).published().split("\\|", -1);
        return texts[Math.min(at, texts.length - 1)];
      }
    }
    return "";
  }

  /** Returns the rows of a table of the dataset's own. */
  private List<List<Object>> records() {
    TableDeclaration table =
        declaration.tables().stream().filter(t -> t.table().name().equals(layout.into())).findFirst().orElseThrow();
    List<List<Object>> rows = new ArrayList<>();
    for (int r = 1; r <= ORGANISATIONS; r++) {
      List<Object> cells = new ArrayList<>(Collections.nCopies(columns.size(), null));
      for (int i = 0; i < cells.size(); i++) {
        LayoutColumn column = columns.get(i);
        boolean time = column.role() == Role.YEAR || column.role() == Role.PERIOD || column.role() == Role.DATE;
        cells.set(i, time ? time(column.role(), rules.period()) : record(table, column, r));
      }
      rows.add(cells);
      boolean alone = table.table().key().stream().allMatch(k -> k.startsWith("period") || k.equals("base_year"));
      if (alone) {
        break;
      }
    }
    return rows;
  }

  private Object record(TableDeclaration table, LayoutColumn column, int r) {
    if (column.role() == Role.IGNORED) {
      return null;
    }
    if (column.name().contains("|{1}")) {
      return (double) Math.round(10 + 90 * chance.applyAsDouble(column.name() + r + serial++));
    }
    String name = LayoutDeclaration.role(column.role().name().toLowerCase(Locale.ROOT)).isPresent()
        && column.role() != Role.FIELD ? column.role().name().toLowerCase(Locale.ROOT) : column.name();
    for (TableDeclaration.DeclaredColumn of : table.columns()) {
      if (of.column().equals(name) && of.from().equals("column")) {
        return value(of, r);
      }
    }
    return "";
  }

  private Object value(TableDeclaration.DeclaredColumn column, int r) {
    Field.Type type = column.field().type();
    if (type == Field.Type.NUMBER || type == Field.Type.WHOLE) {
      return (double) Math.round(10 + 990 * chance.applyAsDouble(column.field().name() + r));
    }
    if (type == Field.Type.DATE) {
      return "2016-04-01";
    }
    if (!column.words().isEmpty()) {
      return column.words().keySet().iterator().next();
    }
    String word = column.field().name().endsWith("code") ? "A%02d".formatted(r) : "Made-up " + r;
    return column.pattern().map(p -> PatternExample.of(p, word)).orElse(word);
  }
}

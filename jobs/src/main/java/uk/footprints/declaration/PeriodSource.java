package uk.footprints.declaration;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.finding.Location;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.PeriodText;

/**
 * Where files of a layout say which time their figures describe.
 *
 * @param kind the length
 * @param from the places, the first that gives a period is used: {@code columns}, {@code title}, {@code sheet}, ...
 * @param pattern what to find there, with the period in its first group; empty for the whole text
 * @param day the day of the year that a year means, such as {@code 30 June}; empty for none
 * @param fixed the period of every file; empty where files say it
 * @param assumed the period of files that do not say it; empty when they are set aside
 */
record PeriodSource(PeriodKind kind, List<String> from, Optional<Pattern> pattern, String day, Optional<Period> fixed,
    Optional<Period> assumed) {

  private static final Pattern TWO_YEARS =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)\\s*[-/_–]\\s*((?:19|20)?\\d\\d)(?!\\d)");
  private static final Pattern SHORT_YEARS = Pattern.compile("(\\d\\d)[-/]?(\\d\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");
  private static final int CENTURY = 100;
  private static final int YEAR_DIGITS = 4;
  private static final int LATEST_SHORT_YEAR = 60;

  static PeriodSource read(DeclarationNode node) {
    node.as(DeclarationObject.PERIOD);
    String kind = node.get("kind").oneOf("kind of period", DeclarationObject.PERIOD.words("kind"));
    List<String> from = new ArrayList<>();
    for (DeclarationNode source : node.items("from")) {
      from.add(source.oneOf("source", DeclarationObject.PERIOD.words("from")));
    }
    PeriodSource source =
        new PeriodSource(
            PeriodKind.valueOf(kind.toUpperCase(Locale.ROOT)),
            from.isEmpty() ? List.of("columns") : List.copyOf(from),
            node.find("pattern").map(DeclarationNode::pattern),
            node.text("day", ""),
            Optional.empty(),
            Optional.empty());
    Optional<Period> fixed = source.constant(node, "fixed");
    Optional<Period> assumed = source.constant(node, "assumed");
    List<String> places = fixed.isPresent() ? List.of() : source.from;
    return new PeriodSource(source.kind, places, source.pattern, source.day, fixed, assumed);
  }

  private Optional<Period> constant(DeclarationNode node, String key) {
    Optional<DeclarationNode> value = node.find(key);
    Optional<Period> period = value.flatMap(v -> new PeriodSource(
        kind, from, Optional.empty(), day, Optional.empty(), Optional.empty()).parse(v.text()));
    if (value.isPresent() && period.isEmpty()) {
      throw value.get().wrong(
          "\"%s\" is no %s".formatted(value.get().text(), kind.id().replace('_', ' ')),
          "write a period such as 2018/19, December 2016 or 30 June 2018");
    }
    return period;
  }

  /** Returns whether rows say their period. */
  boolean inColumns() {
    return from.contains("columns");
  }

  /** Returns whether the columns are those that every dataset may have: a year and a month, or a date. */
  boolean usual() {
    boolean kinds = kind == PeriodKind.DAY || kind == PeriodKind.MONTH || kind == PeriodKind.QUARTER;
    return kinds && pattern.isEmpty() && from.equals(List.of("columns"));
  }

  /** Finds the period of a sheet outside its rows: in its title, its name, the file's name or the headings. */
  Optional<Period> find(HeaderMatch match, Location place) {
    if (fixed.isPresent()) {
      return fixed;
    }
    for (String source : from) {
      for (String text : SheetText.of(source, match, place)) {
        Optional<Period> period = parse(text);
        if (period.isPresent()) {
          return period;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the period that a text says; empty when it says none of this kind. */
  Optional<Period> parse(String text) {
    String said = text;
    if (pattern.isPresent()) {
      Optional<String> found = PatternText.find(pattern.get(), text);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      said = found.get();
    }
    String words = said.strip();
    return switch (kind) {
      case FINANCIAL_YEAR -> financialYear(words);
      case YEAR -> year(words).map(y -> new Period(LocalDate.of(y, Month.JANUARY, 1),
          LocalDate.of(y, Month.DECEMBER, 31), PeriodKind.YEAR));
      case WEEK -> PeriodText.findDate(words).map(d -> new Period(d.minusDays(6), d, PeriodKind.WEEK));
      case MONTH -> month(words);
      case QUARTER -> PeriodText.findPeriod(words).filter(p -> p.kind() == kind);
      case DAY -> PeriodText.findDate(words).map(Period::day);
      case POINT -> (day.isEmpty() ? PeriodText.findDate(words)
          : year(words).flatMap(y -> PeriodText.findDate(day + " " + y))).map(Period::point);
    };
  }

  private static Optional<Period> month(String text) {
    Optional<Period> named = PeriodText.findPeriod(text).filter(p -> p.kind() == PeriodKind.MONTH);
    return named.isPresent() ? named
        : PeriodText.findDate(text).map(d -> Period.month(d.getYear(), d.getMonthValue()));
  }

  private static Optional<Integer> year(String text) {
    Matcher year = YEAR.matcher(text);
    return year.find() ? Optional.of(Integer.valueOf(year.group(1))) : Optional.empty();
  }

  private static Optional<Period> financialYear(String text) {
    Matcher years = TWO_YEARS.matcher(text);
    if (years.find()) {
      int first = Integer.parseInt(years.group(1));
      boolean next = (first + 1) % CENTURY == Integer.parseInt(years.group(2)) % CENTURY;
      return next ? Optional.of(Period.financialYear(first)) : Optional.empty();
    }
    Matcher shorter = SHORT_YEARS.matcher(text);
    if (shorter.matches()) {
      int first = Integer.parseInt(shorter.group(1));
      boolean next = (first + 1) % CENTURY == Integer.parseInt(shorter.group(2));
      boolean one = shorter.group().length() == YEAR_DIGITS && YEAR.matcher(text).matches();
      // "2021" is a calendar year as much as 2020/21: it says no financial year.
      return next && !one && first < LATEST_SHORT_YEAR ? Optional.of(Period.financialYear(2000 + first)) : Optional.empty();
    }
    return Optional.empty();
  }
}

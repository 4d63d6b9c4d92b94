package uk.footprints.declaration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.footprints.format.Sheet;
import uk.footprints.period.DateColumn;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.PeriodText;

/**
 * Where a file of unknown layout probably says its period.
 *
 * @param kind the length
 * @param from columns, title, sheet or file
 * @param pattern what to find there; empty for the whole text
 */
record DraftPeriod(PeriodKind kind, String from, String pattern) {

  private static final String WHOLE = "(.+)";
  private static final String MONTHS = "(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*";
  /** Kinds of periods and how titles and names of files write them, the most exact first. */
  private static final List<DraftPeriod> TEXTS =
      List.of(
          new DraftPeriod(PeriodKind.DAY, "", "(\\d\\d? " + MONTHS + " 20\\d\\d)"),
          new DraftPeriod(PeriodKind.MONTH, "", "(" + MONTHS + "[-_ ]+(?:20)?\\d\\d)(?!\\d)"),
          new DraftPeriod(PeriodKind.FINANCIAL_YEAR, "", "(?<!\\d)(20\\d\\d ?[-_/–] ?(?:20)?\\d\\d)(?!\\d)"));
  private static final List<PeriodKind> COLUMN_KINDS =
      List.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.FINANCIAL_YEAR, PeriodKind.DAY, PeriodKind.YEAR);
  private static final double MOSTLY = 0.8;

  /** Finds the kind of the periods in a column; empty where its texts are none. */
  static Optional<PeriodKind> ofColumn(List<String> texts) {
    boolean numbers = DraftHeader.share(texts) > 1 - MOSTLY && texts.stream().noneMatch(t -> t.matches("20\\d\\d"));
    if (texts.isEmpty() || numbers) {
      return Optional.empty();
    }
    return COLUMN_KINDS.stream()
        .filter(kind -> texts.stream().filter(text -> parse(kind, WHOLE, text)).count() >= MOSTLY * texts.size())
        .filter(kind -> kind != PeriodKind.MONTH || texts.stream().noneMatch(DraftPeriod::isInsideMonth))
        .findFirst();
  }

  /** Returns whether a text is a day that does not begin a month. */
  private static boolean isInsideMonth(String text) {
    return PeriodText.findDate(text).filter(day -> day.getDayOfMonth() != 1).isPresent()
        && PeriodText.findPeriod(text).filter(p -> p.kind() == PeriodKind.MONTH).isEmpty();
  }

  /** Finds the kind of the dates that a workbook keeps as serial numbers; empty where a column has others. */
  static Optional<PeriodKind> ofSerials(List<String> texts, String heading) {
    boolean dates =
        texts.size() > 1 && heading.matches("(?i).*(period|month|date|week|day).*")
            && texts.stream().filter(t -> t.matches("[2-5]\\d{4}(\\.0+)?")).count() >= MOSTLY * texts.size();
    if (!dates) {
      return Optional.empty();
    }
    DateColumn column = DateColumn.of(texts);
    boolean months =
        texts.stream().flatMap(text -> column.find(text).stream())
            .allMatch(day -> day.getDayOfMonth() == 1 || day.plusDays(1).getDayOfMonth() == 1);
    return Optional.of(months ? PeriodKind.MONTH : PeriodKind.DAY);
  }

  /** Finds the period of a sheet outside its columns. */
  static Optional<DraftPeriod> outside(DraftHeader header, String file) {
    List<String> title =
        header.sheet().rows().subList(0, header.index()).stream()
            .flatMap((Sheet.Row row) -> List.of(row.cells()).stream())
            .filter(text -> !text.isBlank())
            .toList();
    return find("title", title)
        .or(() -> find("sheet", List.of(header.sheet().name())))
        .or(() -> find("file", List.of(file)));
  }

  private static Optional<DraftPeriod> find(String from, List<String> texts) {
    return TEXTS.stream()
        .filter(known -> texts.stream().anyMatch(text -> parse(known.kind(), known.pattern(), text)))
        .map(known -> new DraftPeriod(known.kind(), from, known.pattern()))
        .findFirst();
  }

  private static boolean parse(PeriodKind kind, String pattern, String text) {
    Pattern found = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    PeriodSource source =
        new PeriodSource(kind, List.of("columns"), Optional.of(found), "", Optional.empty(), Optional.empty());
    return source.parse(text).isPresent();
  }
}

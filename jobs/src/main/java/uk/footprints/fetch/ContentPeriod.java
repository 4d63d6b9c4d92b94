package uk.footprints.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.format.ZipArchive;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;

/**
 * First and last month that a published file describes, by its own content: the period of its title block, a column of
 * periods or dates, a row of dates, or the period in its title.
 *
 * @param first the first month
 * @param last the last month
 */
record ContentPeriod(YearMonth first, YearMonth last) {

  private static final int HEAD_BYTES = 256 << 10;
  private static final int TAIL_BYTES = 64 << 10;
  private static final int TITLE_ROWS = 15;
  private static final int HEADING_ROWS = 40;
  private static final int FEWEST_DATES = 3;
  private static final int LONGEST_TITLE = 100;
  private static final int MOST_TITLE_CELLS = 2;
  private static final int LONGEST_SINGLE = 3;
  private static final Pattern HEADING = Pattern.compile("(?i)(?<![a-z])(period|month|quarter|date)(?![a-z])");
  /** Headings under which a number is a day as spreadsheets count them. */
  private static final Pattern DAY_HEADING = Pattern.compile("(?i)\\s*(period|month|date|month[ _]ending)\\s*");
  private static final Pattern DAY_NUMBER = Pattern.compile("\\s*(3[6-9]|4\\d|5[0-4])\\d{3}(\\.0)?\\s*");
  /** Rows of a title block and notes with the date of something else. */
  private static final Pattern OTHER_DATE =
      Pattern.compile(
          "(?i).*(publi|revis|updat|issue|next|creat|extract|contact|basis|source|from|since|submi|up to|until|onward"
              + "|chang|boundar|introduc|establish|before|after|note|geograph|as at).*");
  private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?[\\d,]+(\\.\\d+)?\\s*");
  private static final Pattern RANGE = Pattern.compile("(?i)\\s+(?:to|until|-|–)\\s+");

  /** Returns the period of a file; empty when it states none or cannot be read. */
  static Optional<ContentPeriod> read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(Math.toIntExact(WorkbookReader.LARGEST));
    if (!ZipArchive.is(bytes)) {
      return ofTable(bytes);
    }
    List<ContentPeriod> parts = new ArrayList<>();
    try {
      ZipArchive.each(bytes, (name, part) -> ofTable(part).ifPresent(parts::add));
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
    return parts.stream().reduce(ContentPeriod::span);
  }

  /** Whether it is one month or one quarter; a longer one may be a title that is common to several files. */
  boolean isSingle() {
    return first.plusMonths(LONGEST_SINGLE).isAfter(last);
  }

  /** Whether no month is described by both. */
  boolean isApartFrom(ContentPeriod other) {
    return last.isBefore(other.first) || other.last.isBefore(first);
  }

  private ContentPeriod span(ContentPeriod other) {
    return new ContentPeriod(
        first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
  }

  private static Optional<ContentPeriod> ofTable(byte[] bytes) {
    try {
      boolean text = bytes.length > 0 && WorkbookReader.format(bytes) == SourceWorkbook.Format.CSV;
      return of(WorkbookReader.read(text ? ends(bytes) : bytes).sheets());
    } catch (UnreadableFileException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Returns the period by the most reliable statement on any sheet that is shown. */
  private static Optional<ContentPeriod> of(List<Sheet> sheets) {
    List<Function<Sheet, Optional<ContentPeriod>>> statements =
        List.of(
            sheet -> parse(sheet.titled("Period")), ContentPeriod::inColumn, ContentPeriod::acrossRow,
            ContentPeriod::inTitle);
    return statements.stream()
        .flatMap(statement -> sheets.stream().filter(s -> !s.hidden()).flatMap(s -> statement.apply(s).stream()))
        .findFirst();
  }

  /** Returns the first and the last lines of a long text, which suffice for its first and last period. */
  private static byte[] ends(byte[] text) {
    if (text.length <= HEAD_BYTES + TAIL_BYTES) {
      return text;
    }
    int head = HEAD_BYTES;
    while (head > 0 && text[head - 1] != '\n') {
      head--;
    }
    int tail = text.length - TAIL_BYTES;
    while (tail < text.length && text[tail - 1] != '\n') {
      tail++;
    }
    byte[] both = Arrays.copyOf(text, head + text.length - tail);
    System.arraycopy(text, tail, both, head, text.length - tail);
    return both;
  }

  /** Returns the span of the values below a heading such as {@code Month_Ending} or {@code EXTRACT_DATE}. */
  private static Optional<ContentPeriod> inColumn(Sheet sheet) {
    List<Sheet.Row> rows = sheet.rows();
    for (int i = 0; i < Math.min(HEADING_ROWS, rows.size() - 1); i++) {
      String[] cells = rows.get(i).cells();
      for (int column = 0; column < cells.length; column++) {
        boolean heading = cells[column].length() <= 60 && HEADING.matcher(cells[column]).find();
        if (heading && value(rows.get(i).cells(), rows.get(i + 1), column).isPresent()) {
          return column(rows.subList(i, rows.size()), column);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ContentPeriod> column(List<Sheet.Row> rows, int column) {
    String[] headings = rows.get(0).cells();
    return rows.stream().skip(1).flatMap(row -> value(headings, row, column).stream()).reduce(ContentPeriod::span);
  }

  /** Returns the period of a cell; a month without a year takes the year of the row's column {@code Year}. */
  private static Optional<ContentPeriod> value(String[] headings, Sheet.Row row, int column) {
    String text = row.cell(column);
    if (DAY_NUMBER.matcher(text).matches() && DAY_HEADING.matcher(headings[column]).matches()) {
      return PeriodText.findDate(text).map(ContentPeriod::of);
    }
    if (text.isBlank() || NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    for (int i = 0; i < headings.length; i++) {
      if (headings[i].strip().toLowerCase(Locale.ROOT).matches("(financial )?year")) {
        Optional<Period> month = PeriodText.findMonth(row.cell(i), text);
        if (month.isPresent()) {
          return month.map(ContentPeriod::of);
        }
      }
    }
    return parse(text);
  }

  /** Returns the span of the first row that has several dates, as time series have their days across. */
  private static Optional<ContentPeriod> acrossRow(Sheet sheet) {
    for (Sheet.Row row : sheet.rows().subList(0, Math.min(HEADING_ROWS, sheet.rows().size()))) {
      List<ContentPeriod> dates =
          Arrays.stream(row.cells())
              .filter(cell -> cell.length() <= 30 && !NUMBER.matcher(cell).matches())
              .flatMap(cell -> parse(cell).stream())
              .toList();
      if (dates.size() >= FEWEST_DATES) {
        return dates.stream().reduce(ContentPeriod::span);
      }
    }
    return Optional.empty();
  }

  private static Optional<ContentPeriod> inTitle(Sheet sheet) {
    for (Sheet.Row row : sheet.rows().subList(0, Math.min(TITLE_ROWS, sheet.rows().size()))) {
      List<String> cells = Arrays.stream(row.cells()).filter(cell -> !cell.isBlank()).toList();
      String text = String.join(" ", cells);
      if (cells.size() <= MOST_TITLE_CELLS && text.length() <= LONGEST_TITLE && !OTHER_DATE.matcher(text).matches()) {
        Optional<ContentPeriod> period = parse(text).or(() -> financialYear(text));
        if (period.isPresent()) {
          return period;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ContentPeriod> financialYear(String text) {
    OptionalInt year = PeriodText.findFinancialYear(text);
    return year.isPresent() ? Optional.of(of(Period.financialYear(year.getAsInt()))) : Optional.empty();
  }

  /** Parses a month, a quarter, a day, or two of them: {@code 25 November 2024 to 30 March 2025}. */
  static Optional<ContentPeriod> parse(String text) {
    Optional<ContentPeriod> one = PeriodText.findPeriod(text).map(ContentPeriod::of);
    if (one.isPresent() || text.isBlank()) {
      return one;
    }
    String[] parts = RANGE.split(text);
    if (parts.length == 2) {
      Optional<ContentPeriod> from = parse(parts[0]);
      Optional<ContentPeriod> to = parse(parts[1]);
      return from.isPresent() && to.isPresent() ? Optional.of(from.get().span(to.get())) : Optional.empty();
    }
    return PeriodText.findDate(text).map(ContentPeriod::of);
  }

  private static ContentPeriod of(LocalDate day) {
    return new ContentPeriod(YearMonth.from(day), YearMonth.from(day));
  }

  private static ContentPeriod of(Period period) {
    return new ContentPeriod(YearMonth.from(period.start()), YearMonth.from(period.end()));
  }
}

package uk.footprints.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.PeriodText;

/**
 * The periods that a file's name mentions. A name decides nothing, but one that contradicts the content shows that a
 * title may not have been changed when a file was made from the one before.
 *
 * @param named the months, financial years and calendar years, and the day of a revision
 */
public record FileNamePeriods(List<Period> named) {

  private static final Pattern MONTH =
      Pattern.compile("(?<![A-Za-z])([A-Za-z]{3,9})[ _-]*(20\\d\\d|[012]\\d)(?!\\d)");
  private static final Pattern FINANCIAL_YEAR = Pattern.compile("(?<!\\d)20(\\d\\d)[-_ ](?:20)?(\\d\\d)(?!\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");
  private static final int CENTURY = 2000;

  /** Finds the periods in the last part of a path. */
  public static FileNamePeriods of(String path) {
    FileNameHints hints = FileNameHints.of(path);
    List<Period> named = new ArrayList<>();
    hints.findRevisedOn().ifPresent(day -> named.add(Period.day(day)));
    String rest =
        MONTH.matcher(FINANCIAL_YEAR.matcher(hints.name()).replaceAll(" ")).replaceAll(match -> {
          Optional<PeriodText.MonthName> month =
              PeriodText.findMonth(match.group(1)).filter(PeriodText.MonthName::exact);
          int year = Integer.parseInt(match.group(2)) % CENTURY + CENTURY;
          month.ifPresent(of -> named.add(Period.month(year, of.number())));
          return month.isPresent() ? " " : Matcher.quoteReplacement(match.group());
        });
    Matcher years = FINANCIAL_YEAR.matcher(hints.name());
    while (years.find()) {
      int year = Integer.parseInt(years.group(1));
      if (Integer.parseInt(years.group(2)) == year + 1) {
        named.add(Period.financialYear(CENTURY + year));
      }
    }
    Matcher single = YEAR.matcher(rest);
    while (single.find()) {
      int year = Integer.parseInt(single.group(1));
      named.add(new Period(Period.month(year, 1).start(), Period.month(year, 12).end(), PeriodKind.YEAR));
    }
    return new FileNamePeriods(List.copyOf(named));
  }

  /**
   * Returns the period of the name that cannot be that of the content: all that it mentions is over before the content
   * begins, or it mentions one financial year and the content is of an earlier one. A later month in a name may be that
   * of publication.
   */
  public Optional<Period> findContradiction(Collection<Period> content) {
    Optional<Period> first = content.stream().min(Comparator.comparing(Period::start));
    Optional<Period> last = named.stream().max(Comparator.comparing(Period::end));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    boolean before = last.get().end().isBefore(first.get().start());
    boolean oneYear = content.stream().allMatch(p -> p.kind() == PeriodKind.FINANCIAL_YEAR && p.equals(first.get()));
    boolean after =
        oneYear && named.size() == 1 && last.get().kind() == PeriodKind.FINANCIAL_YEAR
            && last.get().start().isAfter(first.get().end());
    return before || after ? last : Optional.empty();
  }
}

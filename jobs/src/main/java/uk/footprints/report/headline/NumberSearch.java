package uk.footprints.report.headline;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.period.Period;
import uk.footprints.report.headline.NumberCalculator.WindowNumber;

/** Finds the windows for which there is a number: that of the quoted number, the latest, and the nearest. */
final class NumberSearch {

  private static final int FIRST_YEAR = 2003;
  private static final int LAST_YEAR = 2040;
  private static final int MONTHS_OF_YEAR = 12;

  /** A single window is near the quoted one when it is at most a year away. */
  private static final long NEAR = 12;

  private final NumberCalculator calculator;

  NumberSearch(NumberCalculator calculator) {
    this.calculator = calculator;
  }

  /** A number and its window. */
  record FoundNumber(WindowNumber number, Window window) {}

  /** Computes the number of the window of the quoted one; of the latest window where the row asks for that. */
  FoundNumber same(QuotedNumber row) {
    return row.to() == null
        ? latest(row, row.from()).orElseGet(() -> new FoundNumber(first(row), null))
        : new FoundNumber(calculator.number(row, row.window()), row.window());
  }

  private WindowNumber first(QuotedNumber row) {
    return row.method() == NumberMethod.NONE
        ? WindowNumber.absent(row.missing())
        : WindowNumber.absent(
            "this release has no %s with a value of %s".formatted(
                row.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                row.terms().map(FigureTerm::label).distinct().collect(Collectors.joining(" and of "))));
  }

  /**
   * Finds the number of the latest window: both windows move, or the first stays where the row says so.
   *
   * @param base the first window to keep; null for numbers of one window
   */
  Optional<FoundNumber> latest(QuotedNumber row, Period base) {
    if (row.method() == NumberMethod.NONE) {
      return Optional.empty();
    }
    if (row.countsAreas() && row.to() != null) {
      return Optional.of(same(row)).filter(found -> found.number().present());
    }
    long apart = row.from() == null || row.to() == null ? 0 : Window.months(row.from(), row.to());
    return periods(row)
        .filter(to -> row.from() == null || !row.since() || Window.months(base, to) > 0)
        .map(to -> {
          Period from = row.from() == null ? null : row.since() ? base : Window.moved(to, -apart);
          return new Window(from, to);
        })
        .map(window -> new FoundNumber(calculator.number(row, window), window))
        .filter(found -> found.number().present())
        .findFirst();
  }

  /** Finds the number of the nearest window: within a year of a single one; the longest inside a pair. */
  Optional<FoundNumber> nearest(QuotedNumber row) {
    if (row.to() == null || row.method() == NumberMethod.NONE) {
      return Optional.empty();
    }
    long step = NumberCalculator.months(row.to().kind());
    return (row.from() == null ? around(row, step) : inside(row, step))
        .map(window -> new FoundNumber(calculator.number(row, window), window))
        .filter(found -> found.number().present())
        .findFirst();
  }

  private static Stream<Window> around(QuotedNumber row, long step) {
    return IntStream.rangeClosed(1, (int) (NEAR / step))
        .boxed()
        .flatMap(i -> Stream.of(-i * step, i * step))
        .map(months -> new Window(null, Window.moved(row.to(), months)));
  }

  /** Returns the pairs inside the window of the quoted number: longer ones first, then later ones. */
  private static Stream<Window> inside(QuotedNumber row, long step) {
    int steps = (int) (Window.months(row.from(), row.to()) / step);
    return IntStream.iterate(steps - 1, n -> n > 0, n -> n - 1)
        .boxed()
        .flatMap(
            length ->
                IntStream.rangeClosed(0, steps - length)
                    .mapToObj(back -> {
                      Period to = Window.moved(row.to(), -back * step);
                      return new Window(Window.moved(to, -length * step), to);
                    }));
  }

  /** Returns all periods of the row's length, the latest first. */
  private static Stream<Period> periods(QuotedNumber row) {
    long step = NumberCalculator.months(row.kind());
    int count = (int) ((LAST_YEAR - FIRST_YEAR) * MONTHS_OF_YEAR / step);
    Period start = start(row);
    return IntStream.range(0, count).mapToObj(i -> Window.moved(start, -i * step));
  }

  private static Period start(QuotedNumber row) {
    return switch (row.kind()) {
      case MONTH -> Period.month(LAST_YEAR, 3);
      case QUARTER -> Period.quarterEnding(LAST_YEAR, 3);
      default -> Period.financialYear(LAST_YEAR - 1);
    };
  }
}

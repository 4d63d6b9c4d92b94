package uk.footprints.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import uk.footprints.text.DecimalDigits;

/** Numbers of pages are the same whether one multiplication decides how they are rounded or their text does. */
class DecimalDigitsTest {

  private static final int MANY = 10_000;

  /** Numbers of every size, numbers with few decimals (among them halves), and the ends of the range. */
  private static DoubleStream numbers() {
    Random random = new Random(20260101);
    DoubleStream sizes =
        random.doubles(MANY).map(x -> (x - 0.5) * Math.pow(10, random.nextInt(24) - 10));
    DoubleStream halves = random.ints(MANY, -2_000_000, 2_000_000).mapToDouble(n -> n / Math.pow(10, n & 7));
    DoubleStream thirds = random.ints(MANY, 1, 1_000_000).mapToDouble(n -> n / 3.0 / (1 + (n & 1023)));
    DoubleStream ends =
        DoubleStream.of(
            0, -0.0, 0.05, 0.5, 1.5, 2.5, -0.04, 0.1 + 0.2, 0.15, 0.25, 0.35, 1.005, 2.675, 999.95, 999_999.95,
            999_999.5, 1e6, 1e7 - 0.5, 1e9 - 0.5, 1e9, 1e15, 1e17, 1e-7, 1e-17, Double.MIN_VALUE, Double.MAX_VALUE);
    return DoubleStream.concat(DoubleStream.concat(sizes, halves), DoubleStream.concat(thirds, ends));
  }

  @Test
  void everyStyleWritesTheSameTextBothWays() {
    numbers().forEach(number -> {
      for (NumberStyle style : NumberStyle.values()) {
        double shown = style == NumberStyle.MILLIONS ? number / 1e6 : number;
        assertThat(style.shown(number)).as("%s of %s", style, number).isEqualTo(style.slowly(shown));
      }
    });
  }

  @Test
  void significantDigitsAreThoseOfTheText() {
    for (MathContext digits : new MathContext[] {new MathContext(7), new MathContext(5)}) {
      numbers().forEach(
          number ->
              assertThat(DecimalDigits.significant(number, digits))
                  .as("%s to %s", number, digits)
                  .isEqualTo(BigDecimal.valueOf(number).round(digits).doubleValue()));
    }
  }

  @Test
  void textsAreThoseOfTheFormatter() {
    numbers().forEach(
        number ->
            // The sum of minus zero and zero is zero, which has no sign.
            assertThat(DecimalDigits.oneDecimal(number)).isEqualTo(String.format(Locale.UK, "%.1f", number + 0.0)));
    numbers().forEach(
        number -> assertThat(DecimalDigits.whole(number)).isEqualTo(String.format(Locale.UK, "%,.0f", number + 0.0)));
    assertThat(DecimalDigits.whole(1_234_567.4)).isEqualTo("1,234,567");
    assertThat(DecimalDigits.whole(999.5)).isEqualTo("1,000");
    assertThat(DecimalDigits.oneDecimal(12.25)).isEqualTo("12.3");
    assertThat(DecimalDigits.oneDecimal(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void textsAreAsPeopleWriteThem() {
    assertThat(NumberStyle.WHOLE.shown(1234567.4)).isEqualTo("1,234,567");
    assertThat(NumberStyle.ONE.shown(-0.04)).isEqualTo("0.0");
    assertThat(NumberStyle.VALUE.shown(0.0607)).isEqualTo("0.061");
    assertThat(NumberStyle.VALUE.shown(0.25)).isEqualTo("0.25");
    assertThat(NumberStyle.VALUE.shown(-12.34)).isEqualTo("−12.3");
    assertThat(NumberStyle.PERCENT.shown(12.34)).isEqualTo("12.3%");
    assertThat(NumberStyle.SIGNED.shown(0)).isEqualTo("0.0");
    assertThat(NumberStyle.POUNDS.shown(-1234)).isEqualTo("−£1,234");
    assertThat(NumberStyle.MILLIONS.shown(1_250_000)).isEqualTo("£1.3m");
    assertThat(NumberStyle.THREE.shown(0.0126)).isEqualTo("0.013");
    assertThat(NumberStyle.WHOLE.shown(Double.NaN)).isEqualTo("NaN");
  }
}

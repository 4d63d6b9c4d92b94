package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;

class PeriodSeriesTest {

  private static Map<Period, Double> content(PeriodSeries series) {
    Map<Period, Double> content = new TreeMap<>();
    series.forEach(content::put);
    return content;
  }

  @Test
  void holdsWhatASortedMapHolds() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      PeriodSeries series = PeriodSeries.NONE;
      List<PeriodSeries> all = new ArrayList<>();
      List<Map<Period, Double>> expected = new ArrayList<>();
      for (int org = 0; org < 4; org++) {
        series = PeriodSeries.like(series);
        Map<Period, Double> map = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
          boolean inOrder = round % 2 == 0;
          Period month = Period.month(2020, 1 + (inOrder ? i : random.nextInt(12)));
          if (random.nextInt(5) > 0) {
            double value = random.nextInt(100);
            series.put(month, value);
            map.put(month, value);
          }
        }
        all.add(series);
        expected.add(map);
      }
      for (int org = 0; org < all.size(); org++) {
        assertThat(content(all.get(org))).isEqualTo(expected.get(org));
        assertThat(all.get(org).periods()).containsExactlyElementsOf(expected.get(org).keySet());
      }
    }
  }

  @Test
  void aFigureThatIsNotThereIsNoNumber() {
    PeriodSeries series = PeriodSeries.like(PeriodSeries.NONE);
    series.put(Period.month(2020, 3), Double.NaN);
    series.put(Period.month(2020, 5), 4);
    assertThat(series.has(Period.month(2020, 3))).isTrue();
    assertThat(series.has(Period.month(2020, 4))).isFalse();
    assertThat(series.value(Period.month(2020, 3))).isNaN();
    assertThat(series.value(Period.month(2020, 4))).isNaN();
    assertThat(series.value(Period.month(2020, 5))).isEqualTo(4);
  }
}

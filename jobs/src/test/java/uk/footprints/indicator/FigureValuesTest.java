package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FigureValuesTest {

  private static double[] all(FigureValues values, int size) {
    double[] all = new double[size];
    for (int i = 0; i < size; i++) {
      all[i] = values.get(i);
    }
    return all;
  }

  @Test
  void wholeNumbersAndThoseThatAreNoNumberAreKept() {
    FigureValues values = new FigureValues(0);
    double[] added = {5, Double.NaN, 0, -3, Integer.MAX_VALUE, Integer.MIN_VALUE + 1};
    for (int i = 0; i < added.length; i++) {
      values.insert(i, i, added[i]);
    }
    assertThat(all(values, added.length)).containsExactly(added);
  }

  @Test
  void aFigureThatIsNotWholeLeavesTheOthersAsTheyAre() {
    FigureValues values = new FigureValues(2);
    values.insert(0, 0, 7);
    values.insert(1, 1, Double.NaN);
    values.insert(1, 2, 0.25);
    values.set(0, Integer.MIN_VALUE);
    values.insert(3, 3, 3e12);
    assertThat(all(values, 4)).containsExactly(Integer.MIN_VALUE, 0.25, Double.NaN, 3e12);
  }

  @Test
  void placesBeforeTheFirstFigureAreZero() {
    FigureValues values = new FigureValues(0);
    values.put(9, 2.5);
    values.put(40, Double.NaN);
    assertThat(values.get(3)).isZero();
    assertThat(values.get(9)).isEqualTo(2.5);
    assertThat(values.get(40)).isNaN();
    assertThat(values.length()).isGreaterThan(40);
  }

  @Test
  void randomFiguresAreThoseOfAListOfNumbers() {
    Random random = new Random(44);
    for (int n = 0; n < 200; n++) {
      FigureValues values = new FigureValues(n % 5);
      List<Double> expected = new ArrayList<>();
      for (int size = 0; size < 60; size++) {
        double value = size < n / 4 ? random.nextInt(100) : random.nextGaussian() * 1e6;
        int place = random.nextInt(size + 1);
        values.insert(place, size, value);
        expected.add(place, value);
      }
      assertThat(all(values, 60)).containsExactly(expected.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}

package uk.footprints.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slips are counted as people make them. */
class EditDistanceTest {

  @Test
  void lettersAreChangedAddedDroppedAndSwapped() {
    assertThat(EditDistance.between("january", "january")).isZero();
    assertThat(EditDistance.between("january", "januery")).isEqualTo(1);
    assertThat(EditDistance.between("january", "januarry")).isEqualTo(1);
    assertThat(EditDistance.between("january", "janury")).isEqualTo(1);
    assertThat(EditDistance.between("january", "janaury")).isEqualTo(1);
    assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    assertThat(EditDistance.between("", "abc")).isEqualTo(3);
    assertThat(EditDistance.between("abc", "")).isEqualTo(3);
    assertThat(EditDistance.between("ca", "abc")).as("a swap is not changed again").isEqualTo(3);
  }

  @Test
  void theDistanceIsTheSameBothWaysAndNoMoreThanTheLongerWord() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      String one = word(random);
      String other = word(random);
      int distance = EditDistance.between(one, other);
      assertThat(distance).isEqualTo(EditDistance.between(other, one));
      assertThat(distance).isLessThanOrEqualTo(Math.max(one.length(), other.length()));
      assertThat(distance).isGreaterThanOrEqualTo(Math.abs(one.length() - other.length()));
      assertThat(distance == 0).isEqualTo(one.equals(other));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }
}

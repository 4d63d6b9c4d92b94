package uk.footprints.pipeline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;

/** Checks that an organisation has one name whatever the order in which files are read. */
class SeenTest {

  private static PartitionResult.Seen in(int month, String name) {
    return new PartitionResult.Seen("NR5", "provider", name, Period.month(2018, month));
  }

  @Test
  void theNameIsThatOfTheLatestPeriodWithAName() {
    List<PartitionResult.Seen> seen =
        new ArrayList<>(List.of(in(6, "PLYMOUTH COMMUNITY"), in(7, "LIVEWELL SOUTHWEST"), in(8, ""), in(5, "")));
    for (int seed = 0; seed < 24; seed++) {
      Collections.shuffle(seen, new Random(seed));
      PartitionResult.Seen all = seen.stream().reduce(PartitionResult.Seen::with).orElseThrow();
      assertThat(all.name()).isEqualTo("LIVEWELL SOUTHWEST");
      assertThat(all.first()).isEqualTo(LocalDate.of(2018, 5, 1));
      assertThat(all.last()).isEqualTo(LocalDate.of(2018, 8, 31));
    }
  }

  @Test
  void ofTwoNamesInOnePeriodTheLastByAlphabetIsTaken() {
    assertThat(in(6, "A").with(in(6, "B")).name()).isEqualTo("B");
    assertThat(in(6, "B").with(in(6, "A")).name()).isEqualTo("B");
    assertThat(in(6, "").with(in(6, "")).name()).isEmpty();
  }
}

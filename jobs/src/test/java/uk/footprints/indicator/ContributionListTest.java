package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.footprints.indicator.OrganisationContributions.Part;
import uk.footprints.indicator.OrganisationContributions.Published;

class ContributionListTest {

  private static final Published NOTHING = new Published(0, 0);

  @Test
  void contributionsAreThoseThatWereAdded() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(3, 12, 0, 12, 0, NOTHING, true));
    parts.add(new Part(4, 0, 0, 0, 7.5, NOTHING, false));
    parts.add(new Part(9, Double.NaN, 8, 0, 0, new Published(5, 6), false));
    IntStream.range(10, 40).forEach(org -> parts.add(new Part(org, org, 0, -org, 0, NOTHING, org % 3 == 0)));
    List<Part> list = new ContributionList();
    list.addAll(parts);
    assertThat(list).isEqualTo(parts);
  }

  @Test
  void aPlaceWithoutAContributionIsRefused() {
    List<Part> list = new ContributionList();
    list.add(new Part(0, 1, 1, 1, 0, NOTHING, true));
    assertThatThrownBy(() -> list.get(1)).isInstanceOf(IndexOutOfBoundsException.class).hasMessageContaining("1 of 1");
  }
}

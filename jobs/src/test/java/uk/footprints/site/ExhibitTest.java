package uk.footprints.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long table from which a reader chooses rows is data of its page, with each text once. */
class ExhibitTest {

  private static Exhibit of(int rows, boolean chosen) {
    ExhibitBuilder<Integer> builder = ExhibitBuilder.of(IntStream.range(0, rows).boxed().toList());
    if (chosen) {
      builder.filter("Year", row -> row % 2 == 0 ? "2016/17" : "2017/18");
    }
    return builder
        .label("Name", row -> "Area " + row, row -> row == 1 ? "areas/one.html" : "")
        .series("Value", NumberStyle.ONE, row -> row == 0 ? Double.NaN : row / 3.0)
        .exhibit("id", "Title", "", "", "bars", "", "csv/x.csv");
  }

  @Test
  void shortTablesAndTablesWithoutAChoiceAreInThePage() {
    assertThat(of(250, true).packed()).isFalse();
    assertThat(of(251, false).packed()).isFalse();
    assertThat(of(251, true).packed()).isTrue();
  }

  @Test
  void eachTextIsThereOnceAndAnAbsentNumberHasNoValue() {
    assertThat(of(3, true).packedRows())
        .isEqualTo(
            "{\"columns\":[{\"text\":[0,1,0]},{\"text\":[2,3,4],\"link\":[null,5,null]},"
                + "{\"text\":[6,7,8],\"value\":[null,9,10]}],\"texts\":[\"2016/17\",\"2017/18\",\"Area 0\",\"Area 1\","
                + "\"Area 2\",\"areas/one.html\",\"–\",\"0.3\",\"0.7\",\"0.3333333\",\"0.6666667\"]}");
  }

  @Test
  void datesAreInWordsAndAnAbsentDateIsEmpty() {
    Exhibit exhibit =
        ExhibitBuilder.of(List.of(1, 2))
            .day("From", row -> row == 1 ? LocalDate.of(2025, 5, 1) : null)
            .table("id", "Title", "", "", "");
    assertThat(exhibit.rows()).extracting(row -> row.get(0).text()).containsExactly("1 May 2025", "");
  }

  @Test
  void datesWithinSentencesAreInWords() {
    assertThat(SiteContext.withDates("the period that ends on 2018-03-31 cannot be compared"))
        .isEqualTo("the period that ends on 31 March 2018 cannot be compared");
    assertThat(SiteContext.withDates("plan-2018-03-31.csv and 2018-03-31.csv, 2018-02-30"))
        .isEqualTo("plan-2018-03-31.csv and 2018-03-31.csv, 30 February 2018");
  }

  @Test
  void trustWhoseNameNoPublicationGivesIsNotCalledByItsCodeAlone() {
    assertThat(OrganisationNames.ofArea(Regions.TRUST, "TAE")).isEqualTo("Name not known (TAE)");
    assertThat(OrganisationNames.ofArea(Regions.TRUST, "BARTS HEALTH NHS TRUST")).isEqualTo("Barts Health NHS Trust");
    assertThat(OrganisationNames.ofArea("stp_2016", "Devon")).isEqualTo("Devon");
  }
}

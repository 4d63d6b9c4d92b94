package uk.footprints.report.headline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.catalogue.Indicators;
import uk.footprints.report.money.CostScope;
import uk.footprints.runtime.UserException;

/** A row of headlines.csv with a word or number without meaning is refused, with its row. */
class QuotedNumbersTest {

  private static final String HEADINGS =
      "headline,question,quoted,unit,period,method,figure,per,times,from,to,latest,geography,area,level,edition,"
          + "definition,difference,quoted_source,missing\n";

  private static Map<String, List<QuotedNumber>> read(String rows) {
    return QuotedNumbers.read(new ByteArrayInputStream((HEADINGS + rows).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aLaterRowOfAnIdTakesQuestionAndQuotedNumberFromTheFirst() {
    List<QuotedNumber> ways =
        read("a,How many?,5,million,2016/17,value,d/m,,,,2016/17,,,,,,D,,NAO,\n"
                + "a,,,,,value,indicator:x.value,,,,2016/17,,,,,,E,,,\n")
            .get("a");
    assertThat(ways).extracting(QuotedNumber::question).containsExactly("How many?", "How many?");
    assertThat(ways).extracting(QuotedNumber::quoted).containsExactly(5.0, 5.0);
    assertThat(ways).extracting(QuotedNumber::definition).containsExactly("D", "E");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "a,Q,five,u,p,value,d/m,,,,2016/17,,,,,,D,,S,|quoted \"five\" is not a number",
    "a,Q,5,u,p,valeu,d/m,,,,2016/17,,,,,,D,,S,|method \"valeu\" is none of areas, at_least, change, growth, "
        + "growth_of_months, growth_points, growth_share, highest, least_share, lowest, none, periods, "
        + "periods_at_least, records, share_by_people, value",
    "a,Q,5,u,p,growth,d/m,,,,2016/17,,,,,,D,,S,|from is empty",
    "a,Q,5,u,p,value,d/m,,,2015/16,2016/17,,,,,,D,,S,|from is given, and value has one window",
    "a,Q,5,u,p,value,dm,,,,2016/17,,,,,,D,,S,|figure \"dm\" is no figure; write dataset/measure, "
        + "indicator:id.numerator, cost:scope, stays:finding or count:areas",
    "a,Q,5,u,p,value,d/m,,,,last year,,,,,,D,,S,|to \"last year\" is no period such as 2016/17 or 2016-12",
    "a,Q,5,u,p,periods,d/m,,,,2017-03,,,,95,,D,,S,|level \"95\" is not < or > and a number",
    "a,Q,5,u,p,periods,d/m,,,,2017-03,,,,,,D,,S,|level is empty",
    "a,Q,5,u,p,none,,,,,,,,,,,,,S,|missing is empty",
    "a,Q,5,u,p,value,d/m,,,,2016/17,,,,,,,,S,|definition is empty",
    "a,Q,5,u,p,value,d/m,,,,2016/17,,,,,two,D,,S,|edition \"two\" is none of , one",
  })
  void aRowWithoutMeaningIsRefused(String row, String fault) {
    assertThatThrownBy(() -> read(row))
        .isInstanceOf(UserException.class)
        .hasMessage("headlines.csv, row 2: " + fault + ".");
  }

  @Test
  void everyRowOfTheProgramNamesIndicatorsAndScopesThatExist() {
    List<QuotedNumber> all = QuotedNumbers.list().values().stream().flatMap(List::stream).toList();
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all.stream().flatMap(QuotedNumber::indicators)).allMatch(id -> Indicators.find(id).isPresent());
    assertThat(
            all.stream().flatMap(QuotedNumber::terms)
                .filter(t -> t.source() == FigureTerm.Source.COST || t.source() == FigureTerm.Source.BED_DAYS)
                .map(FigureTerm::name))
        .allMatch(scope -> CostScope.find(scope).isPresent());
  }
}

package uk.footprints.indicator.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Indicators;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.Indicator.Method;
import uk.footprints.indicator.Indicator.Term;
import uk.footprints.period.Period;
import uk.footprints.runtime.UserException;

/** What a declaration of an indicator gives, and what is said of a wrong one. */
class DeclaredIndicatorsTest {

  private static final String TEXT =
      """
      id: waits
      title: Waits
      definition: Waits over attendances.
      unit: per 1,000
      dataset: ae_attendances
      numerator: ae.dta_wait.over_12h
      denominator: ae.attendances.type_1
      method: rate
      caveats: [By provider.]
      reviewed: 2026-11-30
      source: made up
      """;

  private static List<Indicator> read(String... texts) {
    List<DeclarationFile> files =
        Stream.iterate(0, i -> i < texts.length, i -> i + 1)
            .map(i -> new DeclarationFile("own" + (i + 1) + ".yaml", texts[i]))
            .toList();
    return DeclaredIndicators.read(files, Datasets.all(), Indicators.all());
  }

  @Test
  void aDeclarationGivesAnIndicator() {
    Indicator waits = read(TEXT).get(0);
    assertThat(waits.numerator()).containsExactly(new Term("ae.dta_wait.over_12h", 1));
    assertThat(waits.multiplier()).isEqualTo(1_000);
    assertThat(waits.method()).isEqualTo(Method.RATE);
    assertThat(waits.completeness()).isEqualTo(0.98);
    assertThat(waits.covers(Period.month(2011, 4))).isTrue();
  }

  @Test
  void aFormulaAddsAndSubtractsMeasuresAndThoseOfOtherIndicators() {
    String within = TEXT.replace("numerator: ae.dta_wait.over_12h", "numerator: ae.attendances.type_1 - ae.over_4h.type_1");
    assertThat(read(within).get(0).numerator())
        .containsExactly(new Term("ae.attendances.type_1", 1), new Term("ae.over_4h.type_1", -1));
    String over =
        TEXT.replace("id: waits", "id: over")
            .replace("numerator: ae.dta_wait.over_12h", "numerator: denominator of waits - numerator of waits");
    assertThat(read(over, within).get(0).numerator())
        .containsExactly(
            new Term("ae.attendances.type_1", 1), new Term("ae.attendances.type_1", -1),
            new Term("ae.over_4h.type_1", 1));
  }

  @Test
  void aWindowLeavesOutOtherPeriods() {
    Indicator waits = read(TEXT + "window: {from: 2016-04-01, to: 2020-03-31}\n").get(0);
    assertThat(waits.covers(Period.month(2016, 3))).isFalse();
    assertThat(waits.covers(Period.financialYear(2019))).isTrue();
    assertThat(waits.covers(Period.month(2020, 4))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      dataset: ae_attendances | dataset: ae_attendence | 5 | there is no dataset "ae_attendence" | write ae_attendances
      ae.dta_wait.over_12h | ae.dta_wait.over_12 | 6 | ae_attendances has no measure "ae.dta_wait.over_12" | write ae.dta_wait.over_12h
      ae.dta_wait.over_12h | ae.a * ae.b | 6 | "ae.a * ae.b" is no sum of measures | write ids of measures with
      ae.dta_wait.over_12h | ae.dta_wait.over_12h ae.attendances.type_1 | 6 | is no sum of measures | write ids of measures with
      ae.dta_wait.over_12h | numerator of wait | 6 | there is no indicator "wait" | write waits
      ae.dta_wait.over_12h | numerator of waits | 6 | waits is made of itself: waits, waits | use measures in one
      ae.dta_wait.over_12h | numerator of ga_bed_occupancy | 6 | ga_bed_occupancy is of the dataset kh03_beds | use indicators of one dataset
      ae.dta_wait.over_12h | denominator of non_elective_per_1000 | 6 | of the dataset mar_commissioner | use indicators of one dataset
      method: rate | method: share | 8 | unknown method "share" | use one of rate, proportion, ratio
      method: rate | multiplier: many | 8 | "many" is no number | write a number
      method: rate | multiplier: 0 | 8 | the multiplier is not above 0 | write a number
      method: rate | completeness: 98 | 8 | completeness is a share | write a number above 0 and at most 1
      method: rate | roll_up: mean | 6 | years of ae.dta_wait.over_12h are made by sum, and the indicator says mean | roll_up: sum
      method: rate | standardised_by: age | 8 | only a rate of people is standardised by age | leave out denominator
      method: rate | organisations: trust | 8 | unknown organisations "trust" | use one of provider, commissioner, council, country
      method: rate | methods: rate | 8 | an indicator has no key "methods" | use one of id, title
      method: rate | window: {from: 2020-04-01, to: 2020-03-31} | 8 | the window ends before it begins | write from: before to:
      method: rate | weight: ae.attendance.type_1 | 8 | ae_attendances has no measure "ae.attendance.type_1" | write ae.attendances.type_1
      caveats: [By provider.] | caveats: [] | 9 | there is no caveat | write what users
      reviewed: 2026-11-30 | reviewed: last week | 10 | "last week" is no day | write it as 2026-11-30
      source: made up | sources: made up | 11 | an indicator has no key "sources" | use one of
      id: waits | id: Waits in A&E | 1 | "Waits in A&E" is no id of an indicator | use small letters
      id: waits | id: ga_bed_occupancy | 1 | there is an indicator ga_bed_occupancy already | give it another id
      """)
  void aWrongDeclarationIsRefusedWithItsLine(String right, String wrong, int line, String what, String next) {
    assertThatThrownBy(() -> read(TEXT.replace(right, wrong)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("own1.yaml line " + line + ": ")
        .hasMessageContaining(what)
        .extracting(e -> ((UserException) e).next()).asString().contains(next);
  }

  @Test
  void aCycleOfTwoFilesIsRefused() {
    String one = TEXT.replace("numerator: ae.dta_wait.over_12h", "numerator: numerator of two");
    String two = one.replace("id: waits", "id: two").replace("numerator of two", "numerator of waits");
    assertThatThrownBy(() -> read(one, two))
        .hasMessage("own2.yaml line 6: waits is made of itself: waits, two, waits.");
  }

  @Test
  void twoFilesOfOneIdAreRefused() {
    assertThatThrownBy(() -> read(TEXT, TEXT)).hasMessage("own2.yaml line 1: own1.yaml declares the indicator waits as well.");
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> read(TEXT.replace("unit: per 1,000\n", "")))
        .hasMessage("own1.yaml line 1: an indicator has no unit.");
  }

  @Test
  void aTextThatIsNoYamlIsRefused() {
    assertThatThrownBy(() -> read(TEXT.replace("caveats: [By provider.]", "caveats: [By provider.")))
        .hasMessageContaining("own1.yaml line").hasMessageContaining("is no YAML");
  }

  private static final String OF_TABLE =
      """
      id: distance
      title: Distance
      definition: Distance from target.
      unit: '%'
      dataset: allocations
      organisations: commissioner
      figures:
        - {id: final, table: allocations, when: {measure: allocation.final}, organisation: area_code, value: value}
        - {id: both, product: [final, final]}
      numerator: both
      denominator: final
      caveats: [Made up.]
      reviewed: 2026-11-30
      source: made up
      """;

  @Test
  void figuresOfTablesHaveTheNameOfTheirIndicator() {
    Indicator distance = read(OF_TABLE).get(0);
    assertThat(distance.numerator()).containsExactly(new Term("distance.both", 1));
    assertThat(distance.figures().get(0).words())
        .isEqualTo("the column value of the table allocations, where measure is allocation.final");
    assertThat(distance.figures().get(1).factors()).containsExactly("distance.final", "distance.final");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      table: allocations | table: allocation | 8 | there is no table "allocation" of a dataset | write allocations
      value: value | value: values | 8 | the table allocations has no column "values" | write value
      measure: allocation.final | measures: allocation.final | 8 | has no column "measures" | write measure
      measure: allocation.final | measure: '(' | 8 | is no regular expression | correct it
      table: allocations | dataset: allocations, table: allocations | 8 | has one of table, dataset and product | keep one
      [final, final] | [final, other] | 9 | there is no figure "other" above | name two figures
      [final, final] | [final] | 9 | a product has two figures | product: [one, other]
      {id: both | {id: final | 9 | "final" is no new name of a figure | use small letters
      numerator: both | numerator: neither | 10 | allocations has no measure "neither" | use one of
      """)
  void aWrongFigureIsRefusedWithItsLine(String right, String wrong, int line, String what, String next) {
    assertThatThrownBy(() -> read(OF_TABLE.replace(right, wrong)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("own1.yaml line " + line + ": ")
        .hasMessageContaining(what)
        .extracting(e -> ((UserException) e).next()).asString().contains(next);
  }
}

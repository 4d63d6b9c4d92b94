package uk.footprints.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.area.ReferenceData;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.RollUp;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;
import uk.footprints.report.trend.Target;

/** A misspelt id in a declaration is refused with a sentence; what ships has none. */
class CatalogueCheckTest {

  private static List<String> faults(List<Indicator> indicators, List<Report<?>> reports, List<Target> targets) {
    return CatalogueCheck.listFaults(indicators, Datasets.all(), reports, targets, ReferenceData.ofJar().areas());
  }

  private static Target target(String indicator, String geography, String area) {
    return new Target(
        "t", "A target", indicator, false, geography, area, true, Target.Kind.LEVEL, 1, 0, LocalDate.of(2020, 3, 31),
        "test");
  }

  @Test
  void whatShipsHasNoFault() {
    assertThat(faults(Indicators.all(), Reports.all(), Target.list())).isEmpty();
  }

  @Test
  void aTargetForAnUnknownIndicatorIsRefused() {
    assertThat(faults(Indicators.all(), List.of(), List.of(target("ga_bed_ocupancy", "*", "*"))))
        .containsExactly(
            "targets.csv, target t names \"ga_bed_ocupancy\", and there is no such indicator; the nearest is "
                + "\"ga_bed_occupancy\".");
  }

  @Test
  void aTargetForAMisspeltGeographyOrAreaIsRefused() {
    assertThat(faults(Indicators.all(), List.of(), List.of(target("ga_bed_occupancy", "stp_2061", "*"))))
        .singleElement().asString().contains("\"stp_2061\", and there is no such geography");
    assertThat(faults(Indicators.all(), List.of(), List.of(target("ga_bed_occupancy", "stp_2016", "E54000099"))))
        .containsExactly("targets.csv, target t: stp_2016 has no area E54000099.");
    assertThat(faults(Indicators.all(), List.of(), List.of(target("ga_bed_occupancy", "*", "E54000001"))))
        .singleElement().asString().contains("name its geography");
  }

  @Test
  void anIndicatorOfAnUnknownMeasureOrDatasetIsRefused() {
    assertThat(faults(List.of(new Misspelt("mar_commissioner", "mar.non_electiv")), List.of(), List.of()))
        .containsExactly(
            "Indicator misspelt names \"mar.non_electiv\", and there is no such measure of mar_commissioner; the nearest "
                + "is \"mar.non_elective\".");
    assertThat(faults(List.of(new Misspelt("mar_comissioner", "mar.non_elective")), List.of(), List.of()))
        .singleElement().asString().contains("there is no such dataset; the nearest is \"mar_commissioner\"");
  }

  @Test
  void anIndicatorThatAddsUpAveragesIsRefused() {
    assertThat(faults(List.of(new Misspelt("kh03_beds", "beds.occupied.overnight.total")), List.of(), List.of()))
        .containsExactly(
            "Indicator misspelt makes years by sum, and its measure beds.occupied.overnight.total declares mean.");
    assertThat(Indicators.find("ga_bed_occupancy").orElseThrow().rollUp()).isEqualTo(RollUp.MEAN);
  }

  @Test
  void twoIndicatorsOfOneIdAreRefused() {
    assertThat(faults(List.of(Indicators.find("non_elective_per_1000").orElseThrow(), Indicators.find("non_elective_per_1000").orElseThrow()), List.of(), List.of()))
        .containsExactly("Two indicators have the id \"non_elective_per_1000\".");
  }

  @Test
  void aReportOfAnUnknownTableMeasureOrGeographyIsRefused() {
    assertThat(faults(List.of(), List.of(new Wrong()), List.of()))
        .hasSize(3)
        .anyMatch(fault -> fault.contains("\"hes_group\", and there is no such table"))
        .anyMatch(fault -> fault.contains("\"ae.attendances.type1\", and there is no such measure of ae_attendances"))
        .anyMatch(fault -> fault.contains("\"stp_16\", and there is no such geography"));
  }

  private record Row(@Column("A value.") double value) {}

  private static final class Wrong implements Report<Row> {

    private static final RecordTable<Row> TABLE = RecordTable.of("hes_group", "a value", Row.class);

    @Override
    public ReportHead<Row> head() {
      return ReportHead.of(TABLE, "?")
          .withMeasures(List.of(new Need("ae_attendances", "ae.attendances.type1")))
          .withExcerpt(TableExcerpt.of(TABLE.table(), Row.class))
          .withGeographies("stp_16");
    }

    @Override
    public List<Row> rows(uk.footprints.report.Evidence evidence) {
      return List.of();
    }
  }

  private record Misspelt(String dataset, String measure) implements Indicator {

    @Override
    public String id() {
      return "misspelt";
    }

    @Override
    public String title() {
      return "Misspelt";
    }

    @Override
    public String definition() {
      return "Misspelt.";
    }

    @Override
    public String unit() {
      return "";
    }

    @Override
    public List<Term> numerator() {
      return List.of(new Term(measure, 1));
    }

    @Override
    public List<String> caveats() {
      return List.of("Misspelt.");
    }

    @Override
    public String reviewed() {
      return "2026-11-30";
    }
  }
}

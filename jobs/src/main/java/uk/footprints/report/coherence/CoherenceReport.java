package uk.footprints.report.coherence;

import static uk.footprints.table.Field.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.area.Area;
import uk.footprints.area.Geography;
import uk.footprints.report.AreaContext;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Reports how coherent areas are: care across their borders, councils that they split, sites outside, and shape. */
public final class CoherenceReport implements Report<CoherenceReport.Row> {

  /** A row: area x measure of how coherent it is. */
  public record Row(
      @Column(value = "As in areas.", required = true) String geography,
      @Column(value = "As in areas; unassigned for what is in no area.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @Column(value = "The measure; its unit is at the end of its name or in unit.", required = true) String measure,
      @Column(value = "The number.", unit = "as in unit") double value,
      @Column("Unit of the value.") String unit,
      @BasisColumn String basis,
      @Column("The method of measurement.") String method,
      @Column(value = "measured, estimated or no_value.", required = true) String status,
      @Column("The evidence: names and counts, or why there is no value.") String reason) {}

  /** The table {@code coherence}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "coherence", "area x measure of how coherent it is",
          Row.class, "geography", "area_code", "measure", "basis");

  @Override
  public String question() {
    return "How coherent is an area: care across its borders, councils, sites, shape?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public List<Need> needs() {
    return NetFlow.NEEDS;
  }

  @Override
  public boolean mapped() {
    return true;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Geography geography : evidence.context().geographies()) {
      if (!geography.id().equals("country")) {
        measurements(evidence, geography)
            .sorted(Comparator.comparing(CoherenceMeasurement::area).thenComparing(CoherenceMeasurement::measure))
            .forEach(reading -> rows.add(row(evidence.context(), geography, reading)));
      }
    }
    return rows;
  }

  private static Stream<CoherenceMeasurement> measurements(Evidence evidence, Geography geography) {
    AreaContext context = evidence.context();
    return Stream.of(
            Catchment.of(context, geography),
            NetFlow.of(evidence, geography),
            CouncilOverlap.of(context, geography),
            SplitOrganisations.of(context, geography),
            AreaShape.of(context, geography))
        .flatMap(List::stream);
  }

  private static Row row(AreaContext context, Geography geography, CoherenceMeasurement r) {
    String name =
        context.areas().findArea(geography.id(), r.area()).map(Area::name).orElse("In no area of this geography");
    return new Row(
        geography.id(), r.area(), name, r.measure(), r.value(), r.unit(), context.basis().id(), r.method(), r.status(),
        r.reason());
  }
}

package uk.footprints.report.coherence;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.area.Area;
import uk.footprints.area.Geography;
import uk.footprints.report.AreaContext;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.table.Table;

/** Reports how coherent areas are: care across their borders, councils that they split, sites outside, and shape. */
public final class CoherenceReport implements Report {

  /** The table {@code coherence}. */
  public static final Table TABLE =
      new Table(
          "coherence",
          "area x measure of how coherent it is",
          List.of("geography", "area_code", "measure", "basis"),
          List.of(
              key("geography", "As in areas."),
              key("area_code", "As in areas; unassigned for what is in no area."),
              text("area_name", "Name."),
              key("measure", "The measure; its unit is at the end of its name or in unit."),
              number("value", "The number.", "as in unit"),
              text("unit", "Unit of the value."),
              key("basis", "as_was or as_now, as in indicators."),
              text("method", "The method of measurement."),
              key("status", "measured, estimated or no_value."),
              text("reason", "The evidence: names and counts, or why there is no value.")));

  @Override
  public String question() {
    return "How coherent is an area: care across its borders, councils, sites, shape?";
  }

  @Override
  public Table table() {
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
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
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

  private static Object[] row(AreaContext context, Geography geography, CoherenceMeasurement r) {
    String name =
        context.areas().findArea(geography.id(), r.area()).map(Area::name).orElse("In no area of this geography");
    return new Object[] {
      geography.id(), r.area(), name, r.measure(), r.value(), r.unit(), context.basis().id(), r.method(), r.status(),
      r.reason()
    };
  }
}

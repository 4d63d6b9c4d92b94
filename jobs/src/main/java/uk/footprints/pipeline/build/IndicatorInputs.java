package uk.footprints.pipeline.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import uk.footprints.analysis.AdmissionFlowTable;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.ReportInputs;
import uk.footprints.analysis.RequiredMeasures;
import uk.footprints.analysis.ResidentPopulation;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.PopulationRecord;
import uk.footprints.catalogue.Reports;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.runtime.ParallelTasks;
import uk.footprints.runtime.StepTimes;
import uk.footprints.table.ExcerptRows;

/**
 * The tables of a release from which indicators and reports are computed.
 *
 * @param figures the organisations' figures
 * @param smallAreas the areas of small areas
 * @param population the people of groups and areas
 * @param residents the people of commissioning groups
 * @param flows the flows of patients from council to hospital
 * @param reportInputs rows of other tables that reports need
 */
record IndicatorInputs(
    ObservationSeries figures, SmallAreaMemberships smallAreas, List<PopulationRecord> population,
    ResidentPopulation residents, List<AdmissionFlow> flows, ExcerptRows reportInputs) {

  /** Reads one of the tables. */
  private interface Reading {
    void read() throws IOException;
  }

  /** The people and the small areas that they are added up from. */
  private record People(SmallAreaMemberships smallAreas, List<PopulationRecord> population) {

    static People read(ReleaseReader reader, Areas areas) throws IOException {
      SmallAreaMemberships smallAreas = SmallAreaMemberships.of(reader, areas);
      return new People(smallAreas, PopulationTables.areas(PopulationCount.people(reader, smallAreas), areas));
    }
  }

  /** Reads the tables of a release, several at a time. */
  static IndicatorInputs read(ReleaseReader reader, Areas areas, StepTimes times) {
    AtomicReference<ObservationSeries> figures = new AtomicReference<>();
    AtomicReference<People> people = new AtomicReference<>();
    AtomicReference<List<AdmissionFlow>> flows = new AtomicReference<>();
    AtomicReference<ExcerptRows> reportInputs = new AtomicReference<>();
    List<Reading> readings =
        List.of(
            () -> figures.set(times.during(ReleaseBuilder.PART, "figures, read",
                () -> RequiredMeasures.of(Indicators.all(), Reports.all()).read(reader))),
            () -> people.set(times.during(ReleaseBuilder.PART, "population", () -> People.read(reader, areas))),
            () -> reportInputs.set(times.during(ReleaseBuilder.PART, "tables that reports read",
                () -> ReportInputs.of(Reports.all(), reader::data))),
            () -> flows.set(AdmissionFlowTable.read(reader)));
    ParallelTasks.map(readings, IndicatorInputs::isRead);
    List<PopulationRecord> population = people.get().population();
    return new IndicatorInputs(
        figures.get(), people.get().smallAreas(), population, ResidentPopulation.of(PopulationTables.groups(population)),
        flows.get(), reportInputs.get());
  }

  private static boolean isRead(Reading reading) {
    try {
      reading.read();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

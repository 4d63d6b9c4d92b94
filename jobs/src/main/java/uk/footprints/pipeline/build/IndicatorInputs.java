package uk.footprints.pipeline.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import uk.footprints.analysis.AdmissionFlowTable;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.ReportInputs;
import uk.footprints.analysis.RequiredMeasures;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.catalogue.IndicatorCatalogue;
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
 * @param people the people of small areas, groups and areas
 * @param flows the flows of patients from council to hospital
 * @param reportInputs rows of other tables that reports need
 */
record IndicatorInputs(
    ObservationSeries figures, SmallAreaMemberships smallAreas, PopulationInputs people, List<AdmissionFlow> flows,
    ExcerptRows reportInputs) {

  /** Reads one of the tables. */
  private interface Reading {
    void read() throws IOException;
  }

  /** Reads the tables of a release, several at a time. */
  static IndicatorInputs read(
      ReleaseReader reader, Areas areas, IndicatorCatalogue catalogue, StepTimes times) {
    AtomicReference<ObservationSeries> figures = new AtomicReference<>();
    AtomicReference<SmallAreaMemberships> smallAreas = new AtomicReference<>();
    AtomicReference<PopulationInputs> people = new AtomicReference<>();
    AtomicReference<List<AdmissionFlow>> flows = new AtomicReference<>();
    AtomicReference<ExcerptRows> reportInputs = new AtomicReference<>();
    List<Reading> readings =
        List.of(
            () -> figures.set(times.during(ReleaseBuilder.PART, "figures, read",
                () -> RequiredMeasures.of(catalogue.indicators(), Reports.all()).read(reader, catalogue.data()))),
            () -> people.set(times.during(ReleaseBuilder.PART, "population", () -> {
              smallAreas.set(SmallAreaMemberships.of(reader, areas));
              return PopulationInputs.read(reader, smallAreas.get(), areas);
            })),
            () -> reportInputs.set(times.during(ReleaseBuilder.PART, "tables that reports read",
                () -> ReportInputs.of(Reports.all(), reader::data))),
            () -> flows.set(AdmissionFlowTable.read(reader)));
    ParallelTasks.map(readings, IndicatorInputs::isRead);
    return new IndicatorInputs(
        figures.get(), smallAreas.get(), people.get(), flows.get(), reportInputs.get());
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

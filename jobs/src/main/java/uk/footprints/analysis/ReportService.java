package uk.footprints.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Geography;
import uk.footprints.area.OwnGeography;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.CatalogueCheck;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.runtime.StepTimes;
import uk.footprints.runtime.UserException;
import uk.footprints.table.ExcerptRows;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/**
 * Makes reports from a published release. It reads and checks the chosen areas first, then the figures that the reports
 * need.
 *
 * @param tables the tables, one for each report
 * @param notes the notes on custom areas, a sentence each
 * @param evidence the evidence from which the tables were made
 */
public record ReportService(List<TableData> tables, List<String> notes, Evidence evidence) {

  /**
   * Makes all reports of the options.
   *
   * @param catalogue the datasets, indicators and targets of the release
   * @param reference the reference tables
   */
  public static ReportService of(
      ReportOptions options, ReleaseReader published, IndicatorCatalogue catalogue, ReferenceData reference)
      throws IOException {
    Areas register = reference.areas();
    CatalogueCheck.require(catalogue, register);
    Optional<Path> file = options.geography().flatMap(ReportService::file);
    boolean mapped = options.reports().stream().anyMatch(report -> report.head().mapped());
    Atlas map = mapped || file.isPresent() ? published.atlas(register) : Atlas.NONE;
    Optional<OwnGeography> own = file.map(path -> OwnGeography.read(path, register, map.ground()));
    Areas areas = own.map(register::with).orElse(register);
    Atlas atlas = own.filter(o -> mapped).map(o -> map.with(areas, o)).orElse(map);

    RequiredMeasures required = RequiredMeasures.of(options.indicators(), options.reports());
    ResidentPopulation residents =
        options.people() == RatePeople.REGISTERED
            ? RegisteredLists.read(published)
            : ResidentPopulation.read(published);
    List<AdmissionFlow> flows = mapped ? AdmissionFlowTable.read(published) : List.of();
    ObservationSeries figures = required.read(published, catalogue.data());
    ExcerptRows excerpts = ReportInputs.of(options.reports(), published::data);
    IndicatorService service =
        new IndicatorService(
            options.indicators(), catalogue.targets(), reference, figures, residents, atlas, flows, excerpts,
            new StepTimes());

    List<Geography> shown =
        own.map(o -> List.of(o.geography()))
            .or(() -> options.geography().map(id -> List.of(Geography.get(id))))
            .orElse(IndicatorService.GEOGRAPHIES);
    Set<Geography> all = new LinkedHashSet<>(shown);
    options.reports().forEach(report -> report.head().geographies().forEach(id -> all.add(Geography.get(id))));
    IndicatorService.Request request = new IndicatorService.Request(areas, List.copyOf(all), options.basis());
    List<IndicatorValue> values = service.compute(List.of(request)).byRequest().get(0);
    Evidence evidence = service.evidence(request, values, options.period());

    List<TableData> tables = new ArrayList<>();
    for (Report<?> report : options.reports()) {
      tables.add(report.data(evidence).where(row -> isRequested(row, shown, options.period())));
    }
    return new ReportService(tables, own.map(OwnGeography::notes).orElse(List.of()), evidence);
  }

  /** Returns the file of custom areas; empty for the id of a built-in geography. */
  private static Optional<Path> file(String geography) {
    if (Geography.find(geography).isPresent()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(geography);
      if (Files.isRegularFile(path)) {
        return Optional.of(path);
      }
    } catch (InvalidPathException e) {
      // The text is not a path, so there is no such file.
    }
    if (geography.matches(".*[./\\\\].*")) {
      throw UserException.data(
      "There is no file " + geography + ".", "give the path of a table, YAML or GeoJSON file of areas");
    }
    Geography.get(geography);
    return Optional.empty();
  }

  private static boolean isRequested(TableRow row, List<Geography> shown, Optional<Period> period) {
    if (row.has("geography") && shown.stream().noneMatch(g -> g.id().equals(row.text("geography")))) {
      return false;
    }
    return period.isEmpty()
        || !row.has("period_start")
        || row.text("period_start").equals(period.get().start().toString())
            && row.text("period_end").equals(period.get().end().toString());
  }
}

package uk.footprints.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Geography;
import uk.footprints.area.OwnGeography;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.TableExcerpt;
import uk.footprints.runtime.UserException;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/**
 * Answers from a published release: the areas asked for are read and checked first, then the figures that the reports
 * need.
 *
 * @param tables rows, a report each
 * @param notes what to know of the areas, a sentence each
 * @param evidence what they were made from
 */
public record ReportService(List<TableData> tables, List<String> notes, Evidence evidence) {

  /** Everything that was asked. */
  public static ReportService of(ReportOptions asked, ReleaseReader published) throws IOException {
    Areas register = Areas.reference();
    Optional<Path> file = asked.geography().flatMap(ReportService::file);
    boolean mapped = asked.reports().stream().anyMatch(Report::mapped);
    Atlas map = mapped || file.isPresent() ? published.atlas(register) : Atlas.NONE;
    Optional<OwnGeography> own = file.map(path -> OwnGeography.read(path, register, map.ground()));
    Areas areas = own.map(register::with).orElse(register);
    Atlas atlas = own.filter(o -> mapped).map(o -> map.with(areas, o)).orElse(map);

    RequiredMeasures wanted = RequiredMeasures.of(asked.indicators(), asked.reports());
    ResidentPopulation residents = ResidentPopulation.of(published.rows(ResidentPopulation.SCAN));
    List<AdmissionFlow> flows = mapped ? AdmissionFlowTable.of(published.rows(AdmissionFlowTable.SCAN)) : List.of();
    ObservationSeries figures = wanted.figures(published.rows(wanted.scan()));
    Map<TableExcerpt, List<Object[]>> lines = ReportInputs.of(asked.reports(), published::rows);
    IndicatorService answering = new IndicatorService(asked.indicators(), figures, residents, atlas, flows, lines);

    List<Geography> shown =
        own.map(o -> List.of(o.geography()))
            .or(() -> asked.geography().map(id -> List.of(Geography.get(id))))
            .orElse(IndicatorService.GEOGRAPHIES);
    Set<Geography> all = new LinkedHashSet<>(shown);
    asked.reports().forEach(report -> report.geographies().forEach(id -> all.add(Geography.get(id))));
    Evidence evidence = answering.on(areas, List.copyOf(all), asked.basis(), asked.period());

    List<TableData> tables = new ArrayList<>();
    for (Report report : asked.reports()) {
      Table table = report.table();
      List<Object[]> rows =
          report.rows(evidence).stream().filter(row -> isAsked(table, row, shown, asked.period())).toList();
      tables.add(new TableData(table, rows));
    }
    return new ReportService(tables, own.map(OwnGeography::notes).orElse(List.of()), evidence);
  }

  /** The file of areas of one's own, unless the word is the id of a built-in geography. */
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
      // No path, so no file.
    }
    if (geography.matches(".*[./\\\\].*")) {
      throw UserException.data("There is no file " + geography + ".", "the path of a table, YAML or GeoJSON of areas");
    }
    Geography.get(geography);
    return Optional.empty();
  }

  private static boolean isAsked(Table table, Object[] row, List<Geography> shown, Optional<Period> period) {
    TableData one = new TableData(table, List.<Object[]>of(row));
    if (table.has("geography") && shown.stream().noneMatch(g -> g.id().equals(one.text(row, "geography")))) {
      return false;
    }
    return period.isEmpty()
        || !table.has("period_start")
        || one.text(row, "period_start").equals(period.get().start().toString())
            && one.text(row, "period_end").equals(period.get().end().toString());
  }
}

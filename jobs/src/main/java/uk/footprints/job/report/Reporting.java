package uk.footprints.job.report;

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
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Flow;
import uk.footprints.area.Geography;
import uk.footprints.area.OwnGeography;
import uk.footprints.indicator.Figures;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Excerpt;
import uk.footprints.report.Report;
import uk.footprints.run.Fixable;
import uk.footprints.table.Filled;
import uk.footprints.table.Table;

/**
 * Answers from a published release: the areas asked for are read and checked first, then the figures that the reports
 * need.
 *
 * @param tables rows, a report each
 * @param notes what to know of the areas, a sentence each
 * @param evidence what they were made from
 */
public record Reporting(List<Filled> tables, List<String> notes, Evidence evidence) {

  /** Everything that was asked. */
  public static Reporting of(Asked asked, Published published) throws IOException {
    Areas register = Areas.reference();
    Optional<Path> file = asked.geography().flatMap(Reporting::file);
    boolean mapped = asked.reports().stream().anyMatch(Report::mapped);
    Atlas map = mapped || file.isPresent() ? published.atlas(register) : Atlas.NONE;
    Optional<OwnGeography> own = file.map(path -> OwnGeography.read(path, register, map.ground()));
    Areas areas = own.map(register::with).orElse(register);
    Atlas atlas = own.filter(o -> mapped).map(o -> map.with(areas, o)).orElse(map);

    Wanted wanted = Wanted.of(asked.indicators(), asked.reports());
    Residents residents = Residents.of(published.rows(Residents.SCAN));
    List<Flow> flows = mapped ? Flows.of(published.rows(Flows.SCAN)) : List.of();
    Figures figures = wanted.figures(published.rows(wanted.scan()));
    Map<Excerpt, List<Object[]>> lines = Lines.of(asked.reports(), published::rows);
    Answering answering = new Answering(asked.indicators(), figures, residents, atlas, flows, lines);

    List<Geography> shown =
        own.map(o -> List.of(o.geography()))
            .or(() -> asked.geography().map(id -> List.of(Geography.get(id))))
            .orElse(Answering.GEOGRAPHIES);
    Set<Geography> all = new LinkedHashSet<>(shown);
    asked.reports().forEach(report -> report.geographies().forEach(id -> all.add(Geography.get(id))));
    Evidence evidence = answering.on(areas, List.copyOf(all), asked.basis(), asked.period());

    List<Filled> tables = new ArrayList<>();
    for (Report report : asked.reports()) {
      Table table = report.table();
      List<Object[]> rows =
          report.rows(evidence).stream().filter(row -> isAsked(table, row, shown, asked.period())).toList();
      tables.add(new Filled(table, rows));
    }
    return new Reporting(tables, own.map(OwnGeography::notes).orElse(List.of()), evidence);
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
      throw Fixable.data("There is no file " + geography + ".", "the path of a table, YAML or GeoJSON of areas");
    }
    Geography.get(geography);
    return Optional.empty();
  }

  private static boolean isAsked(Table table, Object[] row, List<Geography> shown, Optional<Period> period) {
    Filled one = new Filled(table, List.<Object[]>of(row));
    if (table.has("geography") && shown.stream().noneMatch(g -> g.id().equals(one.text(row, "geography")))) {
      return false;
    }
    return period.isEmpty()
        || !table.has("period_start")
        || one.text(row, "period_start").equals(period.get().start().toString())
            && one.text(row, "period_end").equals(period.get().end().toString());
  }
}

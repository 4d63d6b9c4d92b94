package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import uk.footprints.area.Areas;
import uk.footprints.area.ReapportionedFigures.Ground;
import uk.footprints.dataset.SmallAreaPopulation;
import uk.footprints.runtime.UserException;
import uk.footprints.table.Field;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/** Holds the small areas of a release with their populations. */
public final class SmallAreaPopulations {

  private static final List<String> BANDS =
      SmallAreaPopulation.TABLE.fields().stream().map(Field::name).filter(name -> name.startsWith("age_")).toList();

  private final SmallAreaMemberships links;
  private final Map<String, double[]> people = new LinkedHashMap<>();
  private final LocalDate day;

  private SmallAreaPopulations(SmallAreaMemberships links, List<TableRow> rows) {
    this.links = links;
    // The latest year of the estimates that cover the areas of the lookups.
    day =
        rows.stream()
            .filter(row -> links.has(row.text("area_code")))
            .map(row -> row.day("period_start"))
            .max(LocalDate::compareTo)
            .orElseThrow(
                () ->
                    UserException.data(
                        "The release has no small areas with their people.",
                        "run refresh with a lookup of small areas (LSOA 2011) and their population estimates"));
    for (TableRow row : rows) {
      if (row.day("period_start").equals(day) && links.has(row.text("area_code"))) {
        double[] bands = BANDS.stream().mapToDouble(row::number).map(n -> Double.isNaN(n) ? 0 : n).toArray();
        people.put(row.text("area_code"), bands);
      }
    }
  }

  /** Reads the small areas of a release. */
  public static SmallAreaPopulations of(ReleaseReader published, Areas areas) throws IOException {
    TableData all = published.data(SmallAreaPopulation.TABLE, Map.of("sex", Set.of("all")));
    return new SmallAreaPopulations(SmallAreaMemberships.of(published, areas), all.stream().toList());
  }

  /** Returns the day of the estimates. */
  public LocalDate day() {
    return day;
  }

  /** Returns every small area of the first geography, with its shares in both geographies. */
  public List<Ground> between(String from, String to) {
    Map<String, Map<String, Double>> starts = links.shares(from);
    Map<String, Map<String, Double>> ends = links.shares(to);
    List<Ground> ground = new ArrayList<>();
    people.forEach(
        (code, bands) ->
            starts
                .getOrDefault(code, Map.of())
                .forEach(
                    (area, part) -> {
                      double[] here = IntStream.range(0, bands.length).mapToDouble(i -> bands[i] * part).toArray();
                      Map<String, Double> there = new LinkedHashMap<>(ends.getOrDefault(code, Map.of()));
                      double rest = 1 - there.values().stream().mapToDouble(Double::doubleValue).sum();
                      if (rest > 1e-9) {
                        there.merge("unassigned", rest, Double::sum);
                      }
                      ground.add(new Ground(code, area, there, here));
                    }));
    return ground;
  }
}

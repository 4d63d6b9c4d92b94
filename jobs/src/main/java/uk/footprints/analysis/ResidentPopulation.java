package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Successions;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.PopulationDivision;
import uk.footprints.indicator.PopulationSource;
import uk.footprints.table.TableExcerpt;

/**
 * Holds estimates of the people of commissioning groups by age. The people of an area are those of the groups in it, on
 * the basis on which its activity is counted. A group that lies in several areas is divided by the shares of its people
 * of each age, where they are known, or else by its weights.
 */
public final class ResidentPopulation {

  private static final String ALL = "all";
  private static final double ROUNDING = 1e-9;

  /** People of an age or age band of a group on a day; a row of the table {@code population}. */
  private record Residents(
      String geography, String odsCode, LocalDate periodStart, String sex, long age, double persons, Long ageTo,
      String edition, LocalDate publishedOn) {

    private boolean banded() {
      return ageTo != null && ageTo > age;
    }
  }

  private static final TableExcerpt<Residents> POPULATION = TableExcerpt.of(Tables.POPULATION, Residents.class);

  private final List<GroupEstimate> estimates;
  private final PopulationShares shares;

  /** Creates the population of estimates, and of shares by which groups are divided. */
  public ResidentPopulation(List<GroupEstimate> estimates, PopulationShares shares) {
    this.estimates = spread(estimates);
    this.shares = shares;
  }

  /** Reads the groups of a release. */
  public static ResidentPopulation read(ReleaseReader published) throws IOException {
    List<Residents> rows =
        published.rows(
            POPULATION,
            Map.of(
                "geography", Set.of(Geography.SUB_LOCATIONS), "sex", Set.of(ALL), "edition",
                Set.of(PopulationSource.REBASED)));
    if (rows.isEmpty()) {
      Set<String> groups =
          Geography.listBuiltIn().stream().map(Geography::id).filter(id -> id.startsWith("ccg_"))
              .collect(Collectors.toSet());
      rows = wholes(published.rows(POPULATION, Map.of("geography", groups)));
    }
    return new ResidentPopulation(estimates(rows), PopulationShares.read(published));
  }

  /** Returns the rows of both sexes together; where a group has none on a day, those of each. */
  private static List<Residents> wholes(List<Residents> rows) {
    Set<List<Object>> together = new HashSet<>();
    rows.stream().filter(r -> r.sex().equals(ALL)).forEach(r -> together.add(List.of(code(r), r.periodStart())));
    return rows.stream()
        .filter(r -> r.sex().equals(ALL) == together.contains(List.<Object>of(code(r), r.periodStart())))
        .toList();
  }

  private static String code(Residents row) {
    return row.odsCode() == null ? "" : row.odsCode();
  }

  private static List<GroupEstimate> estimates(List<Residents> rows) {
    Map<LocalDate, List<Residents>> byDay = new TreeMap<>();
    rows.stream()
        .filter(row -> !code(row).isEmpty())
        .forEach(row -> byDay.computeIfAbsent(row.periodStart(), d -> new ArrayList<>()).add(row));
    return byDay.values().stream().map(ResidentPopulation::estimate).toList();
  }

  private static GroupEstimate estimate(List<Residents> rows) {
    Residents first = rows.get(0);
    boolean rebased = PopulationSource.REBASED.equals(first.edition());
    PopulationSource source =
        new PopulationSource(
            first.periodStart(), rebased && first.publishedOn() != null ? first.publishedOn() : first.periodStart(),
            rebased ? PopulationSource.REBASED : PopulationSource.FIRST, first.publishedOn(),
            rows.stream().anyMatch(Residents::banded));
    Map<String, double[]> people = new TreeMap<>();
    for (Residents row : rows) {
      int age = Math.toIntExact(Math.min(row.age(), AreaPopulation.AGES - 1));
      people.computeIfAbsent(code(row), c -> new double[AreaPopulation.AGES])[age] += row.persons();
    }
    return new GroupEstimate(first.geography(), source, people);
  }

  /**
   * Spreads bands of five years over single years, by the single years of all groups in the nearest estimate that has
   * them; only the sums of the bands are counts. Estimates of single years stay as they are.
   */
  private static List<GroupEstimate> spread(List<GroupEstimate> estimates) {
    List<GroupEstimate> single = estimates.stream().filter(e -> !e.source().banded()).toList();
    if (single.isEmpty()) {
      return estimates;
    }
    List<GroupEstimate> all = new ArrayList<>();
    for (GroupEstimate estimate : estimates) {
      if (!estimate.source().banded()) {
        all.add(estimate);
        continue;
      }
      long day = estimate.source().day().toEpochDay();
      GroupEstimate nearest =
          Collections.min(
              single, Comparator.comparingLong(e -> Math.abs(e.source().day().toEpochDay() - day)));
      double[] shape = new double[AreaPopulation.AGES];
      nearest.people().values().forEach(ages -> addTo(shape, ages, 1));
      Map<String, double[]> people = new TreeMap<>();
      estimate.people().forEach((code, bands) -> people.put(code, spread(bands, shape)));
      all.add(new GroupEstimate(estimate.geography(), estimate.source(), people));
    }
    return all;
  }

  private static double[] spread(double[] bands, double[] shape) {
    double[] ofBand = new double[AreaPopulation.AGES];
    for (int age = 0; age < shape.length; age++) {
      ofBand[AreaPopulation.band(age)] += shape[age];
    }
    double[] ages = new double[AreaPopulation.AGES];
    for (int age = 0; age < shape.length; age++) {
      int band = AreaPopulation.band(age);
      ages[age] = ofBand[band] > 0 ? bands[band] * shape[age] / ofBand[band] : bands[age];
    }
    return ages;
  }

  /** Computes the people of every area of these geographies, by single year of age. */
  public AreaPopulation people(Areas areas, Basis basis, List<Geography> geographies) {
    AreaPopulation people = new AreaPopulation();
    for (GroupEstimate estimate : estimates) {
      for (Geography geography : geographies) {
        if (geography.id().equals(Geography.GROUPS) && basis == Basis.AS_WAS) {
          addGroups(people, areas, estimate);
        } else {
          PeopleTotals target = new PeopleTotals(people, areas, basis, geography.id(), estimate.source());
          estimate.people().forEach(
              (code, ages) ->
                  place(
                      target, estimate.geography(), code, estimate.source().land(), ages, PopulationDivision.MEMBERS));
        }
      }
    }
    return people;
  }

  /** Where people are added. */
  private record PeopleTotals(
      AreaPopulation people, Areas areas, Basis basis, String geography, PopulationSource source) {

    List<AreaShare> shares(String code, LocalDate day) {
      return areas.listShares(basis, Membership.CCG, code, geography, day);
    }

    void add(List<AreaShare> parts, double[] ages, PopulationDivision division) {
      for (AreaShare part : parts) {
        double[] own = new double[ages.length];
        addTo(own, ages, part.weight());
        people.add(
            geography, part.areaCode(), source, own,
            part.weight() < 1 - ROUNDING ? PopulationDivision.MEMBERS_BY_WEIGHT : division);
      }
    }
  }

  /** Adds the people of a group to its areas; those of a group in several areas by its parts, where they are known. */
  private void place(
      PeopleTotals target, String level, String code, LocalDate day, double[] ages, PopulationDivision division) {
    List<AreaShare> direct = target.shares(code, day);
    List<PopulationShares.Part> parts = shares.of(level, code);
    boolean whole = direct.size() == 1 && direct.get(0).weight() > 1 - ROUNDING;
    if (whole || parts.isEmpty()) {
      target.add(direct, ages, division);
      return;
    }
    PopulationDivision byAge = parts.size() == 1 ? division : PopulationDivision.MEMBERS_BY_AGE;
    for (PopulationShares.Part part : parts) {
      place(target, part.geography(), part.code(), part.day(), part.of(ages), byAge);
    }
  }

  /** Adds the people of the commissioning groups that were in force on the day of an estimate. */
  private void addGroups(AreaPopulation people, Areas areas, GroupEstimate estimate) {
    LocalDate day = estimate.source().day();
    GroupEstimate then = shares.on(day, estimate);
    boolean earlier = !then.geography().equals(estimate.geography());
    then.people().forEach(
        (code, ages) -> {
          for (Successions.Heir heir : areas.successions().listHeirs(Membership.CCG, code, day)) {
            double[] own = new double[ages.length];
            addTo(own, ages, heir.share());
            people.add(
                Geography.GROUPS, heir.code(), estimate.source(), own,
                earlier ? PopulationDivision.MEMBERS_BY_AGE : PopulationDivision.MEMBERS);
          }
        });
  }

  private static void addTo(double[] sum, double[] more, double weight) {
    for (int age = 0; age < sum.length; age++) {
      sum[age] += more[age] * weight;
    }
  }
}

package uk.footprints.pipeline.build;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.footprints.analysis.GroupEstimate;
import uk.footprints.analysis.PopulationShares;
import uk.footprints.analysis.ResidentPopulation;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.catalogue.PopulationRecord;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.PopulationDivision;
import uk.footprints.indicator.PopulationSource;

/** Makes the rows of the table of people: groups as published, and areas as sums of their groups. */
final class PopulationTables {

  private static final int BAND = 5;
  private static final String DATASET = "population_sub_icb";

  /** Geographies of many areas, whose people are not published by sex. */
  private static final List<String> BOTH_SEXES_ONLY = List.of(Geography.GROUPS, Geography.COUNCIL);

  private PopulationTables() {}

  /** An estimate of an area, of one sex. */
  private record AreaOfSex(String sex, AreaPopulation.AreaEstimate estimate) {

    private static final Comparator<AreaOfSex> ORDER =
        Comparator.comparing((AreaOfSex a) -> a.estimate().geography())
            .thenComparing(a -> a.estimate().area())
            .thenComparing(a -> a.estimate().source().day())
            .thenComparing(AreaOfSex::sex);

    int size() {
      return estimate.source().banded() ? (AreaPopulation.AGES - 1) / BAND + 1 : AreaPopulation.AGES;
    }
  }

  /** Returns the rows, in the order of the table's key; each is made when it is read. */
  static List<PopulationRecord> rows(PopulationInputs inputs, Areas areas) {
    List<Geography> geographies = geographies(areas);
    List<AreaOfSex> all = new ArrayList<>();
    inputs
        .bySex()
        .forEach(
            (sex, estimates) -> {
              List<Geography> some =
                  geographies.stream()
                      .filter(g -> sex.equals(PopulationInputs.ALL) || !BOTH_SEXES_ONLY.contains(g.id()))
                      .toList();
              PopulationShares shares = inputs.parts();
              people(estimates, shares, areas, some).list().forEach(e -> all.add(new AreaOfSex(sex, e)));
            });
    people(inputs.first(), inputs.parts(), areas, List.of()).list()
        .forEach(estimate -> all.add(new AreaOfSex(PopulationInputs.ALL, estimate)));
    all.sort(AreaOfSex.ORDER);
    return new Rows(all, areas);
  }

  private static AreaPopulation people(
      List<GroupEstimate> estimates, PopulationShares shares, Areas areas, List<Geography> geographies) {
    AreaPopulation people = new ResidentPopulation(estimates, shares).people(areas, Basis.AS_WAS, geographies);
    estimates.stream()
        .filter(e -> !e.geography().equals(Geography.SUB_LOCATIONS))
        .forEach(
            estimate ->
                areas.listAreas(estimate.geography()).forEach(
                    area -> {
                      double[] ages = estimate.people().get(area.odsCode());
                      if (ages != null) {
                        people.add(
                            estimate.geography(), area.code(), estimate.source(), ages, PopulationDivision.MEMBERS);
                      }
                    }));
    return people;
  }

  /** Returns the geographies whose people are added up: all but single editions of groups and of councils. */
  private static List<Geography> geographies(Areas areas) {
    return areas.listGeographies().stream()
        .filter(g -> !g.id().startsWith("ccg_") && !g.id().startsWith("council_"))
        .filter(g -> !g.id().equals(Geography.TRUST) && !g.id().equals("nhs_region_2020"))
        .toList();
  }

  /** Returns findings: groups whose people are in no area, and people of other years where the series is missing. */
  static List<Finding> findings(PopulationInputs inputs, Areas areas) {
    List<Finding> findings = new ArrayList<>();
    List<GroupEstimate> all = inputs.bySex().getOrDefault(PopulationInputs.ALL, List.of());
    if (all.isEmpty()) {
      return findings;
    }
    GroupEstimate last = all.get(all.size() - 1);
    if (!last.geography().equals(Geography.SUB_LOCATIONS)) {
      String days =
          all.stream().map(e -> String.valueOf(e.source().day().getYear())).collect(Collectors.joining(", "));
      findings.add(
          Finding.of(
              Kind.PEOPLE_OF_OTHER_YEARS, DATASET, Location.file(""),
              "no file has the people of every year, so the first estimates of mid-%s serve for all years: rates of "
                  + "years far from these are too high or too low, and each says of which year its people are",
              days));
    }
    last.people().forEach(
        (code, ages) -> {
          if (areas.listShares(Basis.AS_WAS, Membership.CCG, code, "country", last.source().land()).isEmpty()) {
            findings.add(
                Finding.of(
                    Kind.UNPLACED_ORGANISATION, DATASET, Location.file(""),
                    "%s with %,.0f people in mid-%d is in no area, so England's people are that many too few", code,
                    Arrays.stream(ages).sum(), last.source().day().getYear()));
          }
        });
    return findings;
  }

  /** The rows of all estimates. */
  private static final class Rows extends AbstractList<PopulationRecord> implements RandomAccess {

    private final List<AreaOfSex> all;
    private final Areas areas;
    private final int[] starts;

    Rows(List<AreaOfSex> all, Areas areas) {
      this.all = all;
      this.areas = areas;
      this.starts = new int[all.size() + 1];
      for (int i = 0; i < all.size(); i++) {
        starts[i + 1] = starts[i] + all.get(i).size();
      }
    }

    @Override
    public int size() {
      return starts[all.size()];
    }

    @Override
    public PopulationRecord get(int row) {
      int found = Arrays.binarySearch(starts, row);
      int place = found >= 0 ? found : -found - 2;
      AreaOfSex of = all.get(place);
      AreaPopulation.AreaEstimate estimate = of.estimate();
      PopulationSource source = estimate.source();
      boolean banded = source.banded();
      int age = (row - starts[place]) * (banded ? BAND : 1);
      double persons =
          banded
              ? IntStream.range(age, Math.min(age + BAND, AreaPopulation.AGES)).mapToDouble(a -> estimate.ages()[a]).sum()
              : estimate.ages()[age];
      Long ageTo = age == AreaPopulation.AGES - 1 ? null : (Long) (long) (banded ? age + BAND - 1 : age);
      String ods = areas.findArea(estimate.geography(), estimate.area()).map(Area::odsCode).orElse("");
      return new PopulationRecord(
          estimate.geography(), estimate.area(), ods.isEmpty() ? null : ods, source.day(), source.day(), of.sex(), age,
          persons, basis(estimate), ageTo, source.edition(), source.publishedOn());
    }

    private static String basis(AreaPopulation.AreaEstimate estimate) {
      String geography = estimate.geography();
      if (geography.equals(Geography.SUB_LOCATIONS) || geography.startsWith("ccg_")) {
        return estimate.source().banded() ? "small_areas" : "published";
      }
      return estimate.division().id();
    }
  }
}

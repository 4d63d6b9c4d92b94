package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.CodeBreaks;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Proportions;
import uk.footprints.statistics.Rates;
import uk.footprints.statistics.ResultStatus;

/**
 * Computes an indicator for the areas of a geography: assigns organisations' figures to their areas, adds periods up to
 * financial years, and marks incomplete areas before it ranks the rest. It uses plain Java, because the result is only
 * about a hundred areas by a hundred months.
 */
public final class IndicatorCalculator {

  /** An area with a smaller fraction of its expected returns is not compared with others. */
  public static final double COMPLETE = 0.98;

  private static final List<AreaShare> ENGLAND = List.of(new AreaShare("E92000001", 1, "whole"));

  private final Indicator indicator;
  private final OrganisationContributions parts;
  private final Areas areas;
  private final AreaPopulation people;
  private final Basis basis;
  private final BitSet broken = new BitSet();
  private final CodeBreaks breaks = CodeBreaks.reference();

  /**
   * Creates a calculator of one indicator for any geography.
   *
   * @param parts the contributions of the indicator's organisations
   * @param areas the areas of organisations
   * @param people the population of the areas
   * @param basis as was or as now
   */
  public IndicatorCalculator(OrganisationContributions parts, Areas areas, AreaPopulation people, Basis basis) {
    this.indicator = parts.indicator();
    this.parts = parts;
    this.areas = areas;
    this.people = people;
    this.basis = basis;
    for (int org = 0; org < parts.organisations().size(); org++) {
      broken.set(org, breaks.has(indicator.memberKind(), parts.organisations().get(org)));
    }
  }

  /** Computes the values of every area and period, months and quarters first, then financial years. */
  public List<IndicatorValue> of(Geography geography) {
    Map<Period, Map<String, AreaTotal>> byPeriod = new TreeMap<>();
    parts.byPeriod().forEach((period, of) -> byPeriod.put(period, sums(geography, period, of)));
    Map<Period, Map<String, AreaTotal>> byYear = new TreeMap<>();
    if (indicator.period() != PeriodKind.FINANCIAL_YEAR) {
      addUpYears(byPeriod, byYear);
    }
    parts.byYear().forEach((year, of) -> {
      Map<String, AreaTotal> sums = sums(geography, year, of);
      int there = (int) byPeriod.keySet().stream().filter(p -> p.financialYear() == year.financialYear()).count();
      sums.values().forEach(sum -> sum.periods = there);
      byYear.put(year, sums);
    });
    List<IndicatorValue> answers = new ArrayList<>();
    byPeriod.forEach((period, sums) -> answers.addAll(answers(geography, period, sums, 1)));
    int whole = indicator.period() == PeriodKind.MONTH ? 12 : 4;
    byYear.forEach((year, sums) -> answers.addAll(answers(geography, year, sums, whole)));
    return answers;
  }

  private void addUpYears(Map<Period, Map<String, AreaTotal>> byPeriod, Map<Period, Map<String, AreaTotal>> byYear) {
    byPeriod.forEach(
        (period, sums) -> {
          Period year = Period.financialYear(period.financialYear());
          Map<String, AreaTotal> yearly = byYear.computeIfAbsent(year, y -> new TreeMap<>());
          sums.forEach((area, sum) -> {
            AreaTotal longer = yearly.computeIfAbsent(area, a -> new AreaTotal());
            if (indicator.averaged()) {
              longer.addAverage(sum, period.days(), year.days());
            } else {
              longer.add(sum, 1);
            }
          });
        });
    byYear.values().forEach(sums -> sums.values().forEach(AreaTotal::average));
  }

  private Map<String, AreaTotal> sums(Geography geography, Period period, List<OrganisationContributions.Part> of) {
    Map<String, AreaTotal> sums = new TreeMap<>();
    if (geography.family().equals(Geography.OWN)) {
      areas.listAreas(geography.id()).forEach(area -> sums.put(area.code(), new AreaTotal()));
    }
    for (OrganisationContributions.Part part : of) {
      if (indicator.isRecordLevel() && geography.id().equals("country")) {
        sums.computeIfAbsent(ENGLAND.get(0).areaCode(), a -> new AreaTotal()).addPublished(part);
        continue;
      }
      double left = 1;
      for (AreaShare share : shares(geography, parts.organisations().get(part.org()), period)) {
        sums.computeIfAbsent(share.areaCode(), a -> new AreaTotal()).add(part, share.weight());
        left -= share.weight();
      }
      if (left > 1e-9) {
        sums.computeIfAbsent(IndicatorValue.UNASSIGNED, a -> new AreaTotal()).add(part, left);
      }
    }
    return sums;
  }

  private List<AreaShare> shares(Geography geography, String org, Period period) {
    return geography.id().equals("country")
        ? ENGLAND
        : areas.listShares(basis, indicator.memberKind(), org, geography.id(), period.start());
  }

  private List<IndicatorValue> answers(Geography geography, Period period, Map<String, AreaTotal> sums, int whole) {
    List<IndicatorValue> answers = new ArrayList<>();
    sums.forEach((area, sum) -> answers.add(answer(geography, period, area, sum, whole)));
    return IndicatorValue.ranked(answers);
  }

  private IndicatorValue answer(Geography geography, Period period, String area, AreaTotal sum, int whole) {
    if (area.equals(IndicatorValue.UNASSIGNED)) {
      int all = sum.members().cardinality();
      String who = AreaTotal.codes(sum.members(), parts.organisations(), 12);
      String more = all > 12 ? " and " + (all - 12) + " more" : "";
      Estimate none = Estimate.none(ResultStatus.NOT_APPLICABLE, "");
      return new IndicatorValue(
          indicator.id(), geography.id(), area, "In no area of this geography", period, basis.id(),
          sum.known ? sum.numerator : Double.NaN,
          indicator.denominator().isEmpty() || !sum.known ? Double.NaN : sum.denominator, indicator.multiplier(),
          none, 0, 0,
          Double.NaN, true, IndicatorValue.UNASSIGNED, "belongs to no area: " + who + more);
    }
    String name = areas.findArea(geography.id(), area).map(Area::name).orElse(area);
    double numerator = sum.known ? sum.numerator : Double.NaN;
    double counted = sum.known ? sum.denominator : Double.NaN;
    double denominator = indicator.denominator().isEmpty() ? people.near(geography.id(), area, period) : counted;
    Estimate estimate =
        sum.known
            ? estimate(numerator, denominator)
            : Estimate.none(ResultStatus.MISSING, "no organisation here gave a figure");
    double covered = Math.min(1, sum.periods / (double) whole);
    double expected = sum.reported + sum.lost;
    double completeness = expected > 0 ? covered * sum.reported / expected : covered;
    String reason = reason(sum, whole, completeness, estimate, geography, area, period);
    String broken = broken(sum, geography, area, period);
    String status = IndicatorValue.REPORTED;
    if (Double.isNaN(estimate.value())) {
      status = IndicatorValue.NO_VALUE;
    } else if (completeness < COMPLETE) {
      status = IndicatorValue.INCOMPLETE;
    } else if (!broken.isEmpty()) {
      status = IndicatorValue.NOT_COMPARABLE;
      reason = broken + "; not ranked" + (reason.isEmpty() ? "" : "; " + reason);
    }
    return new IndicatorValue(
        indicator.id(), geography.id(), area, name, period, basis.id(), numerator, denominator,
        indicator.multiplier(), estimate, 0, 0, completeness, sum.periods >= whole, status, reason);
  }

  /** Explains why a value is not comparable: the population dates from after a change of the code's extent. */
  private String broken(AreaTotal sum, Geography geography, String area, Period period) {
    if (!indicator.denominator().isEmpty()
        || geography.id().equals("country")
        || !sum.members().intersects(broken)) {
      return "";
    }
    LocalDate counted = people.day(geography.id(), area, period);
    if (counted == null) {
      return "";
    }
    return sum.members().stream()
        .mapToObj(m -> breaks.find(indicator.memberKind(), parts.organisations().get(m), period.start(), counted))
        .flatMap(Optional::stream)
        .map(CodeBreaks.Break::reason)
        .collect(Collectors.joining("; "));
  }

  private Estimate estimate(double numerator, double denominator) {
    if (Double.isNaN(denominator) || denominator <= 0) {
      return Estimate.none(ResultStatus.MISSING, "nothing to divide by");
    }
    return switch (indicator.method()) {
      case RATE -> Rates.crude(numerator, denominator, indicator.multiplier());
      case PROPORTION -> Proportions.wilson(numerator, denominator, indicator.multiplier());
      case RATIO -> new Estimate(
          numerator / denominator * indicator.multiplier(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, "none",
          ResultStatus.OK, "");
    };
  }

  private String reason(
      AreaTotal sum, int whole, double completeness, Estimate estimate, Geography geography, String area, Period period) {
    if (sum.members().isEmpty()) {
      return "no organisation in this area sends this return: it has no "
          + (indicator.memberKind().equals(Membership.CCG) ? "commissioning group, so no population" : "provider")
          + " in this period";
    }
    List<String> reasons = new ArrayList<>();
    if (parts.artificial()) {
      reasons.add("artificial records: draw no conclusions");
    }
    if (Double.isNaN(estimate.value())) {
      reasons.add(
          sum.known && indicator.denominator().isEmpty()
              ? "no population for this area"
              : "no organisation here gave a figure");
    }
    if (sum.periods < whole) {
      reasons.add(
          "%d of %d %ss are present".formatted(sum.periods, whole, indicator.period().id()));
    }
    if (!sum.gaps().isEmpty()) {
      String who = AreaTotal.codes(sum.gaps(), parts.organisations(), 6);
      String more = sum.gaps().cardinality() > 6 ? " and others" : "";
      double share = sum.lost / (sum.reported + sum.lost);
      reasons.add(
          "about %.1f%% is missing (%s, or a figure far below the usual): %s%s"
              .formatted(100 * share, indicator.isRecordLevel() ? "withheld" : "no return", who, more));
    }
    if (completeness < COMPLETE) {
      reasons.add("not ranked");
    }
    if (indicator.denominator().isEmpty() && !Double.isNaN(estimate.value())) {
      int year = people.day(geography.id(), area, period).getYear();
      if (year != period.start().getYear()) {
        reasons.add("population of mid-" + year);
      }
    }
    return String.join("; ", reasons);
  }
}

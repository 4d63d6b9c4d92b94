package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Proportions;
import uk.footprints.statistics.Rates;
import uk.footprints.statistics.ResultStatus;
import uk.footprints.text.DecimalDigits;

/**
 * Computes an indicator for the areas of a geography: assigns organisations' figures to their areas, adds periods up to
 * financial years, and marks incomplete areas before it ranks the rest. It uses plain Java, because the result is only
 * about a hundred areas by a hundred months.
 */
public final class IndicatorCalculator {

  /** By default, an area with a smaller fraction of its expected returns is not compared with others. */
  public static final double COMPLETE = 0.98;

  private static final String COUNTRY = "country";
  private static final String ENGLAND = "E92000001";
  private static final Geography FIRST_FOOTPRINTS = Geography.get("stp_2016");
  private static final double ROUNDING = 1e-9;
  /** Sums that differ by less than this share are the same. */
  private static final double WHOLE = 0.0005;
  private static final int MOST_MISSING = 6;
  private static final int MOST_UNASSIGNED = 12;

  private final Indicator indicator;
  private final OrganisationContributions parts;
  private final Areas areas;
  private final AreaPopulation people;
  private final Basis basis;
  /** Whether a geography has areas. */
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

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
  }

  /** Computes the values of every geography for which the indicator has any. */
  public List<IndicatorValue> of(List<Geography> geographies) {
    return geographies.stream().filter(indicator::answersFor).flatMap(g -> of(g).stream()).toList();
  }

  /** Returns the indicator. */
  public Indicator indicator() {
    return indicator;
  }

  /** Computes the values of every area and period, months and quarters first, then financial years. */
  public List<IndicatorValue> of(Geography geography) {
    MemberShares shares = new MemberShares(areas, basis, indicator.memberKind(), parts.organisations());
    Map<Period, Map<String, AreaTotal>> byPeriod = new TreeMap<>();
    parts.byPeriod().forEach((period, of) -> byPeriod.put(period, sums(geography, shares, period, of)));
    Map<Period, Map<String, AreaTotal>> byYear = new TreeMap<>();
    if (indicator.period() != PeriodKind.FINANCIAL_YEAR) {
      addUpYears(byPeriod, byYear);
    }
    parts.byYear().forEach((year, of) -> {
      Map<String, AreaTotal> sums = sums(geography, shares, year, of);
      // A figure of the year is of all of it where no shorter periods are published beside it.
      int shorter = periodsOf(year).size();
      int there = shorter == 0 ? periodsOfYear() : shorter;
      sums.values().forEach(sum -> {
        sum.periods = there;
        sum.covered = there;
      });
      byYear.put(year, sums);
    });
    List<IndicatorValue> answers = new ArrayList<>();
    ofInterest(byPeriod).forEach((period, sums) -> answers.addAll(answers(geography, period, sums, 1)));
    int whole = periodsOfYear();
    ofInterest(byYear).forEach((year, sums) -> answers.addAll(answers(geography, year, sums, whole)));
    return answers;
  }

  /** Returns the totals themselves or, for a contribution to growth, their changes on the year before. */
  private Map<Period, Map<String, AreaTotal>> ofInterest(Map<Period, Map<String, AreaTotal>> totals) {
    if (!indicator.isContribution()) {
      return totals;
    }
    Map<Period, Map<String, AreaTotal>> changes = new TreeMap<>();
    totals.forEach((period, areas) -> {
      Map<String, AreaTotal> before = totals.getOrDefault(period.yearBefore(), Map.of());
      Map<String, AreaTotal> since = new TreeMap<>();
      areas.forEach((area, sum) -> {
        if (before.containsKey(area)) {
          since.put(area, sum.since(before.get(area)));
        }
      });
      changes.put(period, since);
    });
    return changes;
  }

  private int periodsOfYear() {
    return indicator.period() == PeriodKind.MONTH ? 12 : 4;
  }

  private List<Period> periodsOf(Period year) {
    return parts.byPeriod().keySet().stream().filter(p -> p.financialYear() == year.financialYear()).toList();
  }

  private void addUpYears(Map<Period, Map<String, AreaTotal>> byPeriod, Map<Period, Map<String, AreaTotal>> byYear) {
    byPeriod.forEach(
        (period, sums) -> {
          Period year = Period.financialYear(period.financialYear());
          Map<String, AreaTotal> yearly = byYear.computeIfAbsent(year, y -> new TreeMap<>());
          sums.forEach((area, sum) -> {
            AreaTotal longer = yearly.computeIfAbsent(area, a -> new AreaTotal());
            switch (indicator.rollUp()) {
              case SUM -> longer.add(sum, 1);
              case MEAN -> longer.addAverage(sum, year.days());
              case LAST -> longer.addLast(sum);
            }
          });
        });
    byYear.values().forEach(sums -> sums.values().forEach(AreaTotal::average));
  }

  private Map<String, AreaTotal> sums(
      Geography geography, MemberShares shares, Period period, List<OrganisationContributions.Part> of) {
    Map<String, AreaTotal> sums = new TreeMap<>();
    if (geography.family().equals(Geography.OWN)) {
      areas.listAreas(geography.id()).forEach(area -> sums.put(area.code(), new AreaTotal()));
    }
    Optional<OrganisationContributions.Part> published =
        of.stream().filter(part -> parts.isCountry(part) && part.known()).findFirst();
    if (geography.id().equals(COUNTRY) && published.isPresent()) {
      sums.put(ENGLAND, publishedCountry(published.get(), of));
    }
    boolean country = geography.id().equals(COUNTRY);
    MemberShares.OnDay placed = shares.on(country ? footprints(period) : geography, period.start());
    for (OrganisationContributions.Part part : of) {
      if (parts.isCountry(part) || country && published.isPresent()) {
        continue;
      }
      if (country) {
        addToCountry(sums.computeIfAbsent(ENGLAND, a -> new AreaTotal()), part, placed(part, period, placed));
        continue;
      }
      double left = 1;
      for (AreaShare share : placed.of(part.org())) {
        sums.computeIfAbsent(share.areaCode(), a -> new AreaTotal()).add(part, share.weight());
        left -= share.weight();
      }
      if (left > ROUNDING) {
        sums.computeIfAbsent(IndicatorValue.UNASSIGNED, a -> new AreaTotal()).add(part, left);
      }
    }
    sums.values().forEach(sum -> sum.cover(parts.rolledUp().days(period), period.days()));
    return sums;
  }

  /** Returns England's own figures, as its publisher has them, beside the sums of organisations. */
  private AreaTotal publishedCountry(
      OrganisationContributions.Part country, List<OrganisationContributions.Part> all) {
    AreaTotal england = new AreaTotal();
    england.add(country, 1);
    if (all.size() > 1) {
      england.organisationsNumerator = 0;
      england.organisationsDenominator = 0;
      for (OrganisationContributions.Part part : all) {
        if (!parts.isCountry(part)) {
          england.organisationsNumerator += part.numerator();
          england.organisationsDenominator += part.denominator();
        }
      }
    }
    return england;
  }

  /**
   * Adds an organisation to England, and notes what of it is in no footprint of the time. A rate that is standardised
   * by England's people leaves this part out, so that observed and expected are equal over all areas.
   *
   * @param placed the share of the organisation that is in the footprints of the time
   */
  private void addToCountry(AreaTotal england, OrganisationContributions.Part part, double placed) {
    if (indicator.isRecordLevel()) {
      england.addPublished(part);
      england.addOutside(
          part, part.published().numerator() * (1 - placed), part.published().denominator() * (1 - placed));
      return;
    }
    double counted = indicator.ageWeighted() ? placed : 1;
    if (counted > 0) {
      england.add(part, counted);
    }
    england.addOutside(part, part.numerator() * (1 - placed), part.denominator() * (1 - placed));
  }

  /** Returns the share of an organisation that is in the footprints of the time; 1 where these are not known. */
  private double placed(OrganisationContributions.Part part, Period period, MemberShares.OnDay footprints) {
    if (!known.computeIfAbsent(footprints(period).id(), id -> !areas.listAreas(id).isEmpty())) {
      return 1;
    }
    double placed = 0;
    for (AreaShare share : footprints.of(part.org())) {
      placed += share.weight();
    }
    return placed > 1 - ROUNDING ? 1 : placed;
  }

  private static Geography footprints(Period period) {
    return Geography.findFootprints(period.start()).orElse(FIRST_FOOTPRINTS);
  }

  private List<IndicatorValue> answers(Geography geography, Period period, Map<String, AreaTotal> sums, int whole) {
    List<IndicatorValue> answers = new ArrayList<>();
    sums.forEach(
        (area, sum) ->
            answers.add(
                area.equals(IndicatorValue.UNASSIGNED)
                    ? unassigned(geography, period, sums)
                    : answer(geography, period, area, sum, whole)));
    return IndicatorValue.ranked(answers);
  }

  private IndicatorValue unassigned(Geography geography, Period period, Map<String, AreaTotal> sums) {
    AreaTotal sum = sums.get(IndicatorValue.UNASSIGNED);
    boolean divided = !indicator.denominator().isEmpty();
    String who = AreaTotal.codes(sum.members(), parts.organisations(), MOST_UNASSIGNED);
    String amounts =
        sum.known
            ? "; " + CountryShare.of(
                sum.numerator, sums.values().stream().mapToDouble(s -> s.numerator).sum(), sum.denominator,
                divided ? sums.values().stream().mapToDouble(s -> s.denominator).sum() : 0)
            : "";
    return new IndicatorValue(
        indicator.id(), geography.id(), IndicatorValue.UNASSIGNED, "In no area of this geography", period, basis.id(),
        sum.known ? sum.numerator : Double.NaN, divided && sum.known ? sum.denominator : Double.NaN,
        indicator.multiplier(), Estimate.none(ResultStatus.NOT_APPLICABLE, ""), 0, 0, Double.NaN, true,
        IndicatorValue.UNASSIGNED, "belongs to no area: " + who + amounts);
  }

  private IndicatorValue answer(Geography geography, Period period, String area, AreaTotal sum, int whole) {
    String name = areas.findArea(geography.id(), area).map(Area::name).orElse(area);
    double numerator = sum.known ? sum.numerator : Double.NaN;
    double counted = sum.known ? sum.denominator : Double.NaN;
    double denominator = indicator.denominator().isEmpty() ? people.near(geography.id(), area, period) : counted;
    Estimate estimate =
        sum.known
            ? estimate(numerator, denominator)
            : Estimate.none(ResultStatus.MISSING, "no organisation here gave a figure");
    double covered = Math.min(1, sum.covered / whole);
    double expected = sum.reported + sum.lost;
    double completeness = expected > 0 ? covered * sum.reported / expected : covered;
    List<String> reasons = reasons(sum, whole, completeness, estimate, geography, area, period);
    Set<String> broken = broken(geography, area, period);
    String status = IndicatorValue.REPORTED;
    if (Double.isNaN(estimate.value())) {
      status = IndicatorValue.NO_VALUE;
    } else if (completeness < indicator.completeness()) {
      status = IndicatorValue.INCOMPLETE;
    } else if (!broken.isEmpty()) {
      status = IndicatorValue.NOT_COMPARABLE;
      reasons.add(0, String.join("; ", broken) + "; not ranked");
    }
    return new IndicatorValue(
        indicator.id(), geography.id(), area, name, period, basis.id(), numerator, denominator,
        indicator.multiplier(), estimate, 0, 0, completeness, sum.covered > whole - ROUNDING, status,
        String.join("; ", reasons));
  }

  /**
   * Explains why a value is not of one land: the area's land changed within the period, or between the period and the
   * day of the boundaries by which its people were counted.
   */
  private Set<String> broken(Geography geography, String area, Period period) {
    Set<String> reasons = new LinkedHashSet<>();
    if (!geography.id().equals(COUNTRY)) {
      LocalDate first = indicator.isContribution() ? period.yearBefore().start() : period.start();
      reasons.addAll(breaks(geography, area, first, period.end()));
      LocalDate counted = indicator.denominator().isEmpty() ? people.land(geography.id(), area, period) : null;
      if (counted != null) {
        reasons.addAll(breaks(geography, area, period.start(), counted));
      }
    }
    return reasons;
  }

  private List<String> breaks(Geography geography, String area, LocalDate one, LocalDate other) {
    return areas.listBreaks(basis, indicator.memberKind(), geography.id(), area, one, other);
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

  private List<String> reasons(
      AreaTotal sum, int whole, double completeness, Estimate estimate, Geography geography, String area,
      Period period) {
    List<String> reasons = new ArrayList<>();
    if (sum.members().isEmpty() && !geography.id().equals(COUNTRY)) {
      reasons.add("no organisation in this area sends this return: it has no "
          + (indicator.memberKind().equals(Membership.CCG) ? "commissioning group, so no population" : "provider")
          + " in this period");
      return reasons;
    }
    if (parts.artificial()) {
      reasons.add("artificial records: draw no conclusions");
    }
    if (Double.isNaN(estimate.value())) {
      reasons.add(
          sum.known && indicator.denominator().isEmpty()
              ? "no population for this area"
              : sum.members().isEmpty()
                  ? "no organisation that belongs to an area gave a figure"
                  : "no organisation here gave a figure");
    }
    if (sum.covered < whole - ROUNDING) {
      reasons.add(
          sum.covered < sum.periods - ROUNDING
              ? "%d of %d days are present".formatted(sum.days, period.days())
              : "%d of %d %ss are present".formatted(sum.periods, whole, indicator.period().id()));
    }
    if (!sum.gaps().isEmpty()) {
      reasons.add(
          share(sum.lost / (sum.reported + sum.lost)) + " is missing ("
              + (indicator.isRecordLevel() ? "withheld" : "no return") + ", or a figure far below the usual): "
              + AreaTotal.codes(sum.gaps(), parts.organisations(), MOST_MISSING));
    }
    if (completeness < indicator.completeness()) {
      reasons.add("not ranked");
    }
    if (indicator.denominator().isEmpty() && !Double.isNaN(estimate.value())) {
      String note = people.note(geography.id(), area, period);
      if (!note.isEmpty()) {
        reasons.add(note);
      }
    }
    if (geography.id().equals(COUNTRY)) {
      addCountryReasons(reasons, sum, period);
    }
    return reasons;
  }

  /** Says how England's figures differ from those of all areas together, and from those that its publisher prints. */
  private void addCountryReasons(List<String> reasons, AreaTotal sum, Period period) {
    boolean divided = !indicator.denominator().isEmpty();
    String published = publishedCountryReason(sum);
    if (!published.isEmpty()) {
      reasons.add(published);
    }
    if (!sum.outside().isEmpty()) {
      boolean left = indicator.ageWeighted();
      String amounts =
          CountryShare.of(
              sum.outsideNumerator, left ? sum.numerator + sum.outsideNumerator : sum.numerator,
              sum.outsideDenominator, divided ? sum.denominator : 0);
      String who = AreaTotal.codes(sum.outside(), parts.organisations(), MOST_MISSING);
      String where = "belong to no area of " + footprints(period).id() + " (" + who + ")";
      reasons.add(
          left
              ? amounts + " " + where + " and are left out, so that observed and expected are of the same people"
              : amounts + " " + where + ", so areas add up to less");
    }
    List<Period> periods =
        period.kind() == indicator.period() ? List.of(period) : periodsOf(period);
    String series =
        parts.country().reason(
            sum.known ? sum.numerator : Double.NaN, sum.known && divided ? sum.denominator : Double.NaN, periods);
    if (!series.isEmpty()) {
      reasons.add(series);
    }
  }

  /** Says what part of England's own figures the organisations add up to; empty where it is the whole. */
  private String publishedCountryReason(AreaTotal sum) {
    if (!(sum.organisationsNumerator > 0)) {
      return "";
    }
    double counted = sum.organisationsNumerator / sum.numerator;
    double divided = indicator.denominator().isEmpty() ? 1 : sum.organisationsDenominator / sum.denominator;
    if (Math.abs(counted - 1) < WHOLE && Math.abs(divided - 1) < WHOLE) {
      return "";
    }
    String of = indicator.denominator().isEmpty() ? "" : " and %.1f%% of its denominator".formatted(100 * divided);
    return "England's own figure is used; organisations, some of whose figures are rounded, withheld or without a row, "
        + "add up to %.1f%% of its numerator%s".formatted(100 * counted, of);
  }

  /** Writes an estimated share, from 0 to 1, in per cent; the smallest are not written as nothing. */
  private static String share(double share) {
    return 100 * share < 0.05 ? "less than 0.1%" : "about " + DecimalDigits.oneDecimal(100 * share) + "%";
  }
}

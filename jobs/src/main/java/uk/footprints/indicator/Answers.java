package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Breaks;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Share;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Proportions;
import uk.footprints.statistics.Rates;
import uk.footprints.statistics.Status;

/**
 * Computes indicators for the areas of a geography: organisations' figures go to their areas, periods are added up to
 * financial years, and what is missing is told before anything is ranked. Plain Java: a hundred areas by a hundred
 * months.
 */
public final class Answers {

  /** An area with less of its expected returns is not compared with others. */
  public static final double COMPLETE = 0.98;

  private final Indicator indicator;
  private final Figures figures;
  private final Areas areas;
  private final People people;
  private final Basis basis;
  private final Returns returns;
  private final NavigableSet<Period> periods;
  private final Map<String, Set<Period>> asked = new HashMap<>();
  private final Set<String> organisations = new TreeSet<>();
  private final Map<Period, Map<String, Sum>> owns = new HashMap<>();
  private final Breaks breaks = Breaks.reference();

  /**
   * An indicator, ready for any geography.
   *
   * @param indicator which
   * @param figures its organisations' figures
   * @param returns which of them are missing, as {@link #gaps} finds
   * @param areas where they lie
   * @param people who lives there
   * @param basis as was or as now
   */
  public Answers(
      Indicator indicator, Figures figures, Returns returns, Areas areas, People people, Basis basis) {
    this.indicator = indicator;
    this.figures = figures;
    this.areas = areas;
    this.people = people;
    this.basis = basis;
    this.returns = returns;
    this.periods = figures.periods(indicator.dataset(), indicator.weight());
    periods.removeIf(p -> p.kind() != indicator.period());
    for (String measure : indicator.measures()) {
      asked.put(measure, figures.periods(indicator.dataset(), measure));
      organisations.addAll(figures.of(indicator.dataset(), measure).keySet());
    }
    periods.forEach(period -> owns.put(period, owns(period)));
  }

  /** The returns that an indicator misses, on whatever basis its figures are added up. */
  public static Returns gaps(Indicator indicator, Figures figures) {
    double smallest = indicator.averaged() ? 20 : 300;
    return Returns.find(figures, indicator.dataset(), indicator.weight(), smallest);
  }

  /** What an area has in a period. */
  private static final class Sum {
    double numerator;
    double denominator;
    double reported;
    double lost;
    final Set<String> gaps = new LinkedHashSet<>();
    final Set<String> members = new LinkedHashSet<>();
    final Set<Period> periods = new HashSet<>();

    void add(Sum other, double weight, Period period) {
      numerator += other.numerator * weight;
      denominator += other.denominator * weight;
      reported += other.reported * weight;
      lost += other.lost * weight;
      gaps.addAll(other.gaps);
      members.addAll(other.members);
      periods.add(period);
    }
  }

  /** The answers for every area and period, months and quarters first, then financial years. */
  public List<Answer> of(Geography geography) {
    Map<Period, Map<String, Sum>> byPeriod = new TreeMap<>();
    for (Period period : periods) {
      byPeriod.put(period, sums(geography, period));
    }
    Map<Period, Map<String, Sum>> byYear = new TreeMap<>();
    byPeriod.forEach(
        (period, sums) -> {
          Period year = Period.financialYear(period.financialYear());
          Map<String, Sum> yearly = byYear.computeIfAbsent(year, y -> new TreeMap<>());
          double weight = indicator.averaged() ? period.days() / (double) year.days() : 1;
          sums.forEach((area, sum) -> yearly.computeIfAbsent(area, a -> new Sum()).add(sum, weight, period));
        });
    List<Answer> answers = new ArrayList<>();
    byPeriod.forEach((period, sums) -> answers.addAll(answers(geography, period, sums, 1)));
    int whole = indicator.period() == PeriodKind.MONTH ? 12 : 4;
    byYear.forEach((year, sums) -> answers.addAll(answers(geography, year, sums, whole)));
    return answers;
  }

  private Map<String, Sum> sums(Geography geography, Period period) {
    Map<String, Sum> sums = new TreeMap<>();
    if (geography.family().equals(Geography.OWN)) {
      areas.listAreas(geography.id()).forEach(area -> sums.put(area.code(), new Sum()));
    }
    for (Map.Entry<String, Sum> entry : owns.get(period).entrySet()) {
      String org = entry.getKey();
      Sum own = entry.getValue();
      List<Share> shares =
          geography.id().equals("country")
              ? List.of(new Share("E92000001", 1, "whole"))
              : areas.listShares(basis, indicator.memberKind(), org, geography.id(), period.start());
      for (Share share : shares) {
        sums.computeIfAbsent(share.areaCode(), a -> new Sum()).add(own, share.weight(), period);
      }
      double placed = shares.stream().mapToDouble(Share::weight).sum();
      if (placed < 1 - 1e-9) {
        sums.computeIfAbsent(Answer.UNASSIGNED, a -> new Sum()).add(own, 1 - placed, period);
      }
    }
    return sums;
  }

  /** The part of every organisation that has one. */
  private Map<String, Sum> owns(Period period) {
    Map<String, Sum> owns = new TreeMap<>();
    Set<String> known =
        asked.keySet().stream().filter(m -> asked.get(m).contains(period)).collect(Collectors.toSet());
    for (String org : organisations) {
      Sum own = own(org, period, known);
      if (own != null) {
        owns.put(org, own);
      }
    }
    return owns;
  }

  /** An organisation's part; null when it reported nothing and nothing was to be expected. */
  private Sum own(String org, Period period, Set<String> known) {
    double lost = returns.lost(org, period);
    boolean any = asked.keySet().stream().anyMatch(m -> figures.has(indicator.dataset(), m, org, period));
    if (!any && lost == 0) {
      return null;
    }
    double weight = figures.value(indicator.dataset(), indicator.weight(), org, period);
    double numerator = terms(indicator.numerator(), org, period, known);
    double denominator = terms(indicator.denominator(), org, period, known);
    Sum sum = new Sum();
    sum.members.add(org);
    if (Double.isNaN(numerator) || Double.isNaN(denominator)) {
      sum.lost = Math.max(lost, Double.isNaN(weight) ? 0 : weight);
    } else {
      sum.numerator = numerator;
      sum.denominator = denominator;
      sum.reported = Double.isNaN(weight) ? 0 : weight;
      sum.lost = lost;
    }
    if (sum.lost > 0) {
      sum.gaps.add(org);
    }
    return sum;
  }

  /**
   * Some tables have a row for each kind of department that an organisation has: one that it does not have counts
   * nothing, where others have that measure in the period; a measure that nobody has is not known.
   */
  private double terms(List<Indicator.Term> terms, String org, Period period, Set<String> known) {
    double sum = 0;
    for (Indicator.Term term : terms) {
      boolean nothing =
          known.contains(term.measure()) && !figures.has(indicator.dataset(), term.measure(), org, period);
      sum += nothing ? 0 : term.sign() * figures.value(indicator.dataset(), term.measure(), org, period);
    }
    return sum;
  }

  private List<Answer> answers(Geography geography, Period period, Map<String, Sum> sums, int whole) {
    List<Answer> answers = new ArrayList<>();
    sums.forEach((area, sum) -> answers.add(answer(geography, period, area, sum, whole)));
    return rank(answers);
  }

  private Answer answer(Geography geography, Period period, String area, Sum sum, int whole) {
    if (area.equals(Answer.UNASSIGNED)) {
      String who = sum.members.stream().limit(12).collect(Collectors.joining(" "));
      String more = sum.members.size() > 12 ? " and " + (sum.members.size() - 12) + " more" : "";
      Estimate none = Estimate.none(Status.NOT_APPLICABLE, "");
      return new Answer(
          indicator.id(), geography.id(), area, "In no area of this geography", period, basis.id(), sum.numerator,
          indicator.denominator().isEmpty() ? Double.NaN : sum.denominator, indicator.multiplier(), none, 0, 0,
          Double.NaN, true, Answer.UNASSIGNED, "belongs to no area: " + who + more);
    }
    String name = areas.findArea(geography.id(), area).map(Area::name).orElse(area);
    double denominator =
        indicator.denominator().isEmpty() ? people.near(geography.id(), area, period) : sum.denominator;
    Estimate estimate = estimate(sum.numerator, denominator);
    double covered = Math.min(1, sum.periods.size() / (double) whole);
    double expected = sum.reported + sum.lost;
    double completeness = expected > 0 ? covered * sum.reported / expected : covered;
    String reason = reason(sum, whole, completeness, estimate, geography, area, period);
    String broken = broken(sum, geography, area, period);
    String status = Answer.REPORTED;
    if (Double.isNaN(estimate.value())) {
      status = Answer.NO_VALUE;
    } else if (completeness < COMPLETE) {
      status = Answer.INCOMPLETE;
    } else if (!broken.isEmpty()) {
      status = Answer.NOT_COMPARABLE;
      reason = broken + "; not ranked" + (reason.isEmpty() ? "" : "; " + reason);
    }
    return new Answer(
        indicator.id(), geography.id(), area, name, period, basis.id(), sum.numerator, denominator,
        indicator.multiplier(), estimate, 0, 0, completeness, sum.periods.size() >= whole, status, reason);
  }

  /** People counted after a code's extent changed say nothing of figures from before. */
  private String broken(Sum sum, Geography geography, String area, Period period) {
    if (!indicator.denominator().isEmpty() || geography.id().equals("country")) {
      return "";
    }
    LocalDate counted = people.day(geography.id(), area, period);
    if (counted == null) {
      return "";
    }
    return sum.members.stream()
        .map(m -> breaks.find(indicator.memberKind(), m, period.start(), counted))
        .flatMap(Optional::stream)
        .map(Breaks.Break::reason)
        .collect(Collectors.joining("; "));
  }

  private Estimate estimate(double numerator, double denominator) {
    if (Double.isNaN(denominator) || denominator <= 0) {
      return Estimate.none(Status.MISSING, "nothing to divide by");
    }
    return switch (indicator.method()) {
      case RATE -> Rates.crude(numerator, denominator, indicator.multiplier());
      case PROPORTION -> Proportions.wilson(numerator, denominator, indicator.multiplier());
      case RATIO -> new Estimate(
          numerator / denominator * indicator.multiplier(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, "none",
          Status.OK, "");
    };
  }

  private String reason(
      Sum sum, int whole, double completeness, Estimate estimate, Geography geography, String area, Period period) {
    if (sum.members.isEmpty()) {
      return "nobody in this area sends this return: it has no "
          + (indicator.memberKind().equals(Membership.CCG) ? "commissioning group, so no population" : "provider")
          + " of that time";
    }
    List<String> reasons = new ArrayList<>();
    if (Double.isNaN(estimate.value())) {
      reasons.add(
          indicator.denominator().isEmpty() ? "no population for this area" : "no organisation here gave a figure");
    }
    if (sum.periods.size() < whole) {
      reasons.add(
          "%d of %d %ss are there".formatted(sum.periods.size(), whole, indicator.period().id()));
    }
    if (!sum.gaps.isEmpty()) {
      String who = sum.gaps.stream().limit(6).collect(Collectors.joining(" "));
      String more = sum.gaps.size() > 6 ? " and others" : "";
      double share = sum.lost / (sum.reported + sum.lost);
      reasons.add(
          "about %.1f%% is missing (no return, or a figure far below the usual): %s%s"
              .formatted(100 * share, who, more));
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

  /** 1 is the highest value; equal values share a rank; incomplete areas and a geography of one area have none. */
  private static List<Answer> rank(List<Answer> answers) {
    List<Answer> comparable =
        answers.stream()
            .filter(Answer::comparable)
            .sorted(Comparator.comparingDouble((Answer a) -> -a.estimate().value()))
            .toList();
    if (comparable.size() < 2) {
      return answers;
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (int i = 0; i < comparable.size(); i++) {
      boolean tied =
          i > 0 && comparable.get(i).estimate().value() == comparable.get(i - 1).estimate().value();
      ranks.put(
          comparable.get(i).areaCode(), tied ? ranks.get(comparable.get(i - 1).areaCode()) : i + 1);
    }
    return answers.stream()
        .map(a -> ranks.containsKey(a.areaCode()) ? a.ranked(ranks.get(a.areaCode()), comparable.size()) : a)
        .toList();
  }
}

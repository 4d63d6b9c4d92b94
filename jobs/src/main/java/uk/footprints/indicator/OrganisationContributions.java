package uk.footprints.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.footprints.area.Membership;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;

/**
 * Computes what each organisation contributes to an indicator in each period, and what it was expected to contribute.
 * Contributions do not depend on areas or basis, so they are computed once.
 */
public final class OrganisationContributions {

  private static final double FEWEST_EVENTS = 300;
  private static final double FEWEST_BEDS = 20;

  private final Indicator indicator;
  private final List<Indicator.Term> numerator;
  private final List<Indicator.Term> denominator;
  private final List<String> measures;
  private final String weight;
  private final Map<String, Set<Period>> measuredPeriods = new HashMap<>();
  private final RolledUpFigures rolledUp;
  private final ObservationSeries figures;
  private final CountryComparison country;
  private final MissingReturnDetector returns;
  private final ImplausibleBeds implausible;
  private final List<String> organisations;
  private final NavigableMap<Period, List<Part>> parts = new TreeMap<>();
  private final NavigableMap<Period, List<Part>> years = new TreeMap<>();
  private final boolean artificial;

  /**
   * An organisation's part in a period.
   *
   * @param org its index in {@link #organisations}
   * @param numerator its part of the numerator
   * @param denominator its part of the denominator
   * @param reported its weight, as reported
   * @param lost the estimated missing part of its weight
   * @param published its published figures, each counted even where the other is withheld; zero for all indicators
   *     that are not of records, in which nothing is withheld
   * @param known whether every figure that the indicator needs of it is there
   */
  record Part(
  int org,
  double numerator,
  double denominator,
  double reported,
  double lost,
  Published published,
  boolean known) {}

  /**
   * Published figures: a withheld figure counts 0 here, and is in the sum of all withheld figures.
   *
   * @param numerator the part of the numerator
   * @param denominator the part of the denominator
   */
  record Published(double numerator, double denominator) {

    private static final Published NONE = new Published(0, 0);
  }

  /**
   * The figures of one organisation.
   *
   * @param org its index in {@link #organisations}
   * @param code its code
   * @param byMeasure its figures by measure; a measure that it never reported is absent
   */
  private record OwnFigures(int org, String code, Map<String, PeriodSeries> byMeasure) {

    /** Returns a figure; not a number where it is unknown or where there is none. */
    double value(String measure, Period period) {
      return byMeasure.getOrDefault(measure, PeriodSeries.NONE).value(period);
    }

    boolean has(String measure, Period period) {
      return byMeasure.getOrDefault(measure, PeriodSeries.NONE).has(period);
    }

    boolean above(String measure, Period period) {
      return value(measure, period) > 0;
    }
  }

  private OrganisationContributions(
      Indicator indicator, ObservationSeries published, OrganisationRegister register) {
    this.indicator = indicator;
    this.numerator = List.copyOf(indicator.numerator());
    this.denominator = List.copyOf(indicator.denominator());
    this.measures = List.copyOf(indicator.measures());
    this.weight = indicator.weight();
    ObservationSeries members = published.ofMembers(indicator);
    this.rolledUp = RolledUpFigures.of(indicator, members);
    this.figures = rolledUp.figures();
    this.country = new CountryComparison(indicator, published);
    this.returns = returns(indicator, figures, register);
    this.implausible = ImplausibleBeds.find(indicator, figures);
    Set<String> known = new TreeSet<>();
    Set<Period> periods = new TreeSet<>();
    Map<String, Map<String, PeriodSeries>> series = new HashMap<>();
    // England's own days become months and quarters as those of organisations do.
    ObservationSeries whole =
        indicator.countryPublished() ? RolledUpFigures.of(indicator, published).figures() : figures;
    for (String measure : measures) {
      series.put(measure, withCountry(indicator, published, whole, measure));
      Set<Period> measured = new HashSet<>();
      series.get(measure).values().forEach(of -> measured.addAll(of.periods()));
      measuredPeriods.put(measure, measured);
      known.addAll(series.get(measure).keySet());
      if (measure.equals(weight)) {
        periods.addAll(measured);
      }
    }
    this.organisations = List.copyOf(known);
    this.artificial = figures.isArtificial(indicator.dataset());
    for (Period period : periods) {
      if (!indicator.covers(period)) {
        continue;
      }
      if (period.kind() == indicator.period()) {
        parts.put(period, new ContributionList());
      } else if (period.kind() == PeriodKind.FINANCIAL_YEAR) {
        years.put(period, new ContributionList());
      }
    }
    Map<Period, List<List<String>>> kinds = new HashMap<>();
    parts.keySet().forEach(period -> kinds.put(period, kinds(period)));
    years.keySet().forEach(period -> kinds.put(period, kinds(period)));
    for (int org = 0; org < organisations.size(); org++) {
      String code = organisations.get(org);
      Map<String, PeriodSeries> own = new HashMap<>();
      for (String measure : measures) {
        PeriodSeries ofMeasure = series.get(measure).get(code);
        if (ofMeasure != null) {
          own.put(measure, ofMeasure);
        }
      }
      OwnFigures of = new OwnFigures(org, code, own);
      parts.forEach((period, all) -> add(all, part(of, period, kinds.get(period))));
      years.forEach((period, all) -> add(all, part(of, period, kinds.get(period))));
    }
  }

  private static void add(List<Part> all, Part part) {
    if (part != null) {
      all.add(part);
    }
  }

  /** Returns the series of a measure, with England's own where its publisher's figure is used. */
  private Map<String, PeriodSeries> withCountry(
      Indicator of, ObservationSeries published, ObservationSeries whole, String measure) {
    Map<String, PeriodSeries> members = figures.of(of.dataset(), measure);
    Set<String> england =
        of.countryPublished() ? published.of(of.dataset(), measure, Indicator.COUNTRY).keySet() : Set.of();
    if (england.isEmpty()) {
      return members;
    }
    Map<String, PeriodSeries> both = new TreeMap<>(members);
    england.forEach(code -> both.put(code, whole.of(of.dataset(), measure).get(code)));
    return both;
  }

  /** Detects the returns of an indicator that are suspected to be missing. */
  public static MissingReturnDetector returns(
      Indicator indicator, ObservationSeries published, OrganisationRegister register) {
    if (!indicator.sentByMember() || indicator.role().equals(Indicator.COUNTRY)) {
      return MissingReturnDetector.none();
    }
    ObservationSeries figures = RolledUpFigures.of(indicator, published.ofMembers(indicator)).figures();
    double smallest = indicator.averaged() ? FEWEST_BEDS : FEWEST_EVENTS;
    ObservationSeries plausible = ImplausibleBeds.find(indicator, figures).withUsualBeds(indicator, figures);
    String role = indicator.memberKind().equals(Membership.CCG) ? "commissioner" : "provider";
    return MissingReturnDetector.find(
        plausible, indicator.dataset(), indicator.weight(), smallest, indicator.isRecordLevel(),
        (org, period) -> register.lastDay(role, org).filter(day -> day.isBefore(period.start())).isPresent(),
        org -> register.changes(role, org));
  }

  /**
   * Computes the contributions of an indicator's organisations from all figures.
   *
   * @param register the register of organisations, which says until when one reports
   */
  public static OrganisationContributions of(
      Indicator indicator, ObservationSeries figures, OrganisationRegister register) {
    return new OrganisationContributions(indicator, figures, register);
  }

  /** Returns the indicator. */
  public Indicator indicator() {
    return indicator;
  }

  /** Returns whether a part is England's own, as its publisher has it. */
  boolean isCountry(Part part) {
    return indicator.countryPublished() && organisations.get(part.org()).equals(ObservationSeries.ENGLAND);
  }

  /** Returns the codes of the organisations, in order. */
  List<String> organisations() {
    return organisations;
  }

  /** Returns the contributions by month or quarter, whichever is the indicator's period. */
  NavigableMap<Period, List<Part>> byPeriod() {
    return parts;
  }

  /** Returns the contributions of financial years that have published figures, instead of sums of months. */
  NavigableMap<Period, List<Part>> byYear() {
    return years;
  }

  /** Returns how the figures of its periods were made of shorter ones. */
  RolledUpFigures rolledUp() {
    return rolledUp;
  }

  /** Returns whether the figures are made of artificial records. */
  boolean artificial() {
    return artificial;
  }

  /** Returns the comparison with England's own series. */
  CountryComparison country() {
    return country;
  }

  /** Returns the missing returns that were detected. */
  public MissingReturnDetector returns() {
    return returns;
  }

  /** Computes an organisation's part; null when it reported nothing and nothing was expected. */
  private Part part(OwnFigures own, Period period, List<List<String>> kinds) {
    int org = own.org();
    String code = own.code();
    double lost = Math.max(returns.lost(code, period), absentDays(own, period));
    if (lost == 0 && measures.stream().noneMatch(measure -> own.has(measure, period))) {
      return null;
    }
    double whole = own.value(weight, period);
    double reported = Double.isNaN(whole) ? 0 : whole;
    double above = terms(numerator, own, period);
    double below = terms(denominator, own, period);
    Published published =
        indicator.isRecordLevel() ? new Published(Double.isNaN(above) ? 0 : above, Double.isNaN(below) ? 0 : below)
            : Published.NONE;
    if (implausible.concerns(indicator, code, period)) {
      return new Part(org, 0, 0, 0, implausible.usual(code, period), published, false);
    }
    if (indicator.isRecordLevel()) {
      return Double.isNaN(above) || Double.isNaN(below)
          ? new Part(org, 0, 0, 0, Math.max(lost, reported), published, false)
          : new Part(org, above, below, reported, lost, published, true);
    }
    if (Double.isNaN(above) || Double.isNaN(below) || !paired(own, period, kinds)) {
      double missing = Math.max(lost, reported);
      return new Part(org, 0, 0, 0, missing > 0 ? missing : estimate(own, period), published, false);
    }
    return new Part(org, above, below, reported, lost, published, hasFigure(own, period));
  }

  /** Estimates its weight on the days without a figure: like that on the others. */
  private double absentDays(OwnFigures own, Period period) {
    double share = rolledUp.share(own.code(), period);
    double reported = own.value(weight, period);
    return share == 1 || share == 0 || Double.isNaN(reported)
        ? 0
        : reported * (1 - share) / share;
  }

  /** Returns whether the organisation reported any figure. */
  private boolean hasFigure(OwnFigures own, Period period) {
    return measures.stream().anyMatch(measure -> !Double.isNaN(own.value(measure, period)));
  }

  /**
   * Returns the measures of a period, those of each kind of department together: the last word of a measure is the
   * kind.
   */
  private List<List<String>> kinds(Period period) {
    Map<String, List<String>> kinds = new TreeMap<>();
    Stream.concat(numerator.stream(), denominator.stream()).forEach(term -> {
      if (!period.start().isBefore(term.since()) && measuredPeriods.get(term.measure()).contains(period)) {
        String kind = term.measure().substring(term.measure().lastIndexOf('.') + 1);
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(term.measure());
      }
    });
    return List.copyOf(kinds.values());
  }

  /**
   * Returns whether an organisation counts in a ratio: it has figures on both sides, and for each kind of department
   * either every measure or none.
   */
  private boolean paired(OwnFigures own, Period period, List<List<String>> kinds) {
    boolean whole =
        kinds.stream()
            .allMatch(of -> of.stream().noneMatch(measure -> own.above(measure, period))
                || of.stream().allMatch(measure -> own.has(measure, period)));
    if (!whole || denominator.isEmpty()) {
      return whole;
    }
    boolean counted = numerator.stream().anyMatch(term -> own.has(term.measure(), period));
    boolean divided = denominator.stream().anyMatch(term -> own.has(term.measure(), period));
    return counted && divided
        || Stream.concat(numerator.stream(), denominator.stream())
            .noneMatch(term -> own.above(term.measure(), period));
  }

  /** Estimates its weight: another of its figures, times the country's ratio of the weight to that figure. */
  private double estimate(OwnFigures own, Period period) {
    for (String measure : measures) {
      if (!measure.equals(weight) && own.above(measure, period)) {
        double country = figures.total(indicator.dataset(), measure, period);
        double whole = figures.total(indicator.dataset(), weight, period);
        return own.value(measure, period) * whole / country;
      }
    }
    return 0;
  }

  /**
   * Adds up terms. Some tables have a row for each kind of department that an organisation has: a kind without a row
   * counts 0 where others have that measure in the period. A measure that no organisation has is unknown.
   */
  private double terms(List<Indicator.Term> terms, OwnFigures own, Period period) {
    double sum = 0;
    for (Indicator.Term term : terms) {
      if (period.start().isBefore(term.since())) {
        continue;
      }
      if (own.has(term.measure(), period)) {
        sum += term.sign() * own.value(term.measure(), period);
      } else if (!measuredPeriods.get(term.measure()).contains(period)) {
        return Double.NaN;
      }
    }
    return sum;
  }
}

package uk.footprints.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.area.Membership;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.area.ReferenceData;
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
  private final Map<String, Map<String, NavigableMap<Period, Double>>> series = new HashMap<>();
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
   * @param published its published figures, each counted even where the other is withheld
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
  record Published(double numerator, double denominator) {}

  private OrganisationContributions(Indicator indicator, ObservationSeries published) {
    this.indicator = indicator;
    ObservationSeries members = published.ofMembers(indicator);
    this.rolledUp = RolledUpFigures.of(indicator, members);
    this.figures = rolledUp.figures();
    this.country = new CountryComparison(indicator, published);
    this.returns = returns(indicator, figures);
    this.implausible = ImplausibleBeds.find(indicator, figures);
    Set<String> known = new TreeSet<>();
    Set<Period> periods = new TreeSet<>();
    for (String measure : indicator.measures()) {
      series.put(measure, withCountry(indicator, published, measure));
      Set<Period> measured = new TreeSet<>();
      series.get(measure).values().forEach(of -> measured.addAll(of.keySet()));
      measuredPeriods.put(measure, measured);
      known.addAll(series.get(measure).keySet());
      if (measure.equals(indicator.weight())) {
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
        parts.put(period, find(period));
      } else if (period.kind() == PeriodKind.FINANCIAL_YEAR) {
        years.put(period, find(period));
      }
    }
  }

  /** Returns the series of a measure, with England's own where its publisher's figure is used. */
  private Map<String, NavigableMap<Period, Double>> withCountry(
      Indicator of, ObservationSeries published, String measure) {
    Map<String, NavigableMap<Period, Double>> members = figures.of(of.dataset(), measure);
    Map<String, NavigableMap<Period, Double>> england =
        of.countryPublished() ? published.of(of.dataset(), measure, Indicator.COUNTRY) : Map.of();
    if (england.isEmpty()) {
      return members;
    }
    Map<String, NavigableMap<Period, Double>> both = new TreeMap<>(members);
    both.putAll(england);
    return both;
  }

  /** Detects the returns of an indicator that are suspected to be missing. */
  public static MissingReturnDetector returns(Indicator indicator, ObservationSeries published) {
    if (!indicator.sentByMember() || indicator.role().equals(Indicator.COUNTRY)) {
      return MissingReturnDetector.none();
    }
    ObservationSeries figures = RolledUpFigures.of(indicator, published.ofMembers(indicator)).figures();
    double smallest = indicator.averaged() ? FEWEST_BEDS : FEWEST_EVENTS;
    ObservationSeries plausible = ImplausibleBeds.find(indicator, figures).withUsualBeds(indicator, figures);
    OrganisationRegister register = ReferenceData.ofJar().register();
    String role = indicator.memberKind().equals(Membership.CCG) ? "commissioner" : "provider";
    return MissingReturnDetector.find(
        plausible, indicator.dataset(), indicator.weight(), smallest, indicator.isRecordLevel(),
        (org, period) -> register.lastDay(role, org).filter(day -> day.isBefore(period.start())).isPresent());
  }

  /** Computes the contributions of an indicator's organisations from all figures. */
  public static OrganisationContributions of(Indicator indicator, ObservationSeries figures) {
    return new OrganisationContributions(indicator, figures);
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

  private List<Part> find(Period period) {
    List<Part> found = new ArrayList<>();
    for (int org = 0; org < organisations.size(); org++) {
      Part part = part(org, period);
      if (part != null) {
        found.add(part);
      }
    }
    return found;
  }

  /** Computes an organisation's part; null when it reported nothing and nothing was expected. */
  private Part part(int org, Period period) {
    String code = organisations.get(org);
    double lost = Math.max(returns.lost(code, period), absentDays(code, period));
    if (lost == 0 && series.values().stream().noneMatch(s -> given(s, code, period) != null)) {
      return null;
    }
    Double whole = given(series.get(indicator.weight()), code, period);
    double weight = whole == null || Double.isNaN(whole) ? 0 : whole;
    double numerator = terms(indicator.numerator(), code, period);
    double denominator = terms(indicator.denominator(), code, period);
    Published published =
    new Published(Double.isNaN(numerator) ? 0 : numerator, Double.isNaN(denominator) ? 0 : denominator);
    if (implausible.concerns(indicator, code, period)) {
      return new Part(org, 0, 0, 0, implausible.usual(code, period), published, false);
    }
    if (indicator.isRecordLevel()) {
      return Double.isNaN(numerator) || Double.isNaN(denominator)
          ? new Part(org, 0, 0, 0, Math.max(lost, weight), published, false)
          : new Part(org, numerator, denominator, weight, lost, published, true);
    }
    if (Double.isNaN(numerator) || Double.isNaN(denominator) || !paired(code, period)) {
      double missing = Math.max(lost, weight);
      return new Part(org, 0, 0, 0, missing > 0 ? missing : estimate(code, period), published, false);
    }
    return new Part(org, numerator, denominator, weight, lost, published, hasFigure(code, period));
  }

  /** Estimates its weight on the days without a figure: like that on the others. */
  private double absentDays(String code, Period period) {
    double share = rolledUp.share(code, period);
    Double reported = given(series.get(indicator.weight()), code, period);
    return share == 1 || share == 0 || reported == null || Double.isNaN(reported)
        ? 0
        : reported * (1 - share) / share;
  }

  /** Returns whether the organisation reported any figure. */
  private boolean hasFigure(String code, Period period) {
    return indicator.measures().stream()
        .map(measure -> given(series.get(measure), code, period))
        .anyMatch(value -> value != null && !Double.isNaN(value));
  }

  /**
   * Returns whether an organisation counts in a ratio: it has figures on both sides, and for each kind of department
   * (the last word of a measure) either every measure or none.
   */
  private boolean paired(String code, Period period) {
    List<Indicator.Term> terms = new ArrayList<>(indicator.numerator());
    terms.addAll(indicator.denominator());
    Map<String, List<String>> kinds = new TreeMap<>();
    for (Indicator.Term term : terms) {
      if (!period.start().isBefore(term.since()) && measuredPeriods.get(term.measure()).contains(period)) {
        String kind = term.measure().substring(term.measure().lastIndexOf('.') + 1);
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(term.measure());
      }
    }
    boolean whole =
        kinds.values().stream()
            .allMatch(measures -> measures.stream().noneMatch(m -> above(m, code, period))
                || measures.stream().allMatch(m -> given(series.get(m), code, period) != null));
    boolean counted = indicator.numerator().stream().anyMatch(t -> hasTerm(t, code, period));
    boolean divided = indicator.denominator().stream().anyMatch(t -> hasTerm(t, code, period));
    boolean events = terms.stream().anyMatch(t -> above(t.measure(), code, period));
    return whole && (indicator.denominator().isEmpty() || !events || counted && divided);
  }

  private boolean hasTerm(Indicator.Term term, String code, Period period) {
    return given(series.get(term.measure()), code, period) != null;
  }

  private boolean above(String measure, String code, Period period) {
    Double value = given(series.get(measure), code, period);
    return value != null && value > 0;
  }

  /** Estimates its weight: another of its figures, times the country's ratio of the weight to that figure. */
  private double estimate(String code, Period period) {
    for (String measure : indicator.measures()) {
      if (!measure.equals(indicator.weight()) && above(measure, code, period)) {
        double country = figures.total(indicator.dataset(), measure, period);
        double weight = figures.total(indicator.dataset(), indicator.weight(), period);
        double own = given(series.get(measure), code, period);
        return own * weight / country;
      }
    }
    return 0;
  }

  /**
   * Adds up terms. Some tables have a row for each kind of department that an organisation has: a kind without a row
   * counts 0 where others have that measure in the period. A measure that no organisation has is unknown.
   */
  private double terms(List<Indicator.Term> terms, String code, Period period) {
    double sum = 0;
    for (Indicator.Term term : terms) {
      if (period.start().isBefore(term.since())) {
        continue;
      }
      Double value = given(series.get(term.measure()), code, period);
      if (value != null) {
        sum += term.sign() * value;
      } else if (!measuredPeriods.get(term.measure()).contains(period)) {
        return Double.NaN;
      }
    }
    return sum;
  }

  private static Double given(Map<String, NavigableMap<Period, Double>> series, String code, Period period) {
    NavigableMap<Period, Double> own = series.get(code);
    return own == null ? null : own.get(period);
  }
}

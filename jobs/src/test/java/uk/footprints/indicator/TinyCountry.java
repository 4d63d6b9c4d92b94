package uk.footprints.indicator;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.ReferenceData;
import uk.footprints.area.ReferenceTables;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;

/** A made-up country of a few areas, with people and figures, in a few lines. */
final class TinyCountry {

  static final String DATASET = "made_up";
  static final String EVENTS = "made_up.events";
  static final String OF = "made_up.of";

  private final StringBuilder areas =
      new StringBuilder("geography,area_code,ods_code,area_name,valid_from,valid_to,parent_code,source\n");
  private final StringBuilder memberships =
      new StringBuilder(
          "member_kind,member_code,geography,area_code,valid_from,valid_to,weight,weight_basis,source\n");
  private final StringBuilder breaks = new StringBuilder("kind,code,date,geography,reason,source\n");
  private final AreaPopulation people = new AreaPopulation();
  private final ObservationSeries figures = new ObservationSeries();

  /** An indicator of made-up events. */
  record Events(
      boolean divided, RollUp rollUp, PeriodKind period, boolean ageWeighted, Optional<CountrySeries> countrySeries)
      implements Indicator {

    /** Events per 1,000 people, by month. */
    static final Events PER_1000 = new Events(false, RollUp.SUM, PeriodKind.MONTH, false, Optional.empty());

    /** A share of two counts, by month. */
    static final Events SHARE = new Events(true, RollUp.SUM, PeriodKind.MONTH, false, Optional.empty());

    static Events by(PeriodKind kind, RollUp rule, boolean divided) {
      return new Events(divided, rule, kind, false, Optional.empty());
    }

    @Override
    public String id() {
      return "events";
    }

    @Override
    public String title() {
      return "Events";
    }

    @Override
    public String definition() {
      return "Events.";
    }

    @Override
    public String unit() {
      return "";
    }

    @Override
    public String dataset() {
      return DATASET;
    }

    @Override
    public String memberKind() {
      return "ccg";
    }

    @Override
    public List<Term> numerator() {
      return List.of(new Term(EVENTS, 1));
    }

    @Override
    public List<Term> denominator() {
      return divided ? List.of(new Term(OF, 1)) : List.of();
    }

    @Override
    public String weight() {
      return divided ? OF : EVENTS;
    }

    @Override
    public List<String> caveats() {
      return List.of("Made up.");
    }

    @Override
    public String reviewed() {
      return "2026-11-30";
    }
  }

  TinyCountry area(String geography, String code) {
    return area(geography, code, "");
  }

  TinyCountry area(String geography, String code, String odsCode) {
    areas.append("%s,%s,%s,Area %s,,,,test%n".formatted(geography, code, odsCode, code));
    return this;
  }

  TinyCountry member(String code, String geography, String area) {
    return member(code, geography, area, "", "", 1);
  }

  TinyCountry member(String code, String geography, String area, String from, String to, double weight) {
    memberships.append("ccg,%s,%s,%s,%s,%s,%s,,test%n".formatted(code, geography, area, from, to, weight));
    return this;
  }

  TinyCountry landChanges(String code, String day, String levels) {
    breaks.append("ccg,%s,%s,%s,the land of %s changed,test%n".formatted(code, day, levels, code));
    return this;
  }

  TinyCountry people(String geography, String area, String day, double persons) {
    people.add(geography, area, LocalDate.parse(day), 40, persons);
    return this;
  }

  TinyCountry events(String org, Period period, double value) {
    return figure(EVENTS, org, period, value);
  }

  TinyCountry of(String org, Period period, double value) {
    return figure(OF, org, period, value);
  }

  TinyCountry figure(String measure, String org, Period period, double value) {
    figures.add(DATASET, measure, org, period, value);
    return this;
  }

  TinyCountry other(String dataset, String measure, String org, Period period, double value) {
    figures.add(dataset, measure, org, period, value);
    return this;
  }

  TinyCountry role(String measure, String role, String org, Period period, double value) {
    figures.add(DATASET, measure, role, org, period, value);
    return this;
  }

  TinyCountry rule(RollUp rule, String... measures) {
    List.of(measures).forEach(measure -> figures.declare(DATASET, measure, rule));
    return this;
  }

  ObservationSeries figures() {
    return figures;
  }

  AreaPopulation people() {
    return people;
  }

  Areas areas() {
    return ReferenceTables.read(
            stream(areas), stream(memberships),
            stream(new StringBuilder("kind,old_code,new_code,date,share,source,change,confidence\n")), stream(breaks))
        .areas();
  }

  IndicatorValue value(Indicator indicator, String geography, String area, Period period) {
    return value(indicator, people, geography, area, period);
  }

  IndicatorValue value(Indicator indicator, AreaPopulation of, String geography, String area, Period period) {
    return new IndicatorCalculator(OrganisationContributions.of(indicator, figures, ReferenceData.ofJar().register()), areas(), of, Basis.AS_WAS)
        .of(Geography.get(geography)).stream()
        .filter(a -> a.areaCode().equals(area) && a.period().equals(period))
        .findFirst()
        .orElseThrow();
  }

  private static InputStream stream(StringBuilder text) {
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

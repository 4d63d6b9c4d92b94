package uk.footprints.report;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Significance;
import uk.footprints.table.Table;

/**
 * How far areas differ, and how much of that is chance: each area against a funnel around all complete areas together
 * (Spiegelhalter 2005). Every financial year, and the latest month or quarter.
 */
public final class Variation implements Report {

  /** Variation. */
  public static final Table TABLE =
      new Table(
          "variation",
          "indicator x area x latest periods, against the country",
          List.of("indicator", "geography", "area_code", "period_start", "period_end", "basis"),
          List.of(
              key("indicator", "As in describe."),
              key("geography", "As in areas."),
              key("area_code", "As in areas."),
              text("area_name", "Name."),
              date("period_start", "First day."),
              date("period_end", "Last day."),
              key("period_kind", "month, quarter or financial_year."),
              key("basis", "as_was or as_now, as in indicators."),
              number("numerator", "The sum of what was reported.", ""),
              number("denominator", "What it is divided by.", ""),
              number("value", "The area's value.", ""),
              number("country_value", "All complete areas together; England where the areas are one's own.", ""),
              number("funnel_lower_95", "Where 95% of areas of this size would lie by chance alone: lower.", ""),
              number("funnel_upper_95", "The same: upper.", ""),
              number("funnel_lower_998", "Where 99.8% would lie: lower.", ""),
              number("funnel_upper_998", "The same: upper.", ""),
              text("funnel_class", "Low (0.001), Low (0.025), Not significant, High (0.025), High (0.001)."),
              whole("rank", "1 is the highest.", ""),
              whole("areas_ranked", "How many areas were ranked.", ""),
              number("completeness", "As in indicators.", "0 to 1"),
              text("reason", "Why the area is left out.")));

  @Override
  public String id() {
    return "variation";
  }

  @Override
  public String question() {
    return "How far do areas differ, and how much of that is chance?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<String> geographies() {
    return List.of("country");
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      for (String geography : evidence.geographies(indicator.id())) {
        Map<Period, List<Answer>> periods = evidence.byPeriod(indicator.id(), geography);
        Period latest =
            periods.keySet().stream().filter(p -> p.kind() == indicator.period()).max(Period::compareTo).orElse(null);
        periods.forEach(
            (period, answers) -> {
              boolean shown =
                  evidence.asked().map(period::equals)
                      .orElse(period.kind() == PeriodKind.FINANCIAL_YEAR || period.equals(latest));
              boolean own = Geography.find(geography).isEmpty();
              if (shown && (own || answers.size() > 2)) {
                rows.addAll(against(indicator, answers, own ? country(evidence, answers.get(0)) : together(answers)));
              }
            });
      }
    }
    return rows;
  }

  /** Areas of one's own do not cover the country: they are held against England. */
  private static double country(Evidence evidence, Answer like) {
    return evidence
        .find(like.indicator(), "country", "E92000001", like.period())
        .map(a -> a.numerator() / a.denominator())
        .orElse(Double.NaN);
  }

  /** The areas of a built-in geography are held against all of them that are complete. */
  private static double together(List<Answer> answers) {
    double numerator = 0;
    double denominator = 0;
    for (Answer answer : answers) {
      if (answer.comparable()) {
        numerator += answer.numerator();
        denominator += answer.denominator();
      }
    }
    return denominator > 0 ? numerator / denominator : Double.NaN;
  }

  private static List<Object[]> against(Indicator indicator, List<Answer> answers, double country) {
    List<Object[]> rows = new ArrayList<>();
    for (Answer a : answers) {
      if (a.areaCode().equals(Answer.UNASSIGNED)) {
        continue;
      }
      Interval at95 = funnel(indicator, country, a, Confidence.P95);
      Interval at998 = funnel(indicator, country, a, Confidence.P998);
      Significance place =
          a.comparable() ? Significance.ofFunnel(a.estimate().value(), at95, at998) : Significance.NOT_APPLICABLE;
      Period p = a.period();
      rows.add(
          new Object[] {
            a.indicator(), a.geography(), a.areaCode(), a.areaName(), p.start(), p.end(), p.kind().id(),
            a.basis(), a.numerator(), a.denominator(), a.estimate().value(), country * a.multiplier(), at95.lower(),
            at95.upper(), at998.lower(), at998.upper(), place.label(), a.rank() == 0 ? null : (Long) (long) a.rank(),
            a.ranked() == 0 ? null : (Long) (long) a.ranked(), a.completeness(),
            a.reason().isEmpty() ? null : a.reason()
          });
    }
    return rows;
  }

  private static Interval funnel(Indicator indicator, double country, Answer a, Confidence confidence) {
    if (Double.isNaN(country) || !(a.denominator() > 0)) {
      return Interval.NONE;
    }
    return switch (indicator.method()) {
      case RATE -> Funnels.rate(country * a.multiplier(), a.denominator(), a.multiplier(), confidence);
      case PROPORTION -> Funnels.proportion(country, a.denominator(), confidence).times(a.multiplier());
      case RATIO -> Interval.NONE;
    };
  }
}

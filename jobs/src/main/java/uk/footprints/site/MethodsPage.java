package uk.footprints.site;

import java.util.List;

/** The page that explains how numbers are computed, with the papers of the methods. */
final class MethodsPage {

  private MethodsPage() {}

  private record Method(String name, String use, String formula, String example, String paper) {}

  private static final List<Method> METHODS =
      List.of(
          new Method(
              "Limits of rates",
              "Rates per 1,000 people: Byar's approximation, exact below ten events",
              "lower O(1 − 1/(9O) − z/(3√O))³; upper with O + 1 for O; z = 1.96",
              "50 events: 37.1 to 65.9; among 1,000 people 37.1 to 65.9 per 1,000",
              "Garwood, Biometrika 1936; 28: 437–442. Byar, in Breslow and Day 1987"),
          new Method(
              "Limits of proportions",
              "Shares such as four hours or less: Wilson's score interval",
              "(2r + z² ± z√(z² + 4r(1 − p))) / (2(n + z²)), p = r/n",
              "850 of 1,000: 85.0%, 82.7% to 87.1%",
              "Wilson, JASA 1927; 22: 209–212. Newcombe, Statistics in Medicine 1998; 17: 857–872"),
          new Method(
              "Age standardisation",
              "Indirect: events over those expected at England's rates by age",
              "ratio = O / Σ nᵢRᵢ, over ages i",
              "500 people at 0.1 and 100 at 0.5 expect 100 events; with 110 the ratio is 1.10",
              "Breslow and Day 1987, pages 69–72"),
          new Method(
              "Funnel plot",
              "How far chance alone takes an area of a given size",
              "England's rate × people ± limits of a Poisson or binomial count",
              "10,000 people at 100 per 1,000: 1,000 events, 95% limits about 938 to 1,062",
              "Spiegelhalter, Statistics in Medicine 2005; 24: 1185–1202"),
          new Method(
              "Funnel plot adjusted for overdispersion",
              "The same with the differences beyond chance that nearly all areas have",
              "z divided by √φ, or variance s² + τ², from winsorised z-scores",
              "φ = 4 doubles the width of the limits",
              "Spiegelhalter, BMJ Quality and Safety 2005; 14: 347–351. Spiegelhalter and others,"
                  + " JRSS A 2012; 175: 1–47"),
          new Method(
              "Spread between areas",
              "Systematic component of variation; ratios of percentiles",
              "mean of ((O − E)² − E) / E²",
              "O = 120 and E = 100: (400 − 100) / 10,000 = 0.03",
              "McPherson and others, NEJM 1982; 307: 1310–1314. Diehr and others, Health Services"
                  + " Research 1990; 24: 741–771"),
          new Method(
              "Control charts",
              "XmR charts with the rules of Making Data Count; the years before, during and after"
                  + " the pandemic have limits of their own",
              "mean ± 2.66 × mean moving range",
              "10, 12, 11, 13: mean 11.5, mean moving range 1.67, limits 7.1 to 15.9",
              "Shewhart 1931. Wheeler, Understanding variation, 1993. NHS England, Making Data"
                  + " Count"),
          new Method(
              "Season",
              "STL: one season in all years, removed before control charts and long-term trends",
              "value = trend + season + rest, by local regression",
              "A January that is always 2 above its neighbours has a season of about +2",
              "Cleveland and others, Journal of Official Statistics 1990; 6: 3–73"),
          new Method(
              "Trend",
              "Whether a series rises or falls, whatever its shape and its own memory",
              "S = number of rising pairs − number of falling pairs",
              "1, 2, 4, 4: five rising pairs and none falling, S = 5",
              "Mann 1945; Kendall 1975; Hirsch, Slack and Smith 1982; Hamed and Rao, Journal of"
                  + " Hydrology 1998; 204: 182–196"),
          new Method(
              "Slope",
              "A line that single unusual months do not move",
              "median of (xⱼ − xᵢ)/(j − i) over all pairs",
              "1, 2, 4, 4: slopes 0, 1, 1, 1, 1.5 and 2; the median is 1",
              "Theil 1950; Sen, JASA 1968; 63: 1379–1389"),
          new Method(
              "Causes of growth",
              "More people, older people, more care at the same age: parts that add up to the"
                  + " change",
              "for two factors: ΔP × mean of rates + Δr × mean of people",
              "1,000 people at 0.10 become 1,100 at 0.12: +11 by people and +21 by the rate, +32"
                  + " in all",
              "Das Gupta, US Bureau of the Census P23-186, 1993"),
          new Method(
              "Forecast",
              "Exponential smoothing with season, or the line of Theil and Sen where the series"
                  + " is short",
              "level, slope and season, each updated by a share of the last error",
              "A series of 10, 11, 12 with slope 1 is forecast at 13",
              "Holt 1957; Winters, Management Science 1960; 6: 324–342. Yar and Chatfield 1990;"
                  + " 6: 127–137"),
          new Method(
              "Similar areas",
              "Distance over ages and size, as in NHS England's Model Health System",
              "√ Σ wₖ(xₖ − yₖ)², of standardised values",
              "Two areas that differ by one standard deviation in one value have distance √w",
              "Dropkin, Journal of Public Health 2018, doi 10.1093/pubmed/fdx136"),
          new Method(
              "Factors that go with high rates",
              "Quasi-Poisson model with people as offset; it shows no causes",
              "log E(events) = log people + Σ bₖxₖ",
              "b = 0.05: one unit more of x goes with a rate 5.1% higher",
              "Nelder and Wedderburn, JRSS A 1972; 135: 370–384. McCullagh and Nelder 1989"),
          new Method(
              "Concentration on suppliers",
              "Herfindahl-Hirschman index",
              "sum of squared shares in per cent",
              "Shares of 57%, 28% and 15%: 3,249 + 784 + 225 = 4,258",
              "Hirschman, American Economic Review 1964; 54: 761–762"),
          new Method(
              "Shape of areas",
              "Compactness: 1 for a circle",
              "4π × area / perimeter²",
              "A square: 4π / 16 = 0.79",
              "Polsby and Popper 1991"));

  private record Rule(String rule, String meaning) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "In their area at the time",
              "Each organisation counts for the area in which it lay at the time. The tables call"
                  + " this as_was."),
          new Rule(
              "In today's area of their successor",
              "Each organisation counts for the area of its successor today. The tables call this"
                  + " as_now."),
          new Rule(
              "Incomplete",
              "Less than 98% of what was expected was reported. The area is not ranked and not in"
                  + " funnel plots."),
          new Rule(
              "Not comparable",
              "The code of the area stayed while its extent changed."),
          new Rule(
              "In no area",
              "Activity that belongs to no area is counted for England and for no area."),
          new Rule(
              "Missing return",
              "An organisation sent nothing, or less than three quarters of its usual share of"
                  + " England."),
          new Rule(
              "No data",
              "There is no figure, with the reason and what would bring it. Missing is not zero."),
          new Rule(
              "Common cause variation",
              "A month no further from the mean than usual."),
          new Rule(
              "Special cause variation",
              "Above or below the limits; seven in a row on one side, rising or falling; two of"
                  + " three near a limit. Improvement or concern where one way is better, else high or"
                  + " low."),
          new Rule(
              "Rounding",
              "Counts are whole numbers, rates and percentages have one decimal, ratios and"
                  + " correlations two; amounts are in pounds, or in million or billion pounds with one"
                  + " decimal. Downloads of the whole tables are not rounded."));

  static StoryPage of(SiteContext site) {
    Exhibit methods =
        ExhibitBuilder.of(METHODS)
            .label("Method", Method::name)
            .text("Use", Method::use)
            .text("Formula", Method::formula)
            .text("Worked example", Method::example)
            .text("Papers", Method::paper)
            .table("methods-table", "Methods: formula, worked example and paper", "",
                "The command footprints stat runs them on a table of your own.",
                "");
    Exhibit rules =
        ExhibitBuilder.of(RULES).label("Word", Rule::rule).text("What it means", Rule::meaning)
            .table("rules-table", "Words and rules of these pages", "", "", "");
    return StoryPage.of(
        site.frame("Methods", "data/methods.html", false), "Methods", "How numbers are computed, and what words mean.",
        List.of(
            new PagePart("words", "Words", "", List.of(rules), ""),
            new PagePart("methods", "Methods", "", List.of(methods), "")));
  }
}

package uk.footprints.site;

import java.util.List;

/** The page that explains how numbers are computed, with the papers of the methods. */
final class MethodsPage {

  private MethodsPage() {}

  private record Method(String name, String use, String paper) {}

  private static final List<Method> METHODS =
      List.of(
          new Method(
              "Limits of rates", "Byar's approximation, exact below ten events: rates per 1,000 people",
              "Garwood, Biometrika 1936; 28: 437–442. Byar, in Breslow and Day 1987"),
          new Method(
              "Limits of proportions", "Wilson's score interval: four-hour shares, conversion",
              "Wilson, JASA 1927; 22: 209–212. Newcombe, Statistics in Medicine 1998; 17: 857–872"),
          new Method(
              "Age standardisation", "Indirect: events over those expected at England's rates by age",
              "Breslow and Day 1987, pages 69–72"),
          new Method(
              "Funnel", "How far chance alone takes an area of a given size",
              "Spiegelhalter, Statistics in Medicine 2005; 24: 1185–1202"),
          new Method(
              "Funnel with the usual spread", "The same with differences that all areas have (overdispersion)",
              "Spiegelhalter, BMJ Quality and Safety 2005; 14: 347–351. Spiegelhalter and others, JRSS A 2012; 175: "
                  + "1–47"),
          new Method(
              "Spread between areas", "Systematic component of variation, ratios of percentiles",
              "McPherson and others, NEJM 1982; 307: 1310–1314. Diehr and others, Health Services Research 1990; 24:"
                  + " 741–771"),
          new Method(
              "Control charts", "XmR charts with the rules of Making Data Count; each era has limits of its own",
              "Shewhart 1931. Wheeler, Understanding variation, 1993. NHS England, Making Data Count"),
          new Method(
              "Season", "STL, one season in all years, before control charts and long trends",
              "Cleveland and others, Journal of Official Statistics 1990; 6: 3–73"),
          new Method(
              "Trend", "Whether a series rises or falls, whatever its shape and with its own memory",
              "Mann 1945; Kendall 1975; Hirsch, Slack and Smith 1982; Hamed and Rao, Journal of Hydrology 1998; 204:"
                  + " 182–196"),
          new Method(
              "Slope", "A line that outliers do not move", "Theil 1950; Sen, JASA 1968; 63: 1379–1389"),
          new Method(
              "Growth in parts", "More people, older people, more care for like people: parts that add up",
              "Das Gupta, US Bureau of the Census P23-186, 1993"),
          new Method(
              "Forecast", "Exponential smoothing with season, or the robust line where the series is short",
              "Holt 1957; Winters, Management Science 1960; 6: 324–342. Yar and Chatfield 1990; 6: 127–137"),
          new Method(
              "Areas like it", "Distance over ages and size, as in NHS England's Model Health System",
              "Dropkin, Journal of Public Health 2018, doi 10.1093/pubmed/fdx136"),
          new Method(
              "What goes with high rates", "Quasi-Poisson model with people as offset; no causes",
              "Nelder and Wedderburn, JRSS A 1972; 135: 370–384. McCullagh and Nelder 1989"),
          new Method(
              "Shape of areas", "Compactness: 1 for a circle", "Polsby and Popper 1991"));

  private record Rule(String rule, String meaning) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("As was", "Each organisation counts for the area in which it lay at the time."),
          new Rule("As now", "Each organisation counts for the area of its successor."),
          new Rule("Incomplete", "Less than 98% of what was to be expected was reported: not ranked, not in funnels."),
          new Rule("Not comparable", "The code stayed while its extent changed."),
          new Rule("Unassigned", "What belongs to no area is shown as such, and spread over none."),
          new Rule("Suspected missing return", "An organisation below three quarters of its usual share of England."),
          new Rule("Common cause", "A month no further from the mean than usual."),
          new Rule(
              "Special cause", "Above or below the limits; seven in a row on one side, rising or falling; two of three"
                  + " near a limit. Improvement or concern where one way is better, else high or low."));

  static StoryPage of(SiteContext site) {
    Exhibit methods =
        ExhibitBuilder.of(METHODS)
            .label("Method", Method::name)
            .text("What for", Method::use)
            .text("Papers", Method::paper)
            .table("methods-table", "Methods and their papers", "", "footprints stat runs them on tables of your own.",
                "");
    Exhibit rules =
        ExhibitBuilder.of(RULES).label("Word", Rule::rule).text("What it means", Rule::meaning)
            .table("rules-table", "Words that these pages use", "", "", "");
    return StoryPage.of(
        site.frame("Methods", "data/methods.html", false), "Methods", "How numbers are computed, and what words mean.",
        List.of(
            new PagePart("words", "Words", "", List.of(rules), ""),
            new PagePart("methods", "Methods", "", List.of(methods), "")));
  }
}

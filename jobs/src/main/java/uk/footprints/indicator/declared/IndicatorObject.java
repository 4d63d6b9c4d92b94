package uk.footprints.indicator.declared;

import uk.footprints.declaration.KeyedObject;

/** The objects of the declaration of an indicator and their keys; the JSON Schema is made from these. */
public enum IndicatorObject implements KeyedObject {
  INDICATOR("an indicator",
      Key.text("id", "the name in tables, such as ga_bed_occupancy").needed(),
      Key.text("title", "a few words").needed(),
      Key.text("definition", "one sentence: what over what").needed(),
      Key.text("unit", "such as % or per 1,000 people in the period; empty where there is none").needed(),
      Key.text("dataset", "the id of the dataset of its measures").needed(),
      Key.words("organisations", "who has the figures; default: provider", Words.ORGANISATIONS),
      Key.terms(
          "numerator", "measures with + or - between them; \"numerator of ID\" takes another indicator's", "TERM")
          .needed(),
      Key.terms("denominator", "measures with + or - between them, or people (the default)", "TERM"),
      Key.objects("figures", "figures of tables, of other datasets, or products, for the terms", "FIGURE"),
      Key.yes("contribution", "the change of the numerator on the year before, over that year's denominator"),
      Key.words("england", "whose figure England has; default: the sum of organisations", "sum", "published"),
      Key.words("standardised_by", "for a rate of people: weigh each age by England's rate at that age", "age"),
      Key.decimal("multiplier", "such as 100 or 1000; default: 100 for a proportion, 1000 otherwise"),
      Key.words(
          "method", "limits: rate (Byar), proportion (Wilson), ratio (none); default: rate of people, else proportion",
          "rate", "proportion", "ratio"),
      Key.words("period", "the shortest period; default: month", "month", "quarter", "financial_year"),
      Key.words("roll_up", "how months or quarters become a year; default: sum", "sum", "mean", "last"),
      Key.words("direction", "which values are better; default: neither", Words.DIRECTIONS),
      Key.text("weight", "the measure that says how much a missing return matters; default: the first one"),
      Key.text("occupied", "for averages of beds: the measure of occupied beds with which available ones must agree"),
      Key.yes("sent_by_others", "whether others send the return, so that a fall is no sign of a missing one"),
      Key.object("country_series", "England's own series, with which the sum is compared", "COUNTRY_SERIES"),
      Key.object("window", "the first and last day for which the definition holds", "WINDOW"),
      Key.decimal("completeness", "the smallest share of expected returns that is compared; default: 0.98"),
      Key.texts("caveats", "what users must know, a sentence each").needed(),
      Key.text("reviewed", "the day on which the definition was last reviewed, as 2026-11-30").needed(),
      Key.text("source", "where the definition comes from").needed(),
      Key.objects("targets", "what is to be reached", "TARGET")),
  TERM("a term",
      Key.text("add", "measures that are added"),
      Key.text("subtract", "measures that are subtracted"),
      Key.text("since", "the day from which they are counted separately, as 2020-08-01")),
  FIGURE("a figure",
      Key.text("id", "the name that terms use").needed(),
      Key.text("table", "a table that has period_start and period_end"),
      Key.map("when", "columns of the table, and patterns that their texts must match completely"),
      Key.text("organisation", "the column with the code of the organisation; absent where every row is England's"),
      Key.text("value", "the column with the figure; several rows of an organisation and period are added up"),
      Key.text("dataset", "another dataset"),
      Key.text("measure", "a measure of that dataset"),
      Key.texts("product", "two figures of this list, which are multiplied for each organisation")),
  COUNTRY_SERIES("country_series",
      Key.text("dataset", "the id of its dataset").needed(),
      Key.terms("numerator", "as in the indicator", "TERM").needed(),
      Key.terms("denominator", "as in the indicator; absent for people", "TERM")),
  WINDOW("window",
      Key.text("from", "the first day, as 2016-04-01"),
      Key.text("to", "the last day, as 2020-03-31")),
  TARGET("a target",
      Key.text("id", "its name in the table plans").needed(),
      Key.text("title", "the target in one sentence").needed(),
      Key.words("quantity", "what is compared; default: value", "value", "count"),
      Key.text("geography", "a geography; default: all"),
      Key.text("area", "the code of one area; default: all"),
      Key.words("direction", "which side meets it", "at_most", "at_least").needed(),
      Key.words("kind", "what the amount is; default: level", "level", "change", "growth"),
      Key.decimal("amount", "a level, a change on the base year, or growth in per cent").needed(),
      Key.number("base_year", "the financial year that began then, for a change or growth"),
      Key.text("due", "the day by which it must be met, as 2026-03-31; absent for every period"),
      Key.text("source", "who set it").needed());

  /** The words of keys that have a fixed set. */
  private static final class Words {
    static final String[] ORGANISATIONS = {"provider", "commissioner", "council", "country"};
    static final String[] DIRECTIONS = {"higher_is_better", "lower_is_better", "neither"};

    private Words() {}
  }

  private final Definition definition;

  IndicatorObject(String words, Key... keys) {
    definition = Definition.of(words, keys);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}

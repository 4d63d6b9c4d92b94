package uk.footprints.indicator.declared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.footprints.area.Membership;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclarationNode;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.Indicator.CountrySeries;
import uk.footprints.indicator.Indicator.Direction;
import uk.footprints.indicator.Indicator.Method;
import uk.footprints.indicator.Indicator.Term;
import uk.footprints.indicator.IndicatorCalculator;
import uk.footprints.indicator.NamedFigure;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.transform.Measure;

/**
 * The declaration of one indicator, as its file has it.
 *
 * @param root the file
 * @param datasets the datasets that it may name
 */
record IndicatorDeclaration(DeclarationNode root, List<Dataset> datasets) {

  private static final String PEOPLE = "people";

  /** Reads a file: its keys and its id. */
  static IndicatorDeclaration read(String file, String text, List<Dataset> datasets) {
    DeclarationNode root = DeclarationNode.read(file, text).as(IndicatorObject.INDICATOR);
    DeclarationNode id = root.get("id");
    if (!id.text().matches("[a-z][a-z0-9_]*")) {
      throw id.wrong("\"%s\" is no id of an indicator".formatted(id.text()), "use small letters, digits and _");
    }
    return new IndicatorDeclaration(root, datasets);
  }

  String id() {
    return root.get("id").text();
  }

  String datasetId() {
    return root.get("dataset").text();
  }

  /** Returns the terms of a side; none for people. */
  List<Term> terms(String side, IndicatorFormula.OtherTerms others) {
    if (isPeople(side)) {
      return List.of();
    }
    return IndicatorFormula.read(root, side, others).stream()
        .map(term -> new Term(named(term.measure()), term.sign(), term.since()))
        .toList();
  }

  /** Returns the full name of a figure of this indicator; a measure as it is. */
  private String named(String measure) {
    boolean figure = root.items("figures").stream().anyMatch(f -> f.isObject() && f.text("id", "").equals(measure));
    return figure ? id() + "." + measure : measure;
  }

  private boolean isPeople(String side) {
    List<DeclarationNode> items = root.items(side);
    return side.equals("denominator")
        && (items.isEmpty() || items.size() == 1 && !items.get(0).isObject() && items.get(0).text().equals(PEOPLE));
  }

  /** Returns the indicator; every word, measure and number is checked. */
  DeclaredIndicator indicator(IndicatorFormula.OtherTerms others) {
    for (String key : List.of("title", "definition", "source")) {
      if (root.get(key).text().isBlank()) {
        throw root.get(key).wrong(key + " is empty", "write it in words");
      }
    }
    Dataset dataset = dataset(root.get("dataset"));
    RollUp rollUp = RollUp.valueOf(word(root, "roll_up", "sum").toUpperCase(Locale.ROOT));
    List<NamedFigure> figures = FigureDeclaration.list(root, id(), rollUp, datasets);
    List<Term> numerator = terms("numerator", others);
    List<Term> denominator = terms("denominator", others);
    check(root.get("numerator"), dataset, numerator, figures, rollUp);
    root.find("denominator").ifPresent(node -> check(node, dataset, denominator, figures, rollUp));
    Method method = method(denominator);
    String weight = root.find("weight").map(node -> named(node.text())).orElse(numerator.get(0).measure());
    root.find("weight").filter(node -> named(node.text()).equals(node.text()))
        .ifPresent(node -> measure(node, dataset, weight));
    root.find("occupied").ifPresent(node -> measure(node, dataset, node.text()));
    boolean ageWeighted = root.find("standardised_by").map(node -> word(root, "standardised_by", "")).isPresent();
    if (ageWeighted && !denominator.isEmpty()) {
      throw root.get("standardised_by").wrong(
          "only a rate of people is standardised by age", "leave out denominator or standardised_by");
    }
    LocalDate first = window("from").orElse(LocalDate.MIN);
    LocalDate last = window("to").orElse(LocalDate.MAX);
    if (first.isAfter(last)) {
      throw root.get("window").wrong("the window ends before it begins", "write from: before to:");
    }
    return new DeclaredIndicator(
        id(), root.get("title").text(), root.get("definition").text(), root.get("unit").text(), dataset.id(),
        memberKind(), figures, numerator, denominator, country(others),
        memberKind().equals(Indicator.COUNTRY) || word(root, "england", "sum").equals("published"),
        root.yes("contribution"), weight, root.text("occupied", ""), ageWeighted,
        multiplier(method), method, PeriodKind.valueOf(word(root, "period", "month").toUpperCase(Locale.ROOT)), rollUp,
        Direction.valueOf(word(root, "direction", "neither").toUpperCase(Locale.ROOT)), !root.yes("sent_by_others"),
        first, last, completeness(), caveats(), IndicatorValues.day(root.get("reviewed")).toString(),
        root.get("source").text(), targets());
  }

  private static String word(DeclarationNode of, String key, String otherwise) {
    return of.find(key)
        .map(node -> node.oneOf(key.replace('_', ' '), words(key)))
        .orElse(otherwise);
  }

  private static List<String> words(String key) {
    return IndicatorObject.INDICATOR.words(key);
  }

  private String memberKind() {
    String word = word(root, "organisations", "provider");
    return word.equals("commissioner") ? Membership.CCG : word;
  }

  private Method method(List<Term> denominator) {
    Method usual = denominator.isEmpty() ? Method.RATE : Method.PROPORTION;
    String word = word(root, "method", usual.name().toLowerCase(Locale.ROOT));
    Method method = Method.valueOf(word.toUpperCase(Locale.ROOT));
    if (method == Method.PROPORTION && denominator.isEmpty()) {
      throw root.get("method").wrong(
          "a proportion needs a denominator of measures", "write denominator:, or method: rate for a rate of people");
    }
    return method;
  }

  private double multiplier(Method method) {
    Optional<DeclarationNode> node = root.find("multiplier");
    double value = node.map(IndicatorValues::number).orElse(method == Method.PROPORTION ? 100.0 : 1_000.0);
    if (value <= 0) {
      throw node.orElse(root).wrong("the multiplier is not above 0", "write a number such as 100 or 1000");
    }
    return value;
  }

  private double completeness() {
    Optional<DeclarationNode> node = root.find("completeness");
    double value = node.map(IndicatorValues::number).orElse(IndicatorCalculator.COMPLETE);
    if (value <= 0 || value > 1) {
      throw node.orElse(root).wrong("completeness is a share", "write a number above 0 and at most 1, such as 0.98");
    }
    return value;
  }

  private List<String> caveats() {
    List<String> caveats = root.texts("caveats");
    if (caveats.isEmpty() || caveats.stream().anyMatch(String::isBlank)) {
      throw root.get("caveats").wrong("there is no caveat", "write what users of the figures must know");
    }
    return caveats;
  }

  private Optional<LocalDate> window(String key) {
    return root.find("window")
        .map(w -> w.as(IndicatorObject.WINDOW))
        .flatMap(w -> w.find(key))
        .map(IndicatorValues::day);
  }

  private Optional<CountrySeries> country(IndicatorFormula.OtherTerms others) {
    Optional<DeclarationNode> node = root.find("country_series").map(n -> n.as(IndicatorObject.COUNTRY_SERIES));
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Dataset dataset = dataset(node.get().get("dataset"));
    List<Term> numerator = IndicatorFormula.read(node.get(), "numerator", others);
    List<Term> denominator = IndicatorFormula.read(node.get(), "denominator", others);
    numerator.forEach(term -> measure(node.get().get("numerator"), dataset, term.measure()));
    denominator.forEach(term -> measure(node.get().get("denominator"), dataset, term.measure()));
    return Optional.of(new CountrySeries(dataset.id(), numerator, denominator));
  }

  private Dataset dataset(DeclarationNode node) {
    return dataset(node, datasets);
  }

  /** Returns the dataset that a text names. */
  static Dataset dataset(DeclarationNode node, List<Dataset> datasets) {
    return datasets.stream().filter(d -> d.id().equals(node.text())).findFirst()
        .orElseThrow(() -> node.wrong(
            "there is no dataset \"%s\"".formatted(node.text()),
            nearest(node.text(), datasets.stream().map(Dataset::id).toList())));
  }

  /** Returns the measure of a dataset that a text names. */
  static Measure measure(DeclarationNode node, Dataset dataset, String id) {
    List<Measure> known = dataset.measures();
    return known.stream().filter(m -> m.id().equals(id)).findFirst()
        .orElseThrow(() -> node.wrong(
            "%s has no measure \"%s\"".formatted(dataset.id(), id),
            nearest(id, known.stream().map(Measure::id).toList())));
  }

  private static void check(
      DeclarationNode node, Dataset dataset, List<Term> terms, List<NamedFigure> figures, RollUp rollUp) {
    for (Term term : terms) {
      if (figures.stream().anyMatch(figure -> figure.measure().equals(term.measure()))) {
        continue;
      }
      Measure measure = measure(node, dataset, term.measure());
      if (measure.rollUp() != rollUp) {
        throw node.wrong(
            "years of %s are made by %s, and the indicator says %s".formatted(
                measure.id(), measure.rollUp().id(), rollUp.id()),
            "roll_up: " + measure.rollUp().id());
      }
    }
  }

  /** Returns what to write instead of an unknown word. */
  static String nearest(String word, List<String> known) {
    return SpellingSuggester.to(word, known).map(near -> "write " + near)
        .orElse("use one of " + String.join(", ", known.subList(0, Math.min(known.size(), 20))));
  }

  private List<DeclaredTarget> targets() {
    List<DeclaredTarget> targets = new ArrayList<>();
    for (DeclarationNode node : root.items("targets")) {
      node.as(IndicatorObject.TARGET);
      String kind = targetWord(node, "kind", "level");
      if (!kind.equals("level") && node.find("base_year").isEmpty()) {
        throw node.wrong("a target of %s has no base_year".formatted(kind), "add base_year: 2016");
      }
      if (!kind.equals("level") && !targetWord(node, "quantity", "value").equals("count")) {
        throw node.wrong("a target of %s is of a count, not of a value".formatted(kind), "write quantity: count");
      }
      targets.add(
          new DeclaredTarget(
              node.get("id").text(), node.get("title").text(), targetWord(node, "quantity", "value"),
              node.text("geography", "*"), node.text("area", "*"), targetWord(node, "direction", ""), kind,
              IndicatorValues.number(node.get("amount")), node.number("base_year", 0),
              node.find("due").map(IndicatorValues::day).orElse(null), node.get("source").text()));
    }
    return List.copyOf(targets);
  }

  private static String targetWord(DeclarationNode node, String key, String otherwise) {
    return node.find(key)
        .map(value -> value.oneOf(key.replace('_', ' '), IndicatorObject.TARGET.words(key)))
        .orElse(otherwise);
  }

  /** Returns the terms of an indicator that is declared elsewhere, where it is of the same dataset. */
  List<Term> sameDataset(DeclarationNode place, String other, String otherDataset, List<Term> terms) {
    if (!otherDataset.equals(datasetId())) {
      throw place.wrong(
          "%s is of the dataset %s, and this indicator of %s".formatted(other, otherDataset, datasetId()),
          "use indicators of one dataset");
    }
    if (terms.isEmpty()) {
      throw place.wrong("%s is divided by people".formatted(other), "leave out denominator, which means people");
    }
    return terms;
  }

  /** Returns one side of an indicator. */
  static List<Term> side(Indicator indicator, String side) {
    return side.equals("numerator") ? indicator.numerator() : indicator.denominator();
  }
}

package uk.footprints.indicator.declared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclarationNode;
import uk.footprints.indicator.NamedFigure;
import uk.footprints.period.RollUp;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/** Reads the figures that the terms of an indicator take from elsewhere. */
final class FigureDeclaration {

  private FigureDeclaration() {}

  /** Reads the list {@code figures}; none where there is none. */
  static List<NamedFigure> list(DeclarationNode root, String indicator, RollUp rollUp, List<Dataset> datasets) {
    List<NamedFigure> figures = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (DeclarationNode node : root.items("figures")) {
      node.as(IndicatorObject.FIGURE);
      DeclarationNode id = node.get("id");
      if (!id.text().matches("[a-z][a-z0-9_]*") || !ids.add(id.text())) {
        throw id.wrong("\"%s\" is no new name of a figure".formatted(id.text()), "use small letters, digits and _");
      }
      figures.add(read(node, indicator, rollUp, datasets, ids));
    }
    return List.copyOf(figures);
  }

  private static NamedFigure read(
      DeclarationNode node, String indicator, RollUp rollUp, List<Dataset> datasets, Set<String> ids) {
    String measure = indicator + "." + node.get("id").text();
    long kinds = List.of("table", "dataset", "product").stream().filter(key -> node.find(key).isPresent()).count();
    if (kinds != 1) {
      throw node.wrong("a figure has one of table, dataset and product", "keep one of them");
    }
    if (node.find("table").isPresent()) {
      Table table = table(node.get("table"), datasets);
      String value = column(node.get("value"), table);
      String organisation = node.find("organisation").map(column -> column(column, table)).orElse("");
      return new NamedFigure(
          measure, rollUp, table.name(), conditions(node, table), organisation, value, "", "", List.of());
    }
    if (node.find("dataset").isPresent()) {
      Dataset dataset = IndicatorDeclaration.dataset(node.get("dataset"), datasets);
      String observed = node.get("measure").text();
      IndicatorDeclaration.measure(node.get("measure"), dataset, observed);
      return new NamedFigure(measure, rollUp, "", Map.of(), "", "", dataset.id(), observed, List.of());
    }
    List<String> factors = new ArrayList<>();
    for (DeclarationNode factor : node.items("product")) {
      if (!ids.contains(factor.text()) || factor.text().equals(node.get("id").text())) {
        throw factor.wrong(
            "there is no figure \"%s\" above".formatted(factor.text()), "name two figures that come before");
      }
      factors.add(indicator + "." + factor.text());
    }
    if (factors.size() != 2) {
      throw node.get("product").wrong("a product has two figures", "product: [one, other]");
    }
    return new NamedFigure(measure, rollUp, "", Map.of(), "", "", "", "", List.copyOf(factors));
  }

  private static Map<String, Pattern> conditions(DeclarationNode node, Table table) {
    Map<String, Pattern> conditions = new LinkedHashMap<>();
    if (node.find("when").isPresent()) {
      node.get("when").values().forEach((name, pattern) -> {
        if (!table.has(name)) {
          throw pattern.wrong(
              "the table %s has no column \"%s\"".formatted(table.name(), name),
              IndicatorDeclaration.nearest(name, names(table)));
        }
        conditions.put(name, pattern.pattern());
      });
    }
    return conditions;
  }

  private static Table table(DeclarationNode node, List<Dataset> datasets) {
    List<Table> tables = datasets.stream().flatMap(d -> d.tables().stream()).distinct().toList();
    Table table =
        tables.stream().filter(t -> t.name().equals(node.text())).findFirst()
            .orElseThrow(() -> node.wrong(
                "there is no table \"%s\" of a dataset".formatted(node.text()),
                IndicatorDeclaration.nearest(node.text(), tables.stream().map(Table::name).toList())));
    if (!table.has("period_start") || !table.has("period_end")) {
      throw node.wrong(
          "the table %s does not say its periods".formatted(table.name()),
          "use one with the columns period_start and period_end");
    }
    return table;
  }

  private static String column(DeclarationNode node, Table table) {
    if (!table.has(node.text())) {
      throw node.wrong(
          "the table %s has no column \"%s\"".formatted(table.name(), node.text()),
          IndicatorDeclaration.nearest(node.text(), names(table)));
    }
    return node.text();
  }

  private static List<String> names(Table table) {
    return table.fields().stream().map(Field::name).toList();
  }
}

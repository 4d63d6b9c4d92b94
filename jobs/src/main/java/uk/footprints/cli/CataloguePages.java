package uk.footprints.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.catalogue.DeclaredNames;
import uk.footprints.dataset.Dataset;
import uk.footprints.indicator.Indicator;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.report.Report;
import uk.footprints.period.PeriodKind;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;

/**
 * Writes the catalogue as pages: one for each table, dataset and indicator, and a table of contents.
 *
 * @param tables every published table
 * @param datasets every dataset
 * @param indicators every indicator
 * @param reports every report
 */
record CataloguePages(
    List<Table> tables, List<Dataset> datasets, List<Indicator> indicators, List<Report<?>> reports) {

  private static final String FOOTER = "Made by `footprints describe --pages`; change the code, not this page.";

  /** Returns the pages in Markdown, and the index of declared names, by path. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("index.md", index());
    files.put("names.csv", DeclaredNames.index(datasets));
    tables.forEach(t -> files.put("tables/" + t.name() + ".md", table(t)));
    datasets.forEach(d -> files.put("datasets/" + d.id() + ".md", dataset(d)));
    indicators.forEach(i -> files.put("indicators/" + i.id() + ".md", indicator(i)));
    return files;
  }

  private String index() {
    Page page = new Page("Catalogue");
    page.text("The tables, datasets, indicators and reports of a release.");
    page.heading("Tables");
    page.row("table", "one row is");
    page.rule(2);
    tables.forEach(t -> page.row(link(t.name(), "tables/" + t.name()), cell(t.row())));
    page.heading("Datasets");
    page.row("dataset", "publication", "published by", "measures");
    page.rule(4);
    datasets.forEach(
        d ->
            page.row(
                link(d.id(), "datasets/" + d.id()), cell(d.title()), cell(d.publisher()), "" + d.measures().size()));
    page.heading("Indicators");
    page.row("indicator", "title", "from");
    page.rule(3);
    indicators.forEach(
        i ->
            page.row(
                link(i.id(), "indicators/" + i.id()), cell(i.title()), link(i.dataset(), "datasets/" + i.dataset())));
    page.heading("Reports");
    page.row("report", "question", "table");
    page.rule(3);
    reports.forEach(
        r -> page.row(code(r.id()), cell(r.question()), link(r.table().name(), "tables/" + r.table().name())));
    return page.end();
  }

  private static String table(Table table) {
    Page page = new Page(table.name());
    page.text("One row is: " + table.row() + ".");
    String key = table.key().stream().map(CataloguePages::code).collect(Collectors.joining(", "));
    page.text(key.isEmpty() ? "The table has no key." : "The key is " + key + ".");
    page.row("column", "type", "unit", "required", "meaning");
    page.rule(5);
    for (Field f : table.fields()) {
      page.row(code(f.name()), lower(f.type()), cell(f.unit()), f.required() ? "yes" : "", cell(f.meaning()));
    }
    return page.end();
  }

  private static String dataset(Dataset dataset) {
    Page page = new Page(dataset.title());
    page.text("Dataset %s, published by %s.".formatted(code(dataset.id()), dataset.publisher()));
    page.item("licence: " + dataset.licence());
    page.item("published: " + dataset.timetable().name());
    page.item("page: " + dataset.timetable().page());
    dataset.live().landings().forEach(landing -> page.item("fetched from <" + landing.page() + ">"));
    if (dataset.live().landings().isEmpty()) {
      page.item("download by hand: " + dataset.live().byHand());
    }
    for (Table own : dataset.tables()) {
      page.item("fills the table " + link(own.name(), "../tables/" + own.name()));
    }
    page.heading("Notes and caveats");
    dataset.warnings().forEach(page::item);
    page.heading("Measures");
    page.row("measure", "unit", "published as", "definition", "caveat");
    page.rule(5);
    for (Measure m : dataset.measures()) {
      page.row(code(m.id()), cell(m.unit()), cell(m.publishedAs()), cell(m.definition()), cell(m.warning()));
    }
    page.heading("Layouts and headings as published");
    for (Layout layout : dataset.layouts()) {
      page.text("**%s**, on %s%s".formatted(layout.era(), layout.sheet().words(), layout.derived() ? "; derived" : ""));
      page.row("heading", "also headed", "read as");
      page.rule(3);
      for (LayoutColumn c : layout.columns()) {
        String others = c.headings().stream().skip(1).map(CataloguePages::cell).collect(Collectors.joining("; "));
        String first =
            c.headings().isEmpty() ? c.pattern().map(Object::toString).orElse("no heading") : c.headings().get(0);
        page.row(cell(first), others, role(c));
      }
    }
    return page.end();
  }

  private static String role(LayoutColumn column) {
    String role = column.role() == LayoutColumn.Role.MEASURE ? code(column.name()) : lower(column.role());
    return column.required() || column.role() == LayoutColumn.Role.IGNORED ? role : role + ", optional";
  }

  private static String indicator(Indicator indicator) {
    Page page = new Page(indicator.title());
    page.text("Indicator %s.".formatted(code(indicator.id())));
    page.text(indicator.definition());
    page.item("unit: " + indicator.unit());
    page.item("from: " + link(indicator.dataset(), "../datasets/" + indicator.dataset()));
    page.item("numerator: " + terms(indicator.numerator()));
    page.item(
        "denominator: "
            + (indicator.denominator().isEmpty() ? "resident population" : terms(indicator.denominator())));
    indicator.figures().forEach(figure -> page.item(code(figure.measure()) + " is " + cell(figure.words())));
    if (indicator.isContribution()) {
      page.item("a contribution to growth: the change of the numerator on the year before, over the denominator of the "
          + "year before");
    }
    if (indicator.countryPublished()) {
      page.item("England's value is the publisher's own");
    }
    page.item("multiplier: " + RowPrinter.text(indicator.multiplier()));
    page.item(
        indicator.period() == PeriodKind.FINANCIAL_YEAR
            ? "periods: financial year"
            : "periods: " + indicator.period().id() + " and financial year"
                + (indicator.averaged() ? ", averaged by days" : ", added up"));
    page.item("limits: " + limits(indicator.method()));
    page.item("better: " + lower(indicator.direction()));
    page.item("a missing return is weighted by: " + code(indicator.weight()));
    if (!indicator.source().isEmpty()) {
      page.item("source: " + indicator.source());
    }
    page.item("definition last reviewed: " + indicator.reviewed());
    page.heading("Notes and caveats");
    indicator.caveats().forEach(page::item);
    return page.end();
  }

  private static String terms(List<Indicator.Term> terms) {
    StringBuilder text = new StringBuilder();
    for (Indicator.Term term : terms) {
      String sign = term.sign() < 0 ? (text.isEmpty() ? "- " : " - ") : (text.isEmpty() ? "" : " + ");
      text.append(sign).append(code(term.measure()));
    }
    return text.toString();
  }

  private static String limits(Indicator.Method method) {
    return switch (method) {
      case RATE -> "exact below ten events, Byar's from ten";
      case PROPORTION -> "Wilson's score limits";
      case RATIO -> "none, it is a ratio of averages";
    };
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.UK).replace('_', ' ');
  }

  private static String link(String name, String path) {
    return "[" + code(name) + "](" + path + ".md)";
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  /** Escapes text for a cell of a Markdown table. */
  private static String cell(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("*", "\\*")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** A page in Markdown: blocks are separated by an empty line, rows and list items are not. */
  private static final class Page {

    private final List<String> lines = new ArrayList<>();
    private String last = "";

    Page(String title) {
      block("title", "# " + title);
    }

    private void block(String kind, String line) {
      boolean together = kind.equals(last) && (kind.equals("row") || kind.equals("item"));
      if (!together && !lines.isEmpty()) {
        lines.add("");
      }
      lines.add(line);
      last = kind;
    }

    void heading(String text) {
      block("heading", "## " + text);
    }

    void text(String text) {
      block("text", text);
    }

    void item(String text) {
      block("item", "- " + text);
    }

    void row(String... cells) {
      block("row", ("| " + String.join(" | ", cells) + " |").replace("|  |", "| |").replace("|  |", "| |"));
    }

    void rule(int columns) {
      block("row", "|" + "---|".repeat(columns));
    }

    String end() {
      text(FOOTER);
      return String.join("\n", lines) + "\n";
    }
  }
}

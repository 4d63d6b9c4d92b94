package uk.footprints.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.catalogue.Reports;
import uk.footprints.dataset.Dataset;
import uk.footprints.indicator.Indicator;
import uk.footprints.report.Report;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;

/** Describes datasets, measures, tables, columns, indicators and reports. Starts no Spark. */
@Command(
    name = "describe",
    description = "Describe a table, column, dataset, measure, indicator, report or published heading; without a name,"
        + " list all.",
    footer = {
      "",
      "Examples:",
      "  footprints describe",
      "  footprints describe observations",
      "  footprints describe variation.phi                       a column; without the table, in all tables",
      "  footprints describe mar.non_elective                    a measure",
      "  footprints describe --find \"Attendances over 4hrs\"      searches published headings as well",
      "  footprints describe --pages data/catalogue              a page for each entry, in Markdown"
    })
public final class DescribeCommand extends CliCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "A table, column, dataset, measure, indicator, report or heading as published.")
  private String name;

  @Option(names = "--find", paramLabel = "WORD",
      description = "List everything that contains these words, in any order.")
  private String find;

  @Option(names = "--pages", paramLabel = "FOLDER",
      description = "Write a page for each entry, and a table of contents.")
  private Path pages;

  @Option(names = "--at", paramLabel = "STORE",
      description = "Also describe the datasets and indicators that the current release of this store declares.")
  private String at;

  /** The names that a shell completes. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new CatalogueSearch(IndicatorCatalogue.builtIn()).names().iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    if (name != null && at == null && pages == null && find == null
        && describeNamed(name, IndicatorCatalogue.naming(name))) {
      return ExitCode.DONE;
    }
    return answer(
        IndicatorCatalogue.with(at == null ? OwnDeclarations.NONE : OwnDeclarations.current(new Store(at))));
  }

  private int answer(IndicatorCatalogue catalogue) {
    CatalogueSearch search = new CatalogueSearch(catalogue);
    if (pages != null) {
      return write(pages, catalogue);
    }
    if (find != null) {
      return find(find, search);
    }
    if (name == null) {
      overview(catalogue);
      return ExitCode.DONE;
    }
    if (describe(name, search)) {
      return ExitCode.DONE;
    }
    List<String> near = search.near(name);
    throw UserException.command(
        "There is no table, column, dataset, measure, indicator, report or heading called \"" + name + "\".",
        near.isEmpty()
            ? "footprints describe --find \"" + name + "\""
            : "footprints describe " + near.get(0) + otherNames(near));
  }

  /** Returns the pages of the catalogue, by path. */
  static Map<String, String> pages(IndicatorCatalogue of) {
    return new CataloguePages(of.data().tables(), of.data().datasets(), of.indicators(), Reports.all()).files();
  }

  /** Names the further suggestions; empty if there is only one. */
  private static String otherNames(List<String> near) {
    return near.size() == 1 ? "" : ", or one of " + String.join(", ", near.subList(1, near.size()));
  }

  private int write(Path folder, IndicatorCatalogue catalogue) {
    try {
      for (Map.Entry<String, String> page : pages(catalogue).entrySet()) {
        Path path = folder.resolve(page.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, page.getValue());
        console().print(path.toString());
      }
    } catch (IOException e) {
      throw UserException.data(
          "Cannot write to " + folder + ": " + e.getMessage() + ".", "give another folder with --pages", e);
    }
    return ExitCode.DONE;
  }

  private void print(String format, Object... values) {
    console().print(values.length == 0 ? format : format.formatted(values));
  }

  private void overview(IndicatorCatalogue catalogue) {
    print("Datasets");
    catalogue.data().datasets().forEach(d -> print("  %-24s %s (%s)", d.id(), d.title(), d.publisher()));
    print("");
    print("Tables");
    catalogue.data().tables().forEach(t -> print("  %-24s one row is: %s", t.name(), t.row()));
    print("");
    print("Indicators");
    catalogue.indicators().forEach(i -> print("  %-24s %s", i.id(), i.title()));
    print("");
    print("Reports");
    Reports.all().forEach(r -> print("  %-24s %s", r.id(), r.question()));
  }

  private boolean describe(String word, CatalogueSearch search) {
    if (describeNamed(word, search.catalogue())) {
      return true;
    }
    List<CatalogueSearch.Entry> others = new ArrayList<>(search.columns(word));
    others.addAll(search.headed(word));
    others.forEach(other -> print("%s", other.line()));
    return !others.isEmpty();
  }

  /** Describes everything but columns and headings that has a name, and returns whether there was anything. */
  private boolean describeNamed(String word, IndicatorCatalogue catalogue) {
    boolean found = false;
    Optional<Table> table = catalogue.data().findTable(word);
    if (table.isPresent()) {
      table(table.get());
      found = true;
    }
    Optional<Dataset> dataset = catalogue.data().findDataset(word);
    if (dataset.isPresent()) {
      dataset(dataset.get());
      found = true;
    }
    Optional<Indicator> indicator = catalogue.findIndicator(word);
    if (indicator.isPresent()) {
      indicator(indicator.get());
      found = true;
    }
    for (Dataset d : catalogue.data().datasets()) {
      for (Measure m : d.measures()) {
        if (m.id().equals(word)) {
          measure(d, m);
          found = true;
        }
      }
    }
    Optional<Report<?>> report = Reports.find(word);
    if (report.isPresent()) {
      report(report.get());
      found = true;
    }
    return found;
  }

  private void table(Table table) {
    print("%s: one row is %s", table.name(), table.row());
    print("key: %s", table.key().isEmpty() ? "none" : String.join(", ", table.key()));
    print("");
    for (Field f : table.fields()) {
      String unit = f.unit().isEmpty() ? "" : " [" + f.unit() + "]";
      print("  %-24s %-7s %s%s", f.name(), f.type().name().toLowerCase(Locale.UK), f.meaning(), unit);
    }
  }

  private void dataset(Dataset d) {
    print("%s: %s", d.id(), d.title());
    print("  published by  %s, %s", d.publisher(), d.licence());
    print("  published     %s", d.timetable().name());
    print("  page          %s", d.timetable().page());
    d.live().landings().forEach(l -> print("  fetched from  %s", l.page()));
    if (d.live().landings().isEmpty()) {
      print("  not fetched   %s", d.live().byHand());
    }
    d.layouts().forEach(l -> print("  layout        %s%s", l.era(), l.derived() ? " (derived)" : ""));
    d.warnings().forEach(w -> print("  caveat        %s", w));
    print("  measures");
    d.measures().forEach(m -> print("    %-40s %s", m.id(), m.publishedAs()));
  }

  private void measure(Dataset d, Measure m) {
    print("%s (in %s)", m.id(), d.id());
    print("  %s", m.definition());
    print("  unit          %s", m.unit());
    print("  published as  %s", m.publishedAs());
    if (!m.warning().isEmpty()) {
      print("  caveat        %s", m.warning());
    }
  }

  private void indicator(Indicator i) {
    print("%s: %s", i.id(), i.title());
    print("  %s", i.definition());
    print("  unit       %s", i.unit());
    print("  from       %s", i.dataset());
    print("  better     %s", i.direction().name().toLowerCase(Locale.UK).replace('_', ' '));
    print("  limits     %s", i.method().name().toLowerCase(Locale.UK));
    if (!i.source().isEmpty()) {
      print("  source     %s", i.source());
    }
    print("  reviewed   %s", i.reviewed());
    i.caveats().forEach(c -> print("  caveat     %s", c));
  }

  private void report(Report<?> r) {
    print("%s: %s", r.id(), r.question());
    print("  table      %s (footprints describe %s)", r.table().name(), r.table().name());
    print("  command    footprints report %s", r.id());
    if (!r.head().needs().isEmpty()) {
      print("  reads      %s", String.join(", ", r.head().needs().stream().map(n -> n.measure()).distinct().toList()));
    }
  }

  private int find(String words, CatalogueSearch search) {
    List<CatalogueSearch.Entry> hits = search.find(words);
    hits.forEach(hit -> print("%s", hit.line()));
    if (hits.isEmpty()) {
      console().info("Nothing contains \"%s\".", words);
      List<String> near = search.near(words);
      if (!near.isEmpty()) {
        console().info("  Try: footprints describe %s%s", near.get(0), otherNames(near));
      }
    }
    return ExitCode.DONE;
  }
}

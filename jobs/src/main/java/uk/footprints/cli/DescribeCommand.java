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
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.dataset.Dataset;
import uk.footprints.indicator.Indicator;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;

/** What there is: datasets, measures, tables, columns, indicators and reports. Starts no Spark. */
@Command(
    name = "describe",
    description = "Say what a table, column, dataset, measure, indicator, report or published heading is; without a name,"
        + " list all.",
    footer = {
      "",
      "Examples:",
      "  footprints describe",
      "  footprints describe observations",
      "  footprints describe variation.phi                       a column; without its table, wherever it is",
      "  footprints describe mar.non_elective                    a measure",
      "  footprints describe --find \"Attendances over 4hrs\"      also finds headings as published",
      "  footprints describe --pages data/catalogue              a page for each, in Markdown"
    })
public final class DescribeCommand extends CliCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "A table, column, dataset, measure, indicator, report or heading as published.")
  private String name;

  @Option(names = "--find", paramLabel = "WORD", description = "List everything that mentions these words, in any order.")
  private String find;

  @Option(names = "--pages", paramLabel = "FOLDER", description = "Write a page for each, and a table of contents.")
  private Path pages;

  /** What a shell offers. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return CatalogueSearch.names().iterator();
    }
  }

  @Override
  public Integer call() {
    if (pages != null) {
      return write(pages);
    }
    if (find != null) {
      return find(find);
    }
    if (name == null) {
      overview();
      return ExitCode.DONE;
    }
    if (describe(name)) {
      return ExitCode.DONE;
    }
    List<String> near = CatalogueSearch.near(name);
    throw UserException.command(
        "There is no table, column, dataset, measure, indicator, report or heading called \"" + name + "\".",
        near.isEmpty() ? "footprints describe --find \"" + name + "\"" : "did you mean " + String.join(", ", near) + "?");
  }

  /** The pages of the catalogue, by path. */
  static Map<String, String> pages() {
    return new CataloguePages(Tables.all(), Datasets.all(), Indicators.all(), Reports.all()).files();
  }

  private int write(Path folder) {
    try {
      for (Map.Entry<String, String> page : pages().entrySet()) {
        Path path = folder.resolve(page.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, page.getValue());
        terminal().answer(path.toString());
      }
    } catch (IOException e) {
      throw UserException.data("Cannot write to " + folder + ": " + e.getMessage() + ".", "another folder with --pages", e);
    }
    return ExitCode.DONE;
  }

  private void say(String format, Object... values) {
    terminal().answer(values.length == 0 ? format : format.formatted(values));
  }

  private void overview() {
    say("Datasets");
    Datasets.all().forEach(d -> say("  %-24s %s (%s)", d.id(), d.title(), d.publisher()));
    say("");
    say("Tables");
    Tables.all().forEach(t -> say("  %-24s one row is: %s", t.name(), t.row()));
    say("");
    say("Indicators");
    Indicators.all().forEach(i -> say("  %-24s %s", i.id(), i.title()));
    say("");
    say("Reports");
    Reports.all().forEach(r -> say("  %-24s %s", r.id(), r.question()));
  }

  private boolean describe(String word) {
    boolean found = false;
    Optional<Table> table = Tables.find(word);
    if (table.isPresent()) {
      table(table.get());
      found = true;
    }
    Optional<Dataset> dataset = Datasets.find(word);
    if (dataset.isPresent()) {
      dataset(dataset.get());
      found = true;
    }
    Optional<Indicator> indicator = Indicators.find(word);
    if (indicator.isPresent()) {
      indicator(indicator.get());
      found = true;
    }
    for (Dataset d : Datasets.all()) {
      for (Measure m : d.measures()) {
        if (m.id().equals(word)) {
          measure(d, m);
          found = true;
        }
      }
    }
    Optional<uk.footprints.report.Report> report = Reports.find(word);
    if (report.isPresent()) {
      report(report.get());
      found = true;
    }
    if (found) {
      return true;
    }
    List<CatalogueSearch.Entry> others = new ArrayList<>(CatalogueSearch.columns(word));
    others.addAll(CatalogueSearch.headed(word));
    others.forEach(other -> say("%s", other.line()));
    return !others.isEmpty();
  }

  private void table(Table table) {
    say("%s: one row is %s", table.name(), table.row());
    say("key: %s", table.key().isEmpty() ? "none" : String.join(", ", table.key()));
    say("");
    for (Field f : table.fields()) {
      String unit = f.unit().isEmpty() ? "" : " [" + f.unit() + "]";
      say("  %-24s %-7s %s%s", f.name(), f.type().name().toLowerCase(Locale.UK), f.meaning(), unit);
    }
  }

  private void dataset(Dataset d) {
    say("%s: %s", d.id(), d.title());
    say("  published by  %s, %s", d.publisher(), d.licence());
    say("  comes out     %s", d.timetable().name());
    say("  page          %s", d.timetable().page());
    d.live().landings().forEach(l -> say("  fetched from  %s", l.page()));
    if (d.live().landings().isEmpty()) {
      say("  not fetched   %s", d.live().byHand());
    }
    d.layouts().forEach(l -> say("  layout        %s%s", l.era(), l.derived() ? " (derived)" : ""));
    d.warnings().forEach(w -> say("  mind          %s", w));
    say("  measures");
    d.measures().forEach(m -> say("    %-40s %s", m.id(), m.publishedAs()));
  }

  private void measure(Dataset d, Measure m) {
    say("%s (in %s)", m.id(), d.id());
    say("  %s", m.definition());
    say("  unit          %s", m.unit());
    say("  published as  %s", m.publishedAs());
    if (!m.warning().isEmpty()) {
      say("  mind          %s", m.warning());
    }
  }

  private void indicator(Indicator i) {
    say("%s: %s", i.id(), i.title());
    say("  %s", i.definition());
    say("  unit       %s", i.unit());
    say("  from       %s", i.dataset());
    say("  better     %s", i.direction().name().toLowerCase(Locale.UK).replace('_', ' '));
    say("  limits     %s", i.method().name().toLowerCase(Locale.UK));
    say("  reviewed   %s", i.reviewed());
    i.caveats().forEach(c -> say("  mind       %s", c));
  }

  private void report(uk.footprints.report.Report r) {
    say("%s: %s", r.id(), r.question());
    say("  table      %s (footprints describe %s)", r.table().name(), r.table().name());
    say("  ask        footprints report %s", r.id());
    if (!r.needs().isEmpty()) {
      say("  reads      %s", String.join(", ", r.needs().stream().map(n -> n.measure()).distinct().toList()));
    }
  }

  private int find(String words) {
    List<CatalogueSearch.Entry> hits = CatalogueSearch.find(words);
    hits.forEach(hit -> say("%s", hit.line()));
    if (hits.isEmpty()) {
      terminal().say("Nothing mentions \"%s\".", words);
      List<String> near = CatalogueSearch.near(words);
      if (!near.isEmpty()) {
        terminal().say("  Try: did you mean %s?", String.join(", ", near));
      }
    }
    return ExitCode.DONE;
  }
}

package uk.footprints.report.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.footprints.conform.Measure;
import uk.footprints.dataset.Dataset;
import uk.footprints.parse.Column;
import uk.footprints.parse.Layout;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.table.Field;
import uk.footprints.table.Filled;
import uk.footprints.table.Table;

/** Pages about the data: what columns and headings mean, where they come from, what was odd, missing or revised. */
final class DataPages {

  private static final int MOST = 2_000;

  private final Site site;
  private final Library library;

  DataPages(Site site) {
    this.site = site;
    this.library = site.materials().library();
  }

  List<SiteFile> files() {
    return List.of(
        Pages.story(this::index, "data/index.html"),
        Pages.story(this::dictionary, "data/dictionary.html"),
        Pages.story(this::headings, "data/headings.html"),
        Pages.story(this::sources, "data/sources.html"),
        Pages.story(this::findings, "data/findings.html"),
        Pages.story(this::completeness, "data/completeness.html"),
        Pages.story(this::revisions, "data/revisions.html"),
        Pages.story(() -> MethodsPage.of(site), "data/methods.html"));
  }

  private record Topic(String title, String path, String about) {}

  private Story index() {
    List<Topic> topics =
        List.of(
            new Topic("Dictionary", "data/dictionary.html", "Every table and column of a release, in words."),
            new Topic("Headings as published", "data/headings.html", "What a spreadsheet calls it, and what it is here."),
            new Topic("Sources", "data/sources.html", "Publications, licences, latest period, next expected release."),
            new Topic("Findings", "data/findings.html", "What was odd in the files, and what became of every row."),
            new Topic("Completeness", "data/completeness.html", "Who sent no return, and when."),
            new Topic("Revisions", "data/revisions.html", "Figures that a newer publication changed."),
            new Topic("Methods", "data/methods.html", "How numbers are made, with the papers."));
    Exhibit pages =
        Sheet.of(topics)
            .label("Page", Topic::title, Topic::path)
            .text("What it holds", Topic::about)
            .table("pages", "Pages about the data", "", "", "");
    Exhibit downloads =
        Sheet.of(library.reports())
            .label("Table", r -> r.table().name(), r -> csv(r.table().name()))
            .text("What it answers", r -> r.question())
            .text("One row is", r -> r.table().row())
            .table(
                "downloads", "Tables to take away, as CSV", "", "All tables of the release are Parquet in the folder"
                    + " above; footprints query reads them with SQL.", "csv/indicators.csv");
    return Story.of(
        site.frame("Data", "data/index.html", false), "Data",
        "What stands behind the numbers. Missing is not zero, suppressed is not missing, and an estimate is called one.",
        List.of(
            new Part("about", "About the data", "", List.of(pages), ""),
            new Part("take", "Take away", "", List.of(downloads), "")));
  }

  private String csv(String table) {
    boolean made = !table.equals("spc") && !site.materials().tables().isEmpty();
    return made ? "csv/" + table + ".csv" : "";
  }

  private Story dictionary() {
    List<Part> parts = new ArrayList<>();
    for (Table table : library.tables()) {
      Exhibit columns =
          Sheet.of(table.fields())
              .label("Column", Field::name)
              .text("Type", f -> f.type().name().toLowerCase(java.util.Locale.ROOT))
              .text("Unit", Field::unit)
              .text("Always there", f -> f.required() ? "yes" : "")
              .text("Meaning", Field::meaning)
              .table("t-" + table.name(), "Columns of " + table.name(), "", "", "");
      String key = table.key().isEmpty() ? "" : " A row is named by " + String.join(", ", table.key()) + ".";
      parts.add(new Part(table.name(), table.name(), "One row is: " + table.row() + "." + key, List.of(columns), ""));
    }
    return Story.of(
        site.frame("Dictionary", "data/dictionary.html", false), "Dictionary",
        "Every table of a release and what its columns mean. Names and order of the columns are promised.", parts);
  }

  private record Heading(Dataset dataset, String heading, String era, String read, String definition) {}

  private Story headings() {
    List<Part> parts = new ArrayList<>();
    for (Dataset dataset : library.datasets()) {
      Map<String, Heading> all = new LinkedHashMap<>();
      Map<String, Measure> measures = new LinkedHashMap<>();
      dataset.measures().forEach(m -> measures.put(m.id(), m));
      for (Layout layout : dataset.layouts()) {
        for (Column column : layout.columns()) {
          boolean measure = column.role() == Column.Role.MEASURE;
          String read = measure ? column.name() : column.role().name().toLowerCase(java.util.Locale.ROOT);
          String words = measure && measures.containsKey(column.name()) ? measures.get(column.name()).definition() : "";
          column.headings().forEach(
              h -> all.putIfAbsent(h + " " + read, new Heading(dataset, h, layout.era(), read, words)));
        }
      }
      Exhibit table =
          Sheet.of(List.copyOf(all.values()))
              .label("Heading as published", Heading::heading)
              .text("Read as", h -> h.read().replace('_', ' '))
              .text("What it means", Heading::definition)
              .text("First seen in the layout", Heading::era)
              .table("h-" + dataset.id(), "Headings", library.source(dataset.id()), "", "");
      String mind = String.join(" ", dataset.warnings());
      parts.add(new Part(dataset.id(), dataset.title(), mind, List.of(table), "It is read cell by cell."));
    }
    return Story.of(
        site.frame("Headings as published", "data/headings.html", false), "Headings as published",
        "What the publications call their columns, over the years, and what each is here.", parts);
  }

  private record Publication(Dataset dataset, long files, LocalDate from, LocalDate to, LocalDate published, int step) {}

  private Story sources() {
    Filled releases = site.materials().table("releases");
    List<Publication> all = new ArrayList<>();
    for (Dataset d : library.datasets()) {
      List<Object[]> rows =
          releases.rows().stream()
              .filter(r -> releases.text(r, "dataset").equals(d.id()) && releases.text(r, "state").equals("read"))
              .toList();
      all.add(
          new Publication(
              d, rows.size(), days(releases, rows, "period_start").min(Comparator.naturalOrder()).orElse(null),
              days(releases, rows, "period_end").max(Comparator.naturalOrder()).orElse(null),
              days(releases, rows, "published_on").max(Comparator.naturalOrder()).orElse(null),
              step(days(releases, rows, "period_end").toList())));
    }
    Exhibit table =
        Sheet.of(all)
            .label("Publication", p -> p.dataset().title(), p -> "data/headings.html#" + p.dataset().id())
            .text("Publisher", p -> p.dataset().publisher())
            .number("Files read", Style.WHOLE, Publication::files)
            .text("From", p -> p.from() == null ? "" : p.from().toString())
            .text("To", p -> p.to() == null ? "" : p.to().toString())
            .text("Last published", p -> p.published() == null ? "" : p.published().toString())
            .text("Next expected", DataPages::expected)
            .text("Comes out", p -> p.dataset().timetable().name())
            .text("Where", p -> p.dataset().timetable().page())
            .text("Licence", p -> p.dataset().licence())
            .table(
                "sources-table", "Publications", "Table releases", "The next release is an estimate by the publisher's"
                    + " usual timetable, for the period after the last that was read.", "");
    return Story.of(
        site.frame("Sources", "data/sources.html", false), "Sources",
        "Where every figure comes from, how far each publication goes, and when the next is to be expected.",
        List.of(new Part("publications", "Publications", "", List.of(table), "The catalogue is empty.")));
  }

  /**
   * When the period after the last one comes out. How long it is, is told by the last two files: a month, a quarter, a
   * year.
   */
  private static String expected(Publication p) {
    if (p.to() == null) {
      return "";
    }
    LocalDate end = p.to().plusDays(1).plusMonths(p.step()).minusDays(1);
    return "about " + p.dataset().timetable().firstRelease(new Period(p.to().plusDays(1), end, PeriodKind.MONTH));
  }

  private static int step(List<LocalDate> ends) {
    List<LocalDate> sorted = ends.stream().distinct().sorted(Comparator.reverseOrder()).limit(2).toList();
    return sorted.size() < 2
        ? 12
        : (int) Math.max(1, Math.round(ChronoUnit.DAYS.between(sorted.get(1), sorted.get(0)) / 30.4));
  }

  private static Stream<LocalDate> days(Filled releases, List<Object[]> rows, String column) {
    return rows.stream().map(r -> releases.text(r, column)).filter(t -> !t.isEmpty()).map(LocalDate::parse);
  }

  private Story findings() {
    List<Intake> intake = Intake.list(site.materials().table("releases"));
    Exhibit kinds =
        Sheet.of(Oddity.list(site.materials().table("findings")))
            .label("Kind", Oddity::words)
            .text("What it did", Oddity::severityWords)
            .number("How many", Style.WHOLE, Oddity::count)
            .text("For example", Oddity::example)
            .text("What to do", Oddity::next)
            .table("kinds", "Findings by kind", "Table findings", "", "");
    String[] heads = {"Rows read", "Titles", "Notes", "Totals", "Rejected", "Not read", "Observed", "Figures kept"};
    Sheet<Intake> sheet =
        Sheet.of(intake).label("Dataset", Intake::dataset).number("Files", Style.WHOLE, Intake::files);
    for (int i = 0; i < heads.length; i++) {
      int column = i;
      sheet.number(heads[i], Style.WHOLE, one -> one.counts().get(column));
    }
    Exhibit rows =
        sheet
            .text("Adds up", one -> one.balances() ? "yes" : "no")
            .table("intake", "Where every row went", "Table releases", "Rows read are observed, or are titles, notes"
                + " or totals, or were rejected or not read: nothing is lost.", "");
    long aside = Intake.setAside(site.materials().table("releases"));
    return Story.of(
        site.frame("Findings", "data/findings.html", false), "What came in, and what was odd",
        aside == 0 ? "Every file was read." : "%,d files were set aside; the table findings says why.".formatted(aside),
        List.of(
            new Part("rows", "Every row", "", List.of(rows), "No file was read."),
            new Part("findings", "Findings", "", List.of(kinds), "Nothing odd was found.")));
  }

  private Story completeness() {
    Filled table = site.materials().table("completeness");
    List<Object[]> gaps =
        table.rows().stream()
            .filter(row -> table.text(row, "state").equals("missing") || table.text(row, "state").equals("zero"))
            .sorted(Comparator.comparing((Object[] row) -> table.text(row, "period_end")).reversed())
            .limit(MOST)
            .toList();
    Exhibit exhibit =
        Sheet.of(gaps)
            .filter("Measure", table.text("measure"))
            .label("Organisation", table.text("org_code"))
            .text("State", table.text("state"))
            .text("From", table.text("period_start"))
            .text("To", table.text("period_end"))
            .number("Periods", Style.WHOLE, table.number("periods"))
            .table(
                "gaps", "Returns that are missing, or zero where zero cannot be", "Table completeness; measures that"
                    + " indicators weigh organisations by", gaps.size() < MOST ? "" : "The latest 2,000.", "");
    return Story.of(
        site.frame("Completeness", "data/completeness.html", false), "Completeness",
        "An organisation of which others of its kind reported and it did not. A gap is flagged, never filled.",
        List.of(new Part("missing", "Missing returns", "", List.of(exhibit), "No return is missing.")));
  }

  private Story revisions() {
    return Story.of(
        site.frame("Revisions", "data/revisions.html", false), "Revisions",
        "Figures that a newer vintage of a publication changed. All vintages are in the table vintages.",
        List.of(
            new Part("changed", "What was changed", "", Revised.exhibits(site), "No vintage changed a figure.")));
  }
}

package uk.footprints.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.footprints.dataset.Dataset;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;

/** Builds pages about the data: meaning and origin of columns and headings, and findings, gaps and revisions. */
final class DataPages {

  private final SiteContext site;
  private final CatalogueView catalogue;

  DataPages(SiteContext site) {
    this.site = site;
    this.catalogue = site.input().catalogue();
  }

  List<SiteFile> files() {
    return List.of(
        SitePages.story(this::index, "data/index.html"),
        SitePages.story(this::dictionary, "data/dictionary.html"),
        SitePages.story(this::headings, "data/headings.html"),
        SitePages.story(this::sources, "data/sources.html"),
        SitePages.story(this::findings, "data/findings.html"),
        SiteFile.of(
            "data/completeness.html", () -> SitePages.page("completeness.jte", CompletenessPage.of(site))),
        CompletenessPage.data(site),
        SitePages.story(this::revisions, "data/revisions.html"),
        SitePages.story(() -> MethodsPage.of(site), "data/methods.html"),
        SiteFile.of("data/access.html", () -> SitePages.page("access.jte", AccessPage.of(site))));
  }

  private record Topic(String title, String path, String about) {}

  private StoryPage index() {
    List<Topic> topics =
        List.of(
            new Topic("Dictionary", "data/dictionary.html", "Every table and column of a release, in words."),
            new Topic(
                "Headings as published", "data/headings.html", "What a spreadsheet calls it, and what it is here."),
            new Topic("Sources", "data/sources.html", "Publications, licences, latest period, next expected release."),
            new Topic("Notes on the data", "data/findings.html",
                "What was unusual in the files, and how every row was used."),
            new Topic("Completeness", "data/completeness.html", "Who sent no return, and when."),
            new Topic("Revisions", "data/revisions.html", "Figures that a newer publication changed."),
            new Topic("Methods", "data/methods.html", "How numbers are computed: formula, worked example and paper."),
            new Topic(
                "How to read the tables", "data/access.html",
                "Excel, R, Python, SQL and Power BI, with a snippet for each."));
    Exhibit pages =
        ExhibitBuilder.of(topics)
            .label("Page", Topic::title, Topic::path)
            .text("What it holds", Topic::about)
            .table("pages", "Pages about the data", "", "", "");
    Exhibit downloads =
        ExhibitBuilder.of(catalogue.reports())
            .label("Table", r -> r.table().name(), r -> csv(r.table().name()))
            .text("What it answers", r -> r.question())
            .text("One row is", r -> r.table().row())
            .table(
                "downloads", "Tables as CSV", "",
                "All tables of the release are Parquet files in the folder above this site. The CSV files of"
                    + " indicators and trends have the areas that have pages; commissioning groups, sub-locations and"
                    + " councils are in the Parquet files.",
                "csv/indicators.csv");
    return StoryPage.of(
        site.frame("Data", "data/index.html", false), "Data",
        "Where the numbers come from, what they mean and how to get them. Missing is not zero, suppressed is not"
            + " missing, and"
            + " an estimate is called one.",
        List.of(
            new PagePart("about", "About the data", "", List.of(pages), ""),
            new PagePart("take", "Download", "", List.of(downloads), "")));
  }

  private String csv(String table) {
    boolean inRelease = !table.equals("spc") && !site.input().tables().isEmpty();
    return inRelease ? "csv/" + table + ".csv" : "";
  }

  private StoryPage dictionary() {
    List<PagePart> parts = new ArrayList<>();
    for (Table table : catalogue.tables()) {
      Exhibit columns =
          ExhibitBuilder.of(table.fields())
              .label("Column", Field::name)
              .text("Type", f -> f.type().name().toLowerCase(java.util.Locale.ROOT))
              .text("Unit", Field::unit)
              .text("Always there", f -> f.required() ? "yes" : "")
              .text("Meaning", Field::meaning)
              .table("t-" + table.name(), "Columns of " + table.name(), "", "", "");
      String key = table.key().isEmpty() ? "" : " A row is named by " + String.join(", ", table.key()) + ".";
      parts.add(
          new PagePart(table.name(), table.name(), "One row is: " + table.row() + "." + key, List.of(columns), ""));
    }
    return StoryPage.of(
        site.frame("Dictionary", "data/dictionary.html", false), "Dictionary",
        "Every table of a release and what its columns mean. Names and order of the columns are promised.", parts);
  }

  private record Heading(Dataset dataset, String heading, String era, String read, String definition) {}

  private StoryPage headings() {
    List<PagePart> parts = new ArrayList<>();
    for (Dataset dataset : catalogue.datasets()) {
      Map<String, Heading> all = new LinkedHashMap<>();
      Map<String, Measure> measures = new LinkedHashMap<>();
      dataset.measures().forEach(m -> measures.put(m.id(), m));
      for (Layout layout : dataset.layouts()) {
        for (LayoutColumn column : layout.columns()) {
          boolean measure = column.role() == LayoutColumn.Role.MEASURE;
          String read = measure ? column.name() : column.role().name().toLowerCase(java.util.Locale.ROOT);
          String words = measure && measures.containsKey(column.name()) ? measures.get(column.name()).definition() : "";
          column.headings().forEach(
              h -> all.putIfAbsent(h + " " + read, new Heading(dataset, h, layout.era(), read, words)));
        }
      }
      Exhibit table =
          ExhibitBuilder.of(List.copyOf(all.values()))
              .label("Heading as published", Heading::heading)
              .text("Read as", h -> h.read().replace('_', ' '))
              .text("What it means", Heading::definition)
              .text("First seen in the layout", Heading::era)
              .table("h-" + dataset.id(), "Headings", catalogue.source(dataset.id()), "", "");
      String caveats = String.join(" ", dataset.warnings());
      parts.add(new PagePart(dataset.id(), dataset.title(), caveats, List.of(table), "It is read cell by cell."));
    }
    return StoryPage.of(
        site.frame("Headings as published", "data/headings.html", false), "Headings as published",
        "What the publications call their columns, over the years, and what each is here.", parts);
  }

  private record PublicationLine(
      Dataset dataset, long files, LocalDate from, LocalDate to, LocalDate published, int step) {}

  private StoryPage sources() {
    List<SourceFileRow> read = SourceFileRow.listRead(site.input());
    List<PublicationLine> all = new ArrayList<>();
    for (Dataset d : catalogue.datasets()) {
      List<SourceFileRow> files = read.stream().filter(file -> file.dataset().equals(d.id())).toList();
      all.add(
          new PublicationLine(
              d, files.size(), days(files, SourceFileRow::periodStart).min(Comparator.naturalOrder()).orElse(null),
              days(files, SourceFileRow::periodEnd).max(Comparator.naturalOrder()).orElse(null),
              days(files, SourceFileRow::publishedOn).max(Comparator.naturalOrder()).orElse(null),
              step(days(files, SourceFileRow::periodEnd).toList())));
    }
    Exhibit table =
        ExhibitBuilder.of(all)
            .label("Publication", p -> p.dataset().title(), p -> "data/headings.html#" + p.dataset().id())
            .text("Publisher", p -> p.dataset().publisher())
            .number("Files read", NumberStyle.WHOLE, PublicationLine::files)
            .day("From", PublicationLine::from)
            .day("To", PublicationLine::to)
            .day("Last published", PublicationLine::published)
            .text("Next expected", DataPages::expected)
            .text("Published", p -> p.dataset().timetable().name())
            .text("Where", p -> p.dataset().timetable().page())
            .text("Licence", p -> p.dataset().licence())
            .table(
                "sources-table", "Publications, with the latest period and the next release",
                "Source: the publishers' files that this release has read.",
                "The next release is an estimate by the publisher's"
                    + " usual timetable, for the period after the last that was read.", "");
    return StoryPage.of(
        site.frame("Sources", "data/sources.html", false), "Sources",
        "Where every figure comes from, how far each publication goes, and when the next is to be expected.",
        List.of(new PagePart("publications", "Publications", "", List.of(table), "The catalogue is empty.")));
  }

  /**
   * Returns when the period after the last one is published. The last two files show its length: a month, a quarter or
   * a year.
   */
  private static String expected(PublicationLine p) {
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

  private static Stream<LocalDate> days(List<SourceFileRow> files, Function<SourceFileRow, LocalDate> day) {
    return files.stream().map(day).filter(Objects::nonNull);
  }

  private StoryPage findings() {
    Exhibit kinds =
        ExhibitBuilder.of(FindingGroup.list(site.input()))
            .label("Kind", FindingGroup::words)
            .text("What it did", FindingGroup::severityWords)
            .number("How many", NumberStyle.WHOLE, FindingGroup::count)
            .text("For example", FindingGroup::example)
            .text("What to do", FindingGroup::next)
            .table("kinds", "Notes by kind", "Source: checks of the files of this release.", "", "");
    Exhibit rows =
        ExhibitBuilder.of(DatasetRowCounts.list(site.input()))
            .label("Publication", one -> catalogue.source(one.dataset()))
            .number("Files", NumberStyle.WHOLE, DatasetRowCounts::files)
            .number("Rows read", NumberStyle.WHOLE, one -> one.counts().rowsRead())
            .number("Titles", NumberStyle.WHOLE, one -> one.counts().rowsTitles())
            .number("Notes", NumberStyle.WHOLE, one -> one.counts().rowsNotes())
            .number("Totals", NumberStyle.WHOLE, one -> one.counts().rowsTotals())
            .number("Rejected", NumberStyle.WHOLE, one -> one.counts().rowsRejected())
            .number("Not read", NumberStyle.WHOLE, one -> one.counts().rowsNotRead())
            .number("Observed", NumberStyle.WHOLE, one -> one.counts().rowsObserved())
            .number("Figures kept", NumberStyle.WHOLE, one -> one.counts().figuresKept())
            .text("Adds up", one -> one.balances() ? "yes" : "no")
            .table("intake", "Rows read, and how each was used", "Source: the publishers' files that this release has read.",
                "Rows read are observed, or are titles, notes"
                + " or totals, or were rejected or not read: nothing is lost.", "");
    int setAside = SourceFileRow.listSetAside(site.input()).size();
    return StoryPage.of(
        site.frame("Notes on the data", "data/findings.html", false), "Notes on the data",
        setAside == 0
            ? "Every file was read."
            : "%,d files were set aside; the table findings gives the reasons.".formatted(setAside),
        List.of(
            new PagePart("rows", "Rows", "", List.of(rows), "No file was read."),
            new PagePart("findings", "Notes", "", List.of(kinds), "Nothing unusual was found.")));
  }

  private StoryPage revisions() {
    return StoryPage.of(
        site.frame("Revisions", "data/revisions.html", false), "Revisions",
        "Figures that a newer vintage of a publication changed. All vintages are in the table vintages.",
        List.of(
            new PagePart(
                "changed", "What was changed", "", RevisionTables.exhibits(site), "No vintage changed a figure.")));
  }
}

package uk.footprints.pipeline.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.analysis.IndicatorService;
import uk.footprints.analysis.WorkbookAssembler;
import uk.footprints.area.BoundarySimplifier;
import uk.footprints.area.Geography;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.IndicatorRow;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.release.Release;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.variation.FunnelReport;
import uk.footprints.runtime.ParallelTasks;
import uk.footprints.runtime.StepTimes;
import uk.footprints.site.CatalogueView;
import uk.footprints.site.PageImprint;
import uk.footprints.site.SiteFile;
import uk.footprints.site.SiteInput;
import uk.footprints.site.SitePages;
import uk.footprints.spark.Versions;
import uk.footprints.table.Column;
import uk.footprints.table.Csv;
import uk.footprints.table.Field;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;
import uk.footprints.workbook.ReportWorkbookWriter;
import uk.footprints.workbook.WorkbookContent;

/**
 * Writes the reports (Parquet, CSV and workbooks) and the site of a release.
 *
 * @param release the release
 * @param imprint the id, time and versions that pages and workbooks show
 * @param catalogue the datasets, tables and indicators that pages and workbooks name
 * @param times receives how long each report and each kind of page takes
 */
record ReportAndSiteWriter(Release release, PageImprint imprint, IndicatorCatalogue catalogue, StepTimes times) {

  /** Tables too large for a spreadsheet: {@code footprints report spc} gives a part of this one. */
  private static final Set<String> ONLY_PARQUET = Set.of("spc");
  /** Tables too long for a spreadsheet with all areas: their CSV files have the areas that have pages. */
  private static final Set<String> CSV_OF_PAGES = Set.of("indicators", "trends");
  /** Reports that take longest: they begin first, so that all cores end together. */
  private static final Set<String> LONG = Set.of("spc", "trends", "variation", "beds", "long_trends", "coherence");
  private static final Comparator<IndicatorValue> IN_SERIES =
      Comparator.comparing(IndicatorValue::areaCode)
          .thenComparing(IndicatorValue::basis)
          .thenComparing(IndicatorValue::period);
  /** The meaning of a column of a CSV file. */
  private record ColumnMeaning(
      @Column(value = "The file's name without its ending.", required = true) String table,
      @Column(value = "The column.", required = true) String column,
      @Column(value = "text, whole, number, date or flag.", required = true) String type,
      @Column("The unit.") String unit,
      @Column("One sentence.") String meaning) {}

  private static final RecordTable<ColumnMeaning> DICTIONARY =
      RecordTable.of("dictionary", "a column of a CSV file", ColumnMeaning.class, "table", "column");
  /** The folder of a file of the site, without folders of single indicators. */
  private static final Pattern KIND_OF_FILE = Pattern.compile("^(reports/(?:assets/data/|[^/]+/)?).*$");
  private static final DateTimeFormatter IMPRINT_TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  /** A piece of work that writes files; gives the table that pages show, if it made one. */
  private interface TableOutput extends Supplier<Optional<TableData>> {}

  /**
   * Writes the indicators on both bases and every report as Parquet, CSV and workbook, each as soon as it is computed.
   * Returns only the tables that pages show.
   *
   * @param others tables that are written beside them, as Parquet
   */
  List<TableData> reports(Evidence asWas, List<IndicatorValue> asNow, List<Supplier<TableData>> others) {
    dictionary();
    TableData indicators = indicators(asWas.answers(), asNow);
    List<TableOutput> outputs = new ArrayList<>();
    outputs.add(() -> parquetAndCsv(indicators));
    Reports.all().stream()
        .sorted(Comparator.comparing(report -> !LONG.contains(report.id())))
        .forEach(report -> outputs.add(() -> ifOnSite(write(rows(report, asWas)))));
    outputs.add(() -> workbook(indicators));
    others.forEach(table -> outputs.add(() -> parquet(table.get())));
    return ParallelTasks.map(outputs, Supplier::get).stream().flatMap(Optional::stream).toList();
  }

  private static Optional<TableData> ifOnSite(TableData table) {
    return SitePages.shows(table.table().name()) ? Optional.of(table) : Optional.empty();
  }

  /** Writes the meanings of the columns of the CSV files. */
  private void dictionary() {
    List<ColumnMeaning> rows = new ArrayList<>();
    Stream.concat(Stream.of(Tables.INDICATORS), Reports.tables().stream())
        .forEach(
            table ->
                table.fields().forEach(
                    f ->
                        rows.add(
                            new ColumnMeaning(
                                table.name(), f.name(), f.type().name().toLowerCase(Locale.UK), f.unit(),
                                f.meaning() + leftOut(table, f)))));
    try {
      release.write("reports/csv/dictionary.csv", out -> Csv.write(DICTIONARY.data(rows), out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says which geographies a CSV file leaves out; empty for other columns and where it has all. */
  private static String leftOut(Table table, Field field) {
    if (!CSV_OF_PAGES.contains(table.name()) || !field.name().equals("geography")) {
      return "";
    }
    return IndicatorService.GEOGRAPHIES.stream()
        .map(Geography::id)
        .filter(id -> !SitePages.showsAreas(id))
        .collect(Collectors.joining(", ", " Not in this file, but in the Parquet table: ", "."));
  }

  /**
   * Returns the table of the indicators, sorted so that the series of an area is together. Each row is made when it is
   * read, as all rows at once would fill the memory.
   */
  private static TableData indicators(List<IndicatorValue> asWas, List<IndicatorValue> asNow) {
    Map<String, Map<String, List<IndicatorValue>>> groups = new TreeMap<>();
    Stream.of(asWas, asNow).flatMap(List::stream).forEach(
        value -> groups.computeIfAbsent(value.indicator(), id -> new TreeMap<>())
            .computeIfAbsent(value.geography(), id -> new ArrayList<>())
            .add(value));
    List<List<IndicatorValue>> unsorted = groups.values().stream().flatMap(of -> of.values().stream()).toList();
    List<IndicatorValue> all =
        ParallelTasks.map(unsorted, group -> group.stream().sorted(IN_SERIES).toList()).stream()
            .flatMap(List::stream)
            .toList();
    return IndicatorRow.TABLE.data(all, IndicatorRow::of);
  }

  private TableData rows(Report<?> report, Evidence evidence) {
    return times.during(ReleaseBuilder.PART, "report " + report.id() + ", rows", () -> report.data(evidence));
  }

  private TableData write(TableData table) {
    if (ONLY_PARQUET.contains(table.table().name())) {
      parquet(table);
    } else {
      parquetAndCsv(table);
    }
    workbook(table);
    return table;
  }

  private Optional<TableData> parquet(TableData table) {
    return written("table " + table.table().name() + ", Parquet", () -> release.write(table));
  }

  private Optional<TableData> parquetAndCsv(TableData table) {
    String name = table.table().name();
    Predicate<TableRow> shown = CSV_OF_PAGES.contains(name) ? ReportAndSiteWriter::hasPage : row -> true;
    return written("table " + name + ", Parquet and CSV", () -> release.writeWithCsv(table, shown));
  }

  private Optional<TableData> workbook(TableData table) {
    String name = table.table().name();
    Optional<WorkbookContent> workbook = new WorkbookAssembler(catalogue).assemble(table, imprint);
    return workbook.isEmpty()
        ? Optional.empty()
        : written("report " + name + ", workbook", () -> release.write(
            "reports/xlsx/" + name + ".xlsx", out -> ReportWorkbookWriter.write(workbook.get(), out)));
  }

  /** Writes a file. */
  private interface FileOutput {
    void write() throws IOException;
  }

  private Optional<TableData> written(String step, FileOutput file) {
    try {
      times.during(ReleaseBuilder.PART, step, () -> {
        file.write();
        return true;
      });
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the id, time and versions that pages and workbooks show. */
  static PageImprint imprint(Release release, Instant made) {
    return new PageImprint(release.id(), IMPRINT_TIME.format(made), Versions.line());
  }

  /**
   * Writes the site.
   *
   * @param everywhere the evidence of the reports
   * @param everywhereNow the indicators on the other basis
   * @param tables the tables that pages show, except those that this method reads
   * @param organisations the table of organisations
   * @param boundaries the boundaries
   */
  void site(
      Evidence everywhere, List<IndicatorValue> everywhereNow, List<TableData> tables, TableData organisations,
      BoundaryLoader boundaries)
      throws IOException {
    Evidence asWas = everywhere.of(SitePages::showsAreas);
    List<IndicatorValue> asNow = everywhereNow.stream().filter(a -> SitePages.showsAreas(a.geography())).toList();
    StepTimes.Sequence steps = times.sequence(ReleaseBuilder.PART);
    List<String> drawn =
        asWas.answers().stream()
            .map(IndicatorValue::geography)
            .distinct()
            .filter(boundaries.byGeography()::containsKey)
            .toList();
    List<BoundarySimplifier> simplified =
        ParallelTasks.map(drawn, id -> BoundarySimplifier.of(boundaries.byGeography().get(id)));
    Map<String, BoundarySimplifier> outlines = new TreeMap<>();
    for (int i = 0; i < drawn.size(); i++) {
      outlines.put(drawn.get(i), simplified.get(i));
    }
    steps.ended("site, outlines");
    List<TableData> all =
        new ArrayList<>(
            ParallelTasks.map(tables, any -> {
              TableData table = ofPages(any);
              return table.table().equals(FunnelReport.TABLE.table()) ? onBothBases(table, asWas, asNow) : table;
            }));
    all.addAll(SiteExtraTables.of(release, asWas.indicators(), organisations));
    steps.ended("site, tables");
    CatalogueView view = new CatalogueView(catalogue.data().datasets(), catalogue.data().tables(), Reports.all());
    SiteInput siteInput = new SiteInput(imprint, SiteExtraTables.news(release), asWas, asNow, all, outlines, view);
    List<SiteFile> files = SitePages.files(siteInput);
    steps.ended("site, list of pages");
    ParallelTasks.map(files, this::write);
  }

  /** Returns the rows of areas that have pages. */
  private static TableData ofPages(TableData table) {
    return table.table().has("geography") ? table.where(ReportAndSiteWriter::hasPage) : table;
  }

  private static boolean hasPage(TableRow row) {
    return SitePages.showsAreas(row.text("geography"));
  }

  private boolean write(SiteFile file) {
    String kind = "site, " + KIND_OF_FILE.matcher(file.path()).replaceFirst("$1");
    byte[] content = times.during(ReleaseBuilder.PART, kind + " made", file::bytes);
    written(kind + " written", () -> release.write(file.path(), content));
    return true;
  }

  /** Adds funnels on the other basis: the page lets a reader choose. */
  private static TableData onBothBases(TableData variation, Evidence asWas, List<IndicatorValue> asNow) {
    List<FunnelReport.Row> rows = new ArrayList<>(variation.rows(FunnelReport.TABLE.all()));
    rows.addAll(new FunnelReport().rows(asWas.with(asNow)));
    return FunnelReport.TABLE.data(rows);
  }
}

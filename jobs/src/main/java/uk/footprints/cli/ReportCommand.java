package uk.footprints.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.analysis.OwnGeographySite;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.ReportOptions;
import uk.footprints.analysis.ReportService;
import uk.footprints.analysis.WorkbookAssembler;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.catalogue.Reports;
import uk.footprints.parquet.TableWriter;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.site.PageImprint;
import uk.footprints.spark.Versions;
import uk.footprints.storage.Store;
import uk.footprints.table.Csv;
import uk.footprints.table.TableData;
import uk.footprints.workbook.ReportWorkbookWriter;
import uk.footprints.workbook.WorkbookContent;

/** Prints or writes reports from the current release, for any geography, including custom areas. Starts no Spark. */
@Command(
    name = "report",
    description = "Print or write reports from the current release, for built-in or custom areas.",
    footer = {
      "",
      "Examples:",
      "  footprints report variation --geography stp_2018 --period 2016/17 --format table",
      "  footprints report variation --geography data/reference/examples/accountable_care_systems_2017.csv",
      "  footprints report indicators --geography my_area.geojson --indicator non_elective_per_1000 --basis as-now",
      "  footprints report --geography my_areas.yaml --pages --to mine   pages for custom areas",
      "  footprints report --to answers                          every report, as CSV, Parquet and workbook",
      "",
      "Custom areas: a table or YAML of organisations and areas, or GeoJSON polygons; see data/reference/examples"
    })
public final class ReportCommand extends CliCommand {

  /** The names that a shell completes. */
  static final class Ids implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Stream.of("indicators"), Reports.all().stream().map(r -> r.id())).iterator();
    }
  }

  @Parameters(
      index = "0..*",
      paramLabel = "ID",
      completionCandidates = Ids.class,
      description = "Reports, as footprints describe lists them, or indicators for the indicator values.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--geography",
      paramLabel = "ID|FILE",
      description = "A built-in geography, or a file of custom areas. Default: the geographies of every release.")
  private String geography;

  @Option(
      names = "--basis",
      defaultValue = "as-was",
      paramLabel = "BASIS",
      description = "as-was: the area at that time; as-now: the area of the successor. Default: as-was.")
  private String basis = "as-was";

  @Option(names = "--indicator", split = ",", paramLabel = "ID", description = "Only these indicators.")
  private List<String> indicators = new ArrayList<>();

  @Option(
      names = "--period",
      defaultValue = "",
      paramLabel = "PERIOD",
      description = "Only this period: 2016/17, 2016-12 or 2016-Q4.")
  private String period = "";

  @Mixin private PeopleOption people = new PeopleOption();

  @Mixin private StoreOption place = new StoreOption();

  @Option(names = "--to", paramLabel = "FOLDER", description = "Write each report as CSV, Parquet and workbook.")
  private String to;

  @Option(names = "--pages", description = "Write pages for these areas, with all reports as CSV, to --to.")
  private boolean pages;

  @Option(names = "--format", paramLabel = "FORMAT",
      description = "csv (the default), table, or json (one line per row).")
  private ReportFormat format = ReportFormat.CSV;

  @Override
  public Integer call() throws IOException {
    IndicatorCatalogue catalogue = IndicatorCatalogue.with(OwnDeclarations.current(new Store(place.at)));
    return pages ? site(catalogue) : reports(catalogue);
  }

  private Integer reports(IndicatorCatalogue catalogue) throws IOException {
    if (ids.size() != 1 && to == null) {
      throw UserException.command(
          ids.isEmpty() ? "No report is named." : "Several reports need a folder.",
          "name one of indicators, " + String.join(", ", Reports.all().stream().map(r -> r.id()).toList())
              + ", or give --to FOLDER for several");
    }
    List<String> which = ids.isEmpty() ? Reports.all().stream().map(r -> r.id()).toList() : ids;
    ReportOptions options =
        ReportOptions.of(which, indicators, Optional.ofNullable(geography), basis, period, people.get(), catalogue);
    ReleaseReader published = ReleaseReader.current(new Store(place.at));
    ReportService service = ReportService.of(options, published, catalogue, ReferenceData.ofJar());
    service.notes().forEach(note -> console().info("%s", note));
    for (TableData table : service.tables()) {
      if (to == null) {
        print(table);
      } else {
        write(table, published.release().id(), catalogue);
      }
    }
    return ExitCode.DONE;
  }

  /** Writes the pages of every report; those of custom areas show England as well. */
  private Integer site(IndicatorCatalogue catalogue) throws IOException {
    if (to == null || !ids.isEmpty()) {
      throw UserException.command(
          "--pages writes every report and needs a folder.", "footprints report --pages --to FOLDER");
    }
    List<String> all = Stream.concat(Stream.of("indicators"), Reports.all().stream().map(r -> r.id())).toList();
    ReleaseReader published = ReleaseReader.current(new Store(place.at));
    ReportService service =
        ReportService.of(
            ReportOptions.of(all, indicators, Optional.ofNullable(geography), basis, period, people.get(), catalogue),
            published, catalogue, ReferenceData.ofJar());
    service.notes().forEach(note -> console().info("%s", note));
    int files = OwnGeographySite.write(service, published, catalogue.data(), Versions.line(), new Store(to));
    console().info("%,d files of pages; open %s/reports/index.html", files, to);
    return ExitCode.DONE;
  }

  private void print(TableData data) {
    if (data.size() == 0) {
      console().info("The release has no rows for these options.");
      console().info("  Try: the same command with fewer options, such as without --period or --indicator");
    }
    format.lines(data).forEach(console()::print);
  }

  private void write(TableData data, String release, IndicatorCatalogue catalogue) throws IOException {
    Store folder = new Store(to);
    String name = data.table().name();
    folder.write(name + ".csv", Csv.bytes(data));
    try (TableWriter file = TableWriter.create(folder, ".", name, data.table())) {
      file.write(data);
    }
    Optional<WorkbookContent> workbook =
        new WorkbookAssembler(catalogue)
            .assemble(data, new PageImprint(release, "the day of that release", Versions.line()));
    if (workbook.isPresent()) {
      folder.write(name + ".xlsx", out -> ReportWorkbookWriter.write(workbook.get(), out));
    }
    console().info(
        "%s: %,d rows in %s.csv, %s.zstd.parquet%s", name, data.size(), name, name,
        workbook.isPresent() ? " and " + name + ".xlsx" : "; too many rows for a workbook");
  }
}

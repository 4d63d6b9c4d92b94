package uk.footprints.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.footprints.area.Corrections;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.pipeline.RefreshPipeline;
import uk.footprints.pipeline.check.DuePublications;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.input.RefreshOptions.OwnTables;
import uk.footprints.release.ReleaseStore;
import uk.footprints.runlog.RunMonitor;
import uk.footprints.runlog.RunReporter;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.SupportedJava;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/** Reads published files, checks them, and publishes a release of tables and pages. */
@Command(
    name = "refresh",
    description = "Read published files, check them, and publish a release of tables and pages.",
    footer = {
      "",
      "Examples:",
      "  footprints refresh                                      the small made-up sample",
      "  footprints refresh --from downloads --to store          a folder of files, of any dataset and any year",
      "  footprints refresh --from downloads --to store --only kh03_beds,ae_attendances",
      "  footprints refresh --from downloads --to then --as-of 2019-12-31",
      "  footprints refresh --from downloads --to store --datasets declared      an analyst's own datasets as well",
      "  footprints refresh --from downloads --to store --indicators mine --targets mine.csv",
      "  footprints refresh --live --to store                    fetch what is new, then read all that was fetched",
      "  footprints refresh --from extracts --to store --only hes_apc    hospital episodes, as counts of stays",
      "  footprints submit --master yarn refresh --from hdfs:///in --to hdfs:///store",
      "",
      "Exit codes: 0 the release is published, or there is nothing new; 2 the folder, the store or a declaration is",
      "wrong; 3 a fault of Footprints; 4 published, but files were set aside or read in part, or the release waits for",
      "footprints release approve. The messages name the files."
    })
public final class RefreshCommand extends CliCommand {

  /** The source of the files: one of these options. */
  static final class From {
    @Option(names = "--from", paramLabel = "FOLDER",
        description = "A folder of downloaded files, recognised by their content.")
    private String folder;

    @Option(
        names = "--live",
        description = "The publishers' pages: fetch new files into STORE/fetched, then read that folder.")
    private boolean live;

    @Option(names = "--sample", description = "The made-up sample that ships with Footprints (the default).")
    private boolean sample;
  }

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private From from = new From();

  @Option(
      names = "--to",
      paramLabel = "STORE",
      description = "The store to publish in: a folder or a URI. Default: data/published.")
  private String to = Home.path("data/published");

  @Option(names = "--only", split = ",", paramLabel = "ID", description = "Read only these datasets.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--datasets",
      paramLabel = "FOLDER",
      description = "Also read the datasets that the YAML files in this folder declare.")
  private Path datasets;

  @Option(
      names = "--indicators",
      paramLabel = "FOLDER",
      description = "Also compute the indicators that the YAML files in this folder declare.")
  private Path indicators;

  @Option(
      names = "--targets",
      paramLabel = "FILE.csv",
      description = "Also compare with the targets in this table; it has the columns of data/reference/targets.csv.")
  private Path targets;

  @Option(
      names = "--corrections",
      paramLabel = "FILE.csv",
      description = "Also apply the corrections in this table; it has the columns of data/reference/corrections.csv.")
  private Path corrections;

  @Mixin private PeopleOption people = new PeopleOption();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Leave out what was published after this day, so that the tables are as they were then.")
  private LocalDate asOf;

  @Option(
      names = "--threshold",
      defaultValue = "8",
      paramLabel = "N",
      description = "Suppress counts of hospital episodes from 1 to N - 1. Default: 8.")
  private int threshold = 8;

  @Option(
      names = "--most-rejects",
      defaultValue = "0.2",
      paramLabel = "SHARE",
      description = "Hold the release if more than this share, 0 to 1, of a file's hospital episodes is rejected.")
  private double mostRejects = 0.2;

  @Option(
      names = "--with-records",
      description = "Add the tables of single episodes and spells to the release; not for publication.")
  private boolean withRecords;

  @Option(
      names = "--without-case-mix",
      description = "Fit no models of case mix to hospital episodes, and leave out the tables case_mix.")
  private boolean withoutCaseMix;

  @Option(
      names = "--hold",
      description = "Hold the release until it is approved: footprints release approve.")
  private boolean hold;

  @Option(
      names = "--rehash",
      description = "Read every file again, also those whose size and time are those of the last run.")
  private boolean rehash;

  @Option(names = "--master", defaultValue = "", paramLabel = "URL",
      description = "Spark's master. Default: all cores.")
  private String master = "";

  @Mixin private RunReporter reporter = new RunReporter();

  private final Runtime.Version java;
  private final Function<List<Dataset>, FetchCommand> publishers;

  /** Creates the command for this Java, which fetches from the publishers. */
  public RefreshCommand() {
    this(Runtime.version(), FetchCommand::new);
  }

  /** Creates the command for a version of Java, which it refuses when Spark does not support it. */
  RefreshCommand(Runtime.Version java) {
    this(java, FetchCommand::new);
  }

  /** Creates a command that fetches from elsewhere, as in tests. */
  RefreshCommand(Function<List<Dataset>, FetchCommand> publishers) {
    this(Runtime.version(), publishers);
  }

  private RefreshCommand(Runtime.Version java, Function<List<Dataset>, FetchCommand> publishers) {
    this.java = java;
    this.publishers = publishers;
  }

  @Override
  public Integer call() throws IOException {
    // Before the store is locked or written to.
    SupportedJava.require(java);
    List<DeclarationFile> own = datasets == null ? List.of() : DeclarationFile.list(datasets);
    OwnTables tables =
        new OwnTables(
            indicators == null ? List.of() : DeclarationFile.list(indicators, "--indicators"), file(targets),
            file(corrections));
    Catalogue catalogue =
        IndicatorCatalogue.with(new OwnDeclarations(own, tables.indicators(), tables.targets())).data();
    tables.corrections().forEach(table -> Corrections.own(table.name(), table.text()));
    return call(own, tables, catalogue);
  }

  private static List<DeclarationFile> file(Path path) throws IOException {
    return path == null ? List.of() : List.of(DeclarationFile.of(path));
  }

  private int call(List<DeclarationFile> own, OwnTables tables, Catalogue catalogue) throws IOException {
    for (String id : only) {
      if (catalogue.findDataset(id).isEmpty()) {
        List<String> ids = catalogue.datasets().stream().map(d -> d.id()).toList();
        throw UserException.command("There is no dataset \"" + id + "\".", "give one of " + String.join(", ", ids));
      }
    }
    if (threshold < 1 || !(mostRejects >= 0 && mostRejects <= 1)) {
      throw UserException.command(
          "--threshold must be at least 1, and --most-rejects from 0 to 1.", "--threshold 8 --most-rejects 0.2");
    }
    LocalDate today = LocalDate.ofInstant(Clock.system().now(), ZoneOffset.UTC);
    RefreshOptions.Records records = new RefreshOptions.Records(mostRejects, threshold, withRecords, !withoutCaseMix);
    RefreshOptions options =
        new RefreshOptions(List.copyOf(only), asOf, today, hold, records, own, rehash, tables, people.get());
    if (from != null && from.live) {
      return live(options);
    }
    boolean sample = from == null || from.folder == null;
    return refresh(sample ? Home.path("data/sample") : from.folder, options);
  }

  private int refresh(String folder, RefreshOptions options) throws IOException {
    return report(folder, options, monitor -> pipeline(folder, options, monitor).run());
  }

  private RefreshPipeline pipeline(String folder, RefreshOptions options, RunMonitor monitor) {
    return new RefreshPipeline(
        console(), Clock.system(), new Store(folder), new Store(to), options, master, monitor);
  }

  private int report(String folder, RefreshOptions options, RunReporter.Work work) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("from", folder);
    words.put("to", to);
    words.put("only", String.join(",", only));
    words.put("datasets", datasets == null ? "" : datasets.toString());
    words.put("indicators", indicators == null ? "" : indicators.toString());
    words.put("targets", targets == null ? "" : targets.toString());
    words.put("corrections", corrections == null ? "" : corrections.toString());
    words.put("as-of", asOf == null ? "" : asOf.toString());
    words.put("hold", String.valueOf(hold));
    words.put("master", master);
    words.values().removeIf(String::isEmpty);
    return reporter.during(console(), Clock.system(), "refresh", words, options.catalogue().tables(), work);
  }

  /** Fetches first; what cannot be fetched is reported, and the rest is read. */
  private int live(RefreshOptions options) throws IOException {
    String fetched = new Store(to).path("fetched").toString();
    return report(fetched, options, monitor -> live(fetched, options, monitor));
  }

  private int live(String fetched, RefreshOptions options, RunMonitor monitor) throws IOException {
    Store store = new Store(to);
    List<String> due = due(store, options);
    due.forEach(line -> console().info("%s", line));
    FetchRunner.Outcome fetch;
    try (StoreLock lock = StoreLock.take(store, Clock.system(), "fetch", line -> console().info("%s", line))) {
      fetch = publishers.apply(options.catalogue().datasets()).fetchInto(console(), fetched, only);
      lock.check();
    }
    monitor.fetched(fetch.report(), due);
    monitor.stillDue(due);
    if (fetch.exit() == ExitCode.DATA) {
      console().info("To read the files that were fetched earlier: footprints refresh --from %s --to %s", fetched, to);
      return fetch.exit();
    }
    int refresh = pipeline(fetched, options, monitor).run();
    monitor.stillDue(due(store, options));
    return refresh == ExitCode.DONE ? fetch.exit() : refresh;
  }

  /** Returns the publications that are due, by the current release; none without a release. */
  private static List<String> due(Store store, RefreshOptions options) throws IOException {
    Optional<String> current = store.findCurrent();
    return current.isEmpty()
        ? List.of()
        : DuePublications.lines(new ReleaseStore(store).manifest(current.get()), options.today(), options.catalogue());
  }

  /** The folder in which Footprints is installed, as set by the launcher. */
  static final class Home {
    private Home() {}

    static String path(String below) {
      return Path.of(System.getProperty("footprints.home", ".")).resolve(below).normalize().toString();
    }
  }
}

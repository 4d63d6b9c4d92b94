package uk.footprints.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Tables;
import uk.footprints.pipeline.RefreshPipeline;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.runlog.RunReporter;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/** Published files in, a checked release of tables and pages out. */
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
      "  footprints refresh --live --to store                    fetch what is new, then read all that was fetched",
      "  footprints refresh --from extracts --to store --only hes_apc    hospital episodes: counts of stays",
      "  footprints refresh --from hdfs:///in --to hdfs:///store --master yarn"
    })
public final class RefreshCommand extends CliCommand {

  /** Where files come from: one of these. */
  static final class From {
    @Option(names = "--from", paramLabel = "FOLDER", description = "A folder of downloaded files, told by content.")
    private String folder;

    @Option(
        names = "--live",
        description = "The publishers' pages: fetch into STORE/fetched what is new there, and read that.")
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
      names = "--as-of",
      paramLabel = "DATE",
      description = "Leave out what was published after this day: the tables as they were known then.")
  private LocalDate asOf;

  @Option(
      names = "--threshold",
      defaultValue = "8",
      paramLabel = "N",
      description = "Counts made of records are withheld from 1 to below this. Default: 8.")
  private int threshold = 8;

  @Option(
      names = "--most-rejects",
      defaultValue = "0.2",
      paramLabel = "SHARE",
      description = "Share of the rows of a file of records that may be set aside, 0 to 1, before the release is held.")
  private double mostRejects = 0.2;

  @Option(
      names = "--with-records",
      description = "Make episodes and spells part of the release: record level, not for publication.")
  private boolean withRecords;

  @Option(
      names = "--hold",
      description = "Make the release and let a person look before readers see it: footprints release approve.")
  private boolean hold;

  @Option(names = "--master", defaultValue = "", paramLabel = "URL", description = "Spark's master. Default: all cores.")
  private String master = "";

  @Mixin private RunReporter telling = new RunReporter();

  @Override
  public Integer call() throws IOException {
    for (String id : only) {
      if (Datasets.find(id).isEmpty()) {
        List<String> ids = Datasets.all().stream().map(d -> d.id()).toList();
        throw UserException.command("There is no dataset \"" + id + "\".", "one of " + String.join(", ", ids));
      }
    }
    if (threshold < 1 || !(mostRejects >= 0 && mostRejects <= 1)) {
      throw UserException.command("A threshold is 1 or more, a share is 0 to 1.", "--threshold 8 --most-rejects 0.2");
    }
    LocalDate today = LocalDate.ofInstant(Clock.system().now(), ZoneOffset.UTC);
    RefreshOptions.Records records = new RefreshOptions.Records(mostRejects, threshold, withRecords);
    RefreshOptions asked = new RefreshOptions(List.copyOf(only), asOf, today, hold, records);
    if (from != null && from.live) {
      return live(asked);
    }
    boolean sample = from == null || from.folder == null;
    return refresh(sample ? Home.path("data/sample") : from.folder, asked);
  }

  private int refresh(String folder, RefreshOptions asked) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("from", folder);
    words.put("to", to);
    words.put("only", String.join(",", only));
    words.put("as-of", asOf == null ? "" : asOf.toString());
    words.put("hold", String.valueOf(hold));
    words.put("master", master);
    words.values().removeIf(String::isEmpty);
    return telling.during(
        terminal(), Clock.system(), "refresh", words, Tables.all(),
        running ->
            new RefreshPipeline(terminal(), Clock.system(), new Store(folder), new Store(to), asked, master, running).run());
  }

  /** Fetching comes first; what it could not have is said, and the rest is read all the same. */
  private int live(RefreshOptions asked) throws IOException {
    Store store = new Store(to);
    String fetched = store.path("fetched").toString();
    int fetch;
    try (StoreLock lock = StoreLock.take(store, Clock.system(), "fetch", line -> terminal().say("%s", line))) {
      fetch = FetchCommand.publishers(terminal(), fetched, only);
      lock.check();
    }
    if (fetch == ExitCode.DATA) {
      terminal().say("What was fetched before can be read with: footprints refresh --from %s --to %s", fetched, to);
      return fetch;
    }
    int refresh = refresh(fetched, asked);
    return refresh == ExitCode.DONE ? fetch : refresh;
  }

  /** The folder in which Footprints is installed; the launcher says. */
  static final class Home {
    private Home() {}

    static String path(String below) {
      return Path.of(System.getProperty("footprints.home", ".")).resolve(below).normalize().toString();
    }
  }
}

package uk.footprints.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.LeftTables;
import uk.footprints.catalogue.UnreadPublications;
import uk.footprints.dataset.Dataset;
import uk.footprints.fetch.AddressList;
import uk.footprints.fetch.AllowedHosts;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.FetchLimits;
import uk.footprints.fetch.LinkDecision;
import uk.footprints.fetch.LinkRules;
import uk.footprints.fetch.PoliteHttpClient;
import uk.footprints.fetch.UnreadPublication;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.Versions;
import uk.footprints.storage.Store;

/** Fetches published files into a folder that {@code refresh --from} reads. Starts no Spark. */
@Command(
    name = "fetch",
    description = {
      "Fetch published files from their publishers' pages into a folder.",
      "",
      "Reads the pages of each dataset (footprints describe ID names them), follows their links to years and "
          + "releases, and downloads the files of the dataset. Files that are in the folder already are downloaded "
          + "again only if they changed; every version is kept. The next run resumes an interrupted one.",
      "",
      "Where a page refuses programs, open it in a browser, save the addresses of its files into a list, and fetch the "
          + "list with --links. The message names the page, the links and the folder."
    },
    footer = {
      "",
      "Examples:",
      "  footprints fetch --dry-run                               list what would be fetched; read pages only",
      "  footprints fetch --to downloads --only kh03_beds         all files of one dataset",
      "  footprints fetch --to downloads --since 2025-04-01       files published since a day",
      "  footprints fetch --links addresses.txt --dry-run         which dataset takes each address; send no request",
      "  footprints fetch --links addresses.txt --to downloads    fetch the addresses of a list",
      "  footprints refresh --from downloads --to store           then read the fetched files",
      "",
      "Each link ends as new, same, changed (another version of a file), gone (no longer offered), refused or "
          + "failed. A page without one file of its dataset is empty: it may have changed its structure. An address "
          + "of a list that no dataset takes is left, with the reason.",
      "",
      "Exit codes: 0 done, or nothing new; 2 no page could be read, or the folder could not be written; 4 a link was "
          + "refused or failed or a page was empty, and the messages say which."
    })
public final class FetchCommand extends CliCommand {

  @Option(
      names = "--to",
      paramLabel = "ARCHIVE",
      description = "The folder to fetch into: a path or a URI. Default: data/fetched.")
  private String to = RefreshCommand.Home.path("data/fetched");

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ID",
      description = "Fetch only these datasets, or publications that are not read yet, such as tac.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Skip files published before this day, where the page or the address shows the day.")
  private LocalDate since;

  @Option(names = "--dry-run", description = "Read the pages, list what would be fetched, and count links by dataset.")
  private boolean dry;

  @Option(
      names = "--links",
      paramLabel = "FILE",
      description = {
        "Fetch the addresses of this list by the same rules without reading pages: one per line, or CSV with a column "
            + "url and perhaps a column page, the page that links it.",
        "With --dry-run: print url,dataset,reason for each, and send no request."
      })
  private Path links;

  @Option(
      names = "--contact",
      defaultValue = "",
      paramLabel = "ADDRESS",
      description = "How publishers can reach you: an e-mail or web address, sent to their servers.")
  private String contact = "";

  private static final long LONGEST_LIST = 16L << 20;

  private final List<Dataset> datasets;
  private final Function<String, PoliteHttpClient> web;
  private final Clock clock;

  /** Creates a command that fetches from the publishers. */
  public FetchCommand() {
    this(Datasets.all());
  }

  /** Creates a command that fetches these datasets from the publishers. */
  FetchCommand(List<Dataset> datasets) {
    this(
        datasets,
        agent -> new PoliteHttpClient(AllowedHosts.PUBLISHERS, FetchLimits.USUAL, Clock.system(), agent),
        Clock.system());
  }

  /** Creates a command with other datasets and another client, as in tests. */
  FetchCommand(List<Dataset> datasets, Function<String, PoliteHttpClient> web, Clock clock) {
    this.datasets = datasets;
    this.web = web;
    this.clock = clock;
  }

  /** Fetches the files of these datasets, or of all, into a folder, as {@code refresh --live} does. */
  FetchRunner.Outcome fetchInto(Console terminal, String folder, List<String> ids) {
    setConsole(terminal);
    to = folder;
    only = ids;
    return fetchPages(true);
  }

  @Override
  public Integer call() {
    if (links != null) {
      return fetchList();
    }
    return fetchPages(dry).exit();
  }

  /** Fetches what pages link, and prints the table of pages if wanted. */
  private FetchRunner.Outcome fetchPages(boolean table) {
    FetchRunner runner = new FetchRunner(console(), clock, web.apply(agent(contact)), new Store(to));
    FetchRunner.Outcome outcome = runner.run(selectedSources(), since, dry);
    if (table) {
      runner.printPages(outcome.report().pages());
    }
    return outcome;
  }

  private int fetchList() {
    List<AddressList.Entry> entries = AddressList.parse(readList());
    if (entries.isEmpty()) {
      throw UserException.data(links + " contains no address.", "write one address per line, or CSV with a column url");
    }
    PoliteHttpClient publishers = web.apply(agent(contact));
    List<String> selected = List.copyOf(selectedSources().keySet());
    LinkRules rules = new LinkRules(publishers.hosts(), allSources(), selected, unread(), LeftTables.all());
    List<LinkDecision> decisions = rules.decide(entries, since);
    return dry
        ? FetchRunner.print(console(), decisions)
        : new FetchRunner(console(), clock, publishers, new Store(to)).runList(decisions);
  }

  private String readList() {
    try {
      if (Files.size(links) > LONGEST_LIST) {
        throw UserException.data(
            links + " is not a list of addresses: it has more than 16 MB.", "name a list of addresses");
      }
      String text = AddressList.decode(Files.readAllBytes(links));
      Optional<String> fault = AddressList.fault(text);
      if (fault.isPresent()) {
        throw UserException.data(
            "%s is not a list of addresses: it is %s.".formatted(links, fault.get()),
            "write the addresses of the links into a text file, one per line");
      }
      return text;
    } catch (IOException e) {
      throw UserException.data("Cannot read the list " + links + ".", "name a file that exists with --links", e);
    }
  }

  /** Returns the sources of every dataset that can be fetched and of the unread publications named with --only. */
  private Map<String, DownloadSource> allSources() {
    Map<String, DownloadSource> sources = new LinkedHashMap<>();
    datasets.stream().filter(d -> !d.live().landings().isEmpty()).forEach(d -> sources.put(d.id(), d.live()));
    unread().stream().filter(p -> only.contains(p.id())).forEach(p -> sources.put(p.id(), p.live()));
    return sources;
  }

  private List<UnreadPublication> unread() {
    return UnreadPublications.without(datasets);
  }

  /** Returns the user agent. */
  static String agent(String contact) {
    if (!contact.matches("[\\x21-\\x7e]*")) {
      throw UserException.command("--contact \"" + contact + "\" is not an address.", "--contact you@example.org");
    }
    String reachable = contact.isEmpty() ? "" : "; " + contact;
    return "Footprints/%s (reads published NHS statistics; one request at a time%s)"
        .formatted(Versions.footprints(), reachable);
  }

  private Map<String, DownloadSource> selectedSources() {
    Map<String, DownloadSource> selected = new LinkedHashMap<>();
    for (String id : only) {
      Optional<UnreadPublication> publication = unread().stream().filter(p -> p.id().equals(id)).findFirst();
      if (publication.isPresent()) {
        selected.put(id, fetchable(id, publication.get().live()));
        continue;
      }
      Dataset dataset =
          datasets.stream()
              .filter(d -> d.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      UserException.command(
                          "There is no dataset \"" + id + "\".",
                          "--only with one of "
                              + String.join(", ", datasets.stream().map(Dataset::id).toList())
                              + "; of publications that are not read yet: "
                              + String.join(", ", unread().stream().map(UnreadPublication::id).toList())));
      selected.put(id, fetchable(id, dataset.live()));
    }
    if (only.isEmpty()) {
      datasets.stream().filter(d -> !d.live().landings().isEmpty()).forEach(d -> selected.put(d.id(), d.live()));
    }
    return selected;
  }

  /** Returns a source that has pages. */
  private DownloadSource fetchable(String id, DownloadSource live) {
    if (live.landings().isEmpty()) {
      String publishers =
          unread().stream()
              .filter(p -> p.live().landings().stream().anyMatch(l -> live.byHand().contains(l.page().toString())))
              .map(p -> "; footprints fetch --only " + p.id() + " fetches the publisher's own files")
              .findFirst()
              .orElse("");
      throw UserException.command(
          id + " cannot be fetched: " + live.byHand(),
          "download its files by hand, then run footprints refresh --from FOLDER" + publishers);
    }
    return live;
  }
}

package uk.footprints.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.footprints.catalogue.Datasets;
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

/** What publishers link, fetched into a folder that {@code refresh --from} reads. Starts no Spark. */
@Command(
    name = "fetch",
    description = {
      "Fetch published files from their publishers' pages into a folder.",
      "",
      "What is there already is only asked whether it changed. Files that changed under the same name are kept beside "
          + "one another. A run that was broken off is gone on with by the next."
    },
    footer = {
      "",
      "Examples:",
      "  footprints fetch --dry-run                               what would be fetched; reads pages only",
      "  footprints fetch --to downloads --only kh03_beds         one dataset, all of it",
      "  footprints fetch --to downloads --since 2025-04-01       what came out since a day",
      "  footprints fetch --to downloads --links addresses.txt    a list, where a page must be opened by hand",
      "  footprints refresh --from downloads --to store           then read what was fetched",
      "",
      "Exit codes: 0 done, or nothing new; 2 no page could be read, or the folder not be written; 4 a link was refused "
          + "or failed, and the run says which."
    })
public final class FetchCommand extends CliCommand {

  @Option(
      names = "--to",
      paramLabel = "ARCHIVE",
      description = "The folder to fetch into: a folder or a URI. Default: data/fetched.")
  private String to = RefreshCommand.Home.path("data/fetched");

  @Option(names = "--only", split = ",", paramLabel = "ID", description = "Fetch only these datasets.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Leave out files that came out before this day, where the page or the address tells.")
  private LocalDate since;

  @Option(names = "--dry-run", description = "Read the pages, and list what would be fetched.")
  private boolean dry;

  @Option(
      names = "--links",
      paramLabel = "FILE",
      description = {
        "Fetch the addresses of this list by the same rules, and read no pages: one a line, or CSV with a column url.",
        "With --dry-run: print url,dataset,reason for each, and ask nobody."
      })
  private Path links;

  @Option(
      names = "--contact",
      defaultValue = "",
      paramLabel = "ADDRESS",
      description = "How publishers can reach you: an e-mail or web address, told to their servers.")
  private String contact = "";

  private static final long LONGEST_LIST = 16L << 20;

  private final Supplier<List<Dataset>> datasets;
  private final Function<String, PoliteHttpClient> web;
  private final Clock clock;

  /** From the publishers. */
  public FetchCommand() {
    this(Datasets::all, agent -> new PoliteHttpClient(AllowedHosts.PUBLISHERS, FetchLimits.USUAL, Clock.system(), agent), Clock.system());
  }

  /** From elsewhere, as in tests. */
  FetchCommand(Supplier<List<Dataset>> datasets, Function<String, PoliteHttpClient> web, Clock clock) {
    this.datasets = datasets;
    this.web = web;
    this.clock = clock;
  }

  /** Fetches from the publishers into a folder, as {@code refresh --live} does. */
  static int publishers(Console terminal, String folder, List<String> only) {
    FetchCommand fetch = new FetchCommand();
    fetch.setConsole(terminal);
    fetch.to = folder;
    fetch.only = only;
    return fetch.call();
  }

  @Override
  public Integer call() {
    if (links != null) {
      return list();
    }
    return new FetchRunner(console(), clock, web.apply(agent(contact)), new Store(to)).run(wanted(), since, dry);
  }

  private int list() {
    List<AddressList.Entry> entries = AddressList.parse(listed());
    if (entries.isEmpty()) {
      throw UserException.data(links + " holds no address.", "write one address a line, or CSV with a column url");
    }
    PoliteHttpClient publishers = web.apply(agent(contact));
    LinkRules rules = new LinkRules(publishers.hosts(), every(), List.copyOf(wanted().keySet()), unread());
    List<LinkDecision> decisions = rules.decide(entries, since);
    return dry
        ? FetchRunner.print(console(), decisions)
        : new FetchRunner(console(), clock, publishers, new Store(to)).runList(decisions);
  }

  private String listed() {
    try {
      if (Files.size(links) > LONGEST_LIST) {
        throw UserException.data(links + " is no list of addresses: it has more than 16 MB.", "name a list of addresses");
      }
      return new String(Files.readAllBytes(links), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UserException.data("Cannot read the list " + links + ".", "name a file that exists with --links", e);
    }
  }

  /** Every dataset that can be fetched, and the unread publications that were asked for by name. */
  private Map<String, DownloadSource> every() {
    Map<String, DownloadSource> every = new LinkedHashMap<>();
    datasets.get().stream().filter(d -> !d.live().landings().isEmpty()).forEach(d -> every.put(d.id(), d.live()));
    unread().stream().filter(p -> only.contains(p.id())).forEach(p -> every.put(p.id(), p.live()));
    return every;
  }

  private static List<UnreadPublication> unread() {
    return UnreadPublications.all();
  }

  /** Who asks, as servers are told. */
  static String agent(String contact) {
    if (!contact.matches("[\\x21-\\x7e]*")) {
      throw UserException.command("--contact \"" + contact + "\" is no address.", "--contact you@example.org");
    }
    String reach = contact.isEmpty() ? "" : "; " + contact;
    return "Footprints/%s (reads published NHS statistics; one request at a time%s)"
        .formatted(Versions.footprints(), reach);
  }

  private Map<String, DownloadSource> wanted() {
    Map<String, DownloadSource> wanted = new LinkedHashMap<>();
    for (String id : only) {
      Optional<UnreadPublication> publication = unread().stream().filter(p -> p.id().equals(id)).findFirst();
      if (publication.isPresent()) {
        wanted.put(id, publication.get().live());
        continue;
      }
      Dataset dataset =
          datasets.get().stream()
              .filter(d -> d.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      UserException.command(
                          "There is no dataset \"" + id + "\".",
                          "one of " + String.join(", ", datasets.get().stream().map(Dataset::id).toList())));
      if (dataset.live().landings().isEmpty()) {
        throw UserException.command(
            id + " cannot be fetched: " + dataset.live().byHand(),
            "download its files by hand, and refresh --from their folder");
      }
      wanted.put(id, dataset.live());
    }
    if (only.isEmpty()) {
      datasets.get().stream().filter(d -> !d.live().landings().isEmpty()).forEach(d -> wanted.put(d.id(), d.live()));
    }
    return wanted;
  }
}

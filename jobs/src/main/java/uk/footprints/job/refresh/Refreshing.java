package uk.footprints.job.refresh;

import java.io.IOException;
import java.io.Serializable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import uk.footprints.archive.Archive;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Flow;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.conform.Accounting;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Figures;
import uk.footprints.job.report.Answering;
import uk.footprints.job.report.Flows;
import uk.footprints.job.report.Lines;
import uk.footprints.job.report.Published;
import uk.footprints.job.report.Residents;
import uk.footprints.job.report.SmallAreaLinks;
import uk.footprints.job.report.Sites;
import uk.footprints.job.report.Wanted;
import uk.footprints.job.tell.Running;
import uk.footprints.publish.Release;
import uk.footprints.publish.Releases;
import uk.footprints.report.Evidence;
import uk.footprints.report.Excerpt;
import uk.footprints.report.page.Imprint;
import uk.footprints.run.Clock;
import uk.footprints.run.Exit;
import uk.footprints.run.Fixable;
import uk.footprints.run.Held;
import uk.footprints.run.Lock;
import uk.footprints.run.Logs;
import uk.footprints.run.Progress;
import uk.footprints.run.Session;
import uk.footprints.run.Store;
import uk.footprints.run.Terminal;
import uk.footprints.run.Trouble;
import uk.footprints.run.Versions;
import uk.footprints.table.Filled;

/** The walk: files are listed, kept, told, read, published and reported, and then the pointer is moved. */
public final class Refreshing {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Terminal terminal;
  private final Clock clock;
  private final Store source;
  private final Store store;
  private final Asked asked;
  private final String master;
  private int cores;
  private final Running running;

  /** A refresh of a store from a folder. */
  public Refreshing(
      Terminal terminal, Clock clock, Store source, Store store, Asked asked, String master) {
    this(terminal, clock, source, store, asked, master, Running.unheard(clock));
  }

  /** One that is told of as it goes. */
  public Refreshing(
      Terminal terminal, Clock clock, Store source, Store store, Asked asked, String master, Running running) {
    this.terminal = terminal;
    this.clock = clock;
    this.source = source;
    this.store = store;
    this.asked = asked;
    this.master = master;
    this.running = running;
  }

  /** Runs, and gives the exit code. */
  public int run() throws IOException {
    // Faults in the tables of areas are named before anything is read.
    Areas.reference();
    Inputs inputs = Inputs.list(source, asked.words());
    String run = STAMP.format(clock.now()) + "-" + inputs.fingerprint().substring(0, 8);
    Logs.into(store, run);
    terminal.say("%s", Versions.line());
    if (inputs.files().isEmpty()) {
      terminal.say("There are no files in %s.", source.root());
      return Exit.DATA;
    }
    running.begins(run, inputs.told());
    Publishing publishing = new Publishing(terminal, clock, store);
    Optional<Integer> nothing = publishing.nothingNew(inputs, asked);
    if (nothing.isPresent()) {
      running.ends("nothing_new", "");
      return nothing.get();
    }
    try (Lock lock = Lock.take(store, clock, run, line -> terminal.say("%s", line))) {
      return locked(inputs, publishing, lock);
    } catch (Exception e) {
      // Also what Spark throws and does not declare.
      Optional<Fixable> trouble = Trouble.of(store, e);
      if (trouble.isPresent()) {
        throw trouble.get();
      }
      throw e;
    }
  }

  /** What only one run at a time may do in a store. */
  private int locked(Inputs inputs, Publishing publishing, Lock lock) throws IOException {
    Optional<String> before = store.findCurrent();
    publishing.before(before);
    Release release = new Release(store, new Releases(store).freeId(clock.now(), inputs.fingerprint().substring(0, 8)));
    int known = new Parsed(store, asked.words()).known(inputs.files()).size();
    terminal.say("%s", reading(inputs, known));
    // Maps need no Spark, and its session takes a while to open.
    CompletableFuture<Maps> drawing =
        CompletableFuture.supplyAsync(() -> Maps.read(inputs, source, Areas.reference()));
    SparkContext spark = Session.context("footprints refresh", master);
    try {
      Made made = make(spark, inputs, release, before, drawing);
      running.part("answer");
      running.read(Outcome.told(made.outcomes()), made.observations(), made.findings());
      tell(made);
      List<String> why = Publishing.reasons(made.findings(), asked);
      if (why.isEmpty()) {
        publishing.publish(release, before, asked, lock);
      } else {
        publishing.hold(release, why, lock);
      }
      running.part("publish");
      running.ends(why.isEmpty() ? "published" : "held", release.id());
      int exit = conclude(made);
      return why.isEmpty() ? exit : Exit.HELD;
    } catch (Exception e) {
      discard(spark, release, e);
      throw e;
    } finally {
      Session.close(spark);
    }
  }

  /** A task that still runs would write into what was taken away. */
  private static void discard(SparkContext spark, Release release, Exception why) {
    try {
      Session.quiet(spark);
      release.discard();
    } catch (RuntimeException | IOException e) {
      // The next run takes it away.
      why.addSuppressed(e);
    }
  }

  private String reading(Inputs inputs, int known) {
    int all = inputs.files().size() + inputs.copies().size();
    return known == 0
        ? "Reading %d files from %s".formatted(all, source.root())
        : "Reading %d new of %d files from %s; the others are as an earlier run read them"
            .formatted(inputs.files().size() - known, all, source.root());
  }

  /** What a run did. */
  private record Made(List<Outcome> outcomes, List<Finding> findings, long observations) {}

  private Made make(
      SparkContext spark, Inputs inputs, Release release, Optional<String> before, CompletableFuture<Maps> drawing)
      throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
    running.part("start");
    Records records = Records.tell(inputs, asked);
    List<Outcome> counted = Progress.during(
        terminal, () -> "Taking in records and counting stays",
        () -> records.outcomes(spark, terminal, inputs, store, release, asked));
    running.part("records");
    Shelved shelved = shelve(context, inputs.only(records.others(inputs)), counted, release);
    running.part("read");
    return Progress.during(
        terminal, () -> "Working out indicators and reports", () -> answer(shelved, inputs, release, before, drawing));
  }

  private Made answer(
      Shelved shelved, Inputs inputs, Release release, Optional<String> before, CompletableFuture<Maps> drawing)
      throws IOException {
    List<Outcome> outcomes = new ArrayList<>(shelved.files());
    outcomes.sort(Comparator.comparing(Outcome::path));
    check(outcomes, shelved.counts());
    List<Finding> findings = new ArrayList<>();
    outcomes.forEach(o -> findings.addAll(o.conformed().findings()));
    findings.addAll(Across.revised(outcomes, shelved.counts()));
    findings.addAll(Across.samePeriods(outcomes));

    Areas areas = Areas.reference();
    Maps maps = drawing.join();
    maps.write(release.table(Tables.BOUNDARIES));
    findings.addAll(maps.findings());
    Published published = new Published(release);
    SmallAreaLinks links = SmallAreaLinks.of(published, areas);
    List<Object[]> population = Population.areas(Counted.people(published, links), areas);
    Wanted wanted = Wanted.of(Indicators.all(), Reports.all());
    Figures figures = wanted.figures(published.rows(wanted.scan()));
    findings.addAll(Across.returns(figures, Indicators.all()));
    List<Flow> flows = Flows.of(published.rows(Flows.SCAN));
    Residents residents = Residents.of(Population.groups(population));
    Map<Excerpt, List<Object[]>> lines = Lines.of(Reports.all(), published::rows);
    Answering answering = new Answering(Indicators.all(), figures, residents, maps.atlas(), flows, lines);
    Evidence asWas = answering.on(areas, Answering.GEOGRAPHIES, Basis.AS_WAS, Optional.empty());
    List<Answer> asNow = answering.answers(areas, Answering.GEOGRAPHIES, Basis.AS_NOW);

    release.write(Tables.MEASURES, Ledger.measures());
    release.write(Tables.ORGANISATIONS, Ledger.organisations(shelved));
    release.write(Tables.AREAS, Reference.areas(areas));
    release.write(Tables.MEMBERSHIPS, Reference.memberships(areas, flows, links));
    release.write(Tables.SUCCESSIONS, Reference.successions(areas));
    release.write(Tables.SITES, maps.sites().stream().map(Sites::row).toList());
    release.write(Tables.POPULATION, population);
    Imprint imprint = Showing.imprint(release, clock.now());
    List<Filled> shown = new ArrayList<>(Showing.reports(release, imprint, asWas, asNow));
    findings.addAll(new Publishing(terminal, clock, store).compare(release, before, asked));
    for (Filled table :
        List.of(
            new Filled(Tables.RELEASES, Ledger.releases(outcomes, shelved.counts(), inputs)),
            new Filled(Tables.FINDINGS, Ledger.findings(findings)))) {
      release.write(table.table(), table.rows());
      shown.add(table);
    }
    Showing.write(release, imprint, asWas, asNow, shown, maps);
    release.write(Tables.REJECTS, Ledger.rejects(findings));
    release.write(Tables.RUNS, List.<Object[]>of(runRow(outcomes, inputs, release, shelved.observations())));
    release.describe(facts(outcomes, inputs, before, shelved.observations()), Tables.all());
    Parsed.tidy(store);
    return new Made(outcomes, findings, shelved.observations());
  }

  /** One job: files are read, their rows go to the shelf of their measure, and every shelf is written. */
  private Shelved shelve(JavaSparkContext context, Inputs inputs, List<Outcome> counted, Release release) {
    cores = context.defaultParallelism();
    Shelves shelves = new Shelves(Math.max(2, Math.min(cores, 32)), Datasets.tables());
    Store to = store;
    String id = release.id();
    Counting counting = Counting.of(context, inputs.files().size());
    return Progress.during(
        terminal,
        counting::line,
        () ->
            with(context, counted, read(context, inputs, cores).map(counting::done))
                .flatMapToPair(outcome -> shelves.sort(outcome).iterator())
                .partitionBy(shelves)
                .mapPartitionsWithIndex(
                    (shelf, parts) -> List.of(write(to, id, shelves, shelf, parts)).iterator(), true)
                .reduce(Shelved::with));
  }

  /** Files of records as well, when there are any. */
  private static JavaRDD<Outcome> with(JavaSparkContext context, List<Outcome> counted, JavaRDD<Outcome> read) {
    return counted.isEmpty() ? read : read.union(context.parallelize(counted, 1));
  }

  private static Shelved write(
      Store store, String release, Shelves shelves, int shelf, Iterator<Tuple2<Integer, Serializable>> parts)
      throws IOException {
    Shelving shelving = new Shelving(store, release, shelf);
    Iterator<Serializable> values = new Iterator<>() {
      @Override
      public boolean hasNext() {
        return parts.hasNext();
      }

      @Override
      public Serializable next() {
        return parts.next()._2();
      }
    };
    if (shelves.holdsObservations(shelf)) {
      return shelving.observations(values);
    }
    String table = shelves.table(shelf);
    if (!table.isEmpty()) {
      return shelving.table(Tables.find(table).orElseThrow(), values);
    }
    List<Outcome> files = new ArrayList<>();
    values.forEachRemaining(v -> files.add((Outcome) v));
    return new Shelved(files, Map.of(), Map.of());
  }

  /** Large files first and spread over the tasks, so that no core waits for one. */
  private JavaRDD<Outcome> read(JavaSparkContext context, Inputs inputs, int cores) {
    List<Listed> files = new ArrayList<>(inputs.files());
    files.sort(Comparator.comparingLong(Listed::bytes).reversed().thenComparing(Listed::path));
    int slices = Math.max(1, Math.min(files.size(), cores * 8));
    List<List<Listed>> dealt = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      dealt.add(new ArrayList<>());
    }
    for (int i = 0; i < files.size(); i++) {
      dealt.get(i % slices).add(files.get(i));
    }
    Store from = source;
    Archive archive = new Archive(store);
    Parsed parsed = new Parsed(store, asked.words());
    Asked wanted = asked;
    return context
        .parallelize(dealt, slices)
        .flatMap(
            share -> {
              Reader reader = new Reader(from, archive, wanted);
              return share.stream().map(file -> parsed.read(file, reader::read)).iterator();
            });
  }

  private static void check(List<Outcome> outcomes, Map<String, long[]> counts) {
    for (Outcome o : outcomes) {
      Accounting a = o.conformed().accounting();
      if (!a.balances()) {
        throw new Held("rows of " + o.path() + " are unaccounted for: " + a);
      }
      long kept = counts.getOrDefault(o.sha256(), new long[3])[0];
      if (o.state().equals(Outcome.READ) && kept != a.cells() - a.cellsRejected()) {
        throw new Held("%s has %d figures but %d were written".formatted(o.path(), a.cells() - a.cellsRejected(), kept));
      }
    }
    if (outcomes.stream().noneMatch(o -> o.state().equals(Outcome.READ))) {
      throw new Held("none of the %d files could be read".formatted(outcomes.size()));
    }
  }

  private Object[] runRow(List<Outcome> outcomes, Inputs inputs, Release release, long rows) {
    long read = outcomes.stream().filter(o -> o.state().equals(Outcome.READ)).count();
    long aside = outcomes.stream().filter(o -> o.state().equals(Outcome.SET_ASIDE)).count();
    return new Object[] {
      release.id(), clock.now().toString(), Versions.line(), asked.words(), inputs.fingerprint(),
      (long) inputs.files().size() + inputs.copies().size(), read, aside, rows
    };
  }

  private Map<String, Object> facts(List<Outcome> outcomes, Inputs inputs, Optional<String> before, long rows) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("made_at", clock.now().toString());
    facts.put("versions", Versions.line());
    facts.put("before", before.orElse(""));
    facts.put("asked", asked.kind());
    facts.put("as_of", asked.asOf() == null ? "" : asked.asOf().toString());
    facts.put("cores", cores);
    facts.put("fingerprint", inputs.fingerprint());
    facts.put("observations", rows);
    List<Map<String, Object>> read = new ArrayList<>();
    for (Outcome o : outcomes) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("file", o.path());
      file.put("sha256", o.sha256());
      file.put("dataset", o.dataset());
      file.put("state", o.state());
      if (o.dataset().equals(Records.DATASET)) {
        file.put("archived", false);
      }
      read.add(file);
    }
    inputs
        .copies()
        .forEach(
            (path, first) ->
                read.add(
                    Map.of(
                        "file", path, "sha256", first.sha256(), "dataset", "", "archived", false, "state",
                        "same_as " + first.path())));
    facts.put("to_read_again", outcomes.stream().filter(Reader::mayGiveMore).count());
    facts.put("latest", Expected.latest(outcomes));
    facts.put("inputs", read);
    return facts;
  }

  private void tell(Made made) {
    List<Outcome> outcomes = made.outcomes();
    terminal.say("");
    terminal.say(
        "%-18s %6s %9s %8s %7s %7s %9s %9s %10s %9s",
        "dataset", "files", "rows", "titles", "notes", "totals", "rejected", "not read", "observed", "figures");
    Ledger.byDataset(outcomes)
        .forEach(
            (dataset, a) -> {
              long files =
                  outcomes.stream()
                      .filter(o -> o.dataset().equals(dataset) && o.state().equals(Outcome.READ))
                      .count();
              terminal.say(
                  "%-18s %,6d %,9d %,8d %,7d %,7d %,9d %,9d %,10d %,9d",
                  dataset, files, a.read(), a.titles(), a.notes(), a.totals(), a.rejected(), a.notRead(),
                  a.observed(), a.cells() - a.cellsRejected());
            });
    terminal.say("");
    tell(made.findings());
  }

  private int conclude(Made made) {
    long aside =
        made.findings().stream()
            .filter(f -> f.severity() == Severity.SET_ASIDE)
            .map(f -> f.place().file())
            .distinct()
            .count();
    if (aside > 0) {
      terminal.say("%d of %d files were set aside; the table findings says why.", aside, made.outcomes().size());
      return Exit.HELD;
    }
    return Exit.DONE;
  }

  /** Files set aside are named; where many are of a kind, the first few of each folder. */
  private void tell(List<Finding> findings) {
    Map<String, Integer> shown = new HashMap<>();
    Map<String, Integer> more = new LinkedHashMap<>();
    for (Finding f : findings) {
      if (f.severity() != Severity.SET_ASIDE) {
        continue;
      }
      String file = f.place().file();
      String folder = file.contains("/") ? file.substring(0, file.indexOf('/')) : ".";
      String group = f.kind().id() + " in " + folder;
      if (shown.merge(group, 1, Integer::sum) <= 3) {
        terminal.say("Set aside: %s", f.sentence());
      } else {
        more.merge(group, 1, Integer::sum);
      }
    }
    more.forEach((group, n) -> terminal.say("           and %d more: %s", n, group.replace('_', ' ')));
    Map<String, Long> others = new java.util.TreeMap<>();
    findings.stream()
        .filter(f -> f.severity() != Severity.SET_ASIDE)
        .forEach(f -> others.merge(f.severity().id() + " " + f.kind().id(), 1L, Long::sum));
    if (!others.isEmpty()) {
      terminal.say("Findings:");
      others.forEach((kind, n) -> terminal.say("  %,6d  %s", n, kind.replace('_', ' ')));
    }
    terminal.say("");
  }

}

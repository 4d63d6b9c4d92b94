package uk.footprints.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.SparkTestSession;
import uk.footprints.pipeline.RefreshPipeline;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.release.ReleaseInfo.State;
import uk.footprints.release.ReleaseInfo;
import uk.footprints.release.ReleaseStore;
import uk.footprints.release.ReleaseVerifier;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.UserException;
import uk.footprints.sample.PublishedSampleWriter;
import uk.footprints.sample.SampleCountry;
import uk.footprints.sample.SeededVariation;
import uk.footprints.storage.FaultyFileSystem;
import uk.footprints.storage.Store;

/**
 * A year of a scheduler, on made-up files of A&amp;E attendances: publications that are late, early, revised, cut off,
 * with a return missing or a jump that is real, runs that are started twice or cut off. Run by jobs/checks/year.sh.
 */
@Tag("check")
class YearCheck {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final PublishedSampleWriter SAMPLE = new PublishedSampleWriter(SampleCountry.read(), new SeededVariation(7));

  @TempDir Path folder;
  private Path in;
  private Path store;
  private int runs;

  @Test
  void twelveMonthsEndInTwelveReleases() throws IOException {
    SparkTestSession.context();
    FaultyFileSystem.register();
    in = Files.createDirectories(folder.resolve("in"));
    store = folder.resolve("store");
    for (YearMonth month = YearMonth.of(2022, 4); month.isBefore(YearMonth.of(2025, 4)); month = month.plusMonths(1)) {
      put(month, bytes(month));
    }
    System.out.printf("%n%-11s %4s  %s%n", "day", "exit", "what the scheduler saw");

    put("2025-04");
    run("2025-05-15", 0, "Published release");
    put("2025-05");
    run("2025-06-15", 0, "Published release");

    // Late: June comes a week after its day.
    run("2025-07-15", 0, "Nothing new", "Due but missing: ae_attendances of June 2025, expected on 2025-07-10 (5 days ago).");
    put("2025-06");
    run("2025-07-22", 0, "Published release");

    // Revised: the three months so far, with July.
    put("2025-07");
    for (String month : List.of("2025-04", "2025-05", "2025-06")) {
      revised(month, "140825");
    }
    run("2025-08-15", 0, "Published release", "note revised");
    assertThat(ask("select count(distinct new_source_sha256) from revisions")).isEqualTo("3");

    // Cut off in the middle, started again by the scheduler, and a third time by mistake.
    put("2025-08");
    FaultyFileSystem.fail(FaultyFileSystem.Kind.STOP, FaultyFileSystem.When.DURING, FaultyFileSystem.Part.PAGES, 30);
    run("2025-09-15", 2, "could not be read or written");
    FaultyFileSystem.heal();
    run("2025-09-15", 0, "Removed ", "Published release");
    run("2025-09-15", 0, "Nothing new");

    // A download that was cut off is held; a person rejects it, and the whole file comes.
    byte[] whole = bytes(YearMonth.parse("2025-09"));
    put(YearMonth.parse("2025-09"), half(whole));
    String held = run("2025-10-15", 4, "Held release", "changed more than their history makes likely");
    run("2025-10-16", 4, "Nothing new", "is held");
    person("reject", held, "half a file");
    run("2025-10-17", 4, "Nothing new", "rejected it");
    put(YearMonth.parse("2025-09"), whole);
    run("2025-10-18", 0, "Published release");

    // Early: October is there a week before its day.
    put("2025-10");
    run("2025-11-06", 0, "Published release");

    // A large trust's return is missing.
    put(YearMonth.parse("2025-11"), without(bytes(YearMonth.parse("2025-11"))));
    run("2025-12-15", 0, "Published release", "warning total missing");

    // December is missing altogether until February, when it comes before January.
    run("2026-01-15", 0, "Nothing new", "Due but missing: ae_attendances of December 2025");
    put("2025-12");
    run("2026-02-10", 0, "Published release");
    put("2026-01");
    run("2026-02-15", 0, "Published release");

    // A jump that is real: a person looks and approves.
    put(YearMonth.parse("2026-02"), times(bytes(YearMonth.parse("2026-02")), 1.8));
    held = run("2026-03-15", 4, "Held release", "changed more than their history makes likely");
    person("approve", held, "");
    run("2026-03-16", 0, "Nothing new");

    // What was published as an estimate of the year is revised by little.
    put("2026-03");
    revised("2026-01", "090426");
    run("2026-04-15", 0, "Published release");

    List<ReleaseInfo> all = new ReleaseStore(new Store(store.toString())).list();
    long seen = all.stream().filter(k -> k.state() == State.CURRENT || k.state() == State.EARLIER).count();
    long rejected = all.stream().filter(k -> k.state() == State.REJECTED).count();
    int faults = 0;
    for (ReleaseInfo kept : all) {
      faults += ReleaseVerifier.verify(new Store(store.toString()), kept.id()).faults().size();
    }
    assertThat(seen).isEqualTo(12);
    assertThat(rejected).isEqualTo(1);
    assertThat(all).hasSize(13);
    assertThat(faults).isZero();
    Path afresh = folder.resolve("afresh");
    store = afresh;
    run("2026-04-15", 0, "Published release");
    assertThat(tables(folder.resolve("store"))).isEqualTo(tables(afresh));
    System.out.printf(
        "year: %d runs, %d releases that readers saw, %d rejected, %d files damaged; the last one equals one made afresh%n",
        runs - 1, seen, rejected, faults);
  }

  private String run(String day, int exit, String... said) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    LocalDate today = LocalDate.parse(day);
    Instant at = today.atTime(6, runs).toInstant(ZoneOffset.UTC);
    int ended;
    try {
      ended =
          new RefreshPipeline(
                  new Console(out, out, false), () -> at, new Store(in.toString()), new Store("fault:" + store),
                  new RefreshOptions(List.of(), null, today), "local[2]")
              .run();
    } catch (UserException e) {
      ended = e.exit();
      out.println(e.getMessage());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    runs++;
    String text = bytes.toString(StandardCharsets.UTF_8);
    String shown =
        text.lines()
            .filter(l -> l.matches("(Published|Held|Nothing|Not there|Early|Taken|fault).*"))
            .map(l -> l.replaceAll(" in fault:.*| in /.*", "").replaceAll("fault:\\S+", "the store"))
            .collect(Collectors.joining(" "));
    System.out.printf("%-11s %4d  %s%n", day, ended, shown);
    assertThat(ended).as(text).isEqualTo(exit);
    assertThat(text).contains(said);
    return text.lines()
        .filter(l -> l.startsWith("Held release "))
        .map(l -> l.split(" ")[2])
        .findFirst()
        .orElse("");
  }

  private void person(String what, String release, String why) {
    List<String> words = new ArrayList<>(List.of("release", what, release, "--at", store.toString()));
    if (!why.isEmpty()) {
      words.addAll(List.of("--why", why));
    }
    CommandLineRunner done = CommandLineRunner.run(words.toArray(String[]::new));
    assertThat(done.exit()).as(done.err()).isZero();
    System.out.printf("%-11s %4d  footprints release %s%n", "", done.exit(), what);
  }

  private String ask(String sql) {
    CommandLineRunner asked = CommandLineRunner.run("query", sql, "--at", store.toString());
    assertThat(asked.exit()).as(asked.err()).isZero();
    return asked.lines().get(1);
  }

  private void put(String month) throws IOException {
    put(YearMonth.parse(month), bytes(YearMonth.parse(month)));
  }

  private void put(YearMonth month, byte[] bytes) throws IOException {
    Files.write(in.resolve(month + ".csv"), bytes);
  }

  private static byte[] bytes(YearMonth month) {
    return SAMPLE.months(List.of(month), p -> p.dataset().equals("ae_attendances")).get(0).file().bytes();
  }

  /** The same month once more, with a tenth more at every third organisation. */
  private void revised(String month, String day) throws IOException {
    List<String> lines = lines(bytes(YearMonth.parse(month)));
    List<String> changed = new ArrayList<>(lines.subList(0, 1));
    for (int i = 1; i < lines.size(); i++) {
      boolean total = lines.get(i).toLowerCase(java.util.Locale.ROOT).contains("total");
      if (!total) {
        changed.add(i % 3 == 0 ? scaled(lines.get(i), 1.1) : lines.get(i));
      }
    }
    Files.write(in.resolve(month + "-revised-" + day + ".csv"), text(changed));
  }

  private static byte[] half(byte[] whole) {
    List<String> lines = lines(whole);
    return text(lines.subList(0, lines.size() / 2));
  }

  private static byte[] times(byte[] whole, double factor) {
    List<String> lines = lines(whole);
    List<String> more = new ArrayList<>(lines.subList(0, 1));
    for (String line : lines.subList(1, lines.size())) {
      if (!line.toLowerCase(java.util.Locale.ROOT).contains("total")) {
        more.add(scaled(line, factor));
      }
    }
    return text(more);
  }

  /** Without its largest trust, and without its total. */
  private static byte[] without(byte[] whole) {
    List<String> lines = new ArrayList<>(lines(whole));
    String large =
        lines.stream()
            .skip(1)
            .filter(l -> !l.toLowerCase(java.util.Locale.ROOT).contains("total") && l.contains(",R"))
            .max(java.util.Comparator.comparingLong(YearCheck::first))
            .orElseThrow();
    lines.remove(large);
    lines.subList(1, lines.size()).removeIf(l -> l.toLowerCase(java.util.Locale.ROOT).contains("total"));
    return text(lines);
  }

  private static long first(String line) {
    return Arrays.stream(line.split(",")).filter(c -> c.matches("\\d+")).mapToLong(Long::parseLong).findFirst().orElse(0);
  }

  private static String scaled(String line, double factor) {
    return Arrays.stream(line.split(",", -1))
        .map(c -> c.matches("\\d+") ? String.valueOf(Math.round(Long.parseLong(c) * factor)) : c)
        .collect(Collectors.joining(","));
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, WESTERN).lines().toList();
  }

  private static byte[] text(List<String> lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(WESTERN);
  }

  /** Hashes of all tables but the run's own. */
  private static Map<String, String> tables(Path store) throws IOException {
    Path release = store.resolve("releases").resolve(FaultInjection.current(store));
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        String name = release.relativize(file).toString();
        if (!name.startsWith("runs/")) {
          tables.put(name, Store.sha256(Files.readAllBytes(file)));
        }
      }
    }
    return tables;
  }
}

package uk.footprints.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.footprints.broken.BrokenCase;
import uk.footprints.broken.Corpus;
import uk.footprints.finding.Finding;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.sample.PublishedSampleWriter.Placed;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;
import uk.footprints.table.RowCells;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.RowAccounting;

/**
 * Runs the corpus of broken files through reading and prints the outcome of each. A program of its own, so
 * that a test can give it 512 MiB and no more. Exits with 1 when a file crashed, hung, lost a row, or was taken for
 * something else than it is.
 */
public final class BrokenFiles {

  private static final int SECONDS = 10;
  /** Other programs may hold the machine up; a file that hangs takes for ever. */
  private static final int HANGS_AFTER = 180;
  private static final int MOST_SHOWN = 60;
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final Path folder;
  private final FileReader reader;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(r -> {
    Thread thread = new Thread(r, "file");
    thread.setDaemon(true);
    return thread;
  });
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long workerId;
  private final Map<String, FileResult> good = new HashMap<>();
  private final Map<String, long[]> byFault = new TreeMap<>();
  private final Map<String, Integer> wrongs = new TreeMap<>();
  private String only = "";
  private int shown;
  private long slowest;

  private BrokenFiles(Path folder) throws Exception {
    this.workerId = worker.submit(() -> Thread.currentThread().getId()).get();
    this.folder = folder;
    Store store = new Store(folder.toString());
    this.reader = new FileReader(store, new Archive(store), new RefreshOptions(List.of(), null, TODAY));
  }

  /** The seed, and whether every wrong one is to be shown. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("broken");
    int wrong;
    try {
      BrokenFiles files = new BrokenFiles(folder);
      files.only = args.length > 1 ? args[1] : "";
      wrong = files.run(new Corpus(Long.parseLong(args[0])));
    } finally {
      try (var walk = Files.walk(folder)) {
        walk.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    }
    System.out.flush();
    Runtime.getRuntime().halt(wrong == 0 ? 0 : 1);
  }

  private int run(Corpus corpus) throws Exception {
    for (Placed placed : corpus.good()) {
      good.put(placed.folder() + "/" + placed.file().name(), read(placed.file().name(), placed.file().bytes()));
    }
    long cases = 0;
    Iterator<BrokenCase> all = corpus.cases().iterator();
    while (all.hasNext()) {
      BrokenCase next = all.next();
      if (!next.good().contains(only)) {
        continue;
      }
      cases++;
      check(next);
    }
    System.out.printf("%-42s %6s %6s %6s %6s%n", "fault", "cases", "read", "aside", "wrong");
    byFault.forEach((f, n) -> System.out.printf("%-42s %,6d %,6d %,6d %,6d%n", f, n[0], n[1], n[2], n[3]));
    long[] sum = new long[4];
    byFault.values().forEach(n -> Arrays.setAll(sum, i -> sum[i] + n[i]));
    System.out.printf("%-42s %,6d %,6d %,6d %,6d%n", "all", sum[0], sum[1], sum[2], sum[3]);
    System.out.printf(
        "%,d cases of %d good files; none lost: %s; slowest file %,d ms of a core; heap limit %,d MiB%n",
        cases, good.size(), sum[3] == 0, slowest, Runtime.getRuntime().maxMemory() >> 20);
    wrongs.forEach((what, n) -> System.out.println("WRONG " + n + " x " + what));
    return (int) sum[3];
  }

  private FileResult read(String name, byte[] bytes) throws IOException {
    return reader.read(new InputFile(name, "", bytes.length), "0", bytes);
  }

  private void check(BrokenCase broken) {
    long began = threads.getThreadCpuTime(workerId);
    String wrong;
    FileResult outcome = null;
    try {
      outcome = worker.submit(() -> read(broken.name(), broken.bytes())).get(HANGS_AFTER, TimeUnit.SECONDS);
      wrong = wrong(broken, outcome);
    } catch (TimeoutException e) {
      wrong = "hangs";
    } catch (ExecutionException e) {
      wrong = "crashed: " + e.getCause();
      if (wrongs.size() < 5) {
        e.getCause().printStackTrace(System.out);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    long took = (threads.getThreadCpuTime(workerId) - began) / 1_000_000;
    slowest = Math.max(slowest, took);
    wrong = wrong.isEmpty() && took > SECONDS * 1_000L ? "took more than " + SECONDS + " s" : wrong;
    long[] n = byFault.computeIfAbsent(broken.fault(), f -> new long[4]);
    n[0]++;
    n[1] += outcome != null && outcome.state().equals(FileResult.READ) ? 1 : 0;
    n[2] += outcome != null && !outcome.state().equals(FileResult.READ) ? 1 : 0;
    if (!wrong.isEmpty()) {
      n[3]++;
      wrongs.merge(broken.fault() + ": " + wrong.replaceAll("\\d+", "#"), 1, Integer::sum);
      if (shown++ < MOST_SHOWN) {
        System.out.println("wrong: " + broken.fault() + " in " + broken.good() + ": " + wrong);
        if (outcome != null) {
          outcome.transformed().findings().stream().limit(6)
              .forEach(f -> System.out.println("    " + f.kind() + " " + cut(f.sentence())));
        }
      }
    }
  }

  private String wrong(BrokenCase broken, FileResult outcome) {
    RowAccounting a = outcome.transformed().accounting();
    List<Finding> findings = outcome.transformed().findings();
    if (!a.balances() || !outcome.state().equals(FileResult.READ) && a.observed() > 0) {
      return "rows are lost: " + a;
    }
    long figures = outcome.transformed().batches().stream().mapToLong(ObservationBatch::size).sum()
        + outcome.transformed().tables().stream().mapToLong(t -> t.rows().size()).sum();
    if (outcome.state().equals(FileResult.READ) && figures != a.cells() - a.cellsRejected()) {
      return "figures are lost: " + figures + " of " + a;
    }
    for (Finding f : findings) {
      if (f.message().matches("(?s).*(Exception|Error:|\\.java|at uk\\.footprints).*") || f.message().length() > 1_000) {
        return "a finding that is no sentence: " + cut(f.message());
      }
      if (f.place().file().isEmpty()) {
        return "a finding without a place: " + f.message();
      }
    }
    boolean aside = outcome.state().equals(FileResult.SET_ASIDE);
    if (aside && findings.isEmpty()) {
      return "set aside without a word";
    }
    List<Finding.Kind> kinds = findings.stream().map(Finding::kind).toList();
    BrokenCase.Expected expected = broken.expected();
    boolean found = expected.kinds().isEmpty() || expected.kinds().stream().anyMatch(kinds::contains);
    return switch (expected.outcome()) {
      case ASIDE -> !aside ? "was " + outcome.state() : found ? "" : "expected " + expected.kinds() + ", found " + kinds;
      case ASIDE_OR_SAME -> aside ? "" : same(outcome, good.get(broken.good()));
      case SAME -> aside ? "was set aside" : !found ? "expected " + expected.kinds() + ", found " + distinct(kinds)
          : same(outcome, good.get(broken.good()));
      case FINDS -> found ? "" : "expected " + expected.kinds() + ", found " + distinct(kinds);
      default -> "";
    };
  }

  private static List<Finding.Kind> distinct(List<Finding.Kind> kinds) {
    return kinds.stream().distinct().sorted().toList();
  }

  private static String same(FileResult outcome, FileResult good) {
    double[] a = figures(outcome);
    double[] b = figures(good);
    return Arrays.equals(a, b) ? "" : "figures are others: " + Arrays.toString(a) + " for " + Arrays.toString(b);
  }

  /** How many figures, and their sums, which would show a difference. */
  private static double[] figures(FileResult outcome) {
    double n = 0;
    double sum = 0;
    for (ObservationBatch batch : outcome.transformed().batches()) {
      for (int i = 0; i < batch.orgCodes().size(); i++) {
        for (int m = 0; m < batch.measures().size(); m++) {
          if (batch.status(i, m) != null) {
            n++;
            double value = Double.isNaN(batch.value(i, m)) ? 0 : batch.value(i, m);
            sum += value * (1 + Math.abs((batch.orgCodes().get(i) + batch.measures().get(m) + batch.period()).hashCode()) % 97);
          }
        }
      }
    }
    List<RowCells> rows = new ArrayList<>();
    outcome.transformed().tables().stream().map(TableRows::rows).forEach(rows::addAll);
    for (RowCells row : rows) {
      n++;
      for (Object value : row.values()) {
        sum += value instanceof Double d ? Math.rint(d * 1000) : 0;
      }
    }
    return new double[] {n, Math.rint(sum * 1000) / 1000};
  }

  private static String cut(String text) {
    return text.length() > 220 ? text.substring(0, 220) + "..." : text;
  }
}

package uk.footprints.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.runtime.ExitCode;
import uk.footprints.sample.PublishedSampleWriter;
import uk.footprints.sample.PublishedSampleWriter.Placed;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;
import uk.footprints.transform.RowAccounting;

/**
 * Checks a thousand files of every dataset and layout, each with random faults: no figure is another than in the good
 * file, and each that is lost is named in a finding or is of a row that is not there.
 */
@Tag("integration")
class SpoiltFilesTest {

  private static final long SEED = 20_261_130;
  private static final int FILES = 1_000;
  private static final int MOST_SHOWN = 25;

  @TempDir private Path folder;

  /** A good file and its faults. */
  private record SpoiltFile(ValidFiles good, Spoiling spoiling) {}

  /** What is wrong with what a spoilt file gave, and how often it was read, set aside and lost a figure. */
  private record Outcome(SpoiltFile file, String fault, int[] counts) {}

  @Test
  void noFigureIsWrongAndNoneIsLostSilently() {
    Store store = new Store(folder.toString());
    FileReader reader = new FileReader(store, new Archive(store), new RefreshOptions(List.of(), null));
    List<ValidFiles> files = Corpus.all().stream().map(ValidFiles::of).toList();
    Map<String, FileResult> good = new HashMap<>();
    files.forEach(file -> good.put(file.name(), read(reader, file.name(), file.placed().file().bytes())));
    Random random = new Random(SEED);
    List<SpoiltFile> spoilt = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      ValidFiles file = files.get(i % files.size());
      spoilt.add(new SpoiltFile(file, Spoiling.of(file, random)));
    }
    List<Outcome> outcomes = spoilt.parallelStream().map(one -> {
      int[] n = new int[4];
      FileResult outcome = read(reader, one.good().name(), one.spoiling().bytes());
      n[0] = 1;
      n[outcome.state().equals(FileResult.READ) ? 1 : 2] = 1;
      return new Outcome(
          one, new Comparison(one.spoiling(), good.get(one.good().name()), outcome, n).fault(), n);
    }).toList();
    Map<String, int[]> counts = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Outcome one : outcomes) {
      String what = one.file().spoiling().what();
      int[] sums = counts.computeIfAbsent(what, k -> new int[4]);
      Arrays.setAll(sums, i -> sums[i] + one.counts()[i]);
      if (!one.fault().isEmpty()) {
        wrong.add(one.file().good().name() + " " + what + ": " + one.fault());
      }
    }
    StringBuilder table =
        new StringBuilder("%-22s %6s %6s %6s %6s%n".formatted("fault", "files", "read", "aside", "lost"));
    counts.forEach((k, n) -> table.append("%-22s %6d %6d %6d %6d%n".formatted(k, n[0], n[1], n[2], n[3])));
    System.out.println(table);
    assertThat(wrong.stream().limit(MOST_SHOWN)).as("%d of %d files\n%s", wrong.size(), FILES, table).isEmpty();
  }

  /** The files behind England's indicators, all spoilt; the others of the sample as they are. */
  @Test
  void englandsIndicatorsAreThoseOfTheGoodFilesOrIncomplete() throws Exception {
    Map<String, String[]> good = england("good", file -> file.placed().file().bytes());
    assertThat(good).isNotEmpty();
    Random random = new Random(SEED);
    List<String> spoilt = new ArrayList<>();
    Map<String, String[]> now =
        england(
            "spoilt",
            file -> {
              Spoiling spoiling = Spoiling.counted(file, random);
              spoilt.add(file.name() + " " + spoiling.what());
              return spoiling.bytes();
            });
    List<String> wrong = new ArrayList<>();
    int[] counts = new int[3];
    good.forEach(
        (key, before) -> {
          String[] after = now.get(key);
          boolean complete = after != null && after[1].equals("reported") && Double.parseDouble(after[2]) > 0.99999;
          counts[after == null ? 0 : complete ? 1 : 2]++;
          if (complete && Math.abs(Double.parseDouble(after[0]) - Double.parseDouble(before[0])) > 1e-9) {
            wrong.add(key + " " + String.join(" ", before) + " -> " + String.join(" ", after));
          }
        });
    System.out.printf("England: %d absent, %d as before, %d incomplete%n", counts[0], counts[1], counts[2]);
    assertThat(wrong).as("%s", spoilt).isEmpty();
    assertThat(counts[1]).isPositive();
  }

  /** Refreshes the sample's single files, some of them changed; returns value, status and completeness by indicator and period. */
  private Map<String, String[]> england(String name, Function<ValidFiles, byte[]> change) throws Exception {
    Path in = folder.resolve(name + "-in");
    for (Placed placed : PublishedSampleWriter.committed()) {
      boolean behind = List.of("ae_attendances", "kh03_beds", "mar_commissioner").contains(placed.folder());
      boolean alone = !placed.file().name().endsWith(".zip");
      if (alone) {
        Path path = placed.below(in);
        if (behind) {
          Files.write(path, change.apply(ValidFiles.of(placed)));
        }
      }
    }
    String store = folder.resolve(name).toString();
    CommandLineRunner run = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store);
    assertThat(run.exit()).as(run.err()).isIn(ExitCode.DONE, ExitCode.HELD);
    CommandLineRunner asked =
        CommandLineRunner.run(
            "query", "select indicator, period_kind, period_start, basis, value, status, completeness from indicators"
                + " where area_code = 'E92000001' and value is not null", "--at", store, "--format", "csv");
    assertThat(asked.exit()).as(asked.err()).isEqualTo(ExitCode.DONE);
    Map<String, String[]> rows = new TreeMap<>();
    for (String line : asked.lines().subList(1, asked.lines().size())) {
      String[] cells = line.split(",");
      rows.put(
          String.join(" ", Arrays.copyOf(cells, 4)), Arrays.copyOfRange(cells, 4, 7));
    }
    return rows;
  }

  private static FileResult read(FileReader reader, String name, byte[] bytes) {
    return reader.read(new InputFile(name, "", bytes.length), "0", bytes);
  }

  /** Compares what a spoilt file gave with what the good one gave. */
  private static final class Comparison {
    private final Spoiling spoilt;
    private final FileResult good;
    private final FileResult outcome;
    private final int[] counts;
    private final List<Finding> findings;

    Comparison(Spoiling spoilt, FileResult good, FileResult outcome, int[] counts) {
      this.spoilt = spoilt;
      this.good = good;
      this.outcome = outcome;
      this.counts = counts;
      this.findings = outcome.transformed().findings();
    }

    /** Returns what is wrong; empty when nothing is. */
    String fault() {
      RowAccounting rows = outcome.transformed().accounting();
      if (!rows.balances()) {
        return "rows are lost: " + rows;
      }
      if (findings.stream().anyMatch(f -> f.message().contains("Exception"))) {
        return "an exception: " + findings;
      }
      if (!outcome.state().equals(FileResult.READ)) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.SET_ASIDE) ? "" : "set aside without a word";
      }
      Map<String, ReadFigures.Figure> now = ReadFigures.of(outcome).byKey();
      Map<String, ReadFigures.Figure> before = ReadFigures.of(good).byKey();
      for (Map.Entry<String, ReadFigures.Figure> figure : before.entrySet()) {
        String fault = fault(figure.getKey(), figure.getValue(), now.get(figure.getKey()));
        if (!fault.isEmpty()) {
          return fault;
        }
      }
      for (Map.Entry<String, ReadFigures.Figure> figure : now.entrySet()) {
        if (figure.getValue().value() != null && !before.containsKey(figure.getKey()) && !isNamed(figure.getValue())
            && !isRepeatedLine(figure)) {
          return "a figure that the good file has not: " + figure;
        }
      }
      return "";
    }

    /** Lines of spending that are alike are different lines. */
    private boolean isRepeatedLine(Map.Entry<String, ReadFigures.Figure> figure) {
      return figure.getKey().startsWith("transactions|") && spoilt.rows().contains(figure.getValue().row());
    }

    private String fault(String key, ReadFigures.Figure before, ReadFigures.Figure now) {
      if (before.equalTo(now) || before.value() == null && now == null) {
        return "";
      }
      if (now != null && now.value() != null) {
        return isNamed(now) ? "" : "another figure: " + key + " " + before + " " + now;
      }
      counts[3]++;
      boolean marked = now != null && spoilt.rows().contains(before.row());
      boolean gone = spoilt.removed().contains(before.row())
          || !spoilt.sheet().isEmpty() && before.sheet().equals(spoilt.sheet());
      return marked || gone || isNamed(before) || spoilt.whole() && isNamed()
          ? "" : "lost without a finding: " + key + " " + before + " " + findings.stream().map(Finding::kind).toList();
    }

    /** Returns whether a finding rejects or doubts the row of a figure. */
    private boolean isNamed(ReadFigures.Figure figure) {
      return findings.stream()
          .anyMatch(f -> f.severity() != Severity.NOTE && f.place().row() == figure.row()
              && (figure.sheet().isEmpty() || f.place().sheet().equals(figure.sheet())));
    }

    /** Returns whether a finding says that columns or a sheet were left out, or that rows may be absent. */
    private boolean isNamed() {
      return findings.stream()
          .anyMatch(f -> List.of(
                  Kind.HEADER_CHANGED, Kind.SHEET_NOT_READ, Kind.HIDDEN_SHEET, Kind.TOTAL_MISSING, Kind.CUT_OFF,
                  Kind.TOTAL_DISAGREES, Kind.COLUMN_MISSING)
              .contains(f.kind()));
    }
  }
}

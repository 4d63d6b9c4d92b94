package uk.footprints.stat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.Main;
import uk.footprints.runtime.Console;
import uk.footprints.statistics.Cases;

/** One run of {@code footprints stat ...}, as a person would start it. */
record StatCommandLine(int exit, String out, String err) {

  /** Runs the words after {@code stat}. */
  static StatCommandLine stat(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new Console(stream(out), stream(err), false),
            Stream.concat(Stream.of("stat"), Stream.of(words)).toArray(String[]::new));
    return new StatCommandLine(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a method on a file with settings written {@code name=value}. */
  static StatCommandLine stat(String method, Path file, List<String> settings) {
    return stat(
        Stream.concat(
                Stream.of(method, "--in", file.toString()), settings.stream().flatMap(s -> Stream.of("--set", s)))
            .toArray(String[]::new));
  }

  /** Runs a method on a table given as text. */
  static StatCommandLine statOn(Path folder, String method, String csv, String... settings) {
    try {
      Path file = folder.resolve("table.csv");
      Files.writeString(file, csv);
      return stat(method, file, List.of(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer's rows. */
  List<Cases.Row> rows() {
    return CsvReader.builder().ofNamedCsvRecord(out).stream()
        .map(NamedCsvRecord::getFieldsAsMap)
        .map(Cases.Row::new)
        .toList();
  }

  /** The answer's header. */
  String header() {
    return out.lines().findFirst().orElse("");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}

package uk.footprints.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.sample.PublicationSample;
import uk.footprints.sample.PublicationSamples;
import uk.footprints.sample.PublishedSampleWriter;
import uk.footprints.sample.SampleCountry;
import uk.footprints.sample.SeededVariation;

/** Writes spreadsheets in the published layouts, with made-up numbers. */
@Command(
    name = "published",
    description = "Write spreadsheets in the published layouts, with made-up numbers. Equal seeds give equal bytes.")
final class SamplePublishedCommand extends CliCommand {

  @ParentCommand private SampleCommand sample;

  @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Folder to write to.")
  private Path to;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      showDefaultValue = Visibility.ALWAYS,
      description = "Another number makes other data.")
  private long seed = PublishedSampleWriter.SEED;

  @Option(
      names = "--from",
      paramLabel = "YYYY-MM",
      description = "The first month. Default: the months of the small sample that ships with Footprints.")
  private String from;

  @Option(
      names = "--months",
      paramLabel = "N",
      description = "Number of months. Default: 12.")
  private Integer months;

  @Option(names = "--only", split = ",", paramLabel = "DATASET", description = "Only these datasets.")
  private List<String> only = List.of();

  @Override
  public Integer call() {
    Predicate<PublicationSample> selected = filter();
    PublishedSampleWriter writer = new PublishedSampleWriter(SampleCountry.read(), new SeededVariation(seed));
    List<YearMonth> span = span();
    List<PublishedSampleWriter.Placed> files = span.isEmpty() ? writer.usual(selected) : writer.months(span, selected);
    try {
      files.forEach(file -> sample.console().print(file.below(to).toString()));
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      throw UserException.data(
          "Cannot write to %s: %s".formatted(to, cause.getMessage()), "give another folder with --to", cause);
    }
    sample.console().info("Wrote %,d files; all numbers are made up (seed %d).", files.size(), seed);
    return ExitCode.DONE;
  }

  private Predicate<PublicationSample> filter() {
    Set<String> known = PublicationSamples.all().stream().map(PublicationSample::dataset).collect(Collectors.toSet());
    for (String dataset : only) {
      if (!known.contains(dataset)) {
        throw UserException.command(
            "There is no sample of '%s'.".formatted(dataset),
            "give one of " + known.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
    return publication -> only.isEmpty() || only.contains(publication.dataset());
  }

  /** Returns the requested months; empty for those of the small sample. */
  private List<YearMonth> span() {
    if (from == null && months == null) {
      return List.of();
    }
    if (from == null) {
      throw UserException.command("--months needs --from.", "--from 2016-04 --months " + months);
    }
    if (!from.matches("\\d{4}-(0[1-9]|1[0-2])")) {
      throw UserException.command("--from '%s' is not a month.".formatted(from), "--from 2016-04");
    }
    int count = months == null ? 12 : months;
    if (count < 1) {
      throw UserException.command("--months %d is less than 1.".formatted(count), "--months 12");
    }
    return Stream.iterate(YearMonth.parse(from), month -> month.plusMonths(1)).limit(count).toList();
  }
}

package uk.footprints.cli;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.footprints.records.StayBuildResult;
import uk.footprints.records.StayRules;
import uk.footprints.records.episode.EpisodeIngest;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.episode.IngestResult;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.SparkSessionFactory;

/** From extracts of hospital episodes to stays: takes them in, builds spells and continuous spells, and counts. */
@Command(
    name = "stays",
    description = "From hospital episodes to spells and their measures, unprotected: not for publication (refresh is).",
    footer = {"", "Examples:", "  footprints stays --from extracts --to stays", "  footprints stays --to stays --gap-days 2"})
public final class StaysCommand extends CliCommand {

  @Option(names = "--from", split = ",", description = "Extracts: files, folders or patterns. Without it, the episodes "
      + "that --to holds already.")
  private List<String> from;

  @Option(names = "--to", required = true, description = "Folder for the tables episodes, spells, continuous_spells, "
      + "stay_measures and readmissions.")
  private String to;

  @Option(names = "--master", defaultValue = "", description = "Where Spark runs; all local cores without it.")
  private String master;

  @Option(names = "--most-rejects", defaultValue = "0.2", description = "Share of rows that may be set aside, 0 to 1.")
  private double mostRejects;

  @Option(names = "--only-episodes", description = "Take the extracts in, and build no stays.")
  private boolean onlyEpisodes;

  @Option(names = "--transfers-not-counted", description = "Take ADMIMETH 2B as a transfer, not as an emergency.")
  private boolean transfersNotCounted;

  @Option(names = "--gap-days", defaultValue = "3", description = "Most days between spells of a continuous spell.")
  private int gapDays;

  @Option(names = "--residence", defaultValue = "CCG_RESIDENCE", description = "CCG_RESIDENCE or LSOA11.")
  private String residence;

  @Override
  public Integer call() throws IOException {
    StayRules rules = rules();
    SparkContext spark = SparkSessionFactory.context("footprints stays", master);
    try {
      Path episodes = new Path(to, "episodes");
      if (from != null) {
        IngestResult ingested = new EpisodeIngest(mostRejects, EpisodeIngest.USUAL.bucketBytes(), EpisodeIngest.USUAL.pieceBytes())
            .run(spark, ExtractFile.find(from, spark.hadoopConfiguration()), episodes);
        tell(ingested);
        if (!ingested.held().isEmpty()) {
          return ExitCode.HELD;
        }
      }
      if (!onlyEpisodes) {
        tell(uk.footprints.records.StayBuilder.build(spark, episodes, new Path(to, "stays"), rules));
      }
      return ExitCode.DONE;
    } finally {
      SparkSessionFactory.close(spark);
    }
  }

  private StayRules rules() {
    if (gapDays < 0 || mostRejects < 0 || mostRejects > 1
        || !residence.equals("CCG_RESIDENCE") && !residence.equals("LSOA11")) {
      throw UserException.command("A gap is 0 days or more, a share is 0 to 1, a residence CCG_RESIDENCE or LSOA11.",
          "footprints stays --help");
    }
    StayRules rules = StayRules.USUAL.by(residence).within(gapDays);
    return transfersNotCounted ? rules.transfersNotCounted() : rules;
  }

  private void tell(IngestResult ingested) {
    if (ingested.artificial()) {
      terminal().say("Artificial records: nothing can be concluded from them.");
    }
    for (ExtractFile file : ingested.files()) {
      say("%s: columns not in the layout: %s.", file, file.extra());
      say("%s: columns missing: %s.", file, file.missing());
    }
    ingested.lost().forEach((column, lost) -> terminal().say("%s is missing: no %s.", column, lost));
    terminal().say("%,d rows read = %,d episodes + %,d set aside + %,d copies.", ingested.rowsRead(),
        ingested.episodesPublished(), ingested.rejected(), ingested.copies());
    ingested.rejects().forEach((reason, rows) -> terminal().say("  set aside, %s: %,d.", reason.label(), rows));
    if (!ingested.held().isEmpty()) {
      terminal().say("Held: %s.", ingested.held());
    }
  }

  private void say(String format, ExtractFile file, List<String> columns) {
    if (!columns.isEmpty()) {
      terminal().say(format, file.name(), String.join(", ", columns));
    }
  }

  private void tell(StayBuildResult built) {
    terminal().say("%,d valid episodes of %,d people make %,d spells and %,d continuous spells; %,d admission dates "
        + "filled.", built.valid(), built.people(), built.spells(), built.continuousSpells(), built.filled());
    for (StayMeasure measure : StayMeasure.values()) {
      terminal().answer("%s,%d".formatted(measure.label(), built.total(measure)));
    }
  }
}

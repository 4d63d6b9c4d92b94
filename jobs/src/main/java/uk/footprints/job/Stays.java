package uk.footprints.job;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.footprints.run.Exit;
import uk.footprints.run.Fixable;
import uk.footprints.run.Logs;
import uk.footprints.run.Session;
import uk.footprints.run.Terminal;
import uk.footprints.stay.BuiltStays;
import uk.footprints.stay.StayRules;
import uk.footprints.stay.episode.Extract;
import uk.footprints.stay.episode.Ingest;
import uk.footprints.stay.episode.Ingested;
import uk.footprints.stay.measure.Measure;

/** From extracts of hospital episodes to stays: takes them in, builds spells and continuous spells, and counts. */
@Command(name = "stays", description = "From hospital episodes (HES admitted patient care) to spells and their measures.")
public final class Stays extends Job {

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
    try (SparkSession spark = Session.open("footprints stays", master)) {
      Path episodes = new Path(to, "episodes");
      if (from != null) {
        Ingested ingested = new Ingest(mostRejects, Ingest.USUAL.bucketBytes(), Ingest.USUAL.pieceBytes())
            .run(spark, Extract.find(from, spark.sparkContext().hadoopConfiguration()), episodes);
        tell(ingested);
        if (!ingested.held().isEmpty()) {
          return Exit.HELD;
        }
      }
      if (!onlyEpisodes) {
        tell(uk.footprints.stay.Stays.build(spark, episodes, new Path(to, "stays"), rules));
      }
      return Exit.DONE;
    }
  }
}

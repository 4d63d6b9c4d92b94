package uk.footprints.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.footprints.area.ReferenceData;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.records.StayBuildResult;
import uk.footprints.records.StayBuilder;
import uk.footprints.records.StayRules;
import uk.footprints.records.casemix.CaseMixResult;
import uk.footprints.records.casemix.CaseMixStudy;
import uk.footprints.records.casemix.CaseMixTables;
import uk.footprints.records.casemix.ComorbidityList;
import uk.footprints.records.casemix.DiagnosisGroups;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.records.episode.EpisodeIngest;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.episode.IngestResult;
import uk.footprints.records.episode.RecordOrigin;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.SparkSessionFactory;
import uk.footprints.storage.Store;
import uk.footprints.table.Csv;
import uk.footprints.table.TableData;
import uk.footprints.transform.ObservationBatch;

/** Ingests extracts of hospital episodes, builds spells and continuous spells, and counts measures. */
@Command(
    name = "stays",
    description = "Build spells and measures from hospital episodes. No suppression: for publication use refresh.",
    footer = {
      "",
      "Examples:",
      "  footprints stays --from extracts --to stays",
      "  footprints stays --to stays --gap-days 2",
      "  footprints stays --to stays --case-mix"
    })
public final class StaysCommand extends CliCommand {

  @Option(names = "--from", split = ",", paramLabel = "PATH",
      description = "Extracts: files, folders or patterns. Default: the episodes "
      + "that are already in --to.")
  private List<String> from;

  @Option(names = "--to", required = true, paramLabel = "FOLDER",
      description = "Folder for the tables episodes, spells, continuous_spells, "
      + "stay_measures and readmissions.")
  private String to;

  @Option(names = "--master", defaultValue = "", paramLabel = "URL",
      description = "Spark's master. Default: all cores.")
  private String master;

  @Option(names = "--most-rejects", defaultValue = "0.2", paramLabel = "SHARE",
      description = "Write nothing if more than this share of a file's rows, 0 to 1, is rejected. Default: 0.2.")
  private double mostRejects;

  @Option(names = "--only-episodes", description = "Ingest the extracts only; build no stays.")
  private boolean onlyEpisodes;

  @Option(names = "--transfers-not-counted", description = "Count ADMIMETH 2B as a transfer, not as an emergency.")
  private boolean transfersNotCounted;

  @Option(names = "--gap-days", defaultValue = "3", paramLabel = "N",
      description = "Maximum days between spells of a continuous spell. Default: 3.")
  private int gapDays;

  @Option(names = "--residence", defaultValue = "CCG_RESIDENCE", paramLabel = "COLUMN",
      description = "The column that says where a patient lives: CCG_RESIDENCE (the default) or LSOA11.")
  private String residence;

  @Option(names = "--case-mix", description = "Fit models of readmission, death, stays without a night and bed days; "
      + "compare organisations as CSV tables in the folder case_mix of --to.")
  private boolean caseMix;

  @Override
  public Integer call() throws IOException {
    StayRules rules = rules();
    SparkContext spark = SparkSessionFactory.context("footprints stays", master);
    try {
      Path episodes = new Path(to, "episodes");
      if (from != null) {
        IngestResult ingested = new EpisodeIngest(
                mostRejects, EpisodeIngest.USUAL.bucketBytes(), EpisodeIngest.USUAL.pieceBytes())
            .run(spark, ExtractFile.find(from, spark.hadoopConfiguration()), episodes);
        print(ingested);
        if (!ingested.held().isEmpty()) {
          return ExitCode.HELD;
        }
      }
      if (!onlyEpisodes) {
        StayBuildResult built = StayBuilder.build(spark, episodes, new Path(to, "stays"), rules,
            caseMix ? Optional.of(DiagnosisGroups.ofReference()) : Optional.empty());
        print(built);
        if (caseMix) {
          writeCaseMix(built);
        }
      }
      return ExitCode.DONE;
    } finally {
      SparkSessionFactory.close(spark);
    }
  }

  /** Counts are exact here, as those of all tables of this command: nothing below 1 is withheld. */
  private void writeCaseMix(StayBuildResult built) throws IOException {
    CaseMixResult result = new CaseMixStudy(DiagnosisGroups.ofReference(), ComorbidityList.charlson(), built.lacking(),
        built.absent(), built.origin().words(), 1)
        .of(SparkSessionFactory.session(), new Path(to, "stays"), built.continuousSpells());
    PublishableStays stays = PublishableStays.of(built.areas(), 1,
        year -> new ObservationBatch.Origin("", LocalDate.EPOCH, RevisionStatus.PROVISIONAL), built.lacking());
    Store store = new Store(to);
    List<TableData> tables =
        CaseMixTables.data(result, stays, ReferenceData.ofJar().areas(), built.origin().words(), day -> true);
    for (TableData table : tables) {
      store.write("case_mix/" + table.table().name() + ".csv", Csv.bytes(table));
      console().info("case_mix/%s.csv: %,d rows.", table.table().name(), table.size());
    }
    CaseMixTables.sentences(result, tables).forEach(sentence -> console().info("%s", sentence));
  }

  private StayRules rules() {
    if (gapDays < 0 || mostRejects < 0 || mostRejects > 1
        || !residence.equals("CCG_RESIDENCE") && !residence.equals("LSOA11")) {
      throw UserException.command(
          "--gap-days must be at least 0, --most-rejects from 0 to 1, and --residence CCG_RESIDENCE or LSOA11.",
          "footprints stays --help");
    }
    StayRules rules = StayRules.USUAL.by(residence).within(gapDays);
    return transfersNotCounted ? rules.transfersNotCounted() : rules;
  }

  private void print(IngestResult ingested) {
    for (ExtractFile file : ingested.files()) {
      printColumns("%s: columns not in the layout: %s.", file, file.extra());
      printColumns("%s: columns missing: %s.", file, file.missing());
    }
    ingested.lost().forEach((column, lost) -> console().info("%s is missing; it is needed for %s.", column, lost));
    console().info("%,d rows read = %,d episodes + %,d set aside + %,d copies.", ingested.rowsRead(),
        ingested.episodesPublished(), ingested.rejected(), ingested.copies());
    ingested.rejects().forEach((reason, rows) -> console().info("  set aside, %s: %,d.", reason.label(), rows));
    if (onlyEpisodes && ingested.artificial()) {
      printArtificial();
    }
    if (!ingested.held().isEmpty()) {
      console().info("Held: %s.", ingested.held());
    }
  }

  private void printColumns(String format, ExtractFile file, List<String> columns) {
    if (!columns.isEmpty()) {
      console().info(format, file.name(), String.join(", ", columns));
    }
  }

  private void printArtificial() {
    console().info("Artificial data: do not draw conclusions.");
  }

  private void print(StayBuildResult built) {
    if (built.origin() == RecordOrigin.ARTIFICIAL) {
      printArtificial();
    }
    console().info("%,d valid episodes of %,d people make %,d spells and %,d continuous spells; %,d admission dates "
        + "filled.", built.valid(), built.people(), built.spells(), built.continuousSpells(), built.filled());
    built.lacking().stream().filter(field -> !field.lost().isEmpty()).forEach(field -> console().info(
        "The records lack %s; it is needed for %s, which are left out.", field.name(), field.lost()));
    for (StayMeasure measure : StayMeasure.values()) {
      console().print(built.absent().contains(measure)
          ? measure.label() + "," : "%s,%d".formatted(measure.label(), built.total(measure)));
    }
  }
}

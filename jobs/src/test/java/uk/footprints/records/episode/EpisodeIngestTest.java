package uk.footprints.records.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.SparkTestSession;
import uk.footprints.runtime.UserException;

class EpisodeIngestTest {

  private static final String HEADING =
      "FYEAR,EPIKEY,PSEUDO_HESID,ADMIDATE,EPISTART,EPIEND,EPIORDER,EPISTAT,PROCODE3,ADMIMETH,ADMISORC,DISDEST,DISMETH";
  private static final String GOOD = "1617,%d,P%d,2016-05-01,2016-05-01,2016-05-03,1,3,RJ1,21,19,19,1\n";

  @TempDir java.nio.file.Path folder;

  @Test
  void setsBrokenRowsAsideWithReasonAndLocation() throws IOException {
    write("a.csv", HEADING + "\n" + GOOD.formatted(1, 1)
        + "1617,2,P2\n"
        + "1617,,P3,2016-05-01,2016-05-01,2016-05-03,1,3,RJ1,21,19,19,1\n"
        + "1617,4,,2016-05-01,2016-05-01,2016-05-03,1,3,RJ1,21,19,19,1\n"
        + "1617,5,P5,2016-05-01,2016-02-30,2016-05-03,1,3,RJ1,21,19,19,1\n"
        + "1617,6,P6,2016-05-01,2016-05-01,2016-04-03,1,3,RJ1,21,19,19,1\n"
        + "1617,7,P7,2016-05-01,2016-05-01,2016-05-03,x,3,RJ1,21,19,19,1\n"
        + "1617,8,P8,2016-05-01,2016-05-01,2016-05-03,1,3,RJ1,21,19,19,1,9\n"
        + "1617,9,P9,1801-01-01,2016-05-01,2016-05-03,1,3,RJ1,21,19,19,1\n"
        + GOOD.formatted(1, 1) + GOOD.formatted(10, 2));
    IngestResult ingested = ingest(new EpisodeIngest(0.9, 1 << 20, 1 << 20), "a.csv");
    assertThat(ingested.balances()).isTrue();
    assertThat(ingested.rowsRead()).isEqualTo(11);
    assertThat(ingested.copies()).isEqualTo(1);
    assertThat(ingested.episodes()).isEqualTo(Map.of(2016, 3L));
    assertThat(ingested.rejects()).isEqualTo(Map.of(
        RejectReason.SHORT_ROW, 1L, RejectReason.LONG_ROW, 1L, RejectReason.MISSING_EPIKEY, 1L,
        RejectReason.MISSING_PERSON, 1L, RejectReason.IMPOSSIBLE_DATE, 1L, RejectReason.REVERSED_DATES, 1L,
        RejectReason.UNREADABLE_NUMBER, 1L));
    assertThat(ingested.examples())
        .contains(new RejectedRow("a.csv", 6, RejectReason.IMPOSSIBLE_DATE, "EPISTART", "2016-02-30"),
            new RejectedRow("a.csv", 3, RejectReason.SHORT_ROW, "", "3 cells, not 13"));
    assertThat(ingested.lost()).containsEntry("a.csv: SEX", "measures by sex, and standardised readmissions");
  }

  @Test
  void readsPipesQuotesGzipZipAnyOrderAndOtherNames() throws IOException {
    write("a.txt", "\uFEFF\"DISMETH\"|DISDEST|ADMISORC|ADMIMETH|PROCODE3|EPISTAT|EPIORDER|EPIEND|EPISTART|ADMIDATE"
        + "|ENCRYPTED_HESID|EPIKEY|MY_NOTE\r\n"
        + "1|19|19|\"2A\"|RJ1|3|1|03/05/2016|2016-05-01 00:00:00|20160501|P1|1|\"x|y\"\r\n");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.csv.gz")))) {
      out.write((HEADING + "\n" + GOOD.formatted(2, 1)).getBytes(StandardCharsets.UTF_8));
    }
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("c.zip")))) {
      for (int i = 3; i < 5; i++) {
        out.putNextEntry(new ZipEntry("in/part" + i + ".csv"));
        out.write((HEADING + "\n" + GOOD.formatted(i, 1)).getBytes(StandardCharsets.UTF_8));
      }
    }
    IngestResult ingested = ingest(EpisodeIngest.USUAL, "a.txt", "b.csv.gz", "c.zip");
    assertThat(ingested.rejected()).isZero();
    assertThat(ingested.episodes()).isEqualTo(Map.of(2016, 4L));
    assertThat(ingested.files().get(0).extra()).containsExactly("MY_NOTE");
    assertThat(ingested.files().get(0).missing()).contains("FYEAR", "SEX").doesNotContain("PSEUDO_HESID");
    List<Row> rows = SparkTestSession.local().read().parquet(out().toString()).orderBy("epikey").collectAsList();
    assertThat(rows.get(0).<String>getAs("admimeth")).isEqualTo("2A");
    assertThat(rows.get(0).<java.sql.Date>getAs("epistart")).isEqualTo("2016-05-01");
    assertThat(rows.get(0).<java.sql.Date>getAs("epiend")).isEqualTo("2016-05-03");
    assertThat(rows.get(0).<String>getAs("fyear")).isEqualTo("2016-17");
    assertThat(rows).extracting(row -> row.<String>getAs("person")).containsOnly("P1");
  }

  @Test
  void assignsAKeyOfTwoPeopleToOneOfThem() throws IOException {
    write("a.csv", HEADING + "\n" + GOOD.formatted(1, 1) + GOOD.formatted(1, 2) + GOOD.formatted(2, 2));
    IngestResult ingested = ingest(new EpisodeIngest(0.2, 64, 1 << 20), "a.csv");
    assertThat(ingested.copies()).isEqualTo(1);
    assertThat(ingested.balances()).isTrue();
  }

  @Test
  void namesMissingColumnsAndTheirUseForAllFilesAtOnce() throws IOException {
    write("a.csv", HEADING.replace("EPIEND,", "") + "\n");
    write("b.csv", "this;is;something;else\n");
    write("c.csv", "");
    assertThatThrownBy(() -> ingest(EpisodeIngest.USUAL, "a.csv", "b.csv", "c.csv", "d.csv"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a.csv, row 1: column EPIEND is missing; it is needed for spells and "
            + "lengths of stay.")
        .hasMessageContaining("b.csv, row 1: no HES field was found between commas, pipes or tabs; the row starts "
            + "'this;is;something;else'")
        .hasMessageContaining("c.csv is empty")
        .hasMessageContaining("d.csv does not exist");
  }

  @Test
  void holdsAFileWithTooManyRejectsAndKeepsTheTable() throws IOException {
    write("a.csv", HEADING + "\n" + GOOD.formatted(1, 1));
    ingest(EpisodeIngest.USUAL, "a.csv");
    write("b.csv", HEADING + "\n" + GOOD.formatted(2, 2) + GOOD.formatted(3, 3).replace(',', '|'));
    IngestResult held = ingest(EpisodeIngest.USUAL, "b.csv");
    assertThat(held.held()).isEqualTo(
        "b.csv: 1 of 2 rows would be set aside, more than 20%; the first is row 3: short_row");
    assertThat(SparkTestSession.local().read().parquet(out().toString()).first().<Long>getAs("epikey")).isEqualTo(1L);
  }

  @Test
  void keepsRowNumbersAndBalanceWithTenPerCentBrokenRowsInSmallPieces() throws IOException {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (int i = 1; i <= 200_000; i++) {
      text.append(i % 10 == 0 ? "rubbish \"" + i + "\n" : GOOD.formatted(i, i % 900));
    }
    write("a.csv", text.toString());
    IngestResult ingested = ingest(new EpisodeIngest(0.2, 4 << 20, 1 << 20), "a.csv");
    assertThat(ingested.balances()).isTrue();
    assertThat(ingested.episodesPublished()).isEqualTo(180_000);
    assertThat(ingested.examples()).allSatisfy(reject ->
        assertThat(reject.row() % 10).isEqualTo(1));
    Row rejects = SparkTestSession.local().read().parquet(folder.resolve("out/rejects").toString())
        .groupBy("reason").count().first();
    assertThat(rejects.getString(0)).isEqualTo("short_row");
    assertThat(rejects.getLong(1)).isEqualTo(ingested.examples().size());
  }

  private IngestResult ingest(EpisodeIngest ingest, String... names) throws IOException {
    List<String> files = java.util.Arrays.stream(names).map(name -> folder.resolve(name).toString()).toList();
    return ingest.run(SparkTestSession.context(), ExtractFile.find(files, new Configuration()), out());
  }

  private Path out() {
    return new Path(folder.resolve("out/episodes").toString());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

package uk.footprints.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.footprints.SparkTestSession;
import uk.footprints.records.episode.EpisodeIngest;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.measure.StayMeasure;

/** The job against {@link NaiveStayBuilder} on episodes that are nobody's plan: dense, overlapping, half of them unlikely. */
@Tag("integration")
class NaiveStayBuilderTest {

  private static final int BASE = (int) LocalDate.of(2016, 6, 1).toEpochDay();

  @TempDir java.nio.file.Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void jobAndPlainRulesAgree(long seed) throws IOException {
    Random random = new Random(seed);
    List<NaiveStayBuilder.Row> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      rows.add(row(random, 1000 + i));
    }
    StringBuilder text = new StringBuilder("FYEAR,EPIKEY,PSEUDO_HESID,ADMIDATE,EPISTART,EPIEND,EPIORDER,EPISTAT,"
        + "PROCODE3,ADMIMETH,ADMISORC,DISDEST,DISMETH,DIAG_4_01,MAINSPEF\n");
    for (NaiveStayBuilder.Row row : rows) {
      text.append("1617,%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,,\n".formatted(row.key(), row.person(), day(row.admitted()),
          day(row.start()), day(row.end()), none(row.order()), none(row.state()), row.provider(), row.method(),
          row.source(), row.destination(), row.discharge()));
    }
    Files.writeString(folder.resolve("a.csv"), text);
    Path episodes = new Path(folder.resolve("episodes").toString());
    Path stays = new Path(folder.resolve("stays").toString());
    assertThat(EpisodeIngest.USUAL.run(SparkTestSession.context(),
        ExtractFile.find(List.of(folder.resolve("a.csv").toString()), new Configuration()), episodes).rejected()).isZero();
    int gap = (int) (seed % 4);
    StayBuildResult built = StayBuilder.build(SparkTestSession.context(), episodes, stays, StayRules.USUAL.within(gap));

    assertThat(description(stays)).isEqualTo(NaiveStayBuilder.stays(rows, gap));
    NaiveStayBuilder.counts(rows, gap).forEach((measure, count) ->
        assertThat(built.total(StayMeasure.valueOf(measure.toUpperCase(java.util.Locale.ROOT)))).as(measure)
            .isEqualTo(count));
  }

  private static List<String> description(Path stays) {
    List<Row> spells = SparkTestSession.local().read().parquet(stays + "/spells").collectAsList();
    Map<Long, List<Row>> joined = new TreeMap<>();
    spells.stream().sorted(Comparator.comparing(row -> row.<Long>getAs("spell_no")))
        .forEach(row -> joined.computeIfAbsent(row.getAs("continuous_spell_no"), n -> new ArrayList<>()).add(row));
    return joined.values().stream()
        .map(stay -> String.join(" + ", stay.stream().map(NaiveStayBuilderTest::description).toList())).sorted().toList();
  }

  private static String description(Row row) {
    String method = row.getAs("admission_method_code");
    return "%s %d-%d %s %d".formatted(row.<String>getAs("provider_code"), days(row, "admitted_on"),
        days(row, "discharged_on"), method == null ? "" : method, row.<Integer>getAs("episodes_count"));
  }

  private static long days(Row row, String column) {
    return row.<java.sql.Date>getAs(column).toLocalDate().toEpochDay();
  }

  private static NaiveStayBuilder.Row row(Random random, int key) {
    int start = BASE + random.nextInt(60);
    int end = start + random.nextInt(4);
    boolean unknown = random.nextInt(6) == 0;
    return new NaiveStayBuilder.Row("P" + random.nextInt(40), key, unknown ? null : start - random.nextInt(3), start,
        random.nextInt(30) == 0 ? null : end, random.nextInt(12) == 0 ? null : 1 + random.nextInt(2),
        random.nextInt(20) == 0 ? 1 : 3, one(random, "RJ1", "R1H", "RA9", random.nextInt(9) == 0 ? "" : "RJ1"),
        one(random, "21", "11", "2B", "81", "2A", ""), one(random, "19", "19", "51", "53", ""),
        one(random, "19", "19", "51", "98", ""), one(random, "1", "8", "9", "4", ""));
  }

  private static String one(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static String day(Integer day) {
    return day == null ? "" : LocalDate.ofEpochDay(day).toString();
  }

  private static String none(Integer number) {
    return number == null ? "" : number.toString();
  }
}

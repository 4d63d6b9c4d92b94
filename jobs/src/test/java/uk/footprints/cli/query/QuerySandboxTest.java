package uk.footprints.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.catalogue.Tables;
import uk.footprints.release.Release;
import uk.footprints.runtime.ExitCode;
import uk.footprints.storage.Store;
import uk.footprints.table.TableData;

/** Checks which SQL {@code query} runs and which it refuses. */
@Tag("integration")
class QuerySandboxTest {

  @TempDir static Path folder;
  private static String store;
  private static Path secret;
  private static Path goal;

  @BeforeAll
  static void release() throws IOException {
    store = folder.resolve("store").toString();
    Release release = new Release(new Store(store), "20260101T000000Z-00000000");
    release.write(new TableData(Tables.SUCCESSIONS, List.of()));
    release.describe(Map.of(), Tables.all());
    release.publish(Optional.empty());
    secret = Files.writeString(folder.resolve("secret.csv"), "the,secret\n");
    goal = folder.resolve("goal");
  }

  /** Refused with a sentence that says why, and nothing read or written. */
  @TestFactory
  Stream<DynamicTest> attempts() {
    return Stream.of(
            "create table x as select 1",
            "create or replace table x (a int) using csv location '" + goal + "'",
            "create view v as select 1",
            "create temporary view v using csv options (path '" + secret + "')",
            "create temporary function f as 'java.lang.Runtime'",
            "create function f as 'a.B' using jar 'http://example.org/a.jar'",
            "create temporary variable v = 1",
            "insert into successions select * from successions",
            "insert overwrite directory '" + goal + "' using csv select 1",
            "insert overwrite local directory '" + goal + "' select 1",
            "drop view successions",
            "drop table if exists x",
            "alter view successions rename to s",
            "truncate table x",
            "delete from successions",
            "update successions set kind = 'x'",
            "merge into successions using successions s on false when not matched then insert *",
            "load data local inpath '" + secret + "' into table x",
            "cache table successions",
            "refresh table successions",
            "set spark.sql.runSQLOnFiles = true",
            "set spark.sql.runSQLOnFiles",
            "reset",
            "add jar '" + secret + "'",
            "add file '" + secret + "'",
            "list jars",
            "use other",
            "show tables",
            "show functions",
            "describe successions",
            "explain select 1",
            "analyze table successions compute statistics",
            "execute immediate 'drop view successions'",
            "begin drop view successions; end",
            "declare v int",
            "msck repair table x",
            "select * from csv.`" + secret + "`",
            "select * from text.`" + secret + "`",
            "select * from binaryFile.`" + secret + "`",
            "select * from parquet.`" + folder + "`",
            "select * from json.`file:///etc/passwd`",
            "with a as (select * from text.`" + secret + "`) select * from a",
            "select (select max(value) from text.`" + secret + "`)",
            "select 1 where exists (select * from text.`" + secret + "`)",
            "select 1 where 'a' in (select value from text.`" + secret + "`)",
            "select * from successions join lateral (select * from text.`" + secret + "`)",
            "select 1 union all select value from text.`" + secret + "`",
            "select * from identifier('text.`" + secret + "`')",
            "select * from successions version as of 1",
            "select * from spark_catalog.information_schema.tables",
            "table text.`" + secret + "`",
            "from text.`" + secret + "` select *",
            "select reflect('java.lang.System', 'getenv', 'PATH')",
            "select java_method('java.lang.Runtime', 'getRuntime')",
            "select try_reflect('java.lang.System', 'getProperty', 'user.home')",
            "select `reflect`('java.lang.System', 'getenv', 'PATH')",
            "select identifier('reflect')('java.lang.System', 'getenv', 'PATH')",
            "select system.builtin.reflect('java.lang.System', 'getenv', 'PATH')",
            "select transform(kind) using 'cat " + secret + "' as (a) from successions",
            "select xpath_string('<!DOCTYPE a [<!ENTITY x SYSTEM \"file://" + secret + "\">]><a>&x;</a>', 'a')",
            "select from_xml('<a>1</a>', 'a int')",
            "select from_protobuf(cast('a' as binary), 'M', '" + secret + "')",
            "select from_avro(cast('a' as binary), '\"string\"')",
            "select input_file_name() from successions",
            "select current_user()",
            "select version()",
            "select current_catalog()",
            "select * from read_files('" + secret + "')",
            "select 1; drop view successions")
        .map(sql -> DynamicTest.dynamicTest(sql, () -> refused(sql)));
  }

  private static void refused(String sql) {
    CommandLineRunner run = CommandLineRunner.run("query", sql, "--at", store);
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.COMMAND);
    assertThat(run.out()).doesNotContain("the,secret");
    // Spark's own grammar refuses some of these before the lists are used.
    assertThat(run.err()).containsAnyOf("A query can only read", "The query could not be understood: ")
        .doesNotContain("This is a fault");
    assertThat(goal).doesNotExist();
  }

  /** Checks that queries that only read are allowed. */
  @TestFactory
  Stream<DynamicTest> questions() {
    return Stream.of(
            "select count(*) from successions",
            "with a as (select 1 as x), b as (select x + 1 as y from a) select y from b",
            "select upper(a), row_number() over (order by b) from values ('x', 1), ('y', 2) as t(a, b)",
            "select /*+ broadcast(successions) */ count(*) from successions",
            "select id, explode(array(1, 2)) from range(3) where id > 0 order by 1 desc limit 3",
            "select * from (select 1 as a, 'x' as k) pivot (max(a) for k in ('x'))",
            "select percentile_approx(id, 0.5), replace('a1', '1') from range(9) group by id % 2 having 1 = 1",
            "from successions |> aggregate count(*)",
            "select transform(array(1, 2), x -> x + 1)",
            "select date_add(date'2020-01-01', 1), cast('1' as int), case when true then 1 end, try_divide(1, 0)",
            "select a from values (1) t(a) intersect select 1 except select 2",
            "table successions")
        .map(sql -> DynamicTest.dynamicTest(sql, () -> answered(sql)));
  }

  private static void answered(String sql) {
    CommandLineRunner run = CommandLineRunner.run("query", sql, "--at", store);
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aTypingErrorIsReported() {
    assertThat(CommandLineRunner.run("query", "select nothing from successions", "--at", store).err()).contains("nothing");
    assertThat(CommandLineRunner.run("query", "selec 1", "--at", store).exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(CommandLineRunner.run("query", "select cuont(*) from successions", "--at", store).exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(CommandLineRunner.run("query", "select * from no_such_table", "--at", store).exit()).isEqualTo(ExitCode.COMMAND);
  }
}

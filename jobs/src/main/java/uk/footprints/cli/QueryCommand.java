package uk.footprints.cli;

import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.cli.query.QuerySandbox;
import uk.footprints.parquet.TableSchemas;
import uk.footprints.release.Release;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.LogFiles;
import uk.footprints.spark.SparkSessionFactory;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;

/** Runs SQL on the tables of the current release. */
@Command(
    name = "query",
    description = "Query the published tables in SQL. Each table is a view; queries can only read.",
    footer = {
      "",
      "Examples:",
      "  footprints query \"select * from headlines\"",
      "  footprints query \"select area_name, value, rank from indicators where indicator = 'non_elective_per_1000'",
      "      and geography = 'stp_2016' and period_start = '2016-04-01' and period_kind = 'financial_year'",
      "      order by rank\" --format table",
      "  footprints query \"select * from observations where org_code = 'R1K'\" --format parquet --out r1k",
      "",
      "Tables and columns: footprints describe"
    })
public final class QueryCommand extends CliCommand {

  /** The output formats. */
  enum Format {
    CSV,
    JSON,
    TABLE,
    PARQUET
  }

  @Parameters(index = "0", paramLabel = "SQL", description = "A SELECT statement.")
  private String sql;

  @Mixin private StoreOption place = new StoreOption();

  @Option(names = "--format", paramLabel = "FORMAT",
      description = "csv (the default), json (one line per row), table or parquet.")
  private Format format = Format.CSV;

  @Option(names = "--out", paramLabel = "FOLDER", description = "The folder for Parquet.")
  private String out;

  @Option(names = "--master", defaultValue = "", paramLabel = "URL",
      description = "Spark's master. Default: all cores.")
  private String master = "";

  @Override
  public Integer call() throws IOException {
    if (format == Format.PARQUET && out == null) {
      throw UserException.command("--format parquet needs a folder.", "--out FOLDER");
    }
    Store store = new Store(place.at);
    Release release = ReleaseReader.current(store).release();
    LogFiles.into(store, "query");
    SparkSession spark = SparkSessionFactory.open("footprints query", master);
    try {
      spark.conf().set("spark.sql.runSQLOnFiles", "false");
      for (Table table : Catalogue.with(OwnDeclarations.of(release).datasets()).tables()) {
        Path folder = release.table(table);
        if (store.fs().exists(folder)) {
          spark.read().schema(TableSchemas.spark(table)).parquet(folder.toString())
              .createOrReplaceTempView(table.name());
        }
      }
      write(run(spark, release.folder()));
    } finally {
      SparkSessionFactory.close(spark);
    }
    return ExitCode.DONE;
  }

  private Dataset<Row> run(SparkSession spark, Path release) throws IOException {
    var session = (org.apache.spark.sql.classic.SparkSession) spark;
    Path folder = new Store(place.at).fs().makeQualified(release);
    QuerySandbox sandbox = new QuerySandbox(session, folder.toUri().getPath());
    try {
      sandbox.checkParsed(session.sessionState().sqlParser().parsePlan(sql));
      var rows = session.sql(sql);
      sandbox.checkAnalysed(rows.queryExecution().analyzed());
      return rows;
    } catch (Exception e) {
      if (e.getClass().getName().startsWith("org.apache.spark.sql")) {
        String first = e.getMessage().lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        String plain = first.replaceFirst("^\\[[A-Z_.0-9]+\\] ", "");
        throw UserException.command(
            "The query could not be understood: " + plain, "footprints describe");
      }
      if (e instanceof RuntimeException ours) {
        throw ours;
      }
      throw new IOException(e);
    }
  }

  private void write(Dataset<Row> rows) {
    switch (format) {
      case PARQUET -> rows.write().mode(SaveMode.ErrorIfExists).parquet(out);
      case JSON -> rows.toLocalIterator().forEachRemaining(row -> console().print(JsonPrinter.line(row)));
      case TABLE -> RowPrinter.table(rows.columns(), rows.collectAsList()).forEach(console()::print);
      default -> {
        console().print(RowPrinter.csv(rows.columns()));
        for (Iterator<Row> i = rows.toLocalIterator(); i.hasNext(); ) {
          console().print(RowPrinter.csv(i.next()));
        }
      }
    }
  }
}

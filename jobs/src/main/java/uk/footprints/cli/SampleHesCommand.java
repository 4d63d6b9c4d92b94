package uk.footprints.cli;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.sample.hes.HesSampleWriter;
import uk.footprints.sample.hes.SampleTruth;

/** Writes artificial hospital episodes and the expected results; starts no Spark. */
@Command(
    name = "hes",
    description = "Make artificial episodes in the layout of HES admitted patient care, with expected results.")
public final class SampleHesCommand extends CliCommand {

  @Option(names = "--rows", required = true, paramLabel = "N",
      description = "Number of rows, over all years.")
  private long rows;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "NUMBER",
      description = "The same seed gives the same bytes.")
  private long seed;

  @Option(
      names = "--years",
      split = ",",
      defaultValue = "2013,2016",
      paramLabel = "YEAR",
      description = "First years of the financial years: 2013 is 2013-14. Default: 2013,2016.")
  private List<Integer> years;

  @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Folder to write to.")
  private String to;

  @Option(names = "--spoilt", defaultValue = "0.006", paramLabel = "SHARE",
      description = "Share of rows to break on purpose, 0 to 0.4. Default: 0.006.")
  private double brokenShare;

  @Option(names = "--partitions", paramLabel = "N",
      description = "How many blocks to make in parallel; does not change the output.")
  private Integer partitions;

  @Override
  public Integer call() throws IOException {
    List<Integer> rising = years.stream().sorted().distinct().toList();
    if (rows < 1 || brokenShare < 0 || brokenShare > 0.4
        || rising.get(0) < 1991 || rising.get(rising.size() - 1) > 2035) {
      throw UserException.command(
          "--rows must be at least 1, --spoilt from 0 to 0.4, and --years from 1991 to 2035.",
          "--rows 1000000 --years 2013,2016");
    }
    int threads = partitions == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, partitions);
    SampleTruth truth =
        new HesSampleWriter(rows, seed, rising, brokenShare).write(new Path(to), new Configuration(), threads);
    console().info(
        "%,d artificial rows in %s: %,d episodes, %,d copies, %,d broken; the expected results are in .truth.json.",
        rows, to, truth.totals().get("episodes"), truth.totals().get("duplicates"), truth.totals().get("rejected"));
    return ExitCode.DONE;
  }
}

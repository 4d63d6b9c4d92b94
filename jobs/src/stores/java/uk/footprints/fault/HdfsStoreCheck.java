package uk.footprints.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.storage.HadoopSettings;
import uk.footprints.storage.Store;

/** A store on HDFS, of which a datanode goes: refresh, read, kill, refresh. */
@Tag("check")
class HdfsStoreCheck {

  @TempDir static Path folder;
  private static MiniDFSCluster cluster;
  private static RemoteStoreFaults elsewhere;
  private static final Map<String, String> SETTINGS =
      Map.of("dfs.replication", "2", "dfs.client.block.write.replace-datanode-on-failure.best-effort", "true");
  private static Map<String, String> local;
  private static Map<String, String> localThree;

  @BeforeAll
  static void start() throws IOException {
    SETTINGS.forEach((name, value) -> System.setProperty("spark.hadoop." + name, value));
    Configuration conf = new Configuration();
    SETTINGS.forEach(conf::set);
    conf.set("hdfs.minidfs.basedir", folder.resolve("hdfs").toString());
    cluster = new MiniDFSCluster.Builder(conf).numDataNodes(3).build();
    cluster.waitActive();
    elsewhere = RemoteStoreFaults.of(root("store"), folder);
    RemoteStoreFaults here = elsewhere.at(folder.resolve("local").toString());
    here.well(here.two(), FaultInjection.BEFORE);
    local = here.hashes();
    here.well(here.three(), FaultInjection.SECOND);
    localThree = here.hashes();
  }

  private static String root(String name) {
    return "hdfs://localhost:" + cluster.getNameNodePort() + "/" + name;
  }

  @AfterAll
  static void stop() {
    cluster.shutdown();
  }

  @Test
  void aRootMayLeaveTheServerToTheSettings() throws IOException {
    HadoopSettings settings =
        new HadoopSettings(Map.of("fs.defaultFS", "hdfs://localhost:" + cluster.getNameNodePort(), "dfs.replication", "2"));
    Store store = new Store("hdfs:///without-a-server", settings);
    store.writeText("first", "one");
    store.writeText("first", "two");
    assertThat(store.makeCurrent(Optional.empty(), "a")).isTrue();
    assertThat(store.makeCurrent(Optional.of("a"), "b")).isTrue();
    assertThat(store.findText("first")).contains("two");
    assertThat(new Store(root("without-a-server")).findCurrent()).contains("b");
  }

  @Test
  void refreshReadKillRefresh() throws IOException, InterruptedException {
    FaultInjection.Ran first = elsewhere.run(elsewhere.two(), FaultInjection.BEFORE);
    assertThat(first.exit()).as(first.said()).isZero();
    assertThat(elsewhere.hashes()).isEqualTo(local);
    int kills = 0;
    for (int files : new int[] {1, 40}) {
      Path log = folder.resolve("killed-" + files + ".txt");
      boolean killed = elsewhere.killed(elsewhere.three(), SETTINGS, () -> elsewhere.half() >= files, log);
      assertThat(killed).as(Files.readString(log)).isTrue();
      assertThat(elsewhere.faults()).isEmpty();
      assertThat(elsewhere.hashes()).isEqualTo(local);
      kills++;
    }
    cluster.stopDataNode(0);
    assertThat(elsewhere.faults()).isEmpty();
    System.out.println("HDFS: killed " + kills + " times in the middle, then a datanode stopped: the release is whole");
    FaultInjection.Ran ran = elsewhere.run(elsewhere.three(), FaultInjection.SECOND);
    assertThat(ran.exit()).as(ran.said()).isZero();
    assertThat(ran.said()).contains("which no longer runs; this run took it over").contains("Removed ");
    assertThat(elsewhere.faults()).isEmpty();
    assertThat(elsewhere.hashes()).isEqualTo(localThree);
    RemoteStoreFaults.survived("HDFS: kill -9 in the middle", kills);
    RemoteStoreFaults.survived("HDFS: a datanode gone", 1);
    System.out.println(
        "HDFS: refreshed with a datanode gone: " + localThree.size() + " files of the same bytes as on a disk");
  }
}

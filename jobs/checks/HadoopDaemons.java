import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.nodemanager.NodeManager;
import org.apache.hadoop.yarn.server.resourcemanager.ResourceManager;

/**
 * Daemons of Hadoop on this machine, for {@code jobs/checks/yarn.sh}: HDFS with two datanodes and YARN's resource
 * manager in one process, each node manager in a process of its own. A process runs until it is ended.
 *
 * <pre>
 *   HadoopDaemons masters FOLDER          writes FOLDER/conf (settings of clients), then FOLDER/ready
 *   HadoopDaemons node FOLDER NAME        a node manager that reads FOLDER/conf, with its files under FOLDER/NAME
 * </pre>
 */
public final class HadoopDaemons {

  private static final String HOST = "127.0.0.1";

  private HadoopDaemons() {}

  /** Starts what the first word names. */
  public static void main(String[] words) throws Exception {
    Path folder = Path.of(words[1]);
    if (words[0].equals("masters")) {
      masters(folder);
    } else {
      node(folder, words[2]);
    }
  }

  private static void masters(Path folder) throws IOException {
    Configuration hdfs = new Configuration();
    hdfs.set("hdfs.minidfs.basedir", folder.resolve("hdfs").toString());
    hdfs.set("dfs.replication", "2");
    MiniDFSCluster files = new MiniDFSCluster.Builder(hdfs).numDataNodes(2).build();
    files.waitActive();
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Configuration core = new Configuration(false);
    core.set("fs.defaultFS", "hdfs://" + HOST + ":" + files.getNameNodePort());
    core.set("dfs.replication", "2");
    write(core, conf.resolve("core-site.xml"));

    Configuration yarn = new Configuration(false);
    yarn.set("yarn.resourcemanager.hostname", HOST);
    for (String service : List.of("", ".scheduler", ".resource-tracker", ".admin", ".webapp")) {
      yarn.set("yarn.resourcemanager" + service + ".address", HOST + ":" + freePort());
    }
    // A node that is gone is missed after this; a site waits ten minutes.
    yarn.set("yarn.nm.liveness-monitor.expiry-interval-ms", "10000");
    yarn.set("yarn.scheduler.minimum-allocation-mb", "256");
    yarn.set("yarn.scheduler.capacity.root.queues", "default");
    yarn.set("yarn.scheduler.capacity.root.default.capacity", "100");
    yarn.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1.0");
    // One container a heartbeat, so that both nodes get some.
    yarn.set("yarn.scheduler.capacity.per-node-heartbeat.multiple-assignments-enabled", "false");
    write(yarn, conf.resolve("yarn-site.xml"));

    YarnConfiguration all = new YarnConfiguration();
    core.forEach(setting -> all.set(setting.getKey(), setting.getValue()));
    yarn.forEach(setting -> all.set(setting.getKey(), setting.getValue()));
    ResourceManager manager = new ResourceManager();
    manager.init(all);
    manager.start();
    // Web addresses, which a script can ask without a process of Java for each question.
    FileSystem.get(core).mkdirs(new org.apache.hadoop.fs.Path("/user/" + System.getProperty("user.name")));
    Files.writeString(
        folder.resolve("ready"),
        "http://" + HOST + ":" + files.getNameNode().getHttpAddress().getPort() + "/webhdfs/v1 http://"
            + yarn.get("yarn.resourcemanager.webapp.address") + "/ws/v1/cluster\n");
  }

  private static void node(Path folder, String name) throws IOException {
    YarnConfiguration conf = new YarnConfiguration();
    conf.addResource(new org.apache.hadoop.fs.Path(folder.resolve("conf/core-site.xml").toUri()));
    conf.addResource(new org.apache.hadoop.fs.Path(folder.resolve("conf/yarn-site.xml").toUri()));
    conf.set("yarn.nodemanager.hostname", HOST);
    conf.set("yarn.nodemanager.address", HOST + ":" + freePort());
    conf.set("yarn.nodemanager.localizer.address", HOST + ":" + freePort());
    conf.set("yarn.nodemanager.webapp.address", HOST + ":" + freePort());
    conf.set("yarn.nodemanager.local-dirs", folder.resolve(name).resolve("local").toString());
    conf.set("yarn.nodemanager.log-dirs", folder.resolve(name).resolve("logs").toString());
    // Two containers of 1 GiB with their overhead, which YARN rounds up to 2 GiB.
    conf.set("yarn.nodemanager.resource.memory-mb", "4096");
    conf.set("yarn.nodemanager.resource.cpu-vcores", "4");
    conf.set("yarn.nodemanager.vmem-check-enabled", "false");
    // What matters is whether the program works, not how full this disk is.
    conf.set("yarn.nodemanager.disk-health-checker.enable", "false");
    NodeManager manager = new NodeManager();
    manager.init(conf);
    manager.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void write(Configuration settings, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      settings.writeXml(out);
    }
  }
}

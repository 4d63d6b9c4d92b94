import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kubernetes on this machine, for {@code jobs/checks/kubernetes.sh}: an API server that keeps what it is given, and a
 * node that starts the container of a pod as a process, the way the entry point of Spark's image does. There are no
 * images: {@code /opt/footprints} and the volumes of a pod are folders here, and names of services lead to this
 * machine.
 *
 * <pre>
 *   KubernetesNode FOLDER SPARK_HOME JAR      writes FOLDER/ready, the address of the server; then for each pod
 *                                             FOLDER/pods/NAME.yaml, .env, .words, .pid and .log
 * </pre>
 */
public final class KubernetesNode {

  private static final String HERE = "127.0.0.1";
  private static final String SPARK_CONF = "/opt/spark/conf";
  private static final String JAR = "/opt/footprints/footprints-cluster.jar";

  private final Path folder;
  private final String spark;
  private final String jar;
  private final KubernetesClient client;
  private final Map<String, Process> running = new ConcurrentHashMap<>();

  private KubernetesNode(Path folder, String spark, String jar, KubernetesClient client) {
    this.folder = folder;
    this.spark = spark;
    this.jar = jar;
    this.client = client;
  }

  /** Starts both and runs until it is ended. */
  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    Files.createDirectories(folder.resolve("pods"));
    KubernetesMockServer server =
        new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new ApplyDispatcher(), false);
    server.init(InetAddress.getByName(HERE), 0);
    KubernetesNode node = new KubernetesNode(folder, words[1], words[2], server.createClient());
    node.client.pods().inAnyNamespace().watch(node.new Kubelet());
    Files.writeString(folder.resolve("ready"), "http://" + HERE + ":" + server.getPort() + "\n");
  }

  /** Knows what the mock does not: a new pod is pending; a patch that applies an object can make it. */
  private static final class ApplyDispatcher extends KubernetesCrudDispatcher {
    @Override
    public MockResponse handleCreate(RecordedRequest request) {
      if (!request.getPath().endsWith("/pods")) {
        return super.handleCreate(request);
      }
      Pod pod = Serialization.unmarshal(request.getUtf8Body(), Pod.class);
      pod.setStatus(new PodStatusBuilder().withPhase("Pending").build());
      return super.handleCreate(
          as(request, HttpMethod.POST, request.getPath(), "application/json", Serialization.asJson(pod)));
    }

    @Override
    public MockResponse handlePatch(RecordedRequest request) {
      String type = String.valueOf(request.getHeader("Content-Type"));
      if (!type.contains("apply-patch")) {
        return super.handlePatch(request);
      }
      String path = request.getPath().replaceFirst("[?].*", "");
      String json = Serialization.asJson(Serialization.unmarshal(request.getUtf8Body(), Map.class));
      if (handleGet(path).code() == HttpURLConnection.HTTP_NOT_FOUND) {
        String all = path.substring(0, path.lastIndexOf('/'));
        return handleCreate(as(request, HttpMethod.POST, all, "application/json", json));
      }
      return super.handlePatch(as(request, HttpMethod.PATCH, path, "application/merge-patch+json", json));
    }

    private static RecordedRequest as(
        RecordedRequest request, HttpMethod method, String path, String type, String body) {
      return new RecordedRequest(
          request.getHttpVersion(), method, path, request.getHeaders().newBuilder().set("Content-Type", type).build(),
          new Buffer().writeUtf8(body));
    }
  }

  /** Starts what is new and ends what is deleted. */
  private final class Kubelet implements Watcher<Pod> {
    @Override
    public void eventReceived(Action action, Pod pod) {
      String name = pod.getMetadata().getName();
      if (action == Action.ADDED) {
        new Thread(() -> live(pod), name).start();
      } else if (action == Action.DELETED && running.containsKey(name)) {
        running.get(name).destroy();
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      throw new IllegalStateException("the watch of pods ended", cause);
    }
  }

  private void live(Pod pod) {
    String name = pod.getMetadata().getName();
    try {
      Path own = Files.createDirectories(folder.resolve("pods").resolve(name));
      Files.writeString(folder.resolve("pods/" + name + ".yaml"), Serialization.asYaml(pod));
      Map<String, String> places = places(pod, own);
      hosts();
      Container container = pod.getSpec().getContainers().get(0);
      Map<String, String> environment = environment(pod, container, places);
      List<String> words = words(container, environment, places);
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(own.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("pods/" + name + ".log").toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Files.write(folder.resolve("pods/" + name + ".words"), words);
      Files.write(
          folder.resolve("pods/" + name + ".env"),
          new TreeMap<>(environment).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
      Process process = builder.start();
      running.put(name, process);
      Files.writeString(folder.resolve("pods/" + name + ".pid"), process.pid() + "\n");
      report(pod, container, status("Running", container).withStartTime(java.time.Instant.now().toString()).build());
      int exit = process.waitFor();
      PodStatus ended = status(exit == 0 ? "Succeeded" : "Failed", container).build();
      ended.getContainerStatuses().get(0).setReady(false);
      ended.getContainerStatuses().get(0).setState(
          new io.fabric8.kubernetes.api.model.ContainerStateBuilder()
              .withNewTerminated().withExitCode(exit).withReason(exit == 0 ? "Completed" : "Error").endTerminated()
              .build());
      report(pod, container, ended);
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
    } finally {
      running.remove(name);
    }
  }

  private static PodStatusBuilder status(String phase, Container container) {
    return new PodStatusBuilder()
        .withPhase(phase).withPodIP(HERE).withHostIP(HERE)
        .addNewCondition().withType("Ready").withStatus(phase.equals("Running") ? "True" : "False").endCondition()
        .withContainerStatuses(
            new ContainerStatusBuilder()
                .withName(container.getName()).withImage(container.getImage()).withReady(true).withRestartCount(0)
                .withNewState()
                .withNewRunning().withStartedAt(java.time.Instant.now().toString()).endRunning()
                .endState()
                .build());
  }

  /** Writes the status, unless the pod was deleted meanwhile. */
  private void report(Pod pod, Container container, PodStatus status) {
    var there = client.pods().inNamespace(pod.getMetadata().getNamespace()).withName(pod.getMetadata().getName());
    if (there.get() != null) {
      there.editStatus(now -> {
        now.setStatus(status);
        return now;
      });
    }
  }

  /** Gives each volume a folder, with the files of its configuration map; where containers have it, and where it is. */
  private Map<String, String> places(Pod pod, Path own) throws IOException, InterruptedException {
    Map<String, String> places = new LinkedHashMap<>();
    for (VolumeMount mount : pod.getSpec().getContainers().get(0).getVolumeMounts()) {
      places.put(mount.getMountPath(), Files.createDirectories(own.resolve(mount.getName())).toString());
    }
    places.put(JAR, jar);
    for (Volume volume : pod.getSpec().getVolumes()) {
      if (volume.getConfigMap() == null) {
        continue;
      }
      // Spark gives the pod first and its configuration after it, for which a node waits.
      ConfigMap map = null;
      for (int i = 0; map == null && i < 100; i++) {
        map = client.configMaps().inNamespace(pod.getMetadata().getNamespace())
            .withName(volume.getConfigMap().getName()).get();
        Thread.sleep(100);
      }
      if (map == null) {
        throw new IOException("there is no configuration map " + volume.getConfigMap().getName());
      }
      for (Map.Entry<String, String> file : map.getData().entrySet()) {
        Files.writeString(
            Files.createDirectories(own.resolve(volume.getName())).resolve(file.getKey()),
            placed(file.getValue(), places));
      }
    }
    return places;
  }

  private static String placed(String text, Map<String, String> places) {
    String placed = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      placed = placed.replace(place.getKey(), place.getValue());
    }
    return placed;
  }

  /** Writes the names that this cluster knows, as Java reads them in place of a name server. */
  private synchronized void hosts() throws IOException, InterruptedException {
    Thread.sleep(500);
    List<String> lines = new ArrayList<>(List.of(HERE + " localhost", HERE + " " + name()));
    client.services().inAnyNamespace().list().getItems().forEach(service -> lines.add(
        HERE + " " + service.getMetadata().getName() + "." + service.getMetadata().getNamespace() + ".svc"));
    Files.write(folder.resolve("hosts"), lines);
  }

  private static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private Map<String, String> environment(Pod pod, Container container, Map<String, String> places) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("SPARK_HOME", spark);
    environment.put("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + folder.resolve("hosts"));
    for (EnvVar variable : container.getEnv()) {
      String value = variable.getValue();
      if (variable.getValueFrom() != null && variable.getValueFrom().getFieldRef() != null) {
        value = variable.getValueFrom().getFieldRef().getFieldPath().equals("status.podIP")
            ? HERE : pod.getMetadata().getName();
      }
      environment.put(variable.getName(), placed(value == null ? "" : value, places));
    }
    return environment;
  }

  /** The command of the entry point of Spark's image for a driver or an executor. */
  private List<String> words(Container container, Map<String, String> environment, Map<String, String> places) {
    List<String> given = container.getArgs().stream().map(word -> placed(word, places)).toList();
    List<String> words = new ArrayList<>();
    if (given.get(0).equals("driver")) {
      words.addAll(List.of(
          spark + "/bin/spark-submit", "--conf",
          "spark.driver.bindAddress=" + environment.get("SPARK_DRIVER_BIND_ADDRESS"), "--deploy-mode", "client"));
      words.addAll(given.subList(1, given.size()));
      return words;
    }
    words.add(environment.get("JAVA_HOME") + "/bin/java");
    new TreeMap<>(environment).forEach((key, value) -> {
      if (key.startsWith("SPARK_JAVA_OPT_")) {
        words.add(value);
      }
    });
    words.addAll(List.of(
        "-Xmx" + environment.get("SPARK_EXECUTOR_MEMORY"), "-cp",
        places.getOrDefault(SPARK_CONF, spark) + File.pathSeparator + spark + "/jars/*",
        "org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend",
        "--driver-url", environment.get("SPARK_DRIVER_URL"),
        "--executor-id", environment.get("SPARK_EXECUTOR_ID"),
        "--cores", environment.get("SPARK_EXECUTOR_CORES"),
        "--app-id", environment.get("SPARK_APPLICATION_ID"),
        "--hostname", environment.get("SPARK_EXECUTOR_POD_IP"),
        "--resourceProfileId", environment.get("SPARK_RESOURCE_PROFILE_ID"),
        "--podName", environment.get("SPARK_EXECUTOR_POD_NAME")));
    return words;
  }
}

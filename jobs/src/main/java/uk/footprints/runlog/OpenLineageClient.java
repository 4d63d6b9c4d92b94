package uk.footprints.runlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.footprints.runtime.SecretRedactor;
import uk.footprints.runtime.UserException;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/**
 * Sends the events of a run to a lineage server (OpenLineage, spec 2-0-2): START when its inputs are known, then
 * COMPLETE or FAIL. No response of a server makes a run fail.
 *
 * @param url the address of the server; without a path, {@code /api/v1/lineage} is appended
 * @param key the bearer token; empty for none
 * @param namespace the namespace of the job
 */
record OpenLineageClient(URI url, String key, String namespace) {

  private static final String PRODUCER = "https://github.com/footprints/footprints";
  private static final String EVENT = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String FACETS = "https://openlineage.io/spec/facets/";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  static OpenLineageClient at(String url, String key, String namespace) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw invalid(url);
    }
    if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
      throw invalid(url);
    }
    boolean bare = uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
    return new OpenLineageClient(bare ? uri.resolve("/api/v1/lineage") : uri, key, namespace);
  }

  private static UserException invalid(String url) {
    return UserException.command(
        "\"" + SecretRedactor.shown(url) + "\" is not the address of a lineage server.", "--lineage http://host:5000");
  }

  /** Builds an event. */
  Map<String, Object> event(String type, String time, RunRecord run, String source, String store, List<Table> tables) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventType", type);
    event.put("eventTime", time);
    event.put("producer", PRODUCER);
    event.put("schemaURL", EVENT);
    event.put("run", Map.of("runId", id(run, store).toString(), "facets", facets(run)));
    event.put("job", Map.of("namespace", namespace, "name", "footprints." + run.job(), "facets",
        Map.of("jobType", facet("2-0-3/JobTypeJobFacet.json",
            Map.of("processingType", "BATCH", "integration", "FOOTPRINTS", "jobType", "COMMAND")))));
    List<Object> inputs = new ArrayList<>();
    for (RunRecord.Input input : run.inputs()) {
      inputs.add(dataset(source, input.file(), Map.of("version",
          facet("1-0-1/DatasetVersionDatasetFacet.json", Map.of("datasetVersion", input.sha256())))));
    }
    event.put("inputs", inputs);
    List<Object> outputs = new ArrayList<>();
    if (type.equals("COMPLETE") && !run.release().isEmpty()) {
      for (Table table : tables) {
        outputs.add(dataset(store, table.name(), Map.of(
            "version", facet("1-0-1/DatasetVersionDatasetFacet.json", Map.of("datasetVersion", run.release())),
            "schema", facet("1-1-1/SchemaDatasetFacet.json", Map.of("fields", fields(table))))));
      }
    }
    event.put("outputs", outputs);
    return event;
  }

  private static List<Object> fields(Table table) {
    List<Object> fields = new ArrayList<>();
    for (Field f : table.fields()) {
      fields.add(Map.of("name", f.name(), "type", f.type().name().toLowerCase(java.util.Locale.ROOT),
          "description", f.meaning()));
    }
    return fields;
  }

  private static Map<String, Object> facets(RunRecord run) {
    Map<String, Object> facets = new LinkedHashMap<>();
    facets.put("processing_engine", facet("1-1-1/ProcessingEngineRunFacet.json",
        Map.of("name", "spark", "version", run.versions().get("spark"))));
    if (!run.problem().isEmpty()) {
      facets.put("errorMessage", facet("1-0-1/ErrorMessageRunFacet.json",
          Map.of("message", run.problem(), "programmingLanguage", "JAVA")));
    }
    return facets;
  }

  private static Map<String, Object> facet(String schema, Map<String, Object> values) {
    Map<String, Object> facet = new LinkedHashMap<>(values);
    facet.put("_producer", PRODUCER);
    facet.put("_schemaURL", FACETS + schema);
    return facet;
  }

  /** Describes a dataset, named as in the specification: scheme and authority, then the path. */
  private static Map<String, Object> dataset(String place, String below, Map<String, Object> facets) {
    URI uri = URI.create(place.replace(" ", "%20"));
    boolean local = uri.getScheme() == null || uri.getScheme().equals("file");
    String namespace = local ? "file" : uri.getScheme() + "://" + (uri.getHost() == null ? "" : uri.getAuthority());
    return Map.of("namespace", SecretRedactor.shown(namespace), "name", uri.getPath() + "/" + below, "facets", facets);
  }

  private static UUID id(RunRecord run, String store) {
    return UUID.nameUUIDFromBytes((run.startedAt() + " " + store).getBytes(StandardCharsets.UTF_8));
  }

  /** Sends an event; returns the problem as a clause, empty if there is none. */
  String send(Map<String, Object> event) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(TIMEOUT)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(event)));
      if (!key.isEmpty()) {
        request.header("Authorization", "Bearer " + key);
      }
      HttpResponse<Void> response = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()
          .send(request.build(), HttpResponse.BodyHandlers.discarding());
      return response.statusCode() / 100 == 2 ? "" : "it responded with status %d".formatted(response.statusCode());
    } catch (IOException | IllegalArgumentException e) {
      return String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "it was interrupted";
    }
  }
}

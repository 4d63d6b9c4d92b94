package uk.footprints.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import uk.footprints.parquet.TableWriter;
import uk.footprints.runtime.ParallelTasks;
import uk.footprints.storage.Store;
import uk.footprints.table.Csv;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/**
 * A release in a store: a folder that no reader sees until {@link #publish} sets {@code CURRENT} to it.
 *
 * @param store the store
 * @param id the name of the folder, from the time of the run
 */
public record Release(Store store, String id) {

  /** The file that is written last: a folder without it is unfinished. */
  static final String MANIFEST = "manifest.json";

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The folder of report tables as CSV. */
  private static final String CSV = "reports/csv/";

  /** Returns the release's folder. */
  public Path folder() {
    return store.path("releases/" + id);
  }

  /** Returns a table's folder. */
  public Path table(Table table) {
    return new Path(folder(), table.name());
  }

  /** Returns the files of a table; none if the release does not have it. */
  public List<Path> files(Table table) throws IOException {
    return store.listIfThere("releases/" + id + "/" + table.name()).stream().map(FileStatus::getPath).toList();
  }

  /** Returns all files by their paths below the folder; none if the folder does not exist. */
  Map<String, FileStatus> files() throws IOException {
    Map<String, FileStatus> files = new LinkedHashMap<>();
    int base = store.fs().makeQualified(folder()).toUri().getPath().length() + 1;
    for (FileStatus status : store.listIfThere("releases/" + id)) {
      files.put(status.getPath().toUri().getPath().substring(base), status);
    }
    return files;
  }

  /** Writes a table as one Parquet file. */
  public void write(TableData data) throws IOException {
    Table table = data.table();
    try (TableWriter file = TableWriter.create(store, "releases/" + id + "/" + table.name(), "part-00000", table)) {
      file.write(data);
    }
  }

  /**
   * Writes a table as one Parquet file and as a CSV file of a report.
   *
   * @param inCsv whether the CSV file has a row
   */
  public void writeWithCsv(TableData data, Predicate<TableRow> inCsv) throws IOException {
    Table table = data.table();
    try (TableWriter file = TableWriter.create(store, "releases/" + id + "/" + table.name(), "part-00000", table)) {
      write(CSV + table.name() + ".csv", out -> Csv.write(data, inCsv, out, file::write));
    }
  }

  /** Writes a small file of the release, such as a page. */
  public void write(String name, byte[] bytes) throws IOException {
    store.write("releases/" + id + "/" + name, bytes);
  }

  /** Writes a file of the release as a stream. */
  public void write(String name, Store.Content content) throws IOException {
    store.write("releases/" + id + "/" + name, content);
  }

  /**
   * Deletes the release, unless it is current: the store may have set {@code CURRENT} although its response was lost.
   * The previous release is not touched.
   */
  public void discard() throws IOException {
    if (!store.findCurrent().equals(Optional.of(id))) {
      new ReleaseStore(store).remove(id);
    }
  }

  /**
   * Writes {@code manifest.json} and {@code datapackage.json}: every file with its size and SHA-256, every table with
   * the meaning of its columns.
   *
   * @param facts further entries of the manifest: versions, arguments, counts
   * @param tables the tables of the release
   */
  public void describe(Map<String, Object> facts, List<Table> tables) throws IOException {
    List<Map<String, Object>> files = new ArrayList<>();
    Map<String, List<Map<String, Object>>> byTable = new LinkedHashMap<>();
    Map<String, FileStatus> statuses = files();
    List<FileStatus> all = List.copyOf(statuses.values());
    List<String> names = List.copyOf(statuses.keySet());
    List<String> hashes = ParallelTasks.map(all, this::sha256);
    for (int i = 0; i < all.size(); i++) {
      String name = names.get(i);
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("path", name);
      file.put("bytes", all.get(i).getLen());
      file.put("sha256", hashes.get(i));
      files.add(file);
      byTable.computeIfAbsent(name.replaceFirst("/.*", ""), k -> new ArrayList<>()).add(file);
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("release", id);
    manifest.putAll(facts);
    manifest.put("files", files);
    byte[] packageBytes = JSON.writeValueAsBytes(dataPackage(tables, byTable));
    write("datapackage.json", packageBytes);
    files.add(
        Map.of("path", "datapackage.json", "bytes", (long) packageBytes.length, "sha256", Store.sha256(packageBytes)));
    write(MANIFEST, JSON.writeValueAsBytes(manifest));
  }

  private String sha256(FileStatus file) {
    try {
      return store.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> dataPackage(List<Table> tables, Map<String, List<Map<String, Object>>> byTable) {
    List<Object> resources = new ArrayList<>();
    for (Table table : tables) {
      List<Map<String, Object>> files = byTable.getOrDefault(table.name(), List.of());
      if (files.isEmpty()) {
        continue;
      }
      Map<String, Object> resource = new LinkedHashMap<>();
      resource.put("name", table.name().replace('_', '-'));
      resource.put("title", table.name());
      resource.put("description", "One row is: " + table.row() + ".");
      List<Object> paths = new ArrayList<>(files.stream().map(f -> f.get("path")).toList());
      resource.put("path", paths.size() == 1 ? paths.get(0) : paths);
      resource.put("format", "parquet");
      resource.put("mediatype", "application/vnd.apache.parquet");
      if (files.size() == 1) {
        resource.put("bytes", files.get(0).get("bytes"));
        resource.put("hash", "sha256:" + files.get(0).get("sha256"));
      }
      resource.put("schema", schema(table));
      resources.add(resource);
    }
    for (Table table : tables) {
      for (Map<String, Object> file : byTable.getOrDefault("reports", List.of())) {
        if (file.get("path").equals(CSV + table.name() + ".csv")) {
          resources.add(csv(table, file));
        }
      }
    }
    Map<String, Object> license = new LinkedHashMap<>();
    license.put("name", "OGL-UK-3.0");
    license.put("title", "Open Government Licence v3.0");
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("profile", "data-package");
    all.put("name", "footprints");
    all.put("title", "Footprints: NHS publications by the areas the NHS is planned by");
    all.put("version", id);
    all.put("licenses", List.of(license));
    all.put("resources", resources);
    return all;
  }

  /** Describes the CSV file of a table, with the same schema as its Parquet files. */
  private static Map<String, Object> csv(Table table, Map<String, Object> file) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", table.name().replace('_', '-') + "-csv");
    resource.put("title", table.name() + " as CSV");
    resource.put("description", "One row is: " + table.row() + ".");
    resource.put("path", file.get("path"));
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", file.get("bytes"));
    resource.put("hash", "sha256:" + file.get("sha256"));
    resource.put("profile", "tabular-data-resource");
    resource.put("schema", schema(table));
    return resource;
  }

  private static Map<String, Object> schema(Table table) {
    List<Object> fields = new ArrayList<>();
    for (Field field : table.fields()) {
      Map<String, Object> f = new LinkedHashMap<>();
      f.put("name", field.name());
      f.put(
          "type",
          switch (field.type()) {
            case TEXT -> "string";
            case WHOLE -> "integer";
            case NUMBER -> "number";
            case DATE -> "date";
            case FLAG -> "boolean";
            case BYTES -> "any";
            case BOX -> "object";
          });
      f.put("description", field.meaning());
      if (!field.unit().isEmpty()) {
        f.put("unit", field.unit());
      }
      if (field.required()) {
        f.put("constraints", Map.of("required", true));
      }
      fields.add(f);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", fields);
    if (!table.key().isEmpty()) {
      schema.put("primaryKey", table.key());
    }
    return schema;
  }

  /**
   * Makes this the current release, after its files are flushed to disk.
   *
   * @param before the release that is expected to be current now; empty if there is none
   * @return false if another release is current by now; then nothing is changed
   */
  public boolean publish(Optional<String> before) throws IOException {
    store.flush("releases/" + id);
    return store.makeCurrent(before, id);
  }
}

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
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import uk.footprints.parquet.TableWriter;
import uk.footprints.runtime.ParallelTasks;
import uk.footprints.storage.Store;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/**
 * A release being made: a folder that no reader sees until {@link #publish()} moves {@code CURRENT} to it.
 *
 * @param store where
 * @param id its name, from the time of the run
 */
public record Release(Store store, String id) {

  /** Written last: a folder without it is unfinished. */
  static final String MANIFEST = "manifest.json";

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Where tables of reports are as CSV. */
  private static final String CSV = "reports/csv/";

  /** The release's folder. */
  public Path folder() {
    return store.path("releases/" + id);
  }

  /** A table's folder. */
  public Path table(Table table) {
    return new Path(folder(), table.name());
  }

  /** The files of a table; none when the release does not have it. */
  public List<Path> files(Table table) throws IOException {
    return store.listIfThere("releases/" + id + "/" + table.name()).stream().map(FileStatus::getPath).toList();
  }

  /** All its files by their paths below its folder; none when there is no such folder. */
  Map<String, FileStatus> files() throws IOException {
    Map<String, FileStatus> files = new LinkedHashMap<>();
    int base = store.fs().makeQualified(folder()).toUri().getPath().length() + 1;
    for (FileStatus status : store.listIfThere("releases/" + id)) {
      files.put(status.getPath().toUri().getPath().substring(base), status);
    }
    return files;
  }

  /** A table of answers. */
  public void write(Table table, List<Object[]> rows) throws IOException {
    try (TableWriter file = TableWriter.create(store, "releases/" + id + "/" + table.name(), "part-00000", table)) {
      for (Object[] row : rows) {
        file.write(row);
      }
    }
  }

  /** A small file of the release, such as a page. */
  public void write(String name, byte[] bytes) throws IOException {
    store.write("releases/" + id + "/" + name, bytes);
  }

  /** A file of the release that is written as it is made. */
  public void write(String name, Store.Content content) throws IOException {
    store.write("releases/" + id + "/" + name, content);
  }

  /**
   * Takes away what was written, unless it is what readers see: a pointer may have been moved though the answer was
   * lost. The release before is not touched.
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
   * @param facts what the run wants kept: versions, arguments, counts
   * @param tables the tables of the release
   */
  public void describe(Map<String, Object> facts, List<Table> tables) throws IOException {
    List<Map<String, Object>> files = new ArrayList<>();
    Map<String, List<Map<String, Object>>> byTable = new LinkedHashMap<>();
    Map<String, FileStatus> there = files();
    List<FileStatus> all = List.copyOf(there.values());
    List<String> names = List.copyOf(there.keySet());
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
    byte[] described = JSON.writeValueAsBytes(dataPackage(tables, byTable));
    write("datapackage.json", described);
    files.add(
        Map.of("path", "datapackage.json", "bytes", (long) described.length, "sha256", Store.sha256(described)));
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

  /** The same table as CSV: one dictionary for both. */
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
   * Makes this the release that readers see, once it is on the disk.
   *
   * @param before the one that they see now; empty when there is none
   * @return false when they see another one by now: then nothing is changed
   */
  public boolean publish(Optional<String> before) throws IOException {
    store.flush("releases/" + id);
    return store.makeCurrent(before, id);
  }
}

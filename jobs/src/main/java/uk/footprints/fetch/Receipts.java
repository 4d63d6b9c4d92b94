package uk.footprints.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;

/**
 * Receipts of the fetched files of a folder, in its hidden folder {@code .fetch}. Each dataset has one small file that
 * is rewritten after every download, so that a killed run loses the current file only.
 */
public final class Receipts {

  /** Folder of everything that is not a published file; hidden, so that a refresh ignores it. */
  public static final String FOLDER = ".fetch";

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Store folder;
  private final Map<String, List<Receipt>> byDataset = new LinkedHashMap<>();

  private Receipts(Store folder) {
    this.folder = folder;
  }

  /** Reads the receipts of a folder; empty when nothing was fetched into it. */
  public static Receipts read(Store folder) throws IOException {
    Receipts receipts = new Receipts(folder);
    String below = FOLDER + "/receipts";
    if (!folder.fs().exists(folder.path(below))) {
      return receipts;
    }
    for (FileStatus file : folder.list(below)) {
      String name = file.getPath().getName();
      String dataset = name.replaceFirst("\\.json$", "");
      List<Receipt> list = receipts.byDataset.computeIfAbsent(dataset, k -> new ArrayList<>());
      try {
        for (JsonNode json : JSON.readTree(folder.read(file.getPath()))) {
          list.add(Receipt.of(dataset, json));
        }
      } catch (JsonProcessingException | DateTimeException e) {
        throw UserException.data(
            "The receipts in %s/%s/%s are damaged.".formatted(folder.root(), below, name),
            "delete that file; the fetched files stay, and the next run requests them again",
            e);
      }
    }
    return receipts;
  }

  /** Returns all vintages of all addresses. */
  public List<Receipt> all() {
    return byDataset.values().stream().flatMap(Collection::stream).toList();
  }

  /** Returns the newest vintage of an address. */
  public Optional<Receipt> find(String url) {
    return all().stream().filter(r -> r.url().equals(url)).reduce((older, newer) -> newer);
  }

  /** Returns the newest file of a dataset that had this name and meets a condition, whatever its address. */
  public Optional<Receipt> findNamed(String dataset, String name, Predicate<Receipt> condition) {
    return byDataset.getOrDefault(dataset, List.of()).stream()
        .filter(r -> r.name().equals(name) && condition.test(r))
        .reduce((older, newer) -> newer);
  }

  /** Returns the newest file of a dataset that had this name and these bytes. */
  public Optional<Receipt> findBytes(String dataset, String name, String sha256) {
    return findNamed(dataset, name, r -> r.sha256().equals(sha256));
  }

  /** Returns the receipts by path below the folder. */
  public Map<String, Receipt> byPath() {
    Map<String, Receipt> paths = new LinkedHashMap<>();
    all().forEach(r -> paths.putIfAbsent(r.path(), r));
    return paths;
  }

  /** Returns the newest receipt of each address of a dataset that one of these pages linked and that is not gone. */
  public List<Receipt> linkedFrom(String dataset, Collection<String> pages) {
    Map<String, Receipt> newest = new LinkedHashMap<>();
    byDataset.getOrDefault(dataset, List.of()).forEach(r -> newest.put(r.url(), r));
    return newest.values().stream().filter(r -> r.goneOn() == null && pages.contains(r.page())).toList();
  }

  /** Adds a vintage. */
  public void add(Receipt receipt) throws IOException {
    byDataset.computeIfAbsent(receipt.dataset(), k -> new ArrayList<>()).add(receipt);
    write(receipt.dataset());
  }

  /** Updates the validators of an unchanged vintage and marks it as published. */
  public void seen(Receipt receipt, String etag, String lastModified) throws IOException {
    Receipt now = receipt.withValidators(etag, lastModified).withGoneOn(null);
    if (!now.equals(receipt)) {
      replace(receipt, now);
    }
  }

  /** Marks a file as no longer published. */
  public void gone(Receipt receipt, LocalDate since) throws IOException {
    replace(receipt, receipt.withGoneOn(since));
  }

  private void replace(Receipt old, Receipt now) throws IOException {
    byDataset.get(old.dataset()).replaceAll(r -> r.equals(old) ? now : r);
    write(old.dataset());
  }

  private void write(String dataset) throws IOException {
    List<Map<String, Object>> json = byDataset.get(dataset).stream().map(Receipt::json).toList();
    folder.write(FOLDER + "/receipts/" + dataset + ".json", JSON.writeValueAsBytes(json));
  }
}

package uk.footprints.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import uk.footprints.storage.Store;

/** Reads the periods of stored files, each once per run. */
final class StoredPeriods {

  private final Store folder;
  private final Map<String, Optional<ContentPeriod>> byPath = new HashMap<>();

  StoredPeriods(Store folder) {
    this.folder = folder;
  }

  /** Returns the period of a stored file; empty when it states none or is no longer there. */
  Optional<ContentPeriod> find(Receipt receipt) {
    return byPath.computeIfAbsent(receipt.path(), this::read);
  }

  private Optional<ContentPeriod> read(String below) {
    Path file = folder.path(below);
    try {
      if (!folder.fs().exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = folder.fs().open(file)) {
        return ContentPeriod.read(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

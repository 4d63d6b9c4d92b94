package uk.footprints.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.release.Release;
import uk.footprints.storage.Store;

/**
 * What an analyst declares beside the program: datasets, indicators and targets. A release keeps the files, so that
 * reports and descriptions made from it know them.
 *
 * @param datasets declarations of datasets
 * @param indicators declarations of indicators
 * @param targets tables of targets
 */
public record OwnDeclarations(
    List<DeclarationFile> datasets, List<DeclarationFile> indicators, List<DeclarationFile> targets) {

  /** Nothing of an analyst's own. */
  public static final OwnDeclarations NONE = new OwnDeclarations(List.of(), List.of(), List.of());

  private static final String FOLDER = "declarations/";
  private static final String DATASETS = "datasets/";
  private static final String INDICATORS = "indicators/";
  private static final String TARGETS = "targets/";

  /** Writes them into a release. */
  public void write(Release release) throws IOException {
    write(release, DATASETS, datasets);
    write(release, INDICATORS, indicators);
    write(release, TARGETS, targets);
  }

  private static void write(Release release, String kind, List<DeclarationFile> files) throws IOException {
    for (DeclarationFile file : files) {
      release.write(FOLDER + kind + baseName(file.name()), file.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String baseName(String name) {
    return name.replaceFirst(".*[/\\\\]", "");
  }

  /** Reads those of the current release of a store; none where there is no release. */
  public static OwnDeclarations current(Store store) throws IOException {
    Optional<String> current = store.findCurrent();
    return current.isEmpty() ? NONE : of(new Release(store, current.get()));
  }

  /** Reads those of a release. */
  public static OwnDeclarations of(Release release) throws IOException {
    String folder = "releases/" + release.id() + "/" + FOLDER;
    Store store = release.store();
    return new OwnDeclarations(
        read(store, folder + DATASETS), read(store, folder + INDICATORS), read(store, folder + TARGETS));
  }

  private static List<DeclarationFile> read(Store store, String folder) throws IOException {
    List<DeclarationFile> files = new ArrayList<>();
    for (FileStatus file : store.listIfThere(folder)) {
      String text = new String(store.read(file.getPath()), StandardCharsets.UTF_8);
      files.add(new DeclarationFile(file.getPath().getName(), text));
    }
    return List.copyOf(files);
  }
}

package uk.footprints.declaration;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.runtime.UserException;

/**
 * A declaration of an analyst's own, as text, so that every process of a cluster reads the same.
 *
 * @param name of the file, for messages
 * @param text its content
 */
public record DeclarationFile(String name, String text) implements Serializable {

  /** Reads all declarations of datasets of a folder, by name. */
  public static List<DeclarationFile> list(Path folder) throws IOException {
    return list(folder, "--datasets");
  }

  /**
   * Reads all declarations of a folder, by name.
   *
   * @param folder the folder
   * @param option the option that named it, for messages
   */
  public static List<DeclarationFile> list(Path folder, String option) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw UserException.data(
          "There is no folder " + folder + ".", "%s FOLDER, with declarations (*.yaml)".formatted(option));
    }
    List<DeclarationFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(p -> p.toString().matches("(?i).*\\.ya?ml")).sorted().toList()) {
        files.add(new DeclarationFile(path.toString(), Files.readString(path, StandardCharsets.UTF_8)));
      }
    }
    if (files.isEmpty()) {
      throw UserException.data("The folder %s has no declaration.".formatted(folder), "put FILE.yaml into it");
    }
    return files;
  }

  /** Reads one file. */
  public static DeclarationFile of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw UserException.data(path + " is a folder.", "name a file in it");
    }
    if (!Files.exists(path)) {
      throw UserException.data("There is no file " + path + ".", "correct the path");
    }
    return new DeclarationFile(path.toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
  }

  /** Returns the dataset that it declares. */
  public DeclaredDataset dataset() {
    return new DeclaredDataset(DatasetDeclaration.read(name, text));
  }
}

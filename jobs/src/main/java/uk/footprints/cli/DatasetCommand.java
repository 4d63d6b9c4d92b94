package uk.footprints.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DatasetDeclaration;
import uk.footprints.declaration.DatasetDraft;
import uk.footprints.declaration.DeclarationCheck;
import uk.footprints.declaration.DeclaredDataset;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;

/** Checks and drafts datasets that an analyst declares in YAML files. Starts no Spark. */
@Command(
    name = "dataset",
    description = "Draft a declaration of a dataset from a published file, or check one, alone or on a file.",
    footer = {
      "",
      "Examples:",
      "  footprints dataset new --from downloads/beds.xlsx --id beds > datasets/beds.yaml",
      "  footprints dataset check datasets/beds.yaml",
      "  footprints dataset check datasets/beds.yaml --on downloads/beds.xlsx",
      "  footprints refresh --datasets datasets --from downloads --to store",
      "",
      "Exit codes: 0 the declaration is right, and the file is read; 2 the declaration is wrong;",
      "4 the file or a row of it is not read, or the draft needs a correction."
    })
public final class DatasetCommand extends CliCommand {

  private static final int SHOWN = 12;

  @Override
  public Integer call() {
    throw UserException.command(
        "The command dataset needs check or new.", "footprints dataset check FILE.yaml --on FILE");
  }

  @Command(name = "check", description = "Show what a declaration reads from a published file, and what is missing.")
  int check(
      @Parameters(paramLabel = "FILE.yaml", description = "The declaration.") Path declaration,
      @Option(names = "--on", paramLabel = "FILE", description = "A published file.") Path on,
      @Option(names = "--trace", description = "Show where in the program a failure came from.") boolean trace)
      throws IOException {
    Dataset dataset = new DeclaredDataset(DatasetDeclaration.read(declaration.toString(), text(declaration)));
    console().print(
        "%s: %s. Layouts: %d, measures: %d, tables: %d. The declaration is right.".formatted(
            dataset.id(), dataset.title(), dataset.layouts().size(), dataset.measures().size(),
            dataset.tables().size()));
    if (on == null) {
      return ExitCode.DONE;
    }
    DeclarationCheck check = DeclarationCheck.of(dataset, on.getFileName().toString(), bytes(on));
    check.lines().forEach(console()::print);
    return check.read() ? ExitCode.DONE : ExitCode.HELD;
  }

  @Command(name = "new", description = "Draft a declaration from a published file, for you to correct.")
  int draft(
      @Option(names = "--from", required = true, paramLabel = "FILE", description = "A published file.") Path from,
      @Option(names = "--id", paramLabel = "ID",
          description = "The id of the dataset. Default: made from the file's name.")
      String id,
      @Option(names = "--trace", description = "Show where in the program a failure came from.") boolean trace)
      throws IOException {
    String file = String.valueOf(from.getFileName());
    String name = id == null ? DatasetDraft.id(file) : id;
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw UserException.command(
          "\"%s\" is no id of a dataset.".formatted(name), "use small letters, digits and _, such as --id beds");
    }
    byte[] bytes = bytes(from);
    DatasetDraft.Draft draft = DatasetDraft.of(name, file, workbook(from, bytes))
        .orElseThrow(() -> UserException.data(
            "%s has no header above columns of numbers in its first 60 rows.".formatted(from),
            "write the declaration by hand: data/catalogue/dataset.schema.json explains every key"));
    draft.yaml().lines().forEach(console()::print);
    draft.notes().forEach(note -> console().info("%s", note));
    DeclarationCheck check;
    try {
      Dataset dataset = new DeclaredDataset(DatasetDeclaration.read(name + ".yaml", draft.yaml()));
      check = DeclarationCheck.of(dataset, file, bytes);
    } catch (UserException e) {
      console().info("The draft needs a correction: %s", e.getMessage());
      return ExitCode.HELD;
    }
    check.lines().stream().filter(line -> !check.read() || !line.startsWith("    ")).limit(SHOWN)
        .forEach(line -> console().info("%s", line));
    return check.read() && draft.whole() ? ExitCode.DONE : ExitCode.HELD;
  }

  private static SourceWorkbook workbook(Path from, byte[] bytes) {
    try {
      return WorkbookReader.read(bytes);
    } catch (UnreadableFileException e) {
      throw UserException.data(
          "%s cannot be read: %s.".formatted(from, e.getMessage()), "name a workbook or CSV file", e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw UserException.data(file + " is a folder.", "name a file in it");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw UserException.data("There is no file " + file + ".", "correct the path");
    }
  }
}

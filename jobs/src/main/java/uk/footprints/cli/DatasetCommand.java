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
import uk.footprints.declaration.DeclarationCheck;
import uk.footprints.declaration.DeclaredDataset;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;

/** Checks datasets that an analyst declares in YAML files. Starts no Spark. */
@Command(
    name = "dataset",
    description = "Check a dataset declared in a YAML file, alone or on a published file.",
    footer = {
      "",
      "Examples:",
      "  footprints dataset check datasets/beds.yaml",
      "  footprints dataset check datasets/beds.yaml --on downloads/beds.xlsx",
      "  footprints refresh --datasets datasets --from downloads --to store",
      "",
      "Exit codes: 0 the declaration is right, and the file is read; 2 the declaration is wrong; 4 the file is not read."
    })
public final class DatasetCommand extends CliCommand {

  @Override
  public Integer call() {
    throw UserException.command("The command dataset needs check.", "footprints dataset check FILE.yaml --on FILE");
  }

  @Command(name = "check", description = "Say what a declaration reads from a published file, and what is missing.")
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

package uk.footprints.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.indicator.Indicator;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;

/** Checks indicators that an analyst declares in YAML files. Starts no Spark. */
@Command(
    name = "indicator",
    description = "Check an indicator declared in a YAML file.",
    footer = {
      "",
      "Examples:",
      "  footprints indicator check indicators/waits.yaml",
      "  footprints indicator check indicators/visits.yaml --datasets datasets    of an analyst's own dataset",
      "  footprints refresh --indicators indicators --from downloads --to store",
      "",
      "Exit codes: 0 the declaration is right; 2 it is wrong."
    })
public final class IndicatorCommand extends CliCommand {

  @Override
  public Integer call() {
    throw UserException.command("The command indicator needs check.", "footprints indicator check FILE.yaml");
  }

  @Command(name = "check", description = "Show what a declaration computes, or the line in which it is wrong.")
  int check(
      @Parameters(paramLabel = "FILE.yaml", description = "The declaration.") Path declaration,
      @Option(names = "--datasets", paramLabel = "FOLDER", description = "An analyst's own datasets.") Path datasets,
      @Option(names = "--trace", description = "Show where in the program a failure came from.") boolean trace)
      throws IOException {
    List<DeclarationFile> own = datasets == null ? List.of() : DeclarationFile.list(datasets);
    IndicatorCatalogue.with(new OwnDeclarations(own, List.of(DeclarationFile.of(declaration)), List.of()))
        .indicators().stream()
        .filter(i -> Indicators.find(i.id()).isEmpty())
        .forEach(this::print);
    return ExitCode.DONE;
  }

  private void print(Indicator indicator) {
    console().print("%s: %s. The declaration is right.".formatted(indicator.id(), indicator.title()));
    console().print("  numerator    " + terms(indicator.numerator()));
    console().print(
        "  denominator  " + (indicator.denominator().isEmpty() ? "people" : terms(indicator.denominator())));
    indicator.figures().forEach(figure -> console().print("  %s is %s".formatted(figure.measure(), figure.words())));
    console().print(
        "  of %s by %s, %s; %s".formatted(
            indicator.dataset(), indicator.role(), indicator.period().id().replace('_', ' '), indicator.unit()));
  }

  private static String terms(List<Indicator.Term> terms) {
    return terms.stream().map(term -> (term.sign() < 0 ? "- " : "+ ") + term.measure())
        .collect(Collectors.joining(" ")).replaceFirst("^\\+ ", "");
  }
}

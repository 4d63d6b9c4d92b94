package uk.footprints.cli;

import picocli.CommandLine.Option;
import uk.footprints.analysis.RatePeople;

/** The option that says whom rates are over. */
final class PeopleOption {

  @Option(
      names = "--people",
      defaultValue = "residents",
      paramLabel = "PEOPLE",
      description = "Whom rates are over: residents, or registered (patients on GP lists). Default: residents.")
  private String people = "residents";

  /** Returns whom rates are over. */
  RatePeople get() {
    return RatePeople.of(people);
  }
}

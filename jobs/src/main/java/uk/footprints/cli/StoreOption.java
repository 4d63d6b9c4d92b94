package uk.footprints.cli;

import picocli.CommandLine.Option;

/** The option with the store that a command reads or changes. */
class StoreOption {

  @Option(names = "--at", paramLabel = "STORE", description = "The store. Default: data/published.")
  String at = RefreshCommand.Home.path("data/published");
}

package uk.footprints.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.footprints.job.settings.Keys;
import uk.footprints.job.settings.Setting;
import uk.footprints.job.settings.Settings;
import uk.footprints.run.Exit;
import uk.footprints.run.Fixable;
import uk.footprints.run.Secrets;

/** What options are set to, and where each value came from. */
@Command(
    name = "config",
    description = "Show what the options of commands are set to, and where each value came from.",
    footer = {
      "",
      "An option is set in a file, in the environment or on the command line; the later wins.",
      "  footprints.conf, or the file that --config or FOOTPRINTS_CONFIG names:   refresh.to = hdfs:///store",
      "  the environment:                                                         FOOTPRINTS_REFRESH_TO=store",
      "  the command line:                                                        footprints refresh --to store",
      "",
      "Examples:",
      "  footprints config                              all that can be set",
      "  footprints config refresh --to elsewhere       what this command would take"
    })
public final class Config extends Job {

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A command line to look at.")
  private List<String> words = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public boolean takesAnotherCommand() {
    return true;
  }

  @Override
  public Integer call() {
    CommandLine program = spec.parent().commandLine();
    Keys keys = new Keys(program);
    List<String> given = spec.commandLine().getParseResult().originalArgs();
    Settings settings = Settings.read(keys, given, System.getenv(), Path.of(""));
    if (!words.isEmpty() && !keys.isCommand(words.get(0))) {
      throw Fixable.command("There is no command \"" + words.get(0) + "\".", "footprints --help");
    }
    List<Object[]> rows = new ArrayList<>();
    for (String key : keys.all()) {
      Setting asked = new Setting(key, "", "");
      if (words.isEmpty() || words.get(0).equals(asked.command())) {
        rows.add(row(keys, settings, asked));
      }
    }
    Printing.table(new String[] {"setting", "value", "from"}, rows).forEach(terminal()::answer);
    return Exit.DONE;
  }

  private Object[] row(Keys keys, Settings settings, Setting asked) {
    Optional<String> option = onLine(asked.option());
    if (option.isPresent()) {
      return new Object[] {asked.key(), Secrets.shown(asked.key(), option.get()), "option"};
    }
    boolean another = keys.excludedBy(asked.command(), asked.option()).stream().anyMatch(o -> onLine(o).isPresent());
    Optional<Setting> set = settings.find(asked.key()).filter(s -> !another);
    if (set.isPresent()) {
      return new Object[] {asked.key(), Secrets.shown(asked.key(), set.get().value()), set.get().origin()};
    }
    String usual = keys.find(asked.command(), asked.option()).map(o -> o.defaultValueString()).orElse("");
    return new Object[] {asked.key(), Set.of("null", "[]", "{}").contains(usual) ? "" : usual, "default"};
  }

  private Optional<String> onLine(String option) {
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).startsWith(option + "=")) {
        return Optional.of(words.get(i).substring(option.length() + 1));
      }
      if (words.get(i).equals(option)) {
        boolean value = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
        return Optional.of(value ? words.get(i + 1) : "true");
      }
    }
    return Optional.empty();
  }
}

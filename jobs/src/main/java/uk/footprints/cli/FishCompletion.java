package uk.footprints.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine;

/** Completions for fish, which has a language of its own: a line for each command, option and value. */
final class FishCompletion {

  private FishCompletion() {}

  /** The script for a command and all that is below it. */
  static String script(CommandLine root) {
    List<String> lines = new ArrayList<>();
    lines.add("# Completions of " + root.getCommandName() + " for fish.");
    lines.add("complete -c " + root.getCommandName() + " -f");
    below(lines, root, root.getCommandName(), List.of());
    return String.join("\n", lines);
  }

  private static void below(List<String> lines, CommandLine command, String name, List<String> path) {
    List<String> subs = command.getSubcommands().keySet().stream().sorted().toList();
    String when = condition(path, subs);
    for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
      lines.add("complete -c %s %s -a %s -d %s".formatted(name, when, quoted(sub.getKey()), quoted(about(sub.getValue()))));
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      String words = option.arity().max() > 0 ? " -r" + values(option) : "";
      lines.add("complete -c %s %s%s%s -d %s".formatted(name, when, names(option), words, quoted(first(option.description()))));
    }
    for (PositionalParamSpec positional : command.getCommandSpec().positionalParameters()) {
      if (positional.completionCandidates() != null) {
        lines.add("complete -c %s %s%s".formatted(name, when, values(positional)));
      }
    }
    for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
      List<String> longer = new ArrayList<>(path);
      longer.add(sub.getKey());
      below(lines, sub.getValue(), name, longer);
    }
  }

  private static String condition(List<String> path, List<String> subs) {
    if (path.isEmpty()) {
      return "-n __fish_use_subcommand";
    }
    String within = "__fish_seen_subcommand_from " + path.get(path.size() - 1);
    return "-n " + quoted(subs.isEmpty() ? within : within + "; and not __fish_seen_subcommand_from " + String.join(" ", subs));
  }

  private static String names(OptionSpec option) {
    StringBuilder all = new StringBuilder();
    for (String name : option.names()) {
      all.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    return all.toString();
  }

  private static String values(ArgSpec of) {
    if (of.completionCandidates() == null) {
      return "";
    }
    List<String> values = new ArrayList<>();
    of.completionCandidates().forEach(v -> values.add(of.type().isEnum() ? v.toLowerCase(java.util.Locale.ROOT) : v));
    return " -a " + quoted(String.join(" ", values));
  }

  private static String about(CommandLine command) {
    return first(command.getCommandSpec().usageMessage().description());
  }

  private static String first(String[] lines) {
    return lines.length == 0 ? "" : lines[0].replace("%%", "%").replace("%n", " ");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

package uk.footprints.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine;

/**
 * A command and all that is below it as a manual page in the language of {@code man}. The page says what help says, so
 * the two cannot differ.
 */
final class ManPage {

  private final List<String> lines = new ArrayList<>();

  private ManPage() {}

  /** The page. */
  static String of(CommandLine root) {
    ManPage page = new ManPage();
    page.raw(".TH FOOTPRINTS 1 \"\" \"Footprints\" \"User Commands\"");
    page.raw(".SH NAME");
    page.raw("footprints \\- " + escaped(String.join(" ", about(root.getCommandSpec()))));
    page.raw(".SH SYNOPSIS");
    page.raw(".B footprints");
    page.raw(".I COMMAND");
    page.raw("[OPTIONS]");
    page.raw(".SH COMMANDS");
    for (CommandLine sub : root.getSubcommands().values()) {
      page.command(sub);
    }
    page.raw(".SH EXAMPLES");
    page.verbatim(root.getCommandSpec().usageMessage().footer());
    page.raw(".SH ENVIRONMENT");
    page.raw(".TP\n.B FOOTPRINTS_JAVA_OPTS\nGiven to Java last, so that it wins: for example \\-Xmx4g.");
    page.raw(".TP\n.B FOOTPRINTS_ARCHIVE\noff does without the archive of loaded classes.");
    page.raw(".TP\n.B JAVA_HOME\nThe JDK, 17 or newer.");
    return String.join("\n", page.lines);
  }

  private void command(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    raw(".SS " + escaped(spec.qualifiedName()));
    about(spec).forEach(this::say);
    for (PositionalParamSpec p : spec.positionalParameters()) {
      argument(p.paramLabel(), p);
    }
    for (OptionSpec o : spec.options()) {
      boolean common = o.longestName().equals("--help") || o.longestName().equals("--trace");
      if (!o.hidden() && !common) {
        argument(String.join(", ", o.names()) + (o.arity().max() > 0 ? "=" + o.paramLabel() : ""), o);
      }
    }
    String[] footer = spec.usageMessage().footer();
    if (footer.length > 0) {
      verbatim(footer);
    }
    command.getSubcommands().values().forEach(this::command);
  }

  private void argument(String name, ArgSpec of) {
    raw(".TP");
    raw(".B " + escaped(name));
    say(String.join(" ", of.description()));
  }

  private static List<String> about(CommandSpec spec) {
    return Arrays.asList(spec.usageMessage().description());
  }

  private void say(String text) {
    raw(escaped(text));
  }

  private void verbatim(String[] text) {
    raw(".PP");
    raw(".nf");
    for (String line : text) {
      if (!line.isBlank()) {
        raw(escaped(line));
      }
    }
    raw(".fi");
  }

  private void raw(String line) {
    lines.add(line);
  }

  /** Backslashes, hyphens, and dots or quotes at the beginning mean something to man. */
  private static String escaped(String text) {
    String plain = Ansi.OFF.string(text).replace("%%", "%").replace("%n", " ");
    String safe = plain.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    return safe.startsWith(".") ? "\\&" + safe : safe;
  }
}

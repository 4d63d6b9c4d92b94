package uk.footprints.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.stat.InputTable;
import uk.footprints.stat.MethodGuide;
import uk.footprints.stat.MethodRunner;
import uk.footprints.stat.StatMethods;

/** Runs a statistical method on an analyst's own table: CSV in, CSV out. Starts no Spark. */
@Command(
    name = "stat",
    description = "Run a statistical method on your own table: CSV in, CSV out.",
    footer = {
      "",
      "Examples:",
      "  footprints stat --list                                list the methods",
      "  footprints stat dsr --help                            the columns, parameters and results of a method",
      "  footprints stat rate --in admissions.csv --set multiplier=1000",
      "  footprints stat funnel-ratio --in trusts.csv --set overdispersion=shmi --out funnel.csv"
    })
public final class StatCommand extends CliCommand {

  @Parameters(index = "0", arity = "0..1", paramLabel = "METHOD", description = "The method; --list shows them.")
  private String method;

  @Option(names = "--in", paramLabel = "FILE.csv", description = "The table, with a header; UTF-8.")
  private Path in;

  @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A parameter of the method; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FILE", description = "Write the result here instead of standard output.")
  private Path out;

  @Option(names = "--list", description = "List the methods.")
  private boolean list;

  @Override
  public Integer call() {
    if (list) {
      StatMethods.guides().forEach(guide -> console().print(line(guide)));
      return ExitCode.DONE;
    }
    if (method == null) {
      throw UserException.command("No method is named.", "footprints stat --list");
    }
    MethodGuide guide = StatMethods.guide(method);
    Map<String, String> parameters = parameters(guide);
    if (in == null) {
      throw UserException.command(
          "No table is named for %s.".formatted(guide.name()),
          "footprints stat %s --in FILE.csv".formatted(guide.name()));
    }
    MethodRunner.Answered answered = MethodRunner.answer(guide, InputTable.read(in), parameters);
    write(answered);
    answered.notes().forEach(note -> console().info("%s", note));
    answered.failure().ifPresent(failure -> { throw failure; });
    return ExitCode.DONE;
  }

  private static String line(MethodGuide guide) {
    String reads = guide.reads().isEmpty() ? "the columns its parameters name" : String.join(", ", guide.reads());
    return "%-18s %s; reads %s".formatted(guide.name(), guide.summary(), reads);
  }

  private Map<String, String> parameters(MethodGuide guide) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw UserException.command("--set %s has no value.".formatted(setting), "--set name=value");
      }
      given.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
    }
    MethodRunner.requireKnown(guide, given.keySet());
    return given;
  }

  private void write(MethodRunner.Answered answered) {
    try {
      if (out == null) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(console().out(), StandardCharsets.UTF_8), 1 << 16);
        answered.write(writer);
        writer.flush();
        return;
      }
      try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
        answered.write(writer);
      }
    } catch (IOException e) {
      throw UserException.data(
          "Cannot write %s: %s".formatted(out, e.getMessage()), "give a file in an existing folder", e);
    }
  }

  /** Shows the help of a method if one is named. */
  @Spec
  void helpOn(CommandSpec spec) {
    UsageMessageSpec usage = spec.usageMessage();
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>();
    usage.sectionMap().forEach(
        (key, renderer) -> sections.put(key, help -> method == null ? renderer.render(help) : ""));
    sections.put("method", help -> method == null ? "" : methodHelp());
    usage.sectionMap(sections);
    usage.sectionKeys(Stream.concat(usage.sectionKeys().stream(), Stream.of("method")).toList());
  }

  private String methodHelp() {
    String end = System.lineSeparator();
    try {
      return String.join(end, StatMethods.guide(method).lines()) + end;
    } catch (UserException unknown) {
      return unknown.getMessage() + end + "  Try: " + unknown.next() + end;
    }
  }
}

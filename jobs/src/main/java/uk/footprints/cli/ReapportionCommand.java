package uk.footprints.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.SmallAreaPopulations;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Geography;
import uk.footprints.area.OwnGeography;
import uk.footprints.area.ReapportionedFigures;
import uk.footprints.area.ReapportionedFigures.Figure;
import uk.footprints.area.Reapportionment.Moved;
import uk.footprints.area.ReferenceData;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.table.Column;
import uk.footprints.table.Csv;
import uk.footprints.table.RecordTable;

/** Reapportions an analyst's figures to another geography by small-area populations. Starts no Spark. */
@Command(
    name = "reapportion",
    description = "Reapportion your own figures to another geography, weighted by small-area populations.",
    footer = {
      "",
      "The table has the columns area_code, value and, if age is known, ages (0-17, 18-64, 85+): each age group is",
      "weighted by the population of that age. The total does not change. The column reliability is the share of a",
      "figure, 0 to 1, that comes from areas wholly inside the new one; the rest is divided as the population is.",
      "",
      "Geographies: those in the table areas, and ltla_2021, ltla_2022, sicbl_2022 (codes of the Office for National",
      "Statistics). The release needs a lookup of small areas and their population estimates.",
      "",
      "Examples:",
      "  footprints reapportion --in costs.csv --from ccg_2021 --to icb_2022 --at store",
      "  footprints reapportion --in costs.csv --from ltla_2021 --to data/reference/examples/essex.yaml --at store"
    })
public final class ReapportionCommand extends CliCommand {

  /** A line of the result. */
  private record AreaFigure(
      @Column(value = "The new geography.", required = true) String geography,
      @Column(value = "As in areas; unassigned for people who live in no area of it.", required = true)
      String areaCode,
      @Column("Name.") String areaName,
      @Column(value = "The figure; all of them add to the total before.", unit = "as before") double value,
      @Column(value = "The share that comes from areas that are wholly inside this one.", unit = "0 to 1")
      double reliability,
      @Column("known if reliability is 1, else estimated.") String status) {}

  private static final RecordTable<AreaFigure> TABLE =
      RecordTable.of("moved", "an area of the new geography", AreaFigure.class, "area_code");

  @Option(names = "--in", required = true, paramLabel = "FILE.csv", description = "The table of figures.")
  private Path in;

  @Option(names = "--from", required = true, paramLabel = "ID", description = "The geography of the figures.")
  private String from;

  @Option(names = "--to", required = true, paramLabel = "ID|FILE",
      description = "The new geography, or a file of custom areas.")
  private String to;

  @Mixin private StoreOption place = new StoreOption();

  @Option(names = "--out", paramLabel = "FILE", description = "Write the result here instead of standard output.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<Figure> figures = ReapportionedFigures.read(in);
    ReleaseReader published = ReleaseReader.current(new Store(place.at));
    Areas register = ReferenceData.ofJar().areas();
    Optional<Path> file = Optional.of(Path.of(to)).filter(Files::isRegularFile);
    Optional<OwnGeography> custom = Optional.empty();
    if (file.isPresent()) {
      custom = Optional.of(OwnGeography.read(file.get(), register, published.atlas(register).ground()));
      custom.get().notes().forEach(note -> console().info("%s", note));
    }
    Areas areas = custom.map(register::with).orElse(register);
    String target = custom.map(o -> o.geography().id()).orElse(to);
    SmallAreaPopulations ground = SmallAreaPopulations.of(published, areas);
    List<Moved> moved = ReapportionedFigures.move(figures, ground.between(from, target));
    write(areas, target, moved);
    double before = figures.stream().mapToDouble(Figure::value).sum();
    double after = moved.stream().mapToDouble(Moved::value).sum();
    if (Math.abs(before - after) > 1e-9 * Math.max(1, Math.abs(before))) {
      throw new IllegalStateException("the input total is %f and the output total %f".formatted(before, after));
    }
    console().info(
        "Reapportioned %,d figures of %s to %,d areas of %s by the population of %s; the total is still %,.2f.",
        figures.size(), from, moved.size(), target, ground.day(), before);
    return ExitCode.DONE;
  }

  private void write(Areas areas, String geography, List<Moved> moved) throws IOException {
    boolean named = areas.listGeographies().stream().map(Geography::id).anyMatch(geography::equals);
    List<AreaFigure> rows = new ArrayList<>();
    for (Moved m : moved) {
      Optional<Area> area = named ? areas.findArea(geography, m.areaCode()) : Optional.empty();
      rows.add(
          new AreaFigure(
              geography, m.areaCode(), area.map(Area::name).orElse(""), m.value(), m.reliability(),
              m.reliability() > 1 - 1e-9 ? "known" : "estimated"));
    }
    byte[] csv = Csv.bytes(TABLE.data(rows));
    if (out == null) {
      new String(csv, StandardCharsets.UTF_8).lines().forEach(console()::print);
      return;
    }
    try {
      Files.write(out, csv);
    } catch (IOException e) {
      throw UserException.data("Cannot write " + out + ".", "give a file in an existing folder", e);
    }
  }
}

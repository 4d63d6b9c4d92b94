package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text table that comes out once, as a publication.
 *
 * @param dataset the dataset that reads it
 * @param era its layout
 * @param month what it describes
 * @param name its file's name
 * @param body header and rows
 */
record TextTableSample(
    String dataset, String era, YearMonth month, String name, Body body) implements PublicationSample {

  /** The content of the file. */
  @FunctionalInterface
  interface Body {
    String write(YearMonth month, SampleCountry country, SeededVariation chance);
  }

  @Override
  public List<YearMonth> usual() {
    return List.of(month);
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra(era, month));
  }

  @Override
  public boolean covers(YearMonth asked) {
    return month.equals(asked);
  }

  @Override
  public SampleFile write(YearMonth asked, SampleCountry country, SeededVariation chance) {
    return SampleFile.text(name, body.write(asked, country, chance), StandardCharsets.UTF_8);
  }

  /** A line of cells; those with a comma are quoted. */
  static String line(Object... cells) {
    return Stream.of(cells)
        .map(cell -> cell == null ? "" : cell.toString())
        .map(text -> text.contains(",") ? '"' + text + '"' : text)
        .collect(Collectors.joining(",", "", "\n"));
  }
}

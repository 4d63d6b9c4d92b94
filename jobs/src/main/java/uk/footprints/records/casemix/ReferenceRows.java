package uk.footprints.records.casemix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a reference table of the jar whose cells hold no comma. */
final class ReferenceRows {

  /**
   * A row of a table.
   *
   * @param line its line in the file, from 1
   * @param cells its cells
   */
  record Line(int line, List<String> cells) {}

  private ReferenceRows() {}

  /** Returns the text of a table of {@code data/reference}. */
  static String text(String file) {
    try (InputStream in = ReferenceRows.class.getResourceAsStream("/uk/footprints/reference/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the rows below the header. */
  static List<Line> of(String text) {
    List<String> lines = text.lines().toList();
    return IntStream.range(1, lines.size())
        .filter(i -> !lines.get(i).isBlank())
        .mapToObj(i -> new Line(i + 1, List.of(lines.get(i).split(",", -1))))
        .toList();
  }
}

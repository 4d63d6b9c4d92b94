package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;

/** The texts of a file outside its rows, by the places that declarations name. */
final class SheetText {

  private SheetText() {}

  /**
   * Returns the texts of a place, those that are most likely first.
   *
   * @param source {@code title}, {@code sheet}, {@code file} or {@code headings}; any other has no texts
   */
  static List<String> of(String source, HeaderMatch match, Location place) {
    return switch (source) {
      case "title" -> title(match);
      case "sheet" -> List.of(match.sheet().name());
      case "file" -> List.of(place.file().substring(place.file().lastIndexOf('/') + 1));
      case "headings" -> match.headings();
      default -> List.of();
    };
  }

  private static List<String> title(HeaderMatch match) {
    List<String> texts = new ArrayList<>();
    for (String label : List.of("Period", "Month")) {
      String value = match.sheet().titled(label);
      if (!value.isEmpty()) {
        texts.add(value);
      }
    }
    for (Sheet.Row row : match.sheet().rows().subList(0, Math.max(0, match.headerIndex()))) {
      for (String cell : row.cells()) {
        if (!cell.isBlank()) {
          texts.add(cell.strip());
        }
      }
    }
    return texts;
  }
}

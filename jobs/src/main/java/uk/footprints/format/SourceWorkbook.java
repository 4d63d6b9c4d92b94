package uk.footprints.format;

import java.util.List;
import java.util.Optional;

/**
 * A file as published: its sheets.
 *
 * @param format what the bytes were, whatever the name says
 * @param sheets in order, hidden ones included
 * @param remarks what it holds beside sheets and was left alone, such as macros
 */
public record SourceWorkbook(Format format, List<Sheet> sheets, List<String> remarks) {

  /** What the bytes are. */
  public enum Format {
    CSV,
    XLS,
    XLSX,
    ODS,
    GEOJSON,
    SHAPEFILE,
    OTHER
  }

  /** The sheet of that name, whatever its case. */
  public Optional<Sheet> findSheet(String name) {
    return sheets.stream().filter(s -> s.name().strip().equalsIgnoreCase(name)).findFirst();
  }
}

package uk.footprints.format;

import java.util.List;
import java.util.Optional;

/**
 * A file as published: its sheets.
 *
 * @param format the format of the bytes, whatever the name
 * @param sheets in order, hidden ones included
 * @param remarks content that was not read, such as macros
 */
public record SourceWorkbook(Format format, List<Sheet> sheets, List<String> remarks) {

  /** The format of the bytes of a file. */
  public enum Format {
    CSV,
    XLS,
    XLSX,
    ODS,
    GEOJSON,
    SHAPEFILE,
    OTHER
  }

  /** Finds the sheet of that name, in any case. */
  public Optional<Sheet> findSheet(String name) {
    return sheets.stream().filter(s -> s.name().strip().equalsIgnoreCase(name)).findFirst();
  }
}

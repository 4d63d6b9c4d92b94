package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.table.TableData;

/**
 * Indexes the rows of a table by area, because hundreds of pages look up their rows.
 *
 * @param filled the table
 * @param byArea its rows
 */
record RowsByArea(TableData filled, Map<String, List<Object[]>> byArea) {

  static RowsByArea of(TableData filled) {
    Map<String, List<Object[]>> byArea = new HashMap<>();
    if (filled.table().has("geography") && filled.table().has("area_code")) {
      int geography = filled.table().index("geography");
      int code = filled.table().index("area_code");
      for (Object[] row : filled.rows()) {
        byArea.computeIfAbsent(row[geography] + " " + row[code], k -> new ArrayList<>()).add(row);
      }
    }
    return new RowsByArea(filled, byArea);
  }

  List<Object[]> of(String geography, String code) {
    return byArea.getOrDefault(geography + " " + code, List.of());
  }
}

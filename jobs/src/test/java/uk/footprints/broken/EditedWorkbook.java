package uk.footprints.broken;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;

/** A workbook of which a test changes cells; its other cells stay. */
public final class EditedWorkbook {

  private EditedWorkbook() {}

  /** Returns the bytes of the workbook after an edit of its sheets, which are lists of rows of cells, by name. */
  public static byte[] of(byte[] workbook, Consumer<Map<String, List<List<String>>>> edit) {
    try {
      CellGrid grid = CellGrid.of(WorkbookReader.read(workbook));
      Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
      grid.pages.forEach(page -> sheets.put(page.name, page.rows));
      edit.accept(sheets);
      return grid.bytes();
    } catch (UnreadableFileException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

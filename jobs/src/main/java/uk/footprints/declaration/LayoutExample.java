package uk.footprints.declaration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A sheet in a declared layout with made-up figures: title, groups of headings, header, organisations of every role,
 * totals that add up, a withheld figure and a note.
 *
 * @param sheet the name of the sheet; empty for a text file
 * @param month the month in which the described time ends
 * @param rows the cells: texts, numbers and nulls
 */
public record LayoutExample(String sheet, YearMonth month, List<List<Object>> rows) {

  /**
   * Returns an example of each layout of a dataset, by the first layout's name in small letters. Layouts of one time
   * that only workbooks have, on sheets of different names, are sheets of one workbook.
   */
  public static Map<String, List<LayoutExample>> of(DatasetDeclaration declaration, ToDoubleFunction<String> chance) {
    Map<String, List<LayoutExample>> all = new LinkedHashMap<>();
    List<LayoutExample> book = List.of();
    for (LayoutDeclaration layout : declaration.layouts()) {
      LayoutExample example = new ExampleSheet(declaration, layout, chance, Optional.empty()).make();
      boolean another =
          !layout.place().yes("workbook") || layout.sheets().isEmpty()
              || book.stream().anyMatch(
                  other -> other.sheet().equals(example.sheet()) || !other.month().equals(example.month()));
      if (another || book.isEmpty()) {
        book = new ArrayList<>();
        all.put(layout.slug(), book);
      }
      book.add(example);
      book = layout.place().yes("workbook") && !layout.sheets().isEmpty() ? book : List.of();
    }
    return all;
  }

  /**
   * Returns a sheet in a layout of a dataset with this content.
   *
   * @param declaration the dataset
   * @param layout the name of the layout
   * @param content what the sheet has in it
   */
  public static LayoutExample of(DatasetDeclaration declaration, String layout, ExampleContent content) {
    LayoutDeclaration named =
        declaration.layouts().stream().filter(l -> l.layout().era().equals(layout)).findFirst().orElseThrow();
    return new ExampleSheet(declaration, named, word -> 0, Optional.of(content)).make();
  }
}

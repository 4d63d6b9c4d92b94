package uk.footprints.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import uk.footprints.declaration.LayoutExample;

/** Builds a worksheet: rows of text, numbers, failed formulas and nulls, written from the top. */
final class SheetBuilder {

  /** A formula that divided by nothing. */
  enum Failed {
    DIV_0
  }

  private final String name;
  private final List<List<Object>> rows = new ArrayList<>();

  SheetBuilder(String name) {
    this.name = name;
  }

  /** Returns a sheet that a declaration gives. */
  static SheetBuilder of(LayoutExample example) {
    SheetBuilder sheet = new SheetBuilder(example.sheet());
    example.rows().forEach(sheet::row);
    return sheet;
  }

  SheetBuilder row(Object... cells) {
    return row(Arrays.asList(cells));
  }

  SheetBuilder row(List<?> cells) {
    rows.add(Collections.unmodifiableList(new ArrayList<>(cells)));
    return this;
  }

  SheetBuilder blank() {
    return row();
  }

  String name() {
    return name;
  }

  List<List<Object>> rows() {
    return rows;
  }

  /** Returns a row from lists of cells, one after the other. */
  static List<Object> cells(List<?>... parts) {
    List<Object> row = new ArrayList<>();
    for (List<?> part : parts) {
      row.addAll(part);
    }
    return row;
  }
}

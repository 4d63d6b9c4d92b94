package uk.footprints.format;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Builds the sheets of an OpenDocument spreadsheet from its XML elements. */
final class OpenDocumentSheets {

  /** Day 0 of the day numbers of workbooks. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int MOST_ROWS = 1_048_576;
  private static final int DATE_LENGTH = 10;

  private final CellStringPool kept = new CellStringPool();
  private final List<Sheet> sheets = new ArrayList<>();
  private final Set<String> hiddenStyles = new HashSet<>();
  private String style = "";
  private String name;
  private boolean hidden;
  private List<Sheet.Row> rows = new ArrayList<>();
  private int row;
  private int rowRepeated;
  private String[] cells = new String[0];
  private int column;
  private int cellRepeated;
  private String value;
  private StringBuilder text;
  private int skipped;
  private int tables;

  List<Sheet> list() {
    return sheets;
  }

  void accept(int event, XMLStreamReader xml) {
    if (event == XMLStreamReader.START_ELEMENT) {
      start(xml.getLocalName(), xml);
    } else if (event == XMLStreamReader.END_ELEMENT) {
      end(xml.getLocalName());
    } else if (event == XMLStreamReader.CHARACTERS && text != null && skipped == 0) {
      text.append(xml.getText());
    }
  }

  private void start(String element, XMLStreamReader xml) {
    switch (element) {
      case "style" -> style = attribute(xml, "name");
      case "table-properties" -> {
        if (attribute(xml, "display").equals("false")) {
          hiddenStyles.add(style);
        }
      }
      case "table" -> {
        tables++;
        if (tables == 1) {
          name = attribute(xml, "name");
          hidden = hiddenStyles.contains(attribute(xml, "style-name"));
          rows = new ArrayList<>();
          row = 0;
        }
      }
      case "table-row" -> {
        cells = new String[0];
        column = 0;
        rowRepeated = count(xml, "number-rows-repeated");
      }
      case "table-cell", "covered-table-cell" -> {
        cellRepeated = count(xml, "number-columns-repeated");
        value = typed(xml);
        text = new StringBuilder();
      }
      case "annotation", "note" -> skipped++;
      case "p" -> {
        if (text != null && skipped == 0 && !text.isEmpty()) {
          text.append('\n');
        }
      }
      case "s" -> append(" ".repeat(Math.min(count(xml, "c"), CellStringPool.MOST_COLUMNS)));
      case "tab" -> append("\t");
      case "line-break" -> append("\n");
      default -> { }
    }
  }

  private void end(String element) {
    switch (element) {
      case "annotation", "note" -> skipped--;
      case "table-cell", "covered-table-cell" -> endCell();
      case "table-row" -> endRow();
      case "table" -> {
        tables--;
        if (tables == 0) {
          sheets.add(new Sheet(name, rows, hidden));
        }
      }
      default -> { }
    }
  }

  private void append(String more) {
    if (text != null && skipped == 0) {
      text.append(more);
    }
  }

  /** Adds empty cells only when a cell with content follows them. */
  private void endCell() {
    String cell = value != null ? value : text == null ? "" : text.toString();
    text = null;
    if (!cell.isEmpty()) {
      if ((long) column + cellRepeated > CellStringPool.MOST_COLUMNS) {
        throw new CellStringPool.TooLarge(
            "row %d has more than %,d columns".formatted(row + 1, CellStringPool.MOST_COLUMNS));
      }
      int from = cells.length;
      cells = Arrays.copyOf(cells, column + cellRepeated);
      Arrays.fill(cells, from, column, "");
      for (int i = column; i < cells.length; i++) {
        cells[i] = kept.keep(cell);
      }
    }
    column = (int) Math.min((long) column + cellRepeated, Integer.MAX_VALUE);
  }

  private void endRow() {
    boolean blank = Arrays.stream(cells).allMatch(String::isBlank);
    if (!blank && (long) row + rowRepeated > MOST_ROWS) {
      throw new CellStringPool.TooLarge("a sheet has more than %,d rows".formatted(MOST_ROWS));
    }
    for (int i = 0; i < rowRepeated && !blank; i++) {
      // Every row that is written counts, so that one row repeated a million times cannot fill the memory.
      Arrays.stream(cells).forEach(kept::keep);
      CellStringPool.add(rows, row + i + 1, cells);
    }
    row = (int) Math.min((long) row + rowRepeated, Integer.MAX_VALUE);
  }

  /** Returns the value of a cell in the form of other workbooks; null for a text, which is in paragraphs. */
  private static String typed(XMLStreamReader xml) {
    return switch (attribute(xml, "value-type")) {
      case "float", "percentage", "currency" -> CellStringPool.number(Double.parseDouble(attribute(xml, "value")));
      case "boolean" -> attribute(xml, "boolean-value");
      case "date" -> day(attribute(xml, "date-value"));
      default -> null;
    };
  }

  private static String day(String date) {
    boolean whole = date.length() == DATE_LENGTH || date.startsWith("T00:00:00", DATE_LENGTH);
    return date.length() < DATE_LENGTH || !whole ? date
        : String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(date.substring(0, DATE_LENGTH))));
  }

  /** Returns the attribute of that local name, which occurs once; empty when there is none. */
  private static String attribute(XMLStreamReader xml, String local) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      boolean extension = "calcext".equals(xml.getAttributePrefix(i));
      if (!extension && xml.getAttributeLocalName(i).equals(local)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private static int count(XMLStreamReader xml, String local) {
    String count = attribute(xml, local);
    return count.isEmpty() ? 1 : Math.max(1, Integer.parseInt(count));
  }
}

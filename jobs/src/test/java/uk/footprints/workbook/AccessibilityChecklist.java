package uk.footprints.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The checklist of the guidance on accessible spreadsheets, compared with the bytes of a workbook: what a screen reader,
 * a magnifier or a program that reads tables would trip over. Each fault is a sentence.
 *
 * @see <a href="https://analysisfunction.civilservice.gov.uk/policy-store/making-spreadsheets-accessible-a-brief-checklist-of-the-basics/">
 *     The checklist</a>
 */
public final class AccessibilityChecklist {

  private static final Pattern RANGE = Pattern.compile("([A-Z]+)(\\d+):([A-Z]+)(\\d+)");
  private static final Pattern MARK = Pattern.compile("\\[[a-z]{1,3}\\]");
  private static final Pattern FAULTY = Pattern.compile("<(mergeCell|f|pane|autoFilter) |<f>|hidden=\"(1|true)\"");

  private final List<String> faults = new ArrayList<>();
  private final Map<String, byte[]> parts = new TreeMap<>();
  private final Set<String> marksUsed = new TreeSet<>();
  private final Set<String> marksExplained = new TreeSet<>();

  private AccessibilityChecklist() {}

  /** What is wrong with a workbook: nothing, if all is well. */
  public static List<String> faults(byte[] workbook) throws IOException {
    AccessibilityChecklist list = new AccessibilityChecklist();
    list.read(workbook);
    list.document();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      List<Sheet> sheets = book.getSheets().toList();
      list.names(sheets);
      for (Sheet sheet : sheets) {
        list.sheet(sheet);
      }
    }
    list.marksUsed.removeAll(list.marksExplained);
    list.must(list.marksUsed.isEmpty(), "marks without an explanation on the notes: " + list.marksUsed);
    return list.faults;
  }

  private void must(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }

  private void read(byte[] workbook) throws IOException {
    Path file = Files.createTempFile("workbook", ".xlsx");
    Files.write(file, workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    } finally {
      Files.delete(file);
    }
  }

  private void document() throws IOException {
    Element core = xml("docProps/core.xml");
    must(!text(core, "dc:title").isBlank(), "the document has no title");
    Element styles = xml("xl/styles.xml");
    for (Element font : list(styles, "font")) {
      // The first font is the library's own, which no cell that is written keeps.
      boolean first = font.isSameNode(list(styles, "font").get(0));
      Element size = list(font, "sz").get(0);
      must(first || Double.parseDouble(size.getAttribute("val")) >= 12, "a font is smaller than 12 points");
    }
    must(parts.keySet().stream().noneMatch(p -> p.contains("media/") || p.contains("vba")),
        "there are pictures or macros");
    must(!xml("xl/workbook.xml").getElementsByTagName("workbookView").item(0).getAttributes()
        .getNamedItem("activeTab").getNodeValue().matches("[1-9].*"), "another sheet than the first is open");
    for (String part : parts.keySet()) {
      if (part.startsWith("xl/worksheets/sheet")) {
        Matcher faulty = FAULTY.matcher(new String(parts.get(part), java.nio.charset.StandardCharsets.UTF_8));
        must(!faulty.find(), part + " has merged or hidden cells, formulas, filters or frozen panes");
        must(list(xml(part), "selection").stream().allMatch(s -> s.getAttribute("activeCell").equals("A1")),
            part + " does not begin at A1");
      }
    }
  }

  private void names(List<Sheet> sheets) {
    List<String> names = sheets.stream().map(Sheet::getName).toList();
    must(names.size() > 3 && names.get(0).equals("Cover") && names.get(1).equals("Contents") && names.get(2)
        .equals("Notes"),
        "cover, contents and notes do not come first: " + names);
    must(new HashSet<>(names).size() == names.size(), "two sheets have the same name");
    names.forEach(
        n -> must(!n.isBlank() && n.length() <= 31 && !n.matches("(?i)sheet ?\\d+"), "a sheet is called " + n));
  }

  private void sheet(Sheet sheet) throws IOException {
    String name = sheet.getName();
    List<Row> rows = sheet.read();
    must(!rows.isEmpty() && !value(rows.get(0), 0).isBlank(), name + " has no title in its first cell");
    for (int i = 0; i < rows.size(); i++) {
      must(rows.get(i).getRowNum() == i + 1, name + " has an empty row before row " + rows.get(i).getRowNum());
      must(!value(rows.get(i), 0).isBlank(), name + ", row " + (i + 1) + " begins with an empty cell");
    }
    List<Element> tables = tables(sheet);
    must(tables.size() == (name.equals("Cover") ? 0 : 1), name + " has " + tables.size() + " tables");
    for (Element table : tables) {
      table(name, rows, table);
    }
  }

  private void table(String name, List<Row> rows, Element table) {
    Matcher range = RANGE.matcher(table.getAttribute("ref"));
    must(range.matches() && range.group(1).equals("A"), name + ": its table does not begin in column A");
    int head = Integer.parseInt(range.group(2)) - 1;
    int last = Integer.parseInt(range.group(4)) - 1;
    must(last == rows.size() - 1, name + ": something is below its table");
    must(!table.getAttribute("headerRowCount").equals("0"), name + ": its table has no row of headings");
    must(table.getAttribute("displayName").matches("[a-z][a-z0-9_]+"), name + ": its table has no name");
    List<String> headings = list(table, "tableColumn").stream().map(c -> c.getAttribute("name")).toList();
    Set<String> once = new HashSet<>();
    headings.forEach(
        h -> must(!h.isBlank() && once.add(h.toLowerCase(Locale.ROOT)), name + ": heading '" + h + "' twice"));
    for (int r = head; r <= last; r++) {
      for (int c = 0; c < headings.size(); c++) {
        String value = value(rows.get(r), c);
        if (value.isBlank()) {
          faults.add("%s, row %d: the cell under '%s' is empty".formatted(name, r + 1, headings.get(c)));
        }
        if (r == head) {
          must(value.equals(headings.get(c)), name + ": the heading " + value + " is marked up as " + headings.get(c));
        } else if (name.equals("Notes") && c == 0) {
          marksExplained.add(value);
        } else if (MARK.matcher(value).matches()) {
          marksUsed.add(value);
        }
      }
    }
  }

  private static String value(Row row, int column) {
    Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
    return cell == null || cell.getValue() == null ? "" : cell.getRawValue();
  }

  private List<Element> tables(Sheet sheet) throws IOException {
    byte[] links = parts.get("xl/worksheets/_rels/sheet" + (sheet.getIndex() + 1) + ".xml.rels");
    List<Element> tables = new ArrayList<>();
    Map<String, String> targets = new HashMap<>();
    if (links != null) {
      for (Element link : list(xml(links), "Relationship")) {
        targets.put(link.getAttribute("Id"), link.getAttribute("Target"));
      }
    }
    for (String target : targets.values()) {
      if (target.contains("tables/")) {
        tables.add(xml("xl/" + target.replaceFirst("^(\\.\\./|/xl/)", "")));
      }
    }
    return tables;
  }

  private Element xml(String part) throws IOException {
    return xml(parts.get(part));
  }

  private static Element xml(byte[] bytes) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
      return document.getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("not XML", e);
    }
  }

  private static String text(Element within, String tag) {
    NodeList found = within.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private static List<Element> list(Element within, String tag) {
    NodeList found = within.getElementsByTagName(tag);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }
}

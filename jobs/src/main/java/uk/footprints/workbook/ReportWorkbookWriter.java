package uk.footprints.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import uk.footprints.indicator.Indicator;
import uk.footprints.site.SourcePublication;
import uk.footprints.table.Field;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/** Writes a report as an {@code .xlsx} workbook: cover, contents, notes, columns, sources, and its table. */
public final class ReportWorkbookWriter {

  private static final String COVER = "Cover";
  private static final String CONTENTS = "Contents";
  private static final String NOTES = "Notes";
  private static final String COLUMNS = "Columns";
  private static final String SOURCES = "Sources";
  /** A fast level of compression, with hardly larger files. */
  private static final int COMPRESSION = 2;
  /** The draft is compressed when it is copied with fixed timestamps. */
  private static final int DRAFT_COMPRESSION = 0;

  private ReportWorkbookWriter() {}

  /** Writes the workbook; the stream stays open. */
  public static void write(WorkbookContent content, OutputStream out) throws IOException {
    Path draft = Files.createTempFile("footprints", ".xlsx");
    try {
      try (OutputStream to = Files.newOutputStream(draft)) {
        fill(content, to);
      }
      FixedTimestamps.write(draft, content.imprint().release(), COMPRESSION, out);
    } finally {
      Files.delete(draft);
    }
  }

  private static void fill(WorkbookContent content, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Footprints", "1.0");
    workbook.setCompressionLevel(DRAFT_COMPRESSION);
    workbook.properties()
        .setTitle(property(content.title()))
        .setSubject(property("One row is: " + content.filled().table().row()))
        .setKeywords("NHS, England, areas, statistics")
        .setDescription(property("Release " + content.imprint().release()));
    String data = WorkbookText.sheet(content.name());
    cover(workbook, content, data);
    contents(workbook, content, data);
    notes(workbook, content);
    columns(workbook, content, data);
    sources(workbook, content);
    data(workbook, content, data);
    workbook.finish();
  }

  /** Properties go into the file as they are. */
  private static String property(String text) {
    return WorkbookText.cell(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void cover(Workbook workbook, WorkbookContent content, String data) {
    WorksheetWriter worksheet = new WorksheetWriter(workbook, COVER, content.title())
        .sentence(
            "A workbook of Footprints: NHS publications by the areas that the NHS in England is planned by.", true)
        .sentence("Release " + content.imprint().release() + ", made on " + content.imprint().made() + ".", true)
        .sentence("Made with " + content.imprint().versions() + ".", true)
        .heading("What is in it")
        .sentence("The worksheet " + data + " has the table. One row is: " + content.filled().table().row() + ".", true)
        .sentence(WorkbookText.period(content.filled()), true)
        .sentence(WorkbookText.basis(content.filled()), true);
    if (!content.left().isEmpty()) {
      worksheet.sentence(content.left(), true);
    }
    worksheet.heading("How to use it")
        .sentence("The worksheet " + CONTENTS + " lists the worksheets. Each has at most one table, which begins in "
            + "column A "
            + "below a title and some sentences, and is marked as a table.", true)
        .sentence("No cell of a table is empty. Marks in square brackets replace absent figures; the worksheet "
            + NOTES + " explains them. The worksheet " + COLUMNS + " describes each column and its unit.", true)
        .sentence(
            "The same table is next to this workbook as CSV, and in the release as Parquet, where columns have the "
            + "names that the worksheet " + COLUMNS + " gives.", true)
        .heading("Terms")
        .sentence(
            "Contains public sector information licensed under the Open Government Licence v3.0, unless the worksheet "
            + SOURCES + " states otherwise. Footprints is not an official statistic.", true)
        .prose();
  }

  private static void contents(Workbook workbook, WorkbookContent content, String data) {
    List<String[]> rows = List.of(
        new String[] {COVER, "What this workbook is"},
        new String[] {CONTENTS, "This list"},
        new String[] {NOTES, "What marks in square brackets mean, and caveats"},
        new String[] {COLUMNS, "What each column of the table is"},
        new String[] {SOURCES, "The publications behind the table"},
        new String[] {data, content.title()});
    new WorksheetWriter(workbook, CONTENTS, "Contents")
        .sentence("This worksheet contains one table: the worksheets of this workbook, with a link to each.", false)
        .table("contents", List.of("Worksheet", "What is in it"), new double[] {30, 80}, List.of(), rows.size(),
            (sheet, at, i) -> {
              WorksheetWriter.link(sheet, at, 0, rows.get(i)[0]);
              sheet.value(at, 1, WorkbookText.cell(rows.get(i)[1]));
            });
  }

  private static void notes(Workbook workbook, WorkbookContent content) {
    List<String[]> rows = new ArrayList<>();
    for (ShorthandMark mark : ShorthandMark.values()) {
      rows.add(new String[] {mark.sign(), mark.meaning()});
    }
    int n = 1;
    for (Indicator i : content.indicators()) {
      String text = "%s (%s, %s): %s".formatted(i.title(), i.id(), i.unit(), i.definition());
      rows.add(new String[] {"[note " + n++ + "]", text});
      for (String caveat : i.caveats()) {
        rows.add(new String[] {"[note " + n++ + "]", i.title() + ": " + caveat});
      }
    }
    new WorksheetWriter(workbook, NOTES, "Notes")
        .sentence("This worksheet contains one table: marks in square brackets, then notes on the indicators.", false)
        .table("notes", List.of("Mark or note", "Meaning"), new double[] {20, 100}, List.of(), rows.size(),
            (sheet, at, i) -> texts(sheet, at, rows.get(i)));
  }

  private static void columns(Workbook workbook, WorkbookContent content, String data) {
    List<String> headings = WorkbookText.headings(content.filled().table(), false);
    List<Field> fields = content.filled().table().fields();
    boolean marks = ShorthandMark.has(content.filled());
    new WorksheetWriter(workbook, COLUMNS, "Columns")
        .sentence("This worksheet contains one table: the columns of the worksheet " + data + ", in order.", false)
        .table("columns", List.of("Heading", "Name in CSV and Parquet", "Type", "Unit", "Meaning"),
            new double[] {35, 30, 12, 20, 90}, List.of(), fields.size() + (marks ? 1 : 0),
            (sheet, at, i) -> {
              if (i == fields.size()) {
                texts(sheet, at, ShorthandMark.HEADING, ShorthandMark.Z.sign(), "text", ShorthandMark.Z.sign(),
                    "What to know of the row, in the shorthand of the worksheet " + NOTES + ".");
                return;
              }
              Field f = fields.get(i);
              texts(sheet, at, headings.get(i), f.name(), f.type().name().toLowerCase(Locale.UK),
                  f.unit().isEmpty() ? ShorthandMark.Z.sign() : f.unit(), f.meaning());
            });
  }

  private static void sources(Workbook workbook, WorkbookContent content) {
    List<SourcePublication> sources = content.sources();
    new WorksheetWriter(workbook, SOURCES, "Sources")
        .sentence("This worksheet contains one table: the publications from which the figures were computed.", false)
        .table("sources", List.of("Dataset", "Publication", "Published by", "Licence"), new double[] {30, 70, 40, 40},
            List.of(), Math.max(1, sources.size()),
            (sheet, at, i) -> {
              if (sources.isEmpty()) {
                texts(
                    sheet, at, ShorthandMark.Z.sign(), "The reference tables of Footprints", "Footprints",
                    ShorthandMark.Z.sign());
                return;
              }
              SourcePublication s = sources.get(i);
              texts(sheet, at, s.dataset(), s.title(), s.publisher(), s.licence());
            });
  }

  private static void texts(Worksheet sheet, int at, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      sheet.value(at, i, WorkbookText.cell(texts[i]));
    }
  }

  private static void data(Workbook workbook, WorkbookContent content, String name) {
    TableData filled = content.filled();
    List<Field> fields = filled.table().fields();
    boolean marks = ShorthandMark.has(filled);
    List<String> headings = WorkbookText.headings(filled.table(), marks);
    List<Integer> days = new ArrayList<>();
    double[] widths = new double[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      boolean text = i < fields.size() && fields.get(i).type() == Field.Type.TEXT;
      widths[i] = text ? 28 : 16;
      if (i < fields.size() && fields.get(i).type() == Field.Type.DATE) {
        days.add(i);
      }
    }
    String sources = content.sources().isEmpty()
        ? "the reference tables of Footprints"
        : String.join("; ", content.sources().stream().map(s -> s.title() + " (" + s.publisher() + ")").toList());
    WorksheetWriter worksheet = new WorksheetWriter(workbook, name, content.title())
        .sentence("This worksheet contains one table of %,d rows and %d columns%s. One row is: %s."
            .formatted(
                filled.size(), headings.size(), filled.size() == 0 ? ", and marks in place of rows" : "",
                filled.table().row()), false)
        .sentence("Some cells have a mark in square brackets in place of a figure; the worksheet " + NOTES
            + " explains the marks.", false)
        .sentence(WorkbookText.period(filled) + " " + WorkbookText.basis(filled), false)
        .sentence("Source: " + sources + ".", false);
    if (!content.left().isEmpty()) {
      worksheet.sentence(content.left(), false);
    }
    worksheet.table(filled.table().name(), headings, widths, days, Math.max(1, filled.size()), (sheet, at, i) -> {
      if (filled.size() == 0) {
        for (int c = 0; c < headings.size(); c++) {
          sheet.value(at, c, ShorthandMark.X.sign());
        }
        return;
      }
      TableRow row = filled.row(i);
      String status = row.text("status");
      for (int c = 0; c < fields.size(); c++) {
        cell(sheet, at, c, row.value(c), fields.get(c), status);
      }
      if (marks) {
        sheet.value(at, fields.size(), ShorthandMark.of(row));
      }
    });
  }

  private static void cell(Worksheet sheet, int at, int column, Object value, Field field, String status) {
    if (value instanceof Long whole) {
      sheet.value(at, column, whole);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      sheet.value(at, column, number);
    } else if (value instanceof LocalDate day) {
      sheet.value(at, column, day);
    } else if (value instanceof Boolean flag) {
      sheet.value(at, column, flag ? "yes" : "no");
    } else {
      String text = value == null || value instanceof Double ? "" : WorkbookText.cell(value.toString());
      sheet.value(at, column, text.isBlank() ? ShorthandMark.absent(field, status).sign() : text);
    }
  }
}

package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.footprints.declaration.DatasetDeclaration;
import uk.footprints.declaration.DeclaredDatasets;
import uk.footprints.declaration.LayoutExample;

/**
 * The made-up files of a declared dataset, one for each layout or workbook of layouts; the declaration and the seed give all of it.
 *
 * @param declaration the declaration
 */
record DeclaredSample(DatasetDeclaration declaration) implements PublicationSample {

  private static final YearMonth FIRST = YearMonth.of(2016, 1);
  /** Publishers wrote workbooks of Excel 97 before. */
  private static final YearMonth MODERN = YearMonth.of(2014, 1);

  /** Returns the samples of all datasets of the program whose layouts are declared. */
  static List<PublicationSample> all() {
    List<PublicationSample> all = new ArrayList<>();
    DeclaredDatasets.builtIn().stream()
        .filter(dataset -> dataset.declaration().reader().isEmpty())
        .forEach(dataset -> all.add(new DeclaredSample(dataset.declaration())));
    return all;
  }

  @Override
  public String dataset() {
    return declaration.id();
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  /** Returns an era for each layout; its month is its number. */
  @Override
  public List<SampleEra> eras() {
    List<SampleEra> eras = new ArrayList<>();
    for (String name : LayoutExample.of(declaration, word -> 0.5).keySet()) {
      eras.add(new SampleEra(name, FIRST.plusMonths(eras.size())));
    }
    return eras;
  }

  @Override
  public boolean covers(YearMonth month) {
    return false;
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    int layout = (int) FIRST.until(month, java.time.temporal.ChronoUnit.MONTHS);
    String name = eras().get(layout).name();
    List<LayoutExample> book =
        LayoutExample.of(declaration, word -> chance.share(declaration.id(), word)).get(name);
    LayoutExample first = book.get(0);
    if (first.sheet().isEmpty()) {
      String text = first.rows().stream().map(DeclaredSample::line).collect(Collectors.joining("\n", "", "\n"));
      return SampleFile.text(name + ".csv", text, StandardCharsets.UTF_8);
    }
    List<SheetBuilder> sheets = book.stream().map(SheetBuilder::of).toList();
    return first.month().isBefore(MODERN)
        ? new SampleFile(name + ".xls", SampleWorkbookWriter.old(sheets))
        : new SampleFile(name + ".xlsx", SampleWorkbookWriter.modern(sheets));
  }

  private static String line(List<Object> cells) {
    return cells.stream().map(DeclaredSample::cell).collect(Collectors.joining(","));
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return number == Math.rint(number) ? String.valueOf(number.longValue()) : String.valueOf(number);
    }
    String text = value == null ? "" : value.toString();
    boolean quoted = text.contains(",") || text.contains("\"") || text.contains("\n");
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}

package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.sample.SampleOrganisation.Kind;

/** The monthly situation report: critical care beds and urgent operations cancelled. */
final class MonthlySitrepSample implements PublicationSample {

  @Override
  public String dataset() {
    return "msitrep";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(SampleEra.of("2020", "2020-01"));
  }

  @Override
  public boolean covers(YearMonth month) {
    return SampleMonths.within(month, "2018-04", "2020-02");
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    List<SampleOrganisation> trusts = country.in(month, Kind.TRUST);
    List<SheetBuilder> sheets = List.of(criticalCare(month, trusts, chance), operations(month, trusts, chance));
    return new SampleFile(
        "MSitRep-%s-%s-sample.xls".formatted(SampleMonths.name(month), month.getYear()), SampleWorkbookWriter.old(sheets));
  }

  private static SheetBuilder titled(String name, YearMonth month) {
    String published = SampleMonths.longDate(SampleMonths.secondThursday(month.plusMonths(2)));
    String title = name + ", NHS organisations in England";
    return TitleBlock.above(name, title, SampleMonths.title(month), published, null).row(null, "Provider Level Data");
  }

  private static SheetBuilder criticalCare(YearMonth month, List<SampleOrganisation> trusts, SeededVariation chance) {
    SheetBuilder sheet = titled("Critical Care Beds", month);
    sheet.row(
        null, null, null, null, null, "Open at Last Thursday on Reporting Period", null, null,
        "Occupied at last Thursday on Reporting Period", null, null, null, "% of Open Beds Occupied");
    String adult = "Number of Adult critical care beds";
    String child = "Number of Paediatric intensive care beds";
    String newborn = "Number of Neonatal critical care cots (or beds)";
    sheet.row(
        null, "Region", null, "Code", "Name", adult, child, newborn, adult, child, newborn, null,
        "Adult critical care beds", "Paediatric intensive care beds", "Neonatal critical care cots (or beds)", null,
        "Number of Non-medical Critical care transfers");
    return rows(sheet, month, trusts, o -> {
      int[] open = {chance.count(20, "a", o.code()), chance.count(2, "p", o.code()), chance.count(9, "n", o.code())};
      return new int[] {open[0], open[1], open[2], open[0] * 4 / 5, open[1] / 2, open[2] * 2 / 3, o.size() % 3};
    });
  }

  private static SheetBuilder operations(YearMonth month, List<SampleOrganisation> trusts, SeededVariation chance) {
    SheetBuilder sheet = titled("Urgent Operations Cancelled", month);
    sheet.row(null, null, null, null, null, "Number in Reporting Period");
    sheet.row(
        null, "Region", null, "Code", "Name", "Urgent Operations Cancelled",
        "Urgent Operations Cancelled for the 2nd or more time");
    return rows(sheet, month, trusts, o -> new int[] {chance.count(3, "urgent", o.code()), o.size() % 2});
  }

  private static SheetBuilder rows(
      SheetBuilder sheet, YearMonth month, List<SampleOrganisation> trusts, java.util.function.Function<SampleOrganisation, int[]> of) {
    int[] sums = new int[of.apply(trusts.get(0)).length];
    trusts.forEach(o -> Arrays.setAll(sums, i -> sums[i] + of.apply(o)[i]));
    sheet.row(SheetBuilder.cells(Arrays.asList(null, "-", null, "-", "England"), cells(sums))).blank();
    for (SampleOrganisation o : trusts) {
      sheet.row(SheetBuilder.cells(Arrays.asList(null, o.parent(month), null, o.code(), o.name()), cells(of.apply(o))));
    }
    return sheet;
  }

  /** Critical care has rates between beds and transfers, each between gaps. */
  private static List<Object> cells(int[] figures) {
    List<Object> row = new ArrayList<>();
    for (int i = 0; i < figures.length; i++) {
      if (i == 6) {
        row.add(null);
        for (int bed = 0; bed < 3; bed++) {
          row.add(figures[bed] == 0 ? "-" : (Object) (figures[bed + 3] / (double) figures[bed]));
        }
        row.add(null);
      }
      row.add(figures[i]);
    }
    return row;
  }
}

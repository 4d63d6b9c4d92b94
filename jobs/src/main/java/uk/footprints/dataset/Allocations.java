package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.field;
import static uk.footprints.layout.LayoutColumn.ignored;
import static uk.footprints.layout.LayoutColumn.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;
import uk.footprints.period.RollUp;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** Allocations to commissioning groups, and the weighted populations by which money is allocated. */
public final class Allocations implements SheetReader {

  /** A figure of an allocation. */
  record AllocationFigure(
      @Column(value = "ccg or practice.", required = true) String areaKind,
      @Column("ODS code; absent where the file gives a name only and the name is not known.") String areaCode,
      @Column("Name as published.") String areaName,
      @Column("Code of the integrated care board of a practice.") String icbCode,
      @Column("First day of the financial year.") LocalDate periodStart,
      @Column("Last day.") LocalDate periodEnd,
      @Column(
          value = "Id as in the table measures: allocation.final, weighted.general_and_acute, …", required = true)
      String measure,
      @Column("Figure, in the measure's unit.") Double value) {}

  private static final RecordTable<AllocationFigure> ROWS =
      RecordTable.published(
          "allocations",
          "commissioning group or practice x financial year x figure of its allocation",
          AllocationFigure.class,
          "area_kind", "area_code", "area_name", "period_start", "measure");

  /** Allocations and weighted populations. */
  public static final Table TABLE = ROWS.table();

  private static final Layout PRACTICES =
      Layout.of(
          "integrated care boards, by practice",
          field("code", "Practice_Code"),
          field("name", "GP_Practice_Name"),
          field("icb", "ICB", "ICS22", "ICB23", "ICB22"),
          measure("allocation.population", "Population", "pop 2022/23"),
          measure("weighted.general_and_acute", "G&A WP"),
          measure("weighted.community", "CS WP"),
          measure("weighted.mental_health", "MH WP"),
          measure("weighted.maternity", "Mat WP"),
          measure("weighted.health_inequalities", "Health Ineq WP"),
          measure("weighted.prescribing", "Prescr WP"),
          measure("weighted.all", "Final WP"),
          measure("weighted.primary_medical_care", "Primary Medical Care WP"),
          measure("weighted.primary_medical_care_final", "Final PMC WP"),
          ignored(
              "Practice_Postcode", "Latitude", "Longitude", "CCG", "Former CCG", "PCN_Code", "PCN_Name", "LOC",
              "LOCname", "ICBname", "Rcode", "Region", "LAD", "LTLA", "LA", "UTLA", "Patients", "CCG21", "LOC22",
              "LOC22name", "ICS22name", "R22", "Region22", "LAD21", "LTLA21", "LA21", "UTLA21"));

  /** The last two headings do not describe the columns below them; the warnings give the evidence. */
  private static final Layout GROUPS =
      Layout.of(
              "commissioning groups, by name",
              field("name", "CCG"),
              measure("allocation.opening_distance", "Opening DfT"),
              measure("allocation.minimum", "Minimum allocation"),
              measure("allocation.minimum_growth", "Minimum growth"),
              measure("allocation.final", "Final allocation"),
              measure("allocation.final_growth", "Final growth"),
              measure("allocation.per_person", "Per capita allocation"),
              measure("allocation.per_person_growth", "Per capita growth"),
              measure("allocation.closing_distance", "Final per capita growth"),
              measure("allocation.population", "Final closing DfT"))
          .asDerived();
  /** The file does not say; its 209 groups and their total of £74.9bn are those of 2018/19. */
  private static final int GROUPS_YEAR = 2018;

  @Override
  public List<Layout> layouts() {
    return List.of(PRACTICES, GROUPS);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  private static Measure describe(LayoutColumn column) {
    String id = column.name();
    String what = id.substring(id.indexOf('.') + 1).replace('_', ' ');
    boolean weighted = id.startsWith("weighted.");
    String unit =
        weighted ? "weighted persons" : isPercentage(id) ? "per cent" : switch (what) {
          case "population" -> "persons";
          case "per person" -> "GBP";
          default -> "GBP thousand";
        };
    Measure measure = new Measure(
        id,
        (weighted ? "Weighted population: " : "Allocation: ") + what,
        unit,
        column.headings().get(0),
        weighted
            ? "People weighted by their need for " + what + "; over England they add to the population."
            : "Of a group's allocation for the year: " + what + ".",
        "Published in the table allocations. The groups' last two columns are headed wrongly in the file.")
        .rolledUpBy(unit.equals("GBP thousand") ? RollUp.SUM : RollUp.LAST);
    return isPercentage(id) ? measure.signed() : measure;
  }

  private static boolean isPercentage(String id) {
    return id.endsWith("growth") || id.endsWith("distance");
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    boolean practices = match.layout().era().equals(PRACTICES.era());
    OptionalInt year = practices ? PeriodText.findFinancialYear(place.file()) : OptionalInt.of(GROUPS_YEAR);
    if (year.isEmpty()) {
      Finding finding = Finding.of(Kind.NO_PERIOD, "allocations", place, "expected a financial year in the file's name");
      return SheetContent.nothing(List.of(finding), RowAccounting.setAside(match.sheet().rows().size()));
    }
    TableTransformer<AllocationFigure> out = new TableTransformer<>(match, "allocations", ROWS, place);
    Period period = Period.financialYear(year.getAsInt());
    List<String> figures =
        match.columns().stream().filter(c -> c != null && c.role() == Role.MEASURE).map(LayoutColumn::name).toList();
    long unknown = 0;
    for (Sheet.Row row : match.rows()) {
      String name = out.known(row, "name");
      if (name == null) {
        out.note(row);
        continue;
      }
      String code = practices ? out.code(row, "code") : OrganisationCodes.findCode(name).orElse(null);
      unknown += code == null ? 1 : 0;
      for (String figure : figures) {
        Double value = isPercentage(figure) ? out.percentage(row, figure) : out.count(row, figure);
        String kind = practices ? "practice" : "ccg";
        out.add(
            row,
            new AllocationFigure(
                kind, code, name, out.code(row, "icb"), period.start(), period.end(), figure, value));
      }
    }
    if (!practices) {
      out.find(Kind.ASSUMED_PERIOD, "the file does not give its year; 2018/19 was assumed");
    }
    if (unknown > 0) {
      out.find(Kind.UNPLACED_ORGANISATION, "%d groups have a name for which no code is known", unknown);
    }
    return out.close(List.of(period));
  }
}

package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.footprints.finding.Location;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.PeriodKind;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.Measure;
import uk.footprints.transform.ObservationBatchDraft;
import uk.footprints.transform.ObservationTransformer;
import uk.footprints.transform.RowRules;
import uk.footprints.transform.RowSubject;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableDraft;

/**
 * Provisional monthly Hospital Episode Statistics: activity by provider, commissioner and region as observations, and
 * England by age and by treatment function as a table of its own.
 */
public final class HesMonthly implements SheetReader {

  private final List<Measure> measures;

  /**
   * Creates the reader.
   *
   * @param measures the declared measures, with their possible values
   */
  public HesMonthly(List<Measure> measures) {
    this.measures = List.copyOf(measures);
  }

  /** A figure of England by age or treatment function. */
  record HesGroup(
      @Column(value = "age or treatment_function.", required = true) String breakdown,
      @Column(
          value = "Age band as published, or the code of the treatment function; & is not known.", required = true)
      String groupCode,
      @Column("Name of the treatment function.") String groupName,
      @Column(value = "As in the table measures.", required = true) String measure,
      @Column("First day of the month.") LocalDate periodStart,
      @Column("Last day of the month.") LocalDate periodEnd,
      @Column(value = "The figure; absent unless the status is reported.", unit = "as in measures") Double value,
      @Column(value = "reported, suppressed, not_applicable, missing or rejected, as in observations.", required = true) String status) {}

  private static final RecordTable<HesGroup> GROUP_ROWS =
      RecordTable.publishedAsText(
          "hes_groups",
          "age band or treatment function x measure x month, England",
          HesGroup.class,
          "breakdown", "group_code", "measure", "period_start");

  /** England by age or treatment function. */
  public static final Table GROUPS = GROUP_ROWS.table();

  /** The counts of records: id, heading in the tables by group. */
  private static final List<List<String>> COUNTS =
      List.of(
          List.of("hes.fce", "FCE"),
          List.of("hes.fce.with_procedure", "FCEs_With_Procedure"),
          List.of("hes.fce.ordinary", "Ordinary_Admission_Episodes"),
          List.of("hes.fce.day_case", "FCE_DAY_CASES"),
          List.of("hes.fce.day_case_with_procedure", "FCE_DAY_WITH_PROCEDURE"),
          List.of("hes.fae", "FAE"),
          List.of("hes.fae.emergency", "EMERGENCY"),
          List.of("hes.outpatient.booked", "Total_Appointments"),
          List.of("hes.outpatient.attended", "Attended_Appointments"),
          List.of("hes.outpatient.not_attended", "DNA_Appointments"),
          List.of("hes.outpatient.first", "First_Attendance"),
          List.of("hes.outpatient.follow_up", "Follow_Up_Attendance"));

  private static final List<List<String>> ACTIVITY =
      List.of(
          List.of("elective.ordinary", "Ordinary Elective"),
          List.of("elective.day_case", "Daycase Elective"),
          List.of("elective.total", "Elective total"),
          List.of("non_elective", "Non-Elective"),
          List.of("first_attendances.gp", "First attendances seen - GP referrals"),
          List.of("first_attendances.other", "First attendances seen - other referrals"),
          List.of("first_attendances.total", "First attendances seen total"),
          List.of("first_attendances.missed", "First attendances DNA"),
          List.of("subsequent_attendances.seen", "Subsequent attendances seen"),
          List.of("subsequent_attendances.missed", "Subsequent attendances DNA"));

  private static final Map<String, String> SPECIALTIES =
      Map.of("specific_acute", "Specific acute specialties", "all", "All specialties");

  private static final Layout BY_ORGANISATION = byOrganisation();
  private static final Layout BY_AGE =
      byGroup("by age band", LayoutColumn.of(Role.KEY, "Age_Band"), LayoutColumn.ignored("PARTYEAR"));
  private static final Layout BY_TREATMENT_FUNCTION =
      byGroup(
          "by treatment function",
          LayoutColumn.of(Role.KEY, "TRETSPEF"),
          LayoutColumn.of(Role.KEY, "TRETSPEF_DESCRIPTION"),
          LayoutColumn.ignored("PARTYEAR"),
          LayoutColumn.ignored("Latest_Month_Flag"));

  private static Layout byOrganisation() {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.ignored("Financial Year"));
    columns.add(LayoutColumn.ignored("Reporting Period"));
    columns.add(LayoutColumn.of(Role.PERIOD, "Activity Month"));
    columns.add(LayoutColumn.of(Role.LEVEL, "Organisation breakdown"));
    columns.add(LayoutColumn.of(Role.ORG_CODE, "Org Code"));
    columns.add(LayoutColumn.of(Role.ORG_NAME, "Org Name"));
    columns.add(LayoutColumn.of(Role.PARENT, "Region Code"));
    columns.add(LayoutColumn.of(Role.PARENT_NAME, "Region Name"));
    for (String of : List.of("specific_acute", "all")) {
      String id = "hes.mar." + of + ".";
      for (List<String> activity : ACTIVITY) {
        LayoutColumn column = measure(id + activity.get(0), SPECIALTIES.get(of) + ": " + activity.get(1));
        columns.add(
            switch (activity.get(0)) {
              case "elective.total" -> column.adding(id + "elective.ordinary", id + "elective.day_case");
              case "first_attendances.total" ->
                  column.adding(id + "first_attendances.gp", id + "first_attendances.other");
              default -> column;
            });
      }
    }
    return Layout.of("by organisation", columns.toArray(LayoutColumn[]::new));
  }

  private static Layout byGroup(String era, LayoutColumn... of) {
    List<LayoutColumn> columns = new ArrayList<>(List.of(of));
    columns.add(LayoutColumn.of(Role.DATE, "Month_Ending"));
    columns.add(LayoutColumn.ignored("FY_Start_Date"));
    columns.add(LayoutColumn.ignored("FY_End_Date"));
    COUNTS.forEach(count -> columns.add(measure(count.get(0), count.get(1))));
    return Layout.of(era, columns.toArray(LayoutColumn[]::new));
  }

  @Override
  public List<Layout> layouts() {
    return List.of(BY_ORGANISATION, BY_AGE, BY_TREATMENT_FUNCTION);
  }

  @Override
  public List<Table> tables() {
    return List.of(GROUPS);
  }

  private static RowRules rules(Layout layout) {
    RowRules all = RowRules.of("hes_monthly", RowSubject.ENGLAND, PeriodKind.MONTH);
    return layout == BY_ORGANISATION
        ? all
            .byLevel(
                Map.of(
                    "National", RowSubject.ENGLAND.adding("provider_region"),
                    "Region of Provider", RowSubject.parent("provider_region"),
                    "Region of CCG", RowSubject.parent("commissioner_region"),
                    "Provider", RowSubject.of("provider"),
                    "CCG", RowSubject.of("commissioner")))
            .roundedTo(5)
        : all.keyedBy((measure, key) -> measure + "|" + key);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    SheetContent all = ObservationTransformer.read(match, rules(match.layout()).limitedBy(measures), place);
    if (match.layout() == BY_ORGANISATION) {
      return all;
    }
    String breakdown = match.layout() == BY_AGE ? "age" : "treatment_function";
    List<RowCells> rows = new ArrayList<>();
    all.batches().forEach(batch -> add(rows, breakdown, batch));
    return new SheetContent(
        List.of(), List.of(new TableDraft(GROUPS, rows)), all.findings(), all.accounting(), all.periods());
  }

  /** Adds the rows of one group and month; the ids of the batch's measures contain the texts of the keys. */
  private static void add(List<RowCells> rows, String breakdown, ObservationBatchDraft batch) {
    ObservationBatchDraft.Row row = batch.rows().get(0);
    for (int m = 0; m < batch.measures().size(); m++) {
      String[] id = batch.measures().get(m).split("\\|", 3);
      CellValue value = row.values().get(m);
      if (value != null) {
        Double figure = value.status() == CellStatus.REPORTED ? (Double) value.number() : null;
        HesGroup group =
            new HesGroup(
                breakdown, id[1], id.length > 2 ? id[2] : id[1], id[0], batch.period().start(), batch.period().end(),
                figure, value.status().id());
        rows.add(TableDraft.cells(GROUP_ROWS, group, batch.sheet(), row.number()));
      }
    }
  }
}

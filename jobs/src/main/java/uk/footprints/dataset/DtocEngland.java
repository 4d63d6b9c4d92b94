package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;
import uk.footprints.transform.RowSubject;

/** Delayed transfers of care in England by month: a sheet of the councils' workbooks, and a series since 2010. */
public final class DtocEngland implements Dataset {

  private static final Layout MONTH =
      Layout.of(
              "a month, by type of care, reason and responsible organisation",
              LayoutColumn.of(Role.KEY, "Type of Care"),
              LayoutColumn.of(Role.KEY, "Reason for Delay"),
              measure("nhs", "NHS"),
              measure("social_care", "Social Care"),
              measure("both", "Both"))
          .onSheet("England");

  private static final Layout PROVIDERS =
      Layout.of(
              "a month by provider, tidied by others",
              LayoutColumn.of(Role.PERIOD, "DATE"),
              LayoutColumn.of(Role.ORG_CODE, "ORG_CODE"),
              measure("dtoc.delayed_beds.acute", "ACUTE_DTOC"),
              measure("dtoc.delayed_beds.non_acute", "NON_ACUTE_DTOC"),
              measure("dtoc.delayed_beds.total", "TOTAL_DTOC")
                  .adding("dtoc.delayed_beds.acute", "dtoc.delayed_beds.non_acute"))
          .asDerived();

  private static final List<Layout> LAYOUTS =
      List.of(
          series("type of care", DtocMeasures.byType("DTOC Beds")).underGroups(),
          series("responsible organisation", DtocMeasures.byResponsible("DTOC Beds")).underGroups(),
          series("reason", DtocMeasures.byReason()),
          series("type of care, reason and responsible organisation", List.of(combined())).underGroups(2),
          MONTH,
          PROVIDERS);

  private static Layout series(String by, List<LayoutColumn> figures) {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.of(Role.YEAR, "Year"));
    columns.add(LayoutColumn.of(Role.PERIOD, "Period", "Period Name"));
    columns.addAll(figures);
    return Layout.of("August 2010 to February 2020, by " + by, columns.toArray(LayoutColumn[]::new));
  }

  private static LayoutColumn combined() {
    return LayoutColumn.each(
        "dtoc.delayed_days.{1}.reason.{2}.{3}",
        "Acute | A) Awaiting completion of assessment | NHS",
        "(acute|non-acute) \\| ([a-z]{1,3})\\).* \\| (nhs|social care|both)");
  }

  @Override
  public String id() {
    return "dtoc_england";
  }

  @Override
  public String title() {
    return "Delayed Transfers of Care, England";
  }

  @Override
  public PublicationTimetable timetable() {
    return Dtoc.TIMETABLE;
  }

  @Override
  public DownloadSource live() {
    return DownloadSource.from(Dtoc.LANDING.files("LA[-_ ]?Type[-_ ]?B[-_ ].*\\.(xls[xm]?|ods|zip)",
            "DTOC[-_ ]England.*\\.(xls[xm]?|ods|zip)"));
  }

  @Override
  public List<Layout> layouts() {
    return LAYOUTS;
  }

  @Override
  public List<Measure> measures() {
    List<Measure> all = new ArrayList<>(DtocMeasures.byTypeMeasures());
    all.addAll(DtocMeasures.byResponsibleMeasures());
    all.addAll(DtocMeasures.byReasonMeasures());
    all.addAll(DtocMeasures.combinedMeasures());
    return all;
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), RowSubject.ENGLAND, PeriodKind.MONTH);
  }

  @Override
  public RowRules rules(Layout layout) {
    if (layout == PROVIDERS) {
      return RowRules.of(id(), "provider", PeriodKind.MONTH);
    }
    return layout == MONTH ? rules().keyedBy(DtocEngland::keyed).blankMeans(CellValue.notApplicable()) : rules();
  }

  /** Returns the measure of a row; a dash for the reason means all reasons together. */
  private static String keyed(String who, String key) {
    int bar = key.indexOf('|');
    String type = "dtoc.delayed_days." + LayoutColumn.word(key.substring(0, bar));
    String reason = key.substring(bar + 1);
    int letters = reason.indexOf(')');
    return letters < 0
        ? type + ".responsible." + who
        : type + ".reason." + LayoutColumn.word(reason.substring(0, letters)) + "." + who;
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "Some reasons can be attributed to one side only; the cells of the other are not applicable.",
        "A derived table of August 2018 has people delayed per day by provider (role provider).");
  }
}

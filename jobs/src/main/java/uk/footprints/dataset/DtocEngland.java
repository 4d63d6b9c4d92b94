package uk.footprints.dataset;

import static uk.footprints.parse.Column.measure;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.conform.Measure;
import uk.footprints.conform.Rules;
import uk.footprints.conform.Subject;
import uk.footprints.conform.Value;
import uk.footprints.parse.Column;
import uk.footprints.parse.Column.Role;
import uk.footprints.parse.Layout;
import uk.footprints.period.PeriodKind;
import uk.footprints.source.Live;
import uk.footprints.source.Timetable;

/** Delayed transfers of care in England by month: a sheet of the councils' workbooks, and a series since 2010. */
public final class DtocEngland implements Dataset {

  private static final Layout MONTH =
      Layout.of(
              "a month, by type of care, reason and responsible organisation",
              Column.of(Role.KEY, "Type of Care"),
              Column.of(Role.KEY, "Reason for Delay"),
              measure("nhs", "NHS"),
              measure("social_care", "Social Care"),
              measure("both", "Both"))
          .onSheet("England");

  private static final Layout PROVIDERS =
      Layout.of(
              "a month by provider, tidied by others",
              Column.of(Role.PERIOD, "DATE"),
              Column.of(Role.ORG_CODE, "ORG_CODE"),
              measure("dtoc.delayed_beds.acute", "ACUTE_DTOC"),
              measure("dtoc.delayed_beds.non_acute", "NON_ACUTE_DTOC"),
              measure("dtoc.delayed_beds.total", "TOTAL_DTOC")
                  .adding("dtoc.delayed_beds.acute", "dtoc.delayed_beds.non_acute"))
          .asDerived();

  private static final List<Layout> LAYOUTS =
      List.of(
          series("type of care", DtocWords.byType("DTOC Beds")).underGroups(),
          series("responsible organisation", DtocWords.byResponsible("DTOC Beds")).underGroups(),
          series("reason", DtocWords.byReason()),
          series("type of care, reason and responsible organisation", List.of(combined())).underGroups(2),
          MONTH,
          PROVIDERS);

  private static Layout series(String by, List<Column> figures) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of(Role.YEAR, "Year"));
    columns.add(Column.of(Role.PERIOD, "Period", "Period Name"));
    columns.addAll(figures);
    return Layout.of("August 2010 to February 2020, by " + by, columns.toArray(Column[]::new));
  }

  private static Column combined() {
    return Column.each(
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
  public Timetable timetable() {
    return Dtoc.TIMETABLE;
  }

  @Override
  public Live live() {
    return Live.from(Dtoc.LANDING.files("LA-Type-B-.*\\.xlsx?", "DTOC-England.*\\.xlsx?"));
  }

  @Override
  public List<Layout> layouts() {
    return LAYOUTS;
  }

  @Override
  public List<Measure> measures() {
    List<Measure> all = new ArrayList<>(DtocWords.byTypeMeasures());
    all.addAll(DtocWords.byResponsibleMeasures());
    all.addAll(DtocWords.byReasonMeasures());
    all.addAll(DtocWords.combinedMeasures());
    return all;
  }

  @Override
  public Rules rules() {
    return Rules.of(id(), Subject.ENGLAND, PeriodKind.MONTH);
  }

  @Override
  public Rules rules(Layout layout) {
    if (layout == PROVIDERS) {
      return Rules.of(id(), "provider", PeriodKind.MONTH);
    }
    return layout == MONTH ? rules().keyedBy(DtocEngland::keyed).blankMeans(Value.notApplicable()) : rules();
  }

  /** A dash for the reason stands for all reasons together. */
  private static String keyed(String who, String key) {
    int bar = key.indexOf('|');
    String type = "dtoc.delayed_days." + Column.word(key.substring(0, bar));
    String reason = key.substring(bar + 1);
    int letters = reason.indexOf(')');
    return letters < 0
        ? type + ".responsible." + who
        : type + ".reason." + Column.word(reason.substring(0, letters)) + "." + who;
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "Some reasons can be attributed to one side only; the cells of the other are not applicable.",
        "A derived table of August 2018 has people delayed per day by provider (role provider).");
  }
}

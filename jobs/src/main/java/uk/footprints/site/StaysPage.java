package uk.footprints.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.footprints.report.records.CaseMixReport;
import uk.footprints.report.records.StaysReport;
import uk.footprints.table.Field;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/** The page of stays in hospital, which appears when a release has tables of stays. */
final class StaysPage {

  /** The beginning of the names of such tables. */
  static final String PREFIX = "stays";

  private static final int MOST = 600;

  private StaysPage() {}

  static boolean there(SiteInput input) {
    return input.tables().stream()
        .anyMatch(filled -> isOfStays(filled) && filled.size() > 0);
  }

  private static boolean isOfStays(TableData filled) {
    return filled.table().name().startsWith(PREFIX) || filled.table().equals(CaseMixReport.TABLE.table());
  }

  static StoryPage of(SiteContext site) {
    List<PagePart> parts = new ArrayList<>();
    for (TableData filled : site.input().tables()) {
      String name = filled.table().name();
      if (filled.table().equals(StaysReport.TABLE.table()) && filled.size() > 0) {
        List<Exhibit> findings = List.of(findings(site, filled.rows(StaysReport.TABLE.all())));
        parts.add(new PagePart("findings", "Findings from episode records", "", findings, ""));
      } else if (filled.table().equals(CaseMixReport.TABLE.table()) && filled.size() > 0) {
        List<Exhibit> variation = List.of(variation(filled.rows(CaseMixReport.TABLE.all())));
        parts.add(new PagePart("case-mix", "How much of the variation is who the patients are", "", variation, ""));
      } else if (name.startsWith(PREFIX) && filled.size() > 0) {
        String words =
            filled.size() > MOST
                ? "The first %,d of %,d rows.".formatted(MOST, filled.size())
                : "%,d rows.".formatted(filled.size());
        String title = sentence(filled.table().row());
        Exhibit exhibit = plain(filled, MOST).table(name, title, "Source: hospital episode records.", words, csv(name));
        parts.add(new PagePart(name + "-part", sentence(filled.table().row()), "", List.of(exhibit), ""));
      }
    }
    return StoryPage.of(
        site.frame("Stays in hospital", "stays.html", true),
        "Stays in hospital",
        "What episode records show of stays: how long they last, what follows them, and what they begin with.",
        parts);
  }

  /** Returns the report of stays: one row for each finding, area, side and pair of years. */
  private static Exhibit findings(SiteContext site, List<StaysReport.Row> stays) {
    boolean artificial = stays.stream().anyMatch(row -> row.records().equals("artificial"));
    return ExhibitBuilder.of(stays)
        .filter("Question", StaysReport.Row::question)
        .filter("Counted by", StaysReport.Row::counted)
        .filter("Years", row -> row.yearFrom() + " to " + row.yearTo())
        .area(site, StaysReport.Row::geography, StaysReport.Row::areaCode, StaysReport.Row::areaName)
        .series("By these records", NumberStyle.TWO, StaysReport.Row::ours)
        .number("Quoted, England", NumberStyle.TWO, StaysReport.Row::quoted)
        .text("Unit", StaysReport.Row::unit)
        .text("Status", row -> row.status().replace('_', ' '))
        .text("Caveats", row -> site.words(row.reason()))
        .exhibit(
            "stays", "Findings by area", "Source: hospital episode records.",
            artificial
                ? "These records are artificial and describe nobody: draw no conclusion."
                : "Small numbers are withheld; the table marks them.",
            "bars", "", "csv/stays.csv");
  }

  /** Returns the report of case mix: one row for each outcome, method, kind of area and year. */
  private static Exhibit variation(List<CaseMixReport.Row> rows) {
    boolean artificial = rows.stream().anyMatch(row -> row.records().equals("artificial"));
    return ExhibitBuilder.of(rows)
        .filter("Outcome", row -> row.outcome().words())
        .filter("Expected by", row -> row.method().name().toLowerCase(Locale.ROOT))
        .filter("Between", CaseMixReport.Row::areaRole)
        .text("Year", row -> row.period().label())
        .number("Compared", NumberStyle.WHOLE, row -> (double) row.areasCount())
        .number("Spread, crude (%)", NumberStyle.TWO, CaseMixReport.Row::crudeSdPct)
        .number("Spread, adjusted (%)", NumberStyle.TWO, CaseMixReport.Row::adjustedSdPct)
        .number("Explained by patients (%)", NumberStyle.TWO, CaseMixReport.Row::explainedPct)
        .number("Left (%)", NumberStyle.TWO, CaseMixReport.Row::leftPct)
        .number("Outside 99.8% limits", NumberStyle.WHOLE, row -> (double) row.outsideCount())
        .text("Caveats", CaseMixReport.Row::reason)
        .table(
            "case_mix", "Variation between areas before and after allowing for their patients",
            "Hospital episodes, record level; financial years of discharge",
            artificial
                ? "These records are artificial and describe nobody: draw no conclusion."
                : "Spread is the standard deviation of the ratio to all that is beyond chance.",
            csv("case_mix"));
  }

  /** Returns any table unchanged. */
  private static ExhibitBuilder<TableRow> plain(TableData filled, int most) {
    ExhibitBuilder<TableRow> builder = ExhibitBuilder.of(filled.stream().limit(most).toList());
    for (Field field : filled.table().fields()) {
      String head = field.name().replace('_', ' ');
      if (field.type() == Field.Type.NUMBER || field.type() == Field.Type.WHOLE) {
        NumberStyle style = field.type() == Field.Type.WHOLE ? NumberStyle.WHOLE : NumberStyle.TWO;
        builder.number(head, style, row -> row.number(field.name()));
      } else {
        builder.text(head, row -> row.text(field.name()));
      }
    }
    return builder;
  }

  private static String csv(String name) {
    return "csv/" + name + ".csv";
  }

  private static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

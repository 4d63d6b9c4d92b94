package uk.footprints.report.records;

import static uk.footprints.table.Field.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportPeriod;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports the findings of the National Audit Office that need records (HC 833, 2018), for any two financial years and
 * every area, with the numbers as they were quoted. Every row states whether the records are artificial.
 */
public final class StaysReport implements Report<StaysReport.Row> {

  static final String DATASET = "hes_apc";

  /** Why these differ from what was quoted. */
  public static final String WHY =
      "Spells of this release's records, by residence and month of discharge, where the quoted number counts finished "
          + "admission episodes of England; the table stays has each finding.";

  /** A row: a finding about stays x area x side x pair of financial years, made of records. */
  public record Row(
      @Column(value = "Id of the finding.", required = true) String finding,
      @Column("The question.") String question,
      @Column(value = "As in areas; country for England.", required = true) String geography,
      @Column(value = "As in areas.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @BasisColumn String basis,
      @Column(value = "residence (where people live) or provider (who treated them).", required = true) String counted,
      @Column(value = "The first of the two years, April to March: 2013/14.", required = true) String yearFrom,
      @Column(value = "The second.", required = true) String yearTo,
      @ReportPeriod Period period,
      @Column("Our number; absent where it is unknown, with the reason.") double ours,
      @Column("The quoted number for England; absent where none was quoted.") double quoted,
      @Column("Unit of both.") String unit,
      @Column("Period of the quoted number.") String quotedPeriod,
      @Column("Source of the quoted number.") String quotedSource,
      @Column("Definition of our number.") String definition,
      @Column("Why the two differ, for any records.") String difference,
      @Column(value = "artificial (draw no conclusions) or real.", required = true) String records,
      @Column(value = "reported, incomplete (too much is withheld or missing) or no_value.", required = true)
      String status,
      @Column("Why there is no number, or caveats.") String reason) {}

  /** The table {@code stays}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "stays", "a finding about stays x area x side x pair of financial years, made of records",
          Row.class, "finding", "geography", "area_code", "counted", "year_from", "year_to", "basis");

  @Override
  public String id() {
    return "stays";
  }

  @Override
  public String question() {
    return "Who stays overnight, for how long, and who comes back, between any two years?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (String side : List.of("residence", "provider")) {
      String all = StayFinding.ADMISSIONS + side;
      for (String geography : evidence.findIndicator(all).isPresent() ? evidence.geographies(all) : List.<String>of()) {
        evidence.byArea(all, geography, PeriodKind.FINANCIAL_YEAR).forEach((area, series) -> {
          for (List<Period> pair : pairs(series.keySet())) {
            for (StayFinding finding : StayFinding.ALL) {
              rows.add(row(evidence, side, series.get(pair.get(0)), pair, finding));
            }
          }
        });
      }
    }
    return rows;
  }

  /** Computes England's number by residence, for the headlines. */
  public static Optional<Double> england(Evidence evidence, String finding, int from, int to) {
    return StayFinding.ALL.stream().filter(f -> f.id().equals(finding)).findFirst()
        .map(f -> f.answer(evidence, "residence", "country", "E92000001", Period.financialYear(from),
            Period.financialYear(to)))
        .map(StayFinding.Found::value).filter(value -> !Double.isNaN(value));
  }

  /** Returns the definition of these numbers in one sentence; it mentions artificial records first. */
  public static String definition(Evidence evidence) {
    String artificial =
    evidence.figures().isArtificial(DATASET) ? "ARTIFICIAL RECORDS: draw no conclusions. " : "";
    return artificial + "Hospital episodes, record level: emergency spells, by where people live";
  }

  private static List<List<Period>> pairs(Iterable<Period> years) {
    List<Period> rising = new ArrayList<>(new TreeSet<>(Stream.of(years).flatMap(
        some -> java.util.stream.StreamSupport.stream(some.spliterator(), false)).toList()));
    List<List<Period>> pairs = new ArrayList<>();
    for (int from = 0; from < rising.size(); from++) {
      for (int to = from + 1; to < rising.size(); to++) {
        pairs.add(List.of(rising.get(from), rising.get(to)));
      }
    }
    return pairs;
  }

  private static Row row(Evidence evidence, String side, IndicatorValue area, List<Period> pair, StayFinding finding) {
    Period from = pair.get(0);
    Period to = pair.get(1);
    StayFinding.Found found = finding.answer(evidence, side, area.geography(), area.areaCode(), from, to);
    boolean artificial = evidence.figures().isArtificial(DATASET);
    return new Row(
        finding.id(), finding.question(), area.geography(), area.areaCode(), area.areaName(), area.basis(), side,
        from.label(), to.label(), to, found.value(), finding.quoted(), finding.unit(),
        finding.quotedPeriod(), finding.quotedSource(), finding.definition(), finding.difference(),
        artificial ? "artificial" : "real", found.status(), found.reason());
  }
}

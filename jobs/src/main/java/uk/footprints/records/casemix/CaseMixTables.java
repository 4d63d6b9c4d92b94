package uk.footprints.records.casemix;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.area.Areas;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/** The tables of case mix in a release. */
public final class CaseMixTables {

  /** All of them. */
  public static final List<Table> ALL = List.of(
      CaseMixRatio.TABLE.table(), CaseMixCoefficient.TABLE.table(), CaseMixModelRow.TABLE.table());

  private CaseMixTables() {}

  /**
   * Returns the tables with their rows.
   *
   * @param result the models
   * @param stays what is published of the same records
   * @param areas which commissioners are in which footprint
   * @param records artificial, real or not known
   * @param published whether figures of that day of publication are part of the release
   */
  public static List<TableData> data(CaseMixResult result, PublishableStays stays, Areas areas, String records,
      Predicate<LocalDate> published) {
    Set<LocalDate> years = stays.blocks().stream().filter(block -> published.test(block.origin().publishedOn()))
        .map(block -> block.period().start()).collect(Collectors.toSet());
    List<CaseMixRatio> ratios = CaseMixRatios.of(result, stays, areas, records).stream()
        .filter(row -> years.contains(row.periodStart())).toList();
    return List.of(CaseMixRatio.TABLE.data(ratios), CaseMixCoefficient.TABLE.data(result.coefficients()),
        CaseMixModelRow.TABLE.data(result.models()));
  }

  /** Returns what was left out, in sentences: of the models, and where no organisation can be compared. */
  public static List<String> sentences(CaseMixResult result, List<TableData> tables) {
    boolean compared = tables.get(0).size() > 0 || result.standardised().isEmpty();
    return compared ? result.sentences() : Stream.concat(result.sentences().stream(), Stream.of(
        "Case mix: no financial year has spells in all twelve months, so organisations are not compared.")).toList();
  }
}

package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.footprints.period.Period;
import uk.footprints.pipeline.read.RowSource;
import uk.footprints.table.SourceColumns;
import uk.footprints.table.Table;

/**
 * What the numbers in rows mean. Numbers follow the order of what they mean, so that rows are compared by their
 * numbers alone.
 *
 * @param measures measures, by dataset and id
 * @param organisations codes of organisations
 * @param roles roles of organisations
 * @param periods periods
 * @param sources sheets, by precedence
 * @param tables tables that datasets fill themselves, by name
 */
record RowDictionary(
    List<MeasureName> measures, List<String> organisations, List<String> roles, List<Period> periods,
    List<FigureSource> sources, List<Table> tables)
    implements Serializable {

  static RowDictionary of(RowInventory inventory) {
    return new RowDictionary(
        inventory.measures().stream().sorted().toList(),
        seen(inventory).map(PartitionResult.Seen::code).distinct().sorted().toList(),
        seen(inventory).map(PartitionResult.Seen::role).distinct().sorted().toList(),
        inventory.periods().stream()
            .sorted(Comparator.<Period>naturalOrder().thenComparing(Period::kind))
            .toList(),
        inventory.sources().stream().sorted(FigureSource.PRECEDENCE).toList(),
        inventory.tables().stream().sorted(Comparator.comparing(Table::name)).toList());
  }

  private static Stream<PartitionResult.Seen> seen(RowInventory inventory) {
    return inventory.organisations().values().stream();
  }

  /** Returns the order of rows. */
  MergeRowOrder order() {
    return new MergeRowOrder(
        tables.stream().map(Table::keyColumns).toList(),
        tables.stream().map(t -> SourceColumns.of(t).row()).toList());
  }

  /** Returns the sheet and table that a row of that table comes from, for counting. */
  RowSource rowSource(String table, int source) {
    FigureSource sheet = sources.get(source);
    return new RowSource(table, sheet.origin().sha256(), sheet.sheet());
  }

  /** Returns the numbers of what rows contain. */
  Numbers numbers() {
    Map<FigureSource.Key, Integer> bySheet = new HashMap<>();
    sources.forEach(source -> bySheet.put(source.key(), bySheet.size()));
    return new Numbers(
        byValue(measures), byValue(organisations), byValue(roles), byValue(periods), bySheet,
        byValue(tables.stream().map(Table::name).toList()));
  }

  private static <T> Map<T, Integer> byValue(List<T> values) {
    Map<T, Integer> numbers = new HashMap<>();
    values.forEach(value -> numbers.put(value, numbers.size()));
    return numbers;
  }

  /**
   * The numbers of a dictionary.
   *
   * @param measures of measures
   * @param organisations of codes
   * @param roles of roles
   * @param periods of periods
   * @param sources of sheets
   * @param tables of tables by their names
   */
  record Numbers(
      Map<MeasureName, Integer> measures, Map<String, Integer> organisations, Map<String, Integer> roles,
      Map<Period, Integer> periods, Map<FigureSource.Key, Integer> sources, Map<String, Integer> tables) {}
}

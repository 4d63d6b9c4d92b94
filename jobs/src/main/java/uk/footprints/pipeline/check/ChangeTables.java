package uk.footprints.pipeline.check;

import java.time.LocalDate;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** The tables of changes between two releases. They are shown and written as CSV, and are part of no release. */
final class ChangeTables {

  /** Columns that were added, removed or changed in type. */
  static final RecordTable<SchemaChange> SCHEMA = RecordTable.of("schema", "a column", SchemaChange.class);
  /** Tables whose number of rows changed. */
  static final RecordTable<SizeChange> ROWS = RecordTable.of("rows", "a table", SizeChange.class);
  /** Periods of datasets that were added, removed, or have other totals. */
  static final RecordTable<PeriodChange> PERIODS =
      RecordTable.of("periods", "a period of a dataset", PeriodChange.class);
  /** Measures with figures that were added, removed or changed. */
  static final RecordTable<ValueChange> VALUES = RecordTable.of("values", "a measure", ValueChange.class);
  /** Areas that were added or removed. */
  static final RecordTable<AreaChange> AREAS = RecordTable.of("areas", "an area", AreaChange.class);
  /** Changed indicators. */
  static final RecordTable<IndicatorChange> INDICATORS =
      RecordTable.of("indicators", "an indicator and a geography", IndicatorChange.class);
  /** Headlines whose number or status changed. */
  static final RecordTable<HeadlineChange> HEADLINES =
      RecordTable.of("headlines", "a headline", HeadlineChange.class);

  private ChangeTables() {}

  /** A column; a type is null where the release does not have it. */
  record SchemaChange(
      @Column("Table and column.") String column, @Column("Its type before.") String typeBefore,
      @Column("Its type now.") String typeNow) {}

  /** The rows of a table. */
  record SizeChange(
      @Column("The table.") String table, @Column("Its rows before.") long rowsBefore,
      @Column("Its rows now.") long rowsNow, @Column("Rows now less rows before.") long difference) {}

  /** The totals of a period. */
  record PeriodChange(
      @Column("The dataset.") String dataset, @Column("The period.") String period,
      @Column("Totals that only the later release has.") long totalsNew,
      @Column("Totals that only the earlier release has.") long totalsGone,
      @Column("Totals that differ.") long totalsOther) {}

  /** The figures of a measure. */
  record ValueChange(
      @Column("The dataset.") String dataset, @Column("The measure.") String measure,
      @Column("Figures of the later release.") long figures,
      @Column(value = "Figures that only the later release has.", name = "new") long added,
      @Column("Figures that only the earlier release has.") long gone,
      @Column("Figures that differ.") long changed,
      @Column("Sum of the figures that differ, in the earlier release.") double changedSumBefore,
      @Column("Sum of the figures that differ, in the later release.") double changedSumNow) {}

  /** An area. */
  record AreaChange(@Column("Geography and area.") String area, @Column("new or gone.") String change) {}

  /** The values of an indicator in a geography; the most changed one is absent where no value changed. */
  record IndicatorChange(
      @Column("The indicator.") String indicator, @Column("The geography.") String geography,
      @Column("The basis.") String basis, @Column(value = "Values that are new.", name = "new") long added,
      @Column("Values or statuses that differ.") long changed, @Column("Statuses that differ.") long statusChanged,
      @Column("The area whose value changed most.") String mostArea,
      @Column("The period of that value.") LocalDate mostPeriodStart,
      @Column("The change of that value.") Double mostChange) {

    /** Returns no changes of an indicator. */
    static IndicatorChange none(String indicator, String geography, String basis) {
      return new IndicatorChange(indicator, geography, basis, 0, 0, 0, null, null, null);
    }

    /** Counts a value that only the later release has. */
    IndicatorChange plusNew() {
      return new IndicatorChange(
          indicator, geography, basis, added + 1, changed, statusChanged, mostArea, mostPeriodStart, mostChange);
    }

    /** Counts a value that differs; its change is null where one of the two has no value. */
    IndicatorChange plusChanged(boolean status, String area, LocalDate periodStart, Double change) {
      boolean most = change != null && (mostChange == null || Math.abs(change) > Math.abs(mostChange));
      return new IndicatorChange(
          indicator, geography, basis, added, changed + 1, statusChanged + (status ? 1 : 0), most ? area : mostArea,
          most ? periodStart : mostPeriodStart, most ? change : mostChange);
    }
  }

  /** A headline. */
  record HeadlineChange(
      @Column("The headline.") String headline, @Column("Its number before.") Double before,
      @Column("Its number now.") Double now, @Column("Its unit.") String unit,
      @Column("Its status before.") String statusBefore, @Column("Its status now.") String statusNow) {}
}

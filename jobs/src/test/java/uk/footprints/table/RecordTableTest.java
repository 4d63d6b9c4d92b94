package uk.footprints.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.statistics.Interval;

/** A table of records: its columns are the components, and its cells give the records back. */
class RecordTableTest {

  private enum Level {
    LOW,
    VERY_HIGH
  }

  private record Key(
      @Column(value = "The indicator.", required = true) String indicator,
      @Column("The area's name.") String areaName) {}

  /** The columns of a period. */
  @Column(name = "period_start", value = "First day.")
  @Column(name = "period_end", value = "Last day.")
  @Column(name = "period_kind", value = "Its length.", required = true)
  @Retention(RetentionPolicy.RUNTIME)
  private @interface PeriodColumns {}

  private record Row(
      Key key,
      @PeriodColumns Period period,
      @Column(value = "Value.", unit = "per 1,000") double value,
      @Column(name = "lower_95", value = "Lower limit.")
      @Column(name = "upper_95", value = "Upper limit.")
      Interval at95,
      @Column("Rank.") Integer rank,
      @Column("Areas.") int areasRanked,
      @Column("Level.") Level level,
      @Column("Due.") LocalDate due,
      @Column("Met.") Boolean met,
      @Column(name = "tau2", value = "Variance.") double variance) {}

  private static final RecordTable<Row> TABLE =
      RecordTable.of("rows", "an area x period", Row.class, "indicator", "period_start");

  private static final Period YEAR = Period.financialYear(2016);
  private static final Row FULL =
      new Row(
          new Key("beds", "Kent"), YEAR, 1.5, new Interval(1, 2), 3, 42, Level.VERY_HIGH, LocalDate.of(2017, 1, 1),
          true,
          0.25);
  private static final Row EMPTY =
      new Row(new Key("beds", ""), YEAR, Double.NaN, Interval.NONE, null, 0, null, null, null,
          Double.POSITIVE_INFINITY);

  @Test
  void columnsAreTheComponentsInOrder() {
    assertThat(TABLE.table().fields())
        .containsExactly(
            Field.key("indicator", "The indicator."),
            Field.text("area_name", "The area's name."),
            Field.date("period_start", "First day."),
            Field.date("period_end", "Last day."),
            Field.key("period_kind", "Its length."),
            Field.number("value", "Value.", "per 1,000"),
            Field.number("lower_95", "Lower limit.", ""),
            Field.number("upper_95", "Upper limit.", ""),
            Field.whole("rank", "Rank.", ""),
            Field.whole("areas_ranked", "Areas.", ""),
            Field.text("level", "Level."),
            Field.date("due", "Due."),
            Field.flag("met", "Met."),
            Field.number("tau2", "Variance.", ""));
  }

  @Test
  void cellsAreWhatAParquetFileHolds() {
    assertThat(TABLE.cells(FULL).values())
        .containsExactly(
            "beds", "Kent", YEAR.start(), YEAR.end(), "financial_year", 1.5, 1.0, 2.0, 3L, 42L, "very_high",
            LocalDate.of(2017, 1, 1), true, 0.25);
    assertThat(TABLE.cells(EMPTY).values())
        .as("an empty text, NaN and infinity are absent, and zero is zero")
        .containsExactly(
            "beds", null, YEAR.start(), YEAR.end(), "financial_year", null, null, null, null, 0L, null, null, null,
            null);
  }

  @Test
  void cellsGiveTheRecordsBack() {
    List<String> columns = TABLE.table().fields().stream().map(Field::name).toList();
    List<RowCells> cells = List.of(TABLE.cells(FULL), TABLE.cells(EMPTY));
    Row empty =
        new Row(new Key("beds", ""), YEAR, Double.NaN, Interval.NONE, null, 0, null, null, null, Double.NaN);
    assertThat(cells.stream().map(TABLE.all().from(columns))).containsExactly(FULL, empty);
  }

  @Test
  void anExcerptReadsSomeColumnsByName() {
    record Brief(double value, String indicator) {}

    TableExcerpt<Brief> excerpt = TableExcerpt.of(TABLE.table(), Brief.class);
    assertThat(excerpt.columns()).containsExactly("value", "indicator");
    assertThat(TABLE.data(List.of(FULL)).rows(excerpt)).containsExactly(new Brief(1.5, "beds"));
  }

  @Test
  void namesAreInSnakeCase() {
    assertThat(RecordColumns.snakeCase("lower95")).isEqualTo("lower_95");
    assertThat(RecordColumns.snakeCase("fourHourType1")).isEqualTo("four_hour_type_1");
    assertThat(RecordColumns.snakeCase("periodStart")).isEqualTo("period_start");
  }

  @Test
  void anExcerptOfAnotherColumnOrTypeIsRefused() {
    record Unknown(String nowhere) {}

    record Number(double indicator) {}

    assertThatThrownBy(() -> TableExcerpt.of(TABLE.table(), Unknown.class)).hasMessage("rows has no column nowhere");
    assertThatThrownBy(() -> TableExcerpt.of(TABLE.table(), Number.class))
        .hasMessage("rows.indicator is TEXT and Number has NUMBER");
  }

  @Test
  void anEmptyTextIsAbsentUnlessTheColumnSaysThatItIsAValue() {
    record Texts(@Column("One.") String one, @Column(value = "Other.", emptyText = true) String other) {}

    assertThat(RecordTable.of("texts", "a text", Texts.class).cells(new Texts("", "")).values()).containsExactly(null, "");
  }

  @Test
  void everyColumnNeedsAMeaning() {
    record Mute(String word) {}

    assertThatThrownBy(() -> RecordTable.of("mute", "a word", Mute.class))
        .hasMessage("Mute.word fills 1 columns and has the meaning of 0");
  }

  @Test
  void rowsOfTheSameTypeComeBackAsTheyAre() {
    TableData data = TABLE.data(List.of(FULL, EMPTY));
    assertThat(data.rows(TABLE.all())).containsExactly(FULL, EMPTY);
    assertThat(data.where(row -> row.text("area_name").equals("Kent")).rows(TABLE.all())).containsExactly(FULL);
    assertThat(data.row(1).number("value")).isNaN();
    assertThat(data.row(0).text("no such column")).isEmpty();
  }
}

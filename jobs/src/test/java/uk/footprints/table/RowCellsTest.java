package uk.footprints.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows whose values are read by column, and do not change. */
class RowCellsTest {

  private static final Table BEDS =
      Table.published("beds", "a trust", List.of("org_code"), Field.key("org_code", "Code."),
          Field.number("beds", "Beds.", "beds"));
  private static final TableColumn<String> CODE = BEDS.column("org_code", String.class);
  private static final TableColumn<Double> NUMBER = BEDS.column("beds", Double.class);

  private static RowCells row(String code, Double beds) {
    return RowCells.builder(BEDS.fields().size()).set(CODE, code).set(NUMBER, beds).build();
  }

  @Test
  void aValueIsReadByItsColumn() {
    RowCells row = row("RA1", 12.5);
    assertThat(row.get(CODE)).isEqualTo("RA1");
    assertThat(row.get(NUMBER)).isEqualTo(12.5);
    assertThat(row("RA1", null).get(NUMBER)).as("absent is not zero").isNull();
    assertThat(row.values(BEDS.keyColumns())).containsExactly("RA1");
    assertThat(row.size()).isEqualTo(7);
  }

  @Test
  void aRowDoesNotChange() {
    Object[] given = {"RA1", 1.0};
    RowCells row = RowCells.of(given);
    given[0] = "RA2";
    RowCells other = row.toBuilder().set(1, 2.0).build();
    assertThat(row).isEqualTo(RowCells.of("RA1", 1.0)).isNotEqualTo(other).hasSameHashCodeAs(RowCells.of("RA1", 1.0));
    RowCells.Builder builder = RowCells.builder(1);
    builder.build();
    assertThatThrownBy(() -> builder.set(0, "late")).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> row.values().set(0, "RA3")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aColumnOfAnotherNameOrTypeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> BEDS.column("bed")).withMessage("beds has no column bed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BEDS.column("beds", Long.class))
        .withMessage("beds.beds has values of Double, not of Long");
  }

  @Test
  void anAbsentValueComesFirst() {
    assertThat(NUMBER.compare(row("RA1", null), row("RA1", -1.0))).isNegative();
    assertThat(NUMBER.compare(row("RA1", -1.0), row("RA1", null))).isPositive();
    assertThat(NUMBER.compare(row("RA1", null), row("RA2", null))).isZero();
    assertThat(NUMBER.compare(row("RA1", 2.0), row("RA1", 10.0))).as("by number, not by text").isNegative();
  }

  @Test
  void aRowNamesItsSource() {
    SourceColumns source = SourceColumns.of(BEDS);
    RowCells.Builder cells = row("RA1", 1.0).toBuilder();
    source.setPlace(cells, "Trusts", 5);
    source.setPublication(cells, LocalDate.of(2026, 4, 1), "provisional", "abc");
    RowCells row = cells.build();
    assertThat(row.values())
        .containsExactly("RA1", 1.0, LocalDate.of(2026, 4, 1), "provisional", "abc", "Trusts", 5L);
    assertThat(source.sheetOf(row)).isEqualTo("Trusts");
    assertThat(source.sheetOf(row("RA1", 1.0))).isEmpty();
  }
}

package uk.footprints.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.footprints.format.Sheet;
import uk.footprints.format.TextDecoder;

/** Layouts without one fixed header: headed in many ways, or not at all. */
class LooseLayoutTest {

  private static final Layout LOOSE =
      Layout.of(
              "loose",
              LayoutColumn.field("supplier", "Supplier", "Vendor"),
              LayoutColumn.field("amount", "Amount"),
              LayoutColumn.field("area", "Expense Area").optional(),
              LayoutColumn.field("type", "Expense Type").optional())
          .loosely();
  private static final Layout UNHEADED =
      Layout.unheaded(
          "by place",
          "a code first",
          s -> s.rows().stream().allMatch(r -> r.cell(0).length() == 3),
          LayoutColumn.field("code"),
          LayoutColumn.field("name"));

  private static Optional<HeaderMatch> find(Layout layout, String... rows) {
    List<Sheet.Row> all = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      all.add(new Sheet.Row(i + 1, rows[i].split(",", -1)));
    }
    return HeaderMatch.find(layout, HeaderRows.of(new Sheet("", all)));
  }

  @Test
  void anotherColumnAndAWrongLetterDoNoHarm() {
    HeaderMatch proof = find(LOOSE, "A title", "Exepense Area,Suppklier,VAT number,Expense Type,Amount").orElseThrow();
    assertThat(proof.matches()).isTrue();
    assertThat(proof.headerRow()).isEqualTo(2);
    assertThat(proof.place("supplier")).isEqualTo(1);
    assertThat(proof.place("area")).isZero();
    assertThat(proof.place("type")).isEqualTo(3);
  }

  @Test
  void aMissingColumnIsStillMissing() {
    assertThat(find(LOOSE, "Supplier,Account").orElseThrow().matches()).isFalse();
  }

  @Test
  void columnsByTheirPlacesWhereCellsLookLikeIt() {
    HeaderMatch proof = find(UNHEADED, "R0A,Manchester", "R0B,Sunderland").orElseThrow();
    assertThat(proof.matches()).isTrue();
    assertThat(proof.rows()).hasSize(2);
    assertThat(proof.place("name")).isEqualTo(1);
    assertThat(proof.headerRow()).isZero();
    assertThat(find(UNHEADED, "Code,Name")).isEmpty();
  }

  @Test
  void slipsAreOneLetterOfLongWords() {
    assertThat(TextDecoder.isSlip("supplier", "suppklier")).isTrue();
    assertThat(TextDecoder.isSlip("expense area", "exepnse area")).isTrue();
    assertThat(TextDecoder.isSlip("supplier", "suppliar")).isTrue();
    assertThat(TextDecoder.isSlip("supplier", "supplie")).isTrue();
    assertThat(TextDecoder.isSlip("amount", "account")).isFalse();
    assertThat(TextDecoder.isSlip("amount £", "amount £k")).isFalse();
    assertThat(TextDecoder.isSlip("amount £", "amount £m")).isFalse();
    assertThat(TextDecoder.isSlip("total (£)", "total (£m)")).isFalse();
    assertThat(TextDecoder.isSlip("table a beds", "table b beds")).isFalse();
    assertThat(TextDecoder.isSlip("expense area", "expense type")).isFalse();
    assertThat(TextDecoder.isSlip("supplier", "supplier")).isFalse();
    assertThat(TextDecoder.isSlip("expense_area", "expense area")).isTrue();
    assertThat(TextDecoder.isSlip("expense-area.", " expense  area")).isTrue();
    assertThat(TextDecoder.isSlip("a.b", "ab")).isTrue();
    assertThat(TextDecoder.isSlip("a.b", "ac")).isFalse();
    assertThat(TextDecoder.isSlip("ab-", "abc")).isFalse();
    assertThat(TextDecoder.isSlip("", "- _")).isTrue();
  }
}

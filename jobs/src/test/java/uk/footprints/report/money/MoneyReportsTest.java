package uk.footprints.report.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.report.Evidence;
import uk.footprints.report.EvidenceBuilder;
import uk.footprints.report.money.SupplierPurchases.Payment;

/** Payments and allocations, with the numbers by hand. */
class MoneyReportsTest {

  private static final LocalDate MAY = LocalDate.of(2016, 5, 1);

  private static Evidence payments() {
    return new EvidenceBuilder()
        .line(SupplierPurchases.TRANSACTIONS, new Payment("X24", "", MAY, "supplies", "A LTD", 60))
        .line(SupplierPurchases.TRANSACTIONS, new Payment("X24", "", MAY, "supplies", "B LTD", 30))
        .line(SupplierPurchases.TRANSACTIONS, new Payment("X24", "", MAY, "estates", "C LTD", 10))
        .line(SupplierPurchases.TRANSACTIONS, new Payment("X24", "", MAY, "estates", "REFUNDS LTD", -5))
        .line(SupplierPurchases.TRANSACTIONS, new Payment("X24", "", MAY, "financing", "A BANK", 1_000))
        .line(SupplierPurchases.TRANSACTIONS, new Payment("", "A Trust", null, "supplies", "", 7))
        .line(SupplierPurchases.TRANSACTIONS, new Payment("X24", "", MAY, "supplies", "A LTD", Double.NaN))
        .evidence();
  }

  @Test
  void concentrationCountsPurchasesOnly() {
    List<SupplierConcentration.Row> rows = new SupplierConcentration().rows(payments());
    assertThat(rows).extracting(SupplierConcentration.Row::payer).containsExactly("A Trust", "X24");
    SupplierConcentration.Row row = rows.get(1);
    assertThat(row.financialYear()).isEqualTo("2016/17");
    assertThat(row.n()).as("without the bank, and without the line that has no amount").isEqualTo(4);
    assertThat(row.suppliers()).as("without the supplier that paid back more").isEqualTo(3);
    assertThat(row.amount()).isEqualTo(100);
    assertThat(row.leftOut()).isEqualTo(1_000);
    assertThat(row.largestPct()).isEqualTo(60);
    assertThat(row.fiveLargestPct()).isEqualTo(100);
    assertThat(row.hhi()).as("60² + 30² + 10²").isCloseTo(4_600, within(1e-9));
  }

  @Test
  void spendingNamesThePayerTheYearAndWhatIsNotStated() {
    List<SpendingReport.Row> rows = new SpendingReport().rows(payments());
    SpendingReport.Row undated = rows.get(0);
    assertThat(undated.payer()).isEqualTo("A Trust");
    assertThat(undated.financialYear()).isEqualTo("undated");
    assertThat(rows).filteredOn(r -> r.dimension().equals("supplier") && r.payer().equals("X24"))
        .extracting(SpendingReport.Row::item)
        .containsExactly("A LTD", "B LTD", "C LTD", "REFUNDS LTD");
    assertThat(rows).filteredOn(r -> r.dimension().equals("category") && r.payer().equals("X24"))
        .extracting(SpendingReport.Row::item, SpendingReport.Row::place, SpendingReport.Row::amount)
        .containsExactly(
            tuple("financing", 1, 1_000.0),
            tuple("supplies", 2, 90.0),
            tuple("estates", 3, 5.0));
    assertThat(rows).filteredOn(r -> r.payer().equals("A Trust") && r.dimension().equals("supplier"))
        .extracting(SpendingReport.Row::item)
        .containsExactly("not stated");
  }

  @Test
  void allocationsOfGroupsAddUpToAreasAndTheCountry() {
    LocalDate april = LocalDate.of(2016, 4, 1);
    List<AllocationReport.Row> rows =
        new AllocationReport()
            .rows(
                new EvidenceBuilder()
                    .geographies("stp_2016", "country")
                    .line(AllocationReport.ALLOCATIONS, group("07P", april, "allocation.final", 3_000))
                    .line(AllocationReport.ALLOCATIONS, group("07P", april, "allocation.population", 1_500))
                    .line(AllocationReport.ALLOCATIONS, group("", april, "allocation.final", 1_000))
                    .line(AllocationReport.ALLOCATIONS, group("", april, "allocation.population", 1_000))
                    .evidence());
    assertThat(rows).extracting(AllocationReport.Row::quantity).containsOnly("allocation_per_person");
    AllocationReport.Row england = rows.get(0);
    AllocationReport.Row area = rows.get(1);
    assertThat(england.areaCode()).isEqualTo("E92000001");
    assertThat(england.amount()).as("thousands of pounds, also of the group without a code").isEqualTo(4_000_000);
    assertThat(england.value()).isEqualTo(1_600);
    assertThat(area.areaCode()).isEqualTo("E54000027");
    assertThat(area.value()).isEqualTo(2_000);
    assertThat(area.ratio()).isEqualTo(1.25);
    assertThat(area.financialYear()).isEqualTo("2016/17");
  }

  @Test
  void peopleWithoutAnAllocationReceiveAnUnknownAmount() {
    LocalDate april = LocalDate.of(2016, 4, 1);
    List<AllocationReport.Row> rows =
        new AllocationReport()
            .rows(
                new EvidenceBuilder()
                    .geographies("stp_2016", "country")
                    .line(AllocationReport.ALLOCATIONS, group("07P", april, "allocation.population", 1_500))
                    .line(AllocationReport.ALLOCATIONS, group("", april, "allocation.final", 1_000))
                    .evidence());
    AllocationReport.Row area = rows.get(1);
    assertThat(area.areaCode()).isEqualTo("E54000027");
    assertThat(area.amount()).isNaN();
    assertThat(area.value()).isNaN();
    assertThat(area.reason()).isEqualTo("the people are published, and no allocation per person");
  }

  private static AllocationReport.Allocation group(String code, LocalDate year, String measure, double value) {
    return new AllocationReport.Allocation("ccg", code, "", year, measure, value);
  }
}

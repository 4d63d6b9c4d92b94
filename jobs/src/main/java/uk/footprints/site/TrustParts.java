package uk.footprints.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import uk.footprints.area.Membership;
import uk.footprints.report.money.SpendingReport;

/** Builds the parts that only the page of a trust has: its accounts and payments, and the areas that it belongs to. */
final class TrustParts {

  private final SiteContext site;
  private final RowsByArea<SpendingReport.Row> payments;
  private final RowsByArea<TrustAccounts.Account> accounts;
  private final RowsByArea<Membership> memberships;

  TrustParts(SiteContext site) {
    this.site = site;
    this.payments =
        RowsByArea.of(site.input().rows(SpendingReport.TABLE), row -> Regions.TRUST, SpendingReport.Row::payer);
    this.accounts = RowsByArea.of(TrustAccounts.list(site), row -> Regions.TRUST, TrustAccounts.Account::code);
    this.memberships =
        RowsByArea.of(
            site.input().evidence().context().areas().listMemberships().stream()
                .filter(m -> m.memberKind().equals(Membership.PROVIDER) && site.areas().containsKey(m.geography()))
                .toList(),
            m -> Regions.TRUST, Membership::memberCode);
  }

  PagePart money(String code) {
    List<SpendingReport.Row> own =
        payments.of(Regions.TRUST, code).stream()
            .sorted(
                Comparator.comparing(SpendingReport.Row::financialYear).reversed()
                    .thenComparing(SpendingReport.Row::place))
            .toList();
    Exhibit paid =
        ExhibitBuilder.of(own)
            .filter("Year", SpendingReport.Row::financialYear)
            .filter("By", row -> row.dimension().equals("supplier") ? "Supplier, the twenty largest" : "Category")
            .label("Supplier or category", row -> Amount.cut(OrganisationNames.written(row.item())))
            .series("Amount", NumberStyle.TWO, row -> row.amount() / 1e6)
            .number("Share of all payments", NumberStyle.PERCENT, SpendingReport.Row::sharePct)
            .number("Payments", NumberStyle.WHOLE, SpendingReport.Row::n)
            .exhibit(
                "paid", "Payments over £25,000", site.sources().of("spend_over_25k"),
                "Only lines over £25,000 that the trust published.", "bars", "£ million", "csv/spending.csv");
    return new PagePart(
        "money", "Money", "", List.of(TrustAccounts.of(site, accounts.of(Regions.TRUST, code)), paid),
        "No data: this release has no accounts and no payments of this trust.");
  }

  PagePart areas(String code) {
    Exhibit table =
        ExhibitBuilder.of(memberships.of(Regions.TRUST, code))
            .place(site, Membership::geography, Membership::areaCode, m -> site.organisations().name(m.areaCode()))
            .text("Kind of area", m -> SiteContext.label(m.geography()))
            .number("Share of the trust", NumberStyle.PERCENT, m -> 100 * m.weight())
            .text("From", m -> m.dates().from().equals(LocalDate.MIN) ? "" : Headline.day(m.dates().from()))
            .text("To", m -> m.dates().to().equals(LocalDate.MAX) ? "" : Headline.day(m.dates().to()))
            .table(
                "areas-table", "Areas in which the trust is counted",
                "Source: Organisation Data Service, and reference tables of areas.", "", "");
    return new PagePart(
        "areas", "Areas", "", List.of(table), "No data: the reference tables do not place this trust in an area.");
  }
}

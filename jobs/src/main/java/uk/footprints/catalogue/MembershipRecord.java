package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.area.Membership;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code memberships}.
 *
 * @param memberKind kind of the member
 * @param memberCode its code
 * @param geography the geography of the area
 * @param areaCode the area
 * @param validFrom first day; null where it is not known
 * @param validTo last day; null while it is valid
 * @param weight share of the member that is in the area
 * @param weightBasis where the weight comes from
 * @param source source of the row
 * @param status whether the share is known or estimated
 */
public record MembershipRecord(
    @Column(
            value = "provider, ccg (commissioning group), council, patients (of a provider), lsoa_2011.",
            required = true)
        String memberKind,
    @Column(value = "ODS code; of a council or small area its ONS code.", required = true) String memberCode,
    @Column(value = "As in areas.", required = true) String geography,
    @Column(value = "As in areas.", required = true) String areaCode,
    @Column("First day.") LocalDate validFrom,
    @Column("Last day; absent while it is valid.") LocalDate validTo,
    @Column(value = "Share of the member that is in the area.", unit = "0 to 1") double weight,
    @Column("Basis of the weight: whole, site, catchment, population or listed.") String weightBasis,
    @Column("Source of the row.") String source,
    @Column(value = "known, or estimated (part of a member that is in several areas).", required = true)
        String status) {

  /** The table. */
  public static final RecordTable<MembershipRecord> TABLE =
      RecordTable.of(
          "memberships", "an organisation or small area in an area, with a weight", MembershipRecord.class,
          "member_kind", "member_code", "geography", "area_code", "valid_from");

  /** Returns the row of a membership. */
  public static MembershipRecord of(Membership member) {
    return new MembershipRecord(
        member.memberKind(), member.memberCode(), member.geography(), member.areaCode(),
        ValidDays.first(member.dates()), ValidDays.last(member.dates()), member.weight(), member.weightBasis(),
        member.source(), member.estimated() ? "estimated" : "known");
  }
}

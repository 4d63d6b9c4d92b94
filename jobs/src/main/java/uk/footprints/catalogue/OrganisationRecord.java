package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code organisations}.
 *
 * @param orgCode ODS code
 * @param orgRole its role in the publications
 * @param orgName its name in the latest period
 * @param firstSeen first day of the first period in which it appears
 * @param lastSeen last day of the last period in which it appears
 * @param orgType its type in the register; null where the register does not have it
 * @param typeBasis where the type comes from
 * @param openedOn its first day in the register
 * @param closedOn its last day in the register; null while it is open
 * @param became its successors; empty while it is open
 */
public record OrganisationRecord(
    @Column(value = "ODS code.", required = true) String orgCode,
    @Column(value = "provider or commissioner.", required = true) String orgRole,
    @Column("The name in the latest period in which it appears.") String orgName,
    @Column("First day of the first period in which it appears.") LocalDate firstSeen,
    @Column("Last day of the last period in which it appears.") LocalDate lastSeen,
    @Column(
            "acute, specialist, community, mental health, ambulance, other or commissioning group; absent where "
                + "the organisation is not in the register (organisations.csv).")
        String orgType,
    @Column("Basis of the type.") String typeBasis,
    @Column("First day of the organisation in the register.") LocalDate openedOn,
    @Column("Last day of the organisation in the register; absent while it is open.") LocalDate closedOn,
    @Column("Codes of its successors, separated by spaces; absent while it is open.") String became) {

  /** The table. */
  public static final RecordTable<OrganisationRecord> TABLE =
      RecordTable.of(
          "organisations", "an organisation in a role, as named in the publications", OrganisationRecord.class,
          "org_code", "org_role");
}

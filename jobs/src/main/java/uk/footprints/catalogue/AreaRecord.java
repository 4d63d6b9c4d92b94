package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.area.Area;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code areas}.
 *
 * @param geography its geography
 * @param areaCode ONS code
 * @param odsCode NHS code, where there is one
 * @param areaName its name
 * @param validFrom first day; null where it is not known
 * @param validTo last day; null while it is valid
 * @param parentCode code of the wider area
 * @param source source of the row
 */
public record AreaRecord(
    @Column(value = "stp_2016, stp_2018, stp_2021, icb_2022 and others.", required = true) String geography,
    @Column(value = "ONS code.", required = true) String areaCode,
    @Column("NHS code, where there is one.") String odsCode,
    @Column("Name.") String areaName,
    @Column("First day on which it was an area of this geography.") LocalDate validFrom,
    @Column("Last day; absent while it is valid.") LocalDate validTo,
    @Column("Code of the wider area that contains it.") String parentCode,
    @Column("Source of the row.") String source) {

  /** The table. */
  public static final RecordTable<AreaRecord> TABLE =
      RecordTable.of("areas", "an area of a geography", AreaRecord.class, "geography", "area_code", "valid_from");

  /** Returns the row of an area. */
  public static AreaRecord of(Area area) {
    return new AreaRecord(
        area.geography(), area.code(), area.odsCode(), area.name(), ValidDays.first(area.dates()),
        ValidDays.last(area.dates()), area.parentCode(), area.source());
  }
}

package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code population}.
 *
 * @param geography its geography
 * @param areaCode ONS code of the area
 * @param odsCode NHS code, where there is one
 * @param periodStart the day to which the estimate refers
 * @param periodEnd the same day
 * @param sex all, male or female
 * @param age the age, or the first age of a band
 * @param persons usual residents
 * @param basis where the number comes from
 * @param ageTo the last age of a band; null for 90 and over
 * @param edition which series the estimate belongs to
 * @param publishedOn the day of its publication
 */
public record PopulationRecord(
    @Column(
            value =
                "sub_icb as published; ccg_2015 and others as first published; ccg_2021 summed from small areas, where "
                    + "there is no estimate of sub_icb; all others summed from sub_icb, or else from groups.",
            required = true)
        String geography,
    @Column(value = "ONS code; for commissioning groups the NHS code is in ods_code.", required = true)
        String areaCode,
    @Column("NHS code, where there is one.") String odsCode,
    @Column("The day to which the estimate refers.") LocalDate periodStart,
    @Column("The day to which the estimate refers.") LocalDate periodEnd,
    @Column(value = "all, male or female.", required = true) String sex,
    @Column(value = "Age in years, or the first age of a five-year band.", unit = "years") long age,
    @Column(value = "Usual residents.", unit = "persons") double persons,
    @Column(
            value =
                "published, small_areas (summed from small areas), members (summed from whole groups), members_by_age "
                    + "(some group divided by the shares of its people of each age, as in population_shares), or "
                    + "members_by_weight (some group divided by one share for all ages, an estimate).",
            required = true)
        String basis,
    @Column(
            value = "Last age of the band; equal to age for single years; absent for 90 and over.", unit = "years")
        Long ageTo,
    @Column(
            value =
                "rebased (all years on one census and one set of boundaries) or first (as first published for the "
                    + "year, an earlier vintage where there are rebased ones).",
            required = true)
        String edition,
    @Column("The day of publication of the estimate, where it is one publication.") LocalDate publishedOn) {

  /** The table. */
  public static final RecordTable<PopulationRecord> TABLE =
      RecordTable.of(
          "population", "area x sex x single year of age or age band", PopulationRecord.class, "geography",
          "area_code", "period_start", "sex", "age");
}

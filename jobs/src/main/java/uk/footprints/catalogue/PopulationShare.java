package uk.footprints.catalogue;

import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code population_shares}: the part of a group's people of an age who live in another group, by
 * which estimates of today's groups are divided among those of earlier years.
 *
 * @param fromGeography the geography of the group that is divided
 * @param fromCode its NHS code
 * @param toGeography the geography of the part
 * @param toCode its NHS code
 * @param age the age; 90 is 90 and over
 * @param share the part of the people of that age, 0 to 1
 * @param basis where the share comes from
 */
public record PopulationShare(
    @Column(value = "sub_icb, or the geography of earlier commissioning groups.", required = true)
        String fromGeography,
    @Column(value = "NHS code of the group that is divided.", required = true) String fromCode,
    @Column(value = "The geography of the part.", required = true) String toGeography,
    @Column(value = "NHS code of the part.", required = true) String toCode,
    @Column(value = "Age in years; 90 is 90 and over.", unit = "years") long age,
    @Column(value = "Part of the people of that age.", unit = "0 to 1") double share,
    @Column(
            value = "small_areas (their bands of five years), published (estimates of the parts) or same (one land).",
            required = true)
        String basis) {

  /** The table. */
  public static final RecordTable<PopulationShare> TABLE =
      RecordTable.of(
          "population_shares", "commissioning group x part of it that was another group x age", PopulationShare.class,
          "from_geography", "from_code", "to_geography", "to_code", "age");
}

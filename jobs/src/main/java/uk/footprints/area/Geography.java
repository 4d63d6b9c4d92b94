package uk.footprints.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.footprints.runtime.UserException;

/**
 * A division of England into areas at one time: {@code stp_2016} is the 44 footprints with the codes of
 * their first publication, {@code stp_2018} the 42 of two years later. Custom areas are geographies as well.
 *
 * @param id the word in tables and on the command line
 * @param label for people
 * @param family what it is an edition of: {@code footprint}, {@code region}, {@code system}, {@code council}, {@code
 *     ccg}, {@code country} or {@code own}
 * @param inForce the days on which planning used it
 */
public record Geography(String id, String label, String family, DateRange inForce) {

  /** Planning areas of the NHS: footprints, later integrated care boards. */
  public static final String FOOTPRINT = "footprint";

  /** Councils that run social care, in the edition of 2021. */
  static final String COUNCILS = "council_2021";

  /** Trusts, each an area of its own. */
  public static final String TRUST = "trust";

  /** The regions of the NHS since 2019. */
  public static final String REGIONS = "nhs_region";

  /** Sub-locations of integrated care boards, each with the commissioning groups that it succeeds. */
  public static final String SUB_LOCATIONS = "sub_icb";

  /** Commissioning groups, each an area of its own. */
  public static final String GROUPS = "ccg";

  /** Councils that run social care. */
  public static final String COUNCIL = "council";

  /** The accountable care systems of 2017, some of them parts of a footprint. */
  static final String SYSTEMS = "acs_2017";

  /** Custom areas of an analyst. */
  public static final String OWN = "own";

  private static final List<Geography> BUILT_IN =
      List.of(
          edition("stp_2016", "44 footprints, 2016", FOOTPRINT, "2016-03-15", "2017-01-31"),
          edition("stp_2017", "44 footprints, codes of 2017", FOOTPRINT, "2017-02-01", "2018-03-31"),
          edition("stp_2018", "42 footprints, 2018", FOOTPRINT, "2018-04-01", "2020-03-31"),
          edition("stp_2020", "42 footprints, 2020", FOOTPRINT, "2020-04-01", "2021-03-31"),
          edition("stp_2021", "42 footprints, 2021", FOOTPRINT, "2021-04-01", "2022-06-30"),
          edition("icb_2022", "42 integrated care boards, 2022", FOOTPRINT, "2022-07-01", "2026-03-31"),
          edition("icb_2026", "36 integrated care boards, 2026", FOOTPRINT, "2026-04-01", null),
          edition("nhs_region_2016", "4 NHS regions, 2016", "region", "2015-04-01", "2018-03-31"),
          edition("nhs_region_2020", "7 NHS regions, 2020", "region", "2019-04-01", null),
          edition(SYSTEMS, "10 accountable care systems, 2017", "system", "2017-06-15", null),
          edition(COUNCILS, "152 councils with social care, 2021", "council", "2021-04-01", null),
          edition("ccg_2015", "209 commissioning groups, 2015", "ccg", "2015-04-01", "2017-03-31"),
          edition("ccg_2017", "207 commissioning groups, 2017", "ccg", "2017-04-01", "2018-03-31"),
          edition("ccg_2018", "195 commissioning groups, 2018", "ccg", "2018-04-01", "2019-03-31"),
          edition("ccg_2019", "191 commissioning groups, 2019", "ccg", "2019-04-01", "2020-03-31"),
          edition("ccg_2020", "135 commissioning groups, 2020", "ccg", "2020-04-01", "2021-03-31"),
          edition("ccg_2021", "106 commissioning groups, 2021", "ccg", "2021-04-01", "2022-06-30"),
          edition(TRUST, "trusts", TRUST, null, null),
          edition(REGIONS, "7 NHS regions", "region", null, null),
          edition(SUB_LOCATIONS, "106 sub-locations of integrated care boards", GROUPS, "2022-07-01", null),
          edition(GROUPS, "commissioning groups and sub-locations of boards", GROUPS, null, null),
          edition(COUNCIL, "152 councils with social care", COUNCIL, null, null),
          edition("country", "England", "country", null, null));
  private static final Map<String, Geography> BY_ID =
      BUILT_IN.stream().collect(Collectors.toUnmodifiableMap(Geography::id, geography -> geography));

  /** The geographies that Footprints ships, footprints first. */
  public static List<Geography> listBuiltIn() {
    return BUILT_IN;
  }

  /** The built-in geography of that id. */
  public static Geography get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                UserException.command(
                    "There is no geography \"" + id + "\".",
                    "use one of " + BUILT_IN.stream().map(Geography::id).collect(Collectors.joining(", "))));
  }

  /** The built-in geography of that id, if there is one. */
  public static Optional<Geography> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The edition of footprints, or of integrated care boards, that was in force on a day; none before March 2016. */
  public static Optional<Geography> findFootprints(LocalDate day) {
    for (Geography geography : BUILT_IN) {
      if (geography.family.equals(FOOTPRINT) && geography.inForce.contains(day)) {
        return Optional.of(geography);
      }
    }
    return Optional.empty();
  }

  /** Returns whether its areas are those of one edition, which a file of boundaries can show. */
  boolean isEdition() {
    return !List.of(TRUST, REGIONS, SUB_LOCATIONS, GROUPS, COUNCIL).contains(id);
  }

  /** Creates a custom geography. */
  public static Geography own(String id, String label) {
    return new Geography(id, label, OWN, DateRange.ALWAYS);
  }

  private static Geography edition(String id, String label, String family, String from, String to) {
    return new Geography(
        id,
        label,
        family,
        new DateRange(
            from == null ? LocalDate.MIN : LocalDate.parse(from), to == null ? LocalDate.MAX : LocalDate.parse(to)));
  }
}

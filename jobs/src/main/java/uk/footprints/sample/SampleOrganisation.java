package uk.footprints.sample;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import uk.footprints.area.Area;
import uk.footprints.area.Basis;
import uk.footprints.area.Membership;
import uk.footprints.area.ReferenceData;

/**
 * A real organisation of the NHS in England: its code, name and places are facts; what the sample says that it did is
 * made up.
 *
 * @param kind what it is
 * @param code the code of the Organisation Data Service
 * @param name its name, as published
 * @param first the first month in which it appears, or null: since before the series began
 * @param last the last month, or null: still there
 * @param parents the authority, team or region above it in the years from April 2012, 2013, 2015, 2018 and 2019
 * @param localOffice the local office of NHS England above a commissioning group
 * @param departments the types of accident and emergency department that it has
 * @param size people in thousands (commissioners), or hundreds of admissions or visits a month
 */
public record SampleOrganisation(
    Kind kind,
    String code,
    String name,
    YearMonth first,
    YearMonth last,
    List<String> parents,
    String localOffice,
    String departments,
    int size) {

  /** The kinds of organisation in {@code sample_organisations.csv}. */
  public enum Kind {
    /** A health authority, area team, region or local office. */
    PARENT,
    /** A clinical commissioning group. */
    CCG,
    /** A primary care trust, until March 2013. */
    PCT,
    /** A hospital trust with an accident and emergency department. */
    TRUST,
    /** A mental health trust. */
    MENTAL_HEALTH,
    /** A walk-in or urgent treatment centre. */
    CENTRE,
    /** A hospital of the independent sector. */
    INDEPENDENT
  }

  private static final YearMonth FOOTPRINTS_DRAWN = YearMonth.of(2016, 12);

  private static final List<YearMonth> REORGANISED =
      List.of(YearMonth.of(2013, 4), YearMonth.of(2015, 4), YearMonth.of(2018, 4), YearMonth.of(2019, 4));

  /** The area of a geography in which it was in a month. */
  public Optional<Area> area(String geography, YearMonth month) {
    String member = kind == Kind.CCG ? Membership.CCG : Membership.PROVIDER;
    return ReferenceData.ofJar().areas().findArea(Basis.AS_WAS, member, code, geography, month.atEndOfMonth());
  }

  /** The code of its footprint of 2016, or empty: a primary care trust has none. */
  public String footprint() {
    return area("stp_2016", FOOTPRINTS_DRAWN).map(Area::code).orElse("");
  }

  /** Whether it was open in a month. */
  public boolean openIn(YearMonth month) {
    return (first == null || !first.isAfter(month)) && (last == null || !last.isBefore(month));
  }

  /** Returns the code of the organisation above it in a month, or an empty text. */
  public String parent(YearMonth month) {
    int era = (int) REORGANISED.stream().filter(start -> !start.isAfter(month)).count();
    return parents.subList(era, parents.size()).stream().filter(code -> !code.isEmpty()).findFirst().orElse("");
  }

  /** Whether it has an accident and emergency department of this type: 1, 2 or 3. */
  public boolean hasDepartment(int type) {
    return departments.contains(Integer.toString(type));
  }
}

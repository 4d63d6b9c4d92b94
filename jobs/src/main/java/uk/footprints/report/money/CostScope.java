package uk.footprints.report.money;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is counted as emergency care: the schedules whose currencies are added, and those that are left out. Non-elective
 * is wider than emergency; it has obstetrics, babies and transfers.
 */
public enum CostScope {
  NON_ELECTIVE(
      List.of("NEL", "NEL_XS", "NES"), "", "all non-elective inpatient care: long stays, excess bed days, short stays"),
  NON_ELECTIVE_WITHOUT_OBSTETRICS(
      List.of("NEL", "NEL_XS", "NES"), "NZ", "non-elective inpatient care without obstetrics (currencies NZ)"),
  NON_ELECTIVE_WITHOUT_OBSTETRICS_AND_EXCESS_DAYS(
      List.of("NEL", "NES"), "NZ", "long and short non-elective stays without obstetrics and without excess bed days"),
  LONG_STAYS(List.of("NEL"), "", "non-elective stays of two days and more, up to the trim point"),
  EXCESS_BED_DAYS(List.of("NEL_XS"), "", "bed days of non-elective stays beyond the trim point"),
  SHORT_STAYS(List.of("NES"), "", "non-elective stays of less than two days"),
  ATTENDANCES(List.of("AE"), "", "accident and emergency attendances of all types"),
  ATTENDANCES_ADMITTED(List.of("AE"), "", "accident and emergency attendances that ended in admission");

  /** The financial year from which excess bed days are part of long stays. */
  static final int EXCESS_DAYS_INSIDE = 2018;

  private static final String EXCESS = "NEL_XS";

  private final List<String> schedules;
  private final String without;
  private final String title;

  CostScope(List<String> schedules, String without, String title) {
    this.schedules = schedules;
    this.without = without;
    this.title = title;
  }

  /** Returns its id, as it is in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the scope of an id. */
  public static Optional<CostScope> find(String id) {
    return Stream.of(values()).filter(scope -> scope.id().equals(id)).findFirst();
  }

  /** Returns what it is, in words. */
  String title() {
    return title;
  }

  /** Returns the schedules that a year must have. */
  List<String> schedules(int year) {
    return schedules.stream().filter(s -> year < EXCESS_DAYS_INSIDE || !s.equals(EXCESS)).toList();
  }

  /** Returns whether the scope is whole schedules, whose sums the index of the publication states. */
  boolean whole() {
    return without.isEmpty() && this != ATTENDANCES_ADMITTED;
  }

  /** Explains why a year cannot have this scope; empty where it can. */
  String impossible(int year) {
    boolean excess = this == EXCESS_BED_DAYS || this == NON_ELECTIVE_WITHOUT_OBSTETRICS_AND_EXCESS_DAYS
        || this == LONG_STAYS;
    return year >= EXCESS_DAYS_INSIDE && excess ? "excess bed days are part of long stays from 2018/19" : "";
  }

  /** Returns whether a line belongs to the scope. */
  boolean has(CostLine line) {
    boolean admitted = !line.service().endsWith("NA") && line.service().endsWith("A");
    return schedules.contains(line.schedule())
        && (without.isEmpty() || !line.currency().startsWith(without))
        && (this != ATTENDANCES_ADMITTED || admitted);
  }

  /** Returns whether a line counts as activity: excess bed days are no episodes, except where they are the scope. */
  boolean active(CostLine line) {
    return this == EXCESS_BED_DAYS || !line.schedule().equals(EXCESS);
  }

  /** Returns the unit of its activity. */
  String unit() {
    return switch (this) {
      case EXCESS_BED_DAYS -> "bed days";
      case ATTENDANCES, ATTENDANCES_ADMITTED -> "attendances";
      default -> "finished consultant episodes";
    };
  }
}

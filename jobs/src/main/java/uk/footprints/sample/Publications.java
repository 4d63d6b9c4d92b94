package uk.footprints.sample;

import java.util.List;

/** Every series that the sample imitates; another is a class, and a line here. */
public final class Publications {

  private Publications() {}

  /** In the order in which they are written. */
  public static List<Publication> all() {
    return List.of(
        new AccidentAndEmergency(),
        new AccidentAndEmergencyTidy(),
        new MonthlyActivity(MonthlyActivity.Basis.COMMISSIONER),
        new MonthlyActivity(MonthlyActivity.Basis.PROVIDER),
        new Beds(),
        new PopulationWorkbook(),
        new PopulationTidy(),
        new Spending());
  }
}

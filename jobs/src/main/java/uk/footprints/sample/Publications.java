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
        new AccidentAndEmergencySeries(),
        new MonthlyActivity(MonthlyActivity.Basis.COMMISSIONER),
        new MonthlyActivity(MonthlyActivity.Basis.PROVIDER),
        new Beds(),
        new BedsTidy(),
        new DelayedTransfers("dtoc"),
        new DelayedTransfers("dtoc_england"),
        new DelayedTransfersSeries(),
        new DelayedTransfersTidy(),
        new SituationMonthly(),
        new SituationDaily(false),
        new SituationDaily(true),
        new HospitalEpisodes(HospitalEpisodes.Breakdown.ORGANISATION),
        new HospitalEpisodes(HospitalEpisodes.Breakdown.AGE_BAND),
        new HospitalEpisodes(HospitalEpisodes.Breakdown.TREATMENT_FUNCTION),
        new PopulationWorkbook(),
        new PopulationTidy());
  }
}

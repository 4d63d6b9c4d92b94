package uk.footprints.sample;

import java.util.ArrayList;
import java.util.List;

/** Every series that the sample imitates; another is a class, and a line here. */
public final class PublicationSamples {

  private static final List<PublicationSample> SERIES =
      List.of(
          new AeSample(),
          new AeTimeseriesSample(),
          new MarSample(MarSample.ActivityBasis.COMMISSIONER),
          new MarSample(MarSample.ActivityBasis.PROVIDER),
          new Kh03Sample(),
          new DtocSample(),
          new DtocEnglandSample(),
          new HesMonthlySample(HesMonthlySample.Breakdown.ORGANISATION),
          new HesMonthlySample(HesMonthlySample.Breakdown.AGE_BAND),
          new HesMonthlySample(HesMonthlySample.Breakdown.TREATMENT_FUNCTION),
          new PopulationSample(),
          new PopulationDerivedSample(),
          new SpendSample(),
          new EpisodeSample());

  private PublicationSamples() {}

  /** In the order in which they are written: series, then tables that came out once. */
  public static List<PublicationSample> all() {
    List<PublicationSample> all = new ArrayList<>(SERIES);
    all.addAll(MoneySamples.all());
    all.addAll(RegisterSamples.all());
    all.addAll(ResidentSamples.all());
    all.addAll(NationalSamples.all());
    all.addAll(BoundarySample.all());
    all.addAll(DeclaredSample.all());
    return all;
  }
}

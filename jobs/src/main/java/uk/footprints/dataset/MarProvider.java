package uk.footprints.dataset;

import java.util.List;

/** Monthly Activity Return by provider, 2012 to 2019: admissions, referrals and first outpatient attendances. */
public final class MarProvider extends Mar {

  /** Creates the dataset. */
  public MarProvider() {
    super("provider");
  }

  @Override
  public String id() {
    return "mar_provider";
  }

  @Override
  public String title() {
    return "Monthly Hospital Activity (MAR), by provider";
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "A trust that sent no return has no row, or a row of zeros.",
        "Independent providers are included.");
  }
}

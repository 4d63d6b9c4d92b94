package uk.footprints.dataset;

import java.util.List;

/** Monthly Activity Return by commissioner, 2012 to 2019: admissions, referrals and first outpatient attendances. */
public final class MarCommissioner extends Mar {

  /** Creates the dataset. */
  public MarCommissioner() {
    super("commissioner");
  }

  @Override
  public String id() {
    return "mar_commissioner";
  }

  @Override
  public String title() {
    return "Monthly Hospital Activity (MAR), by commissioner";
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "A trust that sent no return lowers its commissioners' figures: see findings before comparing areas.",
        "X24 is what NHS England commissions itself; it belongs to no footprint.",
        "Commissioners of 2012/13 are primary care trusts, which belong to no footprint.");
  }
}

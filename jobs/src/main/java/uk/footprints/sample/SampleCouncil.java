package uk.footprints.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.footprints.area.Councils;
import uk.footprints.area.ReferenceData;

/**
 * A council that runs social care: its code and name are facts, its days of delay are made up.
 *
 * @param place its place among those of its list
 * @param region its region, as published, or a dash
 * @param ons its code of the Office for National Statistics
 * @param code the publication's own code
 * @param label its name, as published
 * @param days the days of delay of one type of care, reason and side in an average month
 */
public record SampleCouncil(int place, String region, String ons, String code, String label, double days) {

  private static final double FEW_DAYS = 12;

  /** Days of delay of a person, type of care, reason and side in a month: two million a year in England. */
  private static final double DAYS_OF_A_PERSON = 7.3e-5;

  /** Returns a few councils and Wales. */
  static List<SampleCouncil> few() {
    return List.of(
        new SampleCouncil(0, "London", "E09000003", "717", "Barnet", FEW_DAYS),
        new SampleCouncil(1, "Yorkshire and The Humber", "E08000016", "204", "Barnsley", FEW_DAYS),
        new SampleCouncil(2, "South West", "E06000022", "908", "Bath & North East Somerset UA", FEW_DAYS),
        new SampleCouncil(3, "East Midlands", "E06000015", "507", "Derby UA", FEW_DAYS),
        new SampleCouncil(4, "-", "-", "9900", "Resident In Wales", FEW_DAYS));
  }

  /** Returns every council that the publication had, and Wales. */
  static List<SampleCouncil> all() {
    Councils councils = ReferenceData.ofJar().areas().councils();
    Map<String, Double> people = councils.people();
    List<SampleCouncil> all = new ArrayList<>();
    councils.names().forEach((ons, name) -> {
      for (String code : councils.codes().getOrDefault(ons, List.of()).stream().limit(1).toList()) {
        all.add(new SampleCouncil(all.size(), "-", ons, code, name, people.get(ons) * DAYS_OF_A_PERSON));
      }
    });
    all.add(new SampleCouncil(all.size(), "-", "-", "9900", "Resident In Wales", FEW_DAYS));
    return List.copyOf(all);
  }
}

package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;

/** Some of the same people as a long table with their footprint of 2018, as analysts reshape the workbook. */
final class PopulationDerivedSample implements PublicationSample {

  /** The whole country would be a megabyte. */
  private static final int GROUPS = 30;

  @Override
  public String dataset() {
    return "population";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of(SamplePopulation.MIDDLE_OF_2018);
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra("2018-tidy", SamplePopulation.MIDDLE_OF_2018));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(SamplePopulation.MIDDLE_OF_2018);
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("ccg18cd,ccg18cdh,stp18cd,area_names,all_ages,age,count\n");
    for (SamplePopulation people : SamplePopulation.of(month, country, chance).stream().limit(GROUPS).toList()) {
      SampleOrganisation group = people.group();
      List<Integer> persons = people.persons();
      String name = SamplePopulation.named(group);
      String area =
          String.join(
              ",",
              people.onsCode(),
              group.code(),
              group.area("stp_2018", month).orElseThrow().code(),
              name.contains(",") ? '"' + name + '"' : name,
              Integer.toString(SamplePopulation.all(persons)));
      for (int age = 0; age < SamplePopulation.AGES; age++) {
        text.append(area).append(',').append(age).append(',').append(persons.get(age)).append('\n');
      }
    }
    return SampleFile.text("population_ccg18_stp18_syoa_mid2018-sample.csv", text.toString(), StandardCharsets.UTF_8);
  }
}

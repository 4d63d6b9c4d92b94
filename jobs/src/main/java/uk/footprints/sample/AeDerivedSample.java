package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;

/** A&E attendances of 2016/17 to 2018/19 in one long table, as analysts reshape them. */
final class AeDerivedSample implements PublicationSample {

  private static final YearMonth LAST = YearMonth.of(2019, 3);
  private static final List<String> TYPES = List.of("1", "2", "other");

  @Override
  public String dataset() {
    return "ae_attendances";
  }

  /** Returns no months, because the sample would be too large with it. */
  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra("2016-19-tidy", LAST));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(LAST);
  }

  @Override
  public SampleFile write(YearMonth last, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("\"period\",\"org_code\",\"type\",\"attendances\",\"breaches\",");
    text.append("\"admissions\"\n");
    for (YearMonth month : SampleMonths.between("2016-04", last.toString())) {
      for (AeSample.Visits visits : AeSample.visits(month, country, chance)) {
        for (int type = 0; type < TYPES.size(); type++) {
          if (visits.organisation().hasDepartment(type + 1)) {
            text.append(row(month, visits, type));
          }
        }
      }
    }
    return SampleFile.text("ae_attendances-sample.csv", text.toString(), StandardCharsets.UTF_8);
  }

  private static String row(YearMonth month, AeSample.Visits visits, int type) {
    return "%s,\"%s\",\"%s\",%s,%s,%s\n"
        .formatted(
            month.atDay(1),
            visits.organisation().code(),
            TYPES.get(type),
            visits.attendances().get(type),
            visits.over().get(type),
            visits.admissions().get(type));
  }
}

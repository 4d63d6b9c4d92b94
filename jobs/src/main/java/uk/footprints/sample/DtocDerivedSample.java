package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import uk.footprints.sample.SampleOrganisation.Kind;

/** People delayed per day by provider in one month, as somebody reshaped it. */
final class DtocDerivedSample implements PublicationSample {

  private static final YearMonth MONTH = YearMonth.of(2018, 8);

  @Override
  public String dataset() {
    return "dtoc_england";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra("2018-08-tidy", MONTH));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(MONTH);
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("DATE,ORG_CODE,ACUTE_DTOC,NON_ACUTE_DTOC,TOTAL_DTOC\n");
    for (SampleOrganisation o : country.in(month, Kind.TRUST, Kind.MENTAL_HEALTH)) {
      int acute = chance.count(20, "acute", o.code());
      int other = chance.count(8, "non-acute", o.code());
      text.append("Aug-18,%s,%d,%d,%d%n".formatted(o.code(), acute, other, acute + other).replace("\r", ""));
    }
    return SampleFile.text("DTOC_august_2018-sample.csv", "\ufeff" + text, StandardCharsets.UTF_8);
  }
}

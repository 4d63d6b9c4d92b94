package uk.footprints.sample;

import static uk.footprints.sample.TextTableSample.line;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.sample.SampleOrganisation.Kind;

/** People of small areas, of practices' lists and of catchments. */
final class ResidentSamples {

  private static final YearMonth MIDDLE = YearMonth.of(2019, 6);
  private static final int AREAS = 4;

  private ResidentSamples() {}

  /** Each layout once. */
  static List<PublicationSample> all() {
    return List.of(
        new TextTableSample(
            "population_small_area", "population19_lower", MIDDLE, "population19-sample.csv", ResidentSamples::lower),
        new Middle(),
        new PracticeListsSample(),
        new TextTableSample("registered_patients", "2019", MIDDLE, "gp-reg-pat-sample.csv", ResidentSamples::registered),
        new TextTableSample("trust_catchments", "2018", MIDDLE, "trust_catchment-sample.csv", ResidentSamples::catchments));
  }

  private static String lower(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("lsoa11_name,lsoa11_code,total_population");
    for (int age = 0; age <= 90; age++) {
      text.append(',').append(age == 90 ? "90+" : "" + age);
    }
    text.append('\n');
    for (int area = 1; area <= AREAS; area++) {
      int[] people = people(chance, "lower", area, 91, 18);
      List<Object> cells = new ArrayList<>(List.of("Nowhere 00" + area + "A", "E0199900" + area));
      cells.add(Arrays.stream(people).sum());
      Arrays.stream(people).forEach(cells::add);
      text.append(line(cells.toArray()));
    }
    return text.toString();
  }

  private static int[] people(SeededVariation chance, String what, int area, int cells, int mean) {
    int[] people = new int[cells];
    for (int i = 0; i < cells; i++) {
      people[i] = chance.count(mean, what, area, i);
    }
    return people;
  }

  /** Writes a table in which each level counts the same people again. */
  private static String registered(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,SEX,AGE,");
    text.append("NUMBER_OF_PATIENTS\n");
    for (String level : List.of("CCG", "STP")) {
      int everybody = 0;
      for (String sex : List.of("FEMALE", "MALE")) {
        int all = 0;
        for (int age = 0; age <= 95; age++) {
          int patients = chance.count(2_000, "registered", sex, age);
          all += patients;
          text.append(patients(level, sex, age == 95 ? "95+" : "" + age, patients));
        }
        everybody += all;
        text.append(patients(level, sex, "ALL", all));
      }
      text.append(patients(level, "ALL", "ALL", everybody));
    }
    return text.toString();
  }

  private static String patients(String level, String sex, String age, int patients) {
    boolean group = level.equals("CCG");
    String code = group ? "99Z" : "";
    String ons = group ? "E38990001" : "E54990001";
    return line("GP_PRAC_PAT_LIST", "01JUN2019", level, code, ons, sex, age, patients);
  }

  private static String catchments(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("\"Code\",\"Emergency_catchment_pop_2018\"\n");
    for (SampleOrganisation trust : country.in(month, Kind.TRUST)) {
      text.append(line(trust.code(), chance.count(400_000, "catchment", trust.code())));
    }
    return text.toString();
  }

  /** A workbook with a sheet for each sex, in bands of five years. */
  private record Middle() implements PublicationSample {

    @Override
    public String dataset() {
      return "population_small_area";
    }

    @Override
    public List<YearMonth> usual() {
      return List.of();
    }

    @Override
    public List<SampleEra> eras() {
      return List.of(new SampleEra("2019-middle", MIDDLE));
    }

    @Override
    public boolean covers(YearMonth month) {
      return month.equals(MIDDLE);
    }

    @Override
    public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
      SheetBuilder contents = new SheetBuilder("Contents").row(MADE_UP);
      List<SheetBuilder> sheets = new ArrayList<>(List.of(contents));
      for (String sex : List.of("Persons", "Males", "Females")) {
        SheetBuilder sheet = new SheetBuilder("Mid-2019 " + sex).row("Contents").blank().row("Mid-2019 " + sex + ": " + MADE_UP);
        List<Object> header = new ArrayList<>(List.of("MSOA Code", "MSOA Name", "All Ages"));
        for (int age = 0; age < 90; age += 5) {
          header.add(age + "-" + (age + 4));
        }
        header.add("90+");
        sheet.row(header);
        for (int area = 1; area <= AREAS; area++) {
          int[] people = people(chance, sex, area, 19, 400);
          List<Object> cells = new ArrayList<>(List.of("E0299900" + area, "Nowhere 00" + area));
          cells.add(Arrays.stream(people).sum());
          Arrays.stream(people).forEach(cells::add);
          sheet.row(cells);
        }
        sheets.add(sheet);
      }
      return new SampleFile("msoa-mid-2019-sample.xlsx", SampleWorkbookWriter.modern(sheets));
    }
  }
}

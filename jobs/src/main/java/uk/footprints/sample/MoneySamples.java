package uk.footprints.sample;

import static uk.footprints.sample.TextTableSample.line;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import uk.footprints.area.Area;
import uk.footprints.area.ReferenceData;
import uk.footprints.sample.SampleOrganisation.Kind;

/** Tables of costs, accounts and allocations, as analysts made them of the publications. */
final class MoneySamples {

  private static final String MADE_UP = PublicationSample.MADE_UP;
  private static final List<String> HRGS = List.of("AA22C", "DZ11K", "EB07A", "LA04H");
  private static final int YEARS = 5;

  /** Practices of a board, each as large as a hundred. */
  private static final int PRACTICES = 2;

  private static final YearMonth YEAR = YearMonth.of(2016, 4);

  private MoneySamples() {}

  /** Each layout once. */
  static List<PublicationSample> all() {
    return List.of(
        new TextTableSample("unit_costs", "2016-17", YEAR, "national_cost_collection_2016-17-sample.csv", MoneySamples::collection),
        new TextTableSample("unit_costs", "by-year", YEAR, "unit_reference_costs-sample.csv", MoneySamples::reference),
        new TextTableSample("trust_finances", "accounts", YEAR, "financial_positions-sample.csv", MoneySamples::accounts),
        new TextTableSample("trust_finances", "plan", YEAR, "trust_performance-sample.csv", MoneySamples::plan),
        new TextTableSample("allocations", "groups", YEAR, "ccg_allocations-sample.csv", MoneySamples::groups),
        new TextTableSample("allocations", "practices_2016_2017", YEAR, "allocation_2018_2019-sample.csv", MoneySamples::practices));
  }

  private static String collection(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("department_code,currency_code,currency_desc,activity,unit_cost,cost\n");
    for (String department : List.of("Non-Elective Inpatient - Long Stay", "Non-Elective Inpatient - Short Stay")) {
      for (String hrg : HRGS) {
        int activity = chance.count(1_000_000, department, hrg);
        int usual = department.contains("Long") ? 2_900 : 640;
        double cost = Math.round(activity / 10.0 * usual * chance.about(.4, "cost", department, hrg)) * 10.0;
        boolean withheld = hrg.startsWith("LA");
        text.append(
            line(department, hrg, MADE_UP, withheld ? "" : activity, withheld ? "" : cost / activity, cost));
      }
    }
    return text.toString();
  }

  private static String reference(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("sushrg,description,cost,type,Year,Excess_unit_cost\n");
    for (String type : List.of("Elective", "Non_Elective_LS", "Non_Elective_SS", "Day_case")) {
      for (String hrg : HRGS) {
        double cost = Math.round(2_000 * chance.about(.5, "reference", type, hrg));
        text.append(line(hrg, MADE_UP, cost, type, month.getYear(), type.endsWith("LS") ? 280.5 : 0));
      }
    }
    return text.toString();
  }

  private static String accounts(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("ORG_CODE,YEAR,FINANCIAL_POSITION,OP_INCOME,OP_COST\n");
    text.append(line("R00", month.getYear(), 0, 0, 0));
    for (int year = month.getYear(); year > month.getYear() - YEARS; year--) {
      int earlier = month.getYear() - year;
      String seed = earlier == 0 ? "" : "" + year;
      for (SampleOrganisation trust : country.in(YearMonth.of(year, 4), Kind.TRUST)) {
        int income = (int) (400_000 * chance.about(.5, "income", trust.code()) * Math.pow(.97, earlier));
        double share = .03 * chance.about(1, "position" + seed, trust.code()) - .04 + .008 * earlier;
        int position = (int) (income * share);
        text.append(line(trust.code(), year, position, income, position - income));
      }
    }
    return text.toString();
  }

  private static String plan(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("trustname,plan,actual\n");
    for (SampleOrganisation trust : country.in(month, Kind.TRUST)) {
      int planned = (int) (20_000 * chance.share("plan", trust.code()) - 15_000);
      text.append(line(trust.name(), planned, planned - chance.count(3_000, "outturn", trust.code())));
    }
    return text.toString();
  }

  private static String groups(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("CCG,Opening DfT,Minimum allocation,Minimum growth,Final allocation,");
    text.append("Final growth,Per capita allocation,Per capita growth,Final per capita growth,Final closing DfT\n");
    for (SampleOrganisation group : country.in(month, Kind.CCG)) {
      int people = group.size() * 1_000 + 500;
      int perPerson = (int) (1_300 * chance.about(.15, "per person", group.code()));
      long allocation = (long) people * perPerson / 1_000;
      text.append(
          line(
              group.name(), "1.54%", allocation, "2.08%", allocation, "2.08%", perPerson, "1.89%", "-1.23%", people));
    }
    return text.toString();
  }

  private static String practices(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("Practice_Code,GP_Practice_Name,Practice_Postcode,ICB,ICBname,Population,");
    text.append("G&A WP,CS WP,MH WP,Mat WP,Health Ineq WP,Prescr WP,Final WP,Primary Medical Care WP,Final PMC WP\n");
    int number = 0;
    for (Area board : ReferenceData.ofJar().areas().listAreas("icb_2022")) {
      for (int i = 0; i < PRACTICES; i++) {
        number++;
        double people = 650_000 * chance.about(.5, "practice", number);
        double need = people * chance.about(.08, "need", board.code());
        List<Object> cells =
            new ArrayList<>(
                List.of(
                    "Z%05d".formatted(number), "SAMPLE PRACTICE " + number, "ZZ99 3AB", board.odsCode(), MADE_UP, people));
        while (cells.size() < 15) {
          cells.add(need * chance.about(.05, "practice", number, cells.size()));
        }
        text.append(line(cells.toArray()));
      }
    }
    return text.toString();
  }
}

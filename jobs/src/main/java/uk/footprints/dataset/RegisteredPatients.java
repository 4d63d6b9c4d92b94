package uk.footprints.dataset;

import uk.footprints.transform.Measure;
import static uk.footprints.layout.LayoutColumn.dateField;
import static uk.footprints.layout.LayoutColumn.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.DateColumn;
import uk.footprints.period.Period;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** Patients registered with practices, by commissioning group, sex and single year of age. */
public final class RegisteredPatients implements SheetReader {

  /** Patients of a commissioning group of one sex and age. */
  record RegisteredCount(
      @Column(value = "ODS code of the commissioning group.", required = true) String orgCode,
      @Column("Its ONS code.") String onsCode,
      @Column("The day of the extract.") LocalDate periodStart,
      @Column(value = "male or female.", required = true) String sex,
      @Column(value = "Age in years; 95 is 95 and over.", unit = "years") Long age,
      @Column(value = "Registered patients.", unit = "persons") Double persons) {}

  private static final RecordTable<RegisteredCount> ROWS =
      RecordTable.published(
          "registered_patients",
          "commissioning group x sex x single year of age, on the first day of a month",
          RegisteredCount.class,
          "org_code", "period_start", "sex", "age");

  /** The table of patients. */
  public static final Table TABLE = ROWS.table();

  private static final Layout LONG =
      Layout.of(
          "by single year of age, all levels in one table",
          dateField("date", "EXTRACT_DATE"),
          field("level", "ORG_TYPE"),
          field("code", "ORG_CODE"),
          field("ons", "ONS_CODE"),
          field("sex", "SEX"),
          field("age", "AGE"),
          field("persons", "NUMBER_OF_PATIENTS"),
          LayoutColumn.ignored("PUBLICATION"));
  private static final Pattern AGE = Pattern.compile("\\d{1,3}\\+?");
  private static final Set<String> SEXES = Set.of("male", "female", "all");
  private static final String GROUPS = "CCG";

  @Override
  public List<Layout> layouts() {
    return List.of(LONG);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    TableTransformer<RegisteredCount> out = new TableTransformer<>(match, "registered_patients", ROWS, place);
    DateColumn dates = DateColumn.in(match.dateOrder());
    TreeSet<Period> days = new TreeSet<>();
    Map<String, Double> sums = new TreeMap<>();
    double listed = 0;
    for (Sheet.Row row : match.rows()) {
      String level = out.text(row, "level");
      String sex = out.text(row, "sex").toLowerCase(Locale.ROOT);
      String age = out.text(row, "age");
      Optional<LocalDate> day = dates.find(out.text(row, "date"));
      Double persons = out.count(row, "persons");
      if (day.isEmpty() || persons == null) {
        out.reject(row, "persons", Kind.NOT_A_NUMBER, "expected a day and a number of patients");
      } else if (age.equals("ALL")) {
        sums.merge(level + (sex.equals("all") ? "" : " by sex"), persons, Double::sum);
        out.total(row);
      } else if (!AGE.matcher(age).matches() || !SEXES.contains(sex)) {
        out.reject(row, "age", Kind.NOT_A_NUMBER,
            "expected an age and a sex, found age '%s' and sex '%s'", age, sex);
      } else if (!level.equals(GROUPS)) {
        sums.merge(level + " by age", persons, Double::sum);
        out.total(row);
      } else if (out.code(row, "code") == null) {
        out.reject(row, "code", Kind.NO_ORGANISATION, "expected the code of a commissioning group, found none");
      } else {
        listed += persons;
        days.add(Period.point(day.get()));
        String years = age.endsWith("+") ? age.substring(0, age.length() - 1) : age;
        out.add(
            row,
            new RegisteredCount(
                out.code(row, "code"), out.code(row, "ons"), day.get(), sex, Long.valueOf(years), persons));
      }
    }
    for (Map.Entry<String, Double> sum : sums.entrySet()) {
      if (Math.abs(sum.getValue() - listed) > 0.5) {
        out.find(
            Kind.TOTAL_DISAGREES, "the groups' ages add to %,.0f but the rows of %s to %,.0f", listed, sum.getKey(),
            sum.getValue());
      }
    }
    return out.close(List.copyOf(days));
  }
}

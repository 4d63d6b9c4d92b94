package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.Period;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** People who live in the area of a commissioning group, by single year of age and sex, in the middle of a year. */
public final class Population implements SheetReader {

  /** People of a commissioning group of one sex and age. */
  record ResidentCount(
      @Column(value = "ONS code of the commissioning group.", required = true) String areaCode,
      @Column("Name as published.") String areaName,
      @Column("The day to which the estimate refers: 30 June.") LocalDate periodStart,
      @Column(value = "all, male or female.", required = true) String sex,
      @Column(value = "Age in years; 90 is 90 and over.", unit = "years") Long age,
      @Column(value = "Usual residents.", unit = "persons") Double persons) {}

  private static final RecordTable<ResidentCount> PUBLISHED_ROWS =
      RecordTable.published(
          "population_published",
          "commissioning group x sex x single year of age, as published",
          ResidentCount.class,
          "area_code", "period_start", "sex", "age");

  /** The table of people by commissioning group, as published. */
  public static final Table PUBLISHED = PUBLISHED_ROWS.table();

  private static final int OLDEST = 90;
  private static final Pattern AREA_CODE = Pattern.compile("E\\d{8}");
  private static final Pattern AGE = Pattern.compile("\\d{1,3}");
  private static final Pattern MID_YEAR = Pattern.compile("(?i)mid-?\\s?(20\\d\\d)");

  /** The year of the codes in the headings of ONS columns. */
  private static final Pattern EDITION = Pattern.compile("ccg(\\d\\d)cd\\b");

  private static final Layout WORKBOOK = workbook();
  private static final Layout TIDY =
      Layout.of(
              "mid-2018, tidied by others",
              LayoutColumn.of(Role.ORG_CODE, "ccg18cd"),
              LayoutColumn.ignored("ccg18cdh"),
              LayoutColumn.ignored("stp18cd"),
              LayoutColumn.of(Role.ORG_NAME, "area_names"),
              LayoutColumn.ignored("all_ages"),
              LayoutColumn.of(Role.KEY, "age"),
              measure("count", "count"))
          .asDerived();

  private static Layout workbook() {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.of(Role.ORG_CODE, "Area Codes", "Area Code"));
    columns.add(LayoutColumn.of(Role.ORG_NAME, "Area Names", "Area Name"));
    columns.add(measure("all", "All Ages"));
    for (int age = 0; age <= OLDEST; age++) {
      columns.add(measure(String.valueOf(age), age == OLDEST ? "90+" : String.valueOf(age), String.valueOf(age)));
    }
    return Layout.of("ONS workbook, a sheet for each sex", columns.toArray(LayoutColumn[]::new))
        .whereName("named after persons, males or females", s -> !sex(s.name()).isEmpty());
  }

  static String sex(String sheet) {
    String name = sheet.toLowerCase(Locale.UK);
    return name.contains("female") ? "female" : name.contains("male") ? "male" : name.contains("person") ? "all" : "";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(WORKBOOK, TIDY);
  }

  @Override
  public List<Table> tables() {
    return List.of(PUBLISHED);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    Location sheet = place.sheet(match.sheet().name());
    Optional<LocalDate> day = middle(match, place.file());
    List<Sheet.Row> rows = match.sheet().rows();
    if (day.isEmpty()) {
      Finding finding =
          Finding.of(Kind.NO_PERIOD, "population", sheet, "expected a year (Mid-2018) in the sheet's name or title");
      return SheetContent.nothing(List.of(finding), RowAccounting.setAside(rows.size()));
    }
    return new PopulationRows(match, day.get(), place).run();
  }

  /** Returns 30 June of the year in the sheet's name, its first rows, a heading such as ccg18cd or the file's name. */
  static Optional<LocalDate> middle(HeaderMatch match, String file) {
    Sheet sheet = match.sheet();
    List<String> texts = new ArrayList<>(List.of(sheet.name()));
    sheet.rows().stream().limit(5).forEach(row -> texts.addAll(List.of(row.cells())));
    texts.add(file);
    for (String text : texts) {
      Matcher m = MID_YEAR.matcher(text);
      if (m.find()) {
        return Optional.of(LocalDate.of(Integer.parseInt(m.group(1)), 6, 30));
      }
    }
    Matcher edition = EDITION.matcher(String.join(" ", match.headings()));
    return edition.find() ? Optional.of(LocalDate.of(2000 + Integer.parseInt(edition.group(1)), 6, 30))
        : Optional.empty();
  }

  /** Reads one sheet: groups become rows; England, regions and local offices are totals, and England is checked. */
  private static final class PopulationRows {

    private static final String AREA = Role.ORG_CODE.name();
    private static final String ALL_AGES = "all";

    private final TableTransformer<ResidentCount> out;
    private final HeaderMatch match;
    private final LocalDate day;
    private final String sex;
    private final boolean keyed;
    private final List<String> figures;
    private double groups;
    private double country = Double.NaN;

    PopulationRows(HeaderMatch match, LocalDate day, Location place) {
      this.out = new TableTransformer<>(match, "population", PUBLISHED_ROWS, place);
      this.match = match;
      this.day = day;
      String named = sex(match.sheet().name());
      this.sex = named.isEmpty() ? "all" : named;
      this.keyed = out.has(Role.KEY.name());
      this.figures =
          match.columns().stream()
              .filter(c -> c != null && c.role() == Role.MEASURE && !c.name().equals(ALL_AGES))
              .map(LayoutColumn::name)
              .toList();
    }

    SheetContent run() {
      match.rows().forEach(this::read);
      if (!Double.isNaN(country) && Math.abs(country - groups) > 0.5) {
        out.find(
            Kind.TOTAL_DISAGREES, "the commissioning groups add to %,.0f but the file's own England says %,.0f",
            groups, country);
      }
      return out.close(List.of(Period.point(day)));
    }

    private void read(Sheet.Row row) {
      String area = out.code(row, AREA);
      boolean coded = area != null && AREA_CODE.matcher(area).matches();
      if (!coded && figures.stream().allMatch(figure -> out.text(row, figure).isEmpty())) {
        out.note(row);
      } else if (!coded) {
        out.reject(
            row, AREA, Kind.NO_ORGANISATION, "expected the ONS code of an area, found '%s'", out.text(row, AREA));
      } else if (!area.startsWith("E38")) {
        out.total(row);
        Double all = area.startsWith("E92") && out.has(ALL_AGES) ? total(row) : null;
        country = all == null ? country : all;
      } else {
        figures.forEach(figure -> add(row, area, figure));
      }
    }

    /** Reads the file's own total; null where it cannot be read, with a finding. */
    private Double total(Sheet.Row row) {
      if (out.value(row, ALL_AGES).isEmpty()) {
        out.find(
            row, Kind.TOTAL_REJECTED,
            "the file's own total could not be read, so that nothing was compared with it: '%s'",
            out.text(row, ALL_AGES));
        return null;
      }
      return out.count(row, ALL_AGES);
    }

    private void add(Sheet.Row row, String area, String figure) {
      String age = keyed ? out.text(row, Role.KEY.name()) : figure;
      Optional<CellValue> value = out.value(row, figure).filter(v -> v.status() == CellStatus.REPORTED);
      if (value.isEmpty() || value.get().number() < 0 || !AGE.matcher(age).matches()) {
        out.refuse(
            row, figure, Kind.NOT_A_NUMBER, "expected a number of people of an age, found '%s' for age '%s'",
            out.text(row, figure), age);
      } else if (out.add(
          row,
          new ResidentCount(
              area, out.text(row, Role.ORG_NAME.name()), day, sex, Long.valueOf(age), value.get().number()))) {
        groups += value.get().number();
      }
    }
  }
}

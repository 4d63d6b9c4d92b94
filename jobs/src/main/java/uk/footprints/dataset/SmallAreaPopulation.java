package uk.footprints.dataset;

import uk.footprints.transform.Measure;
import static uk.footprints.layout.LayoutColumn.field;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.Period;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** People of small areas, in age bands of five years; published single years of age are added up. */
public final class SmallAreaPopulation implements SheetReader {

  private static final int OLDEST = 90;
  private static final int WIDTH = 5;
  private static final int BANDS = OLDEST / WIDTH + 1;

  /** People by band of age. */
  record AgeBands(
      @Column(value = "Aged 0 to 4.", unit = "persons", name = "age_0_4") double age0,
      @Column(value = "Aged 5 to 9.", unit = "persons", name = "age_5_9") double age5,
      @Column(value = "Aged 10 to 14.", unit = "persons", name = "age_10_14") double age10,
      @Column(value = "Aged 15 to 19.", unit = "persons", name = "age_15_19") double age15,
      @Column(value = "Aged 20 to 24.", unit = "persons", name = "age_20_24") double age20,
      @Column(value = "Aged 25 to 29.", unit = "persons", name = "age_25_29") double age25,
      @Column(value = "Aged 30 to 34.", unit = "persons", name = "age_30_34") double age30,
      @Column(value = "Aged 35 to 39.", unit = "persons", name = "age_35_39") double age35,
      @Column(value = "Aged 40 to 44.", unit = "persons", name = "age_40_44") double age40,
      @Column(value = "Aged 45 to 49.", unit = "persons", name = "age_45_49") double age45,
      @Column(value = "Aged 50 to 54.", unit = "persons", name = "age_50_54") double age50,
      @Column(value = "Aged 55 to 59.", unit = "persons", name = "age_55_59") double age55,
      @Column(value = "Aged 60 to 64.", unit = "persons", name = "age_60_64") double age60,
      @Column(value = "Aged 65 to 69.", unit = "persons", name = "age_65_69") double age65,
      @Column(value = "Aged 70 to 74.", unit = "persons", name = "age_70_74") double age70,
      @Column(value = "Aged 75 to 79.", unit = "persons", name = "age_75_79") double age75,
      @Column(value = "Aged 80 to 84.", unit = "persons", name = "age_80_84") double age80,
      @Column(value = "Aged 85 to 89.", unit = "persons", name = "age_85_89") double age85,
      @Column(value = "Aged 90 and over.", unit = "persons", name = "age_90_over") double age90) {

    static AgeBands of(double[] sums) {
      return new AgeBands(
          sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], sums[8], sums[9],
          sums[10], sums[11], sums[12], sums[13], sums[14], sums[15], sums[16], sums[17], sums[18]);
    }
  }

  /** People of a small area. */
  record SmallArea(
      @Column(value = "ONS code of a lower (E01, W01) or middle (E02, W02) layer super output area.", required = true)
      String areaCode,
      @Column("Name.") String areaName,
      @Column("The day to which the estimate refers: 30 June.") LocalDate periodStart,
      @Column(value = "all, male or female.", required = true) String sex,
      @Column(value = "Everybody.", unit = "persons") Double allAges,
      AgeBands bands) {}

  private static final RecordTable<SmallArea> ROWS =
      RecordTable.published(
          "population_small_area",
          "small area x sex, in the middle of a year",
          SmallArea.class,
          "area_code", "period_start", "sex");

  /** The table: a row for each area, a column for each band; a row for each band would add two million rows. */
  public static final Table TABLE = ROWS.table();

  private static final Layout SINGLE_YEARS = singleYears();
  private static final Layout BANDED = banded();
  /** {@code population17_lsoa11.csv}. */
  private static final Pattern YEAR_IN_NAME = Pattern.compile("population(\\d\\d)(?!\\d)");

  private static Layout singleYears() {
    Stream<LayoutColumn> ages =
        IntStream.rangeClosed(0, OLDEST)
            .mapToObj(age -> field(band(age), age == OLDEST ? "90+" : "" + age, "" + age));
    Stream<LayoutColumn> area =
        Stream.of(
            field("code", "lsoa11_code", "lsoa21_code"),
            field("name", "lsoa11_name", "lsoa21_name"),
            field("all", "total_population"));
    return Layout.of("lower areas by single year of age", Stream.concat(area, ages).toArray(LayoutColumn[]::new))
        .asDerived();
  }

  private static Layout banded() {
    Stream<LayoutColumn> bands =
        IntStream.range(0, BANDS)
            .map(band -> band * WIDTH)
            .mapToObj(age -> field(band(age), age == OLDEST ? "90+" : age + "-" + (age + WIDTH - 1)));
    Stream<LayoutColumn> area =
        Stream.of(
            field("code", "MSOA Code"),
            field("name", "MSOA Name"),
            field("all", "All Ages"),
            LayoutColumn.ignored(
                "LA Code (2019 boundaries)", "LA name (2019 boundaries)", "LA Code (2020 boundaries)",
                "LA name (2020 boundaries)"));
    return Layout.of("middle areas by bands of five years", Stream.concat(area, bands).toArray(LayoutColumn[]::new))
        .whereName("named after persons, males or females", s -> !Population.sex(s.name()).isEmpty());
  }

  private static String band(int age) {
    return "band " + age / WIDTH;
  }

  @Override
  public List<Layout> layouts() {
    return List.of(SINGLE_YEARS, BANDED);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    Optional<LocalDate> day = Population.middle(match, place.file()).or(() -> inName(place.file()));
    if (day.isEmpty()) {
      String message = "expected a year (Mid-2019, population19) in the sheet's name, its title or the file's name";
      return SheetContent.nothing(
          List.of(Finding.of(Kind.NO_PERIOD, "population_small_area", place.sheet(match.sheet().name()), message)),
          RowAccounting.setAside(match.sheet().rows().size()));
    }
    TableTransformer<SmallArea> out = new TableTransformer<>(match, "population_small_area", ROWS, place);
    int[] bands = bands(match);
    String sex = Population.sex(match.sheet().name());
    long disagreeing = 0;
    for (Sheet.Row row : match.rows()) {
      String code = out.code(row, "code");
      if (code == null || code.length() != 9) {
        out.note(row);
        continue;
      }
      double[] sums = addUp(row, bands);
      double sum = Arrays.stream(sums).sum();
      Double all = out.number(row, "all");
      if (Double.isNaN(sum)) {
        out.reject(row, "code", Kind.NOT_A_NUMBER, "expected a number of people of each age");
        continue;
      }
      disagreeing += all != null && Math.abs(all - sum) > 0.5 ? 1 : 0;
      out.add(
          row,
          new SmallArea(
              code, out.known(row, "name"), day.get(), sex.isEmpty() ? "all" : sex, all, AgeBands.of(sums)));
    }
    if (disagreeing > 0) {
      out.find(Kind.TOTAL_DISAGREES, "the ages of %d areas do not add to all ages", disagreeing);
    }
    return out.close(List.of(Period.point(day.get())));
  }

  private static Optional<LocalDate> inName(String file) {
    Matcher m = YEAR_IN_NAME.matcher(file);
    return m.find() ? Optional.of(LocalDate.of(2000 + Integer.parseInt(m.group(1)), 6, 30)) : Optional.empty();
  }

  /** Returns the band of each column of the sheet, or -1. */
  private static int[] bands(HeaderMatch match) {
    return match.columns().stream()
        .mapToInt(c -> c != null && c.name().startsWith("band ") ? Integer.parseInt(c.name().substring(5)) : -1)
        .toArray();
  }

  /** Adds the ages into their bands; not a number where a cell is not a number. */
  private static double[] addUp(Sheet.Row row, int[] bands) {
    double[] sums = new double[BANDS];
    for (int i = 0; i < bands.length; i++) {
      if (bands[i] >= 0) {
        sums[bands[i]] += whole(row.cell(i));
      }
    }
    return sums;
  }

  /** Reads plain digits quickly, because there are a few million such cells. */
  private static double whole(String cell) {
    int number = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < '0' || c > '9' || i > 8) {
        return Double.NaN;
      }
      number = number * 10 + c - '0';
    }
    return cell.isEmpty() ? Double.NaN : number;
  }
}

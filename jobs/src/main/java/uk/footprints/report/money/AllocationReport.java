package uk.footprints.report.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.catalogue.Reports;
import uk.footprints.dataset.Allocations;
import uk.footprints.period.Period;
import uk.footprints.report.AreaContext;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;

/** Reports what areas receive per person and their estimated need: sums of allocations and weighted populations. */
public final class AllocationReport implements Report<AllocationReport.Row> {

  /** A figure of a commissioning group or practice for a financial year. */
  record Allocation(
      String areaKind, String areaCode, String icbCode, LocalDate periodStart, String measure, double value) {}

  /** The excerpt that this report needs. */
  static final TableExcerpt<Allocation> ALLOCATIONS = TableExcerpt.of(Allocations.TABLE, Allocation.class);

  private static final String ICB = "icb_2022";
  private static final String PEOPLE = "allocation.population";

  /** A row: area x financial year x quantity. */
  public record Row(
      @Column(value = "As in areas.", required = true) String geography,
      @Column(value = "As in areas.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @BasisColumn String basis,
      @Column(value = "The year.", required = true) String financialYear,
      @Column(
          value = "allocation_per_person, need (weighted by need, all services) or need_general_acute.",
          required = true)
      String quantity,
      @Column("Pounds, or weighted people.") double amount,
      @Column(value = "Registered people that the allocation counts.", unit = "persons") double people,
      @Column("Amount over people.") double value,
      @Column("England's value.") double england,
      @Column("The area's value over England's: above 1 is more per person, or more need.") double ratio,
      @Column("How.") String method,
      @Column("Caveats.") String reason) {}

  /** The table {@code allocation}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "allocation", "area x financial year x quantity",
          Row.class, "geography", "area_code", "financial_year", "quantity", "basis");

  /** A quantity: its source, and the factor that converts it to pounds or people. */
  private record Quantity(String id, String kind, String measure, double unit) {}

  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity("allocation_per_person", "ccg", "allocation.final", 1_000),
          new Quantity("need", "practice", "weighted.all", 1),
          new Quantity("need_general_acute", "practice", "weighted.general_and_acute", 1));

  /** What a place receives or needs, and its people; not a number until one is added. */
  private static final class Amounts {
    private double amount = Double.NaN;
    private double people = Double.NaN;

    void add(boolean ofPeople, double value) {
      if (ofPeople) {
        people = Double.isNaN(people) ? value : people + value;
      } else {
        amount = Double.isNaN(amount) ? value : amount + value;
      }
    }

    double perPerson() {
      return people > 0 ? amount / people : Double.NaN;
    }
  }

  private record Place(String geography, String area) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return (geography + area).compareTo(other.geography + other.area);
    }
  }

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "What do areas receive per person, and what is their estimated need?")
          .withExcerpt(ALLOCATIONS);

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Quantity quantity : QUANTITIES) {
      Map<LocalDate, Map<Place, Amounts>> years = new TreeMap<>();
      for (Allocation figure : evidence.rows(ALLOCATIONS)) {
        boolean people = figure.measure().equals(PEOPLE);
        boolean counted = people || figure.measure().equals(quantity.measure());
        if (counted && figure.areaKind().equals(quantity.kind()) && !Double.isNaN(figure.value())) {
          add(years, evidence.context(), figure, people, people ? 1 : quantity.unit());
        }
      }
      years.forEach(
          (day, places) ->
              places.forEach((place, sum) -> rows.add(row(evidence.context(), quantity, day, place, sum, places))));
    }
    return rows;
  }

  private static void add(
      Map<LocalDate, Map<Place, Amounts>> years, AreaContext context, Allocation figure, boolean people, double unit) {
    LocalDate day = figure.periodStart();
    double value = figure.value() * unit;
    Map<Place, Amounts> places = years.computeIfAbsent(day, d -> new TreeMap<>());
    places.computeIfAbsent(new Place("country", "E92000001"), p -> new Amounts()).add(people, value);
    if (figure.areaKind().equals("practice")) {
      context.areas().listAreas(ICB).stream()
          .filter(area -> area.odsCode().equals(figure.icbCode()))
          .map(Area::code)
          .forEach(code -> places.computeIfAbsent(new Place(ICB, code), p -> new Amounts()).add(people, value));
    } else if (!figure.areaCode().isEmpty()) {
      for (Geography geography : context.geographies()) {
        if (!geography.id().equals("country")) {
          for (AreaShare share :
              context.areas().listShares(context.basis(), Membership.CCG, figure.areaCode(), geography.id(), day)) {
            Place place = new Place(geography.id(), share.areaCode());
            places.computeIfAbsent(place, p -> new Amounts()).add(people, value * share.weight());
          }
        }
      }
    }
  }

  private static Row row(
      AreaContext context, Quantity quantity, LocalDate day, Place place, Amounts sum, Map<Place, Amounts> places) {
    Amounts england = places.get(new Place("country", "E92000001"));
    double value = sum.perPerson();
    double whole = england.perPerson();
    String name =
        place.geography().equals("country")
            ? "England"
            : context.areas().findArea(place.geography(), place.area()).map(Area::name).orElse(place.area());
    String year = Period.financialYear(Period.point(day).financialYear()).label();
    return new Row(
        place.geography(), place.area(), name, context.basis().id(), year, quantity.id(), sum.amount, sum.people, value, whole,
        value / whole,
        quantity.kind().equals("ccg") ? "commissioning groups added up" : "practices added up by board",
        reason(quantity, sum));
  }
  private static String reason(Quantity quantity, Amounts sum) {
    if (Double.isNaN(sum.amount)) {
      return "the people are published, and no " + quantity.id().replace('_', ' ');
    }
    return Double.isNaN(sum.perPerson())
        ? "published without people to divide by"
        : "allocations and need are for different years here: compare ratios, not pounds with need";
  }
}

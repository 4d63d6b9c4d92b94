package uk.footprints.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.ReferenceData;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorCalculator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.MissingReturnDetector;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.indicator.OrganisationContributions;
import uk.footprints.period.Period;
import uk.footprints.report.AreaContext;
import uk.footprints.report.Evidence;
import uk.footprints.report.Evidence.OtherTables;
import uk.footprints.report.trend.Target;
import uk.footprints.runtime.ParallelTasks;
import uk.footprints.runtime.StepTimes;
import uk.footprints.table.ExcerptRows;

/**
 * Computes indicators for geographies, on either basis. It takes one indicator after the other, on each core, for all
 * requests: what its organisations contribute is needed only meanwhile, and would fill the memory for all at once.
 */
public final class IndicatorService {

  /** The geographies in which the NHS plans, and England. */
  private static final List<Geography> PLANNING =
      geographies("stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026", "country");

  /** The geographies of every release on the basis as was. */
  public static final List<Geography> GEOGRAPHIES =
      geographies(
          "stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026", Geography.REGIONS, Geography.TRUST,
          Geography.SUB_LOCATIONS, Geography.GROUPS, Geography.COUNCIL, "country");

  /**
   * The geographies of every release on the basis as now. Sub-locations hold the groups that they succeed on either
   * basis, and groups as they are now are sub-locations, so neither is computed twice.
   */
  public static final List<Geography> GEOGRAPHIES_AS_NOW =
      geographies(
          "stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026", Geography.REGIONS, Geography.TRUST,
          Geography.COUNCIL, "country");

  private static final String STEP = "indicator";

  private final List<Indicator> indicators;
  private final ReferenceData reference;
  private final ObservationSeries figures;
  private final ResidentPopulation residents;
  private final Atlas atlas;
  private final List<AdmissionFlow> flows;
  private final OtherTables otherTables;
  private final AreaPopulation england;
  private final StepTimes times;

  /**
   * The areas for which indicators are computed.
   *
   * @param areas the register, with the custom geography if there is one
   * @param geographies the geographies to compute
   * @param basis the basis on which organisations are assigned to areas
   */
  public record Request(Areas areas, List<Geography> geographies, Basis basis) {}

  /**
   * What was computed for requests.
   *
   * @param byRequest the values of all indicators, for each request in its place
   * @param returns the missing returns that were detected, by the id of the indicator
   */
  public record Results(List<List<IndicatorValue>> byRequest, Map<String, MissingReturnDetector> returns) {}

  /** The values of one indicator for each request, and the missing returns of its organisations. */
  private record OneIndicator(List<List<IndicatorValue>> byRequest, MissingReturnDetector returns) {}

  /**
   * Creates a service for any geography and basis.
   *
   * @param indicators the indicators to compute
   * @param targets the targets that reports judge
   * @param reference the reference tables: areas, by which the population of England is found, and the register
   * @param figures the organisations' figures
   * @param residents the residents of the commissioning groups
   * @param atlas the map
   * @param flows the flows of patients from council to hospital
   * @param excerpts rows of other tables that reports need
   * @param times receives how long each indicator takes
   */
  public IndicatorService(
      List<Indicator> indicators,
      List<Target> targets,
      ReferenceData reference,
      ObservationSeries figures,
      ResidentPopulation residents,
      Atlas atlas,
      List<AdmissionFlow> flows,
      ExcerptRows excerpts,
      StepTimes times) {
    this.indicators = indicators;
    this.reference = reference;
    this.figures = figures;
    this.residents = residents;
    this.atlas = atlas;
    this.flows = flows;
    this.times = times;
    this.england = residents.people(reference.areas(), Basis.AS_WAS, List.of(Geography.get("country")));
    this.otherTables = new OtherTables(ReportInputs.profile(excerpts, england), excerpts, targets);
  }

  /** Computes the values of all indicators for each request, and detects missing returns. */
  public Results compute(List<Request> requests) {
    List<RequestPeople> people = requests.stream().map(this::people).toList();
    List<OneIndicator> all = ParallelTasks.map(indicators, indicator -> compute(indicator, people));
    List<List<IndicatorValue>> byRequest = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      int request = i;
      byRequest.add(all.stream().flatMap(one -> one.byRequest().get(request).stream()).toList());
    }
    Map<String, MissingReturnDetector> returns = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      returns.put(indicators.get(i).id(), all.get(i).returns());
    }
    return new Results(byRequest, returns);
  }

  /**
   * Returns the evidence that reports read.
   *
   * @param request the areas of the reports
   * @param values the values of all indicators for these areas
   * @param period the only period to report; empty for all
   */
  public Evidence evidence(Request request, List<IndicatorValue> values, Optional<Period> period) {
    AreaContext context =
        new AreaContext(
            request.areas(), request.basis(), mapped(request.geographies()), people(request).all(), atlas, flows);
    return new Evidence(values, figures, indicators, context, period, otherTables);
  }

  /** The people of the areas of a request; those weighted by age where the profile by age is known. */
  private record RequestPeople(Request request, AreaPopulation all, Optional<AreaPopulation> weighted) {}

  private RequestPeople people(Request request) {
    AreaPopulation people = residents.people(request.areas(), request.basis(), request.geographies());
    return new RequestPeople(
        request, people, otherTables.profile().map(profile -> people.weighted(profile.weights(), england)));
  }

  private OneIndicator compute(Indicator indicator, List<RequestPeople> people) {
    OrganisationContributions parts =
        times.during(
            STEP, indicator.id() + ", organisations",
            () -> OrganisationContributions.of(indicator, figures, reference.register()));
    return new OneIndicator(people.stream().map(of -> values(parts, of)).toList(), parts.returns());
  }

  private List<IndicatorValue> values(OrganisationContributions parts, RequestPeople people) {
    Indicator indicator = parts.indicator();
    Optional<AreaPopulation> divisor = indicator.ageWeighted() ? people.weighted() : Optional.of(people.all());
    Request request = people.request();
    return divisor
        .map(of -> times.during(
            STEP, indicator.id() + ", areas " + request.basis().id(),
            () -> new IndicatorCalculator(parts, request.areas(), of, request.basis()).of(request.geographies())))
        .orElse(List.of());
  }

  private static List<Geography> geographies(String... ids) {
    return Arrays.stream(ids).map(Geography::get).toList();
  }

  /** Returns the geographies that reports on the shape and the people of areas cover: no lists of organisations. */
  private static List<Geography> mapped(List<Geography> geographies) {
    return geographies.equals(GEOGRAPHIES) ? PLANNING : geographies;
  }
}

package uk.footprints.analysis;

import java.util.Arrays;
import java.util.List;
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

/** Computes indicators for geographies, on either basis. It detects missing returns once for all geographies. */
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
  private final ObservationSeries figures;
  private final ResidentPopulation residents;
  private final Atlas atlas;
  private final List<AdmissionFlow> flows;
  private final OtherTables otherTables;
  private final List<OrganisationContributions> parts;
  private final AreaPopulation england;
  private final StepTimes times;

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
    this.figures = figures;
    this.residents = residents;
    this.atlas = atlas;
    this.flows = flows;
    this.times = times;
    this.england = residents.people(reference.areas(), Basis.AS_WAS, List.of(Geography.get("country")));
    this.otherTables = new OtherTables(ReportInputs.profile(excerpts, england), excerpts, targets);
    this.parts =
        ParallelTasks.map(
            indicators,
            indicator -> times.during(
                STEP, indicator.id() + ", organisations",
                () -> OrganisationContributions.of(indicator, figures, reference.register())));
  }

  /** Returns the missing returns that were detected for an indicator. */
  public MissingReturnDetector returns(Indicator indicator) {
    return parts.get(indicators.indexOf(indicator)).returns();
  }

  /**
   * Computes the evidence that reports read.
   *
   * @param areas the register, with the custom geography if there is one
   * @param geographies the geographies to compute
   * @param basis the basis on which organisations are assigned to areas
   * @param period the only period to report; empty for all
   */
  public Evidence on(Areas areas, List<Geography> geographies, Basis basis, Optional<Period> period) {
    AreaPopulation people = residents.people(areas, basis, geographies);
    AreaContext context = new AreaContext(areas, basis, mapped(geographies), people, atlas, flows);
    return new Evidence(answers(areas, geographies, basis, people), figures, indicators, context, period, otherTables);
  }

  private static List<Geography> geographies(String... ids) {
    return Arrays.stream(ids).map(Geography::get).toList();
  }

  /** Returns the geographies that reports on the shape and the people of areas cover: no lists of organisations. */
  private static List<Geography> mapped(List<Geography> geographies) {
    return geographies.equals(GEOGRAPHIES) ? PLANNING : geographies;
  }

  /** Computes the indicator values alone, without evidence for reports. */
  public List<IndicatorValue> answers(Areas areas, List<Geography> geographies, Basis basis) {
    return answers(areas, geographies, basis, residents.people(areas, basis, geographies));
  }

  private List<IndicatorValue> answers(Areas areas, List<Geography> geographies, Basis basis, AreaPopulation people) {
    Optional<AreaPopulation> weighted = otherTables.profile().map(profile -> people.weighted(profile.weights(), england));
    List<IndicatorCalculator> calculators =
        parts.stream()
            .filter(of -> weighted.isPresent() || !of.indicator().ageWeighted())
            .map(of -> new IndicatorCalculator(
                of, areas, of.indicator().ageWeighted() ? weighted.orElseThrow() : people, basis))
            .toList();
    return ParallelTasks.map(
            calculators,
            of -> times.during(
                STEP, of.indicator().id() + ", areas " + basis.id(),
                () -> of.of(geographies)))
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}

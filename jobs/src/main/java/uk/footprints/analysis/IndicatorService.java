package uk.footprints.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorCalculator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.indicator.OrganisationContributions;
import uk.footprints.period.Period;
import uk.footprints.report.AreaContext;
import uk.footprints.report.Evidence.Beside;
import uk.footprints.report.Evidence;
import uk.footprints.report.TableExcerpt;

/** Indicators for geographies, on either basis. What is missing is looked for once. */
public final class IndicatorService {

  /** The geographies of every release. */
  public static final List<Geography> GEOGRAPHIES =
      List.of("stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026", "country").stream()
          .map(Geography::get)
          .toList();

  private final List<Indicator> indicators;
  private final ObservationSeries figures;
  private final ResidentPopulation residents;
  private final Atlas atlas;
  private final List<AdmissionFlow> flows;
  private final Beside beside;
  private final List<OrganisationContributions> parts;

  /**
   * Ready for any geography and basis.
   *
   * @param indicators which
   * @param figures of the organisations
   * @param residents of the commissioning groups
   * @param atlas the map
   * @param flows of patients, from council to hospital
   * @param lines rows of other tables that reports ask for
   */
  public IndicatorService(
      List<Indicator> indicators,
      ObservationSeries figures,
      ResidentPopulation residents,
      Atlas atlas,
      List<AdmissionFlow> flows,
      Map<TableExcerpt, List<Object[]>> lines) {
    this.indicators = indicators;
    this.figures = figures;
    this.residents = residents;
    this.atlas = atlas;
    this.flows = flows;
    AreaPopulation england = residents.people(Areas.reference(), Basis.AS_WAS, List.of(Geography.get("country")));
    this.beside = new Beside(ReportInputs.profile(lines, england), lines);
    this.parts = indicators.parallelStream().map(indicator -> OrganisationContributions.of(indicator, figures)).toList();
  }

  /**
   * What reports read.
   *
   * @param areas the register, with an analyst's own geography if there is one
   * @param geographies for which answers are wanted
   * @param basis on which organisations are joined to areas
   * @param asked the only period wanted, if one is
   */
  public Evidence on(Areas areas, List<Geography> geographies, Basis basis, Optional<Period> asked) {
    AreaPopulation people = residents.people(areas, basis, geographies);
    AreaContext land = new AreaContext(
        areas, basis, geographies, people, residents.yearly(areas, basis, geographies), atlas, flows);
    return new Evidence(answers(areas, geographies, basis, people), figures, indicators, land, asked, beside);
  }

  /** The answers alone, where no report is made of them. */
  public List<IndicatorValue> answers(Areas areas, List<Geography> geographies, Basis basis) {
    return answers(areas, geographies, basis, residents.people(areas, basis, geographies));
  }

  private List<IndicatorValue> answers(Areas areas, List<Geography> geographies, Basis basis, AreaPopulation people) {
    Optional<AreaPopulation> weighted = beside.profile().map(profile -> people.weighted(profile.weights()));
    return parts.parallelStream()
        .filter(of -> weighted.isPresent() || !of.indicator().ageWeighted())
        .map(of -> new IndicatorCalculator(of, areas, of.indicator().ageWeighted() ? weighted.orElseThrow() : people, basis))
        .flatMap(answers -> geographies.stream().flatMap(geography -> answers.of(geography).stream()))
        .toList();
  }
}

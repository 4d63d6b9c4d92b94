package uk.footprints.report;

import java.util.List;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.indicator.AreaPopulation;

/**
 * The areas of a report, with their populations and the map.
 *
 * @param areas the register
 * @param basis the basis on which organisations are assigned to areas
 * @param geographies the geographies of the report
 * @param people the population of the areas on that basis, at every day with an estimate
 * @param atlas the map
 * @param flows the admissions of the residents of councils to hospitals
 */
public record AreaContext(
    Areas areas,
    Basis basis,
    List<Geography> geographies,
    AreaPopulation people,
    Atlas atlas,
    List<AdmissionFlow> flows) {}

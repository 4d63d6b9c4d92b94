package uk.footprints.analysis;

import java.util.Map;
import uk.footprints.indicator.PopulationSource;

/**
 * An estimate of the people of commissioning groups, or of the sub-locations of boards that took their place.
 *
 * @param geography the geography of the groups
 * @param source the estimate
 * @param people people by single year of age, by NHS code
 */
public record GroupEstimate(String geography, PopulationSource source, Map<String, double[]> people) {}

package uk.footprints.area;

/**
 * The part of an organisation's figure that belongs to an area.
 *
 * @param areaCode the area
 * @param weight above 0, at most 1
 * @param weightBasis where the weight comes from, as in {@link Membership#weightBasis()}
 */
public record AreaShare(String areaCode, double weight, String weightBasis) {}

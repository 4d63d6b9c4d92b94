package uk.footprints.area;

import java.util.List;

/**
 * A geography that an analyst brings.
 *
 * @param geography its id and label
 * @param areas its areas
 * @param memberships who lies in them
 */
public record OwnGeography(Geography geography, List<Area> areas, List<Membership> memberships) {}

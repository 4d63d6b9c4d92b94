package uk.footprints.area;

import java.time.LocalDate;

/**
 * An organisation or an area became another.
 *
 * @param kind {@link Membership#CCG}, {@link Membership#PROVIDER} or {@code area}
 * @param oldCode what it was
 * @param newCode what it became
 * @param date the first day of the new one
 * @param share the part that went there; the shares of one old code add to one
 * @param source where we have it from
 */
public record Succession(
    String kind, String oldCode, String newCode, LocalDate date, double share, String source) {}

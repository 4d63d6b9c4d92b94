package uk.footprints.area;

import java.time.LocalDate;
import java.util.Set;

/**
 * An organisation or an area became another.
 *
 * @param kind {@link Membership#CCG}, {@link Membership#PROVIDER} or {@code area}
 * @param oldCode what it was
 * @param newCode what it became
 * @param date the first day of the new one
 * @param share the part that went there; the shares of one old code add to one
 * @param source where we have it from
 * @param change {@code renamed} (a new code, the same thing), {@code merged} (with another, or into one that went on)
 *     or {@code split}; empty when not known
 * @param confidence {@code high} (a register's or publisher's event), {@code medium} (inferred from the name or a table
 *     of others, or the share is an estimate) or {@code low} (the share is assumed); empty when not known
 */
public record Succession(
    String kind, String oldCode, String newCode, LocalDate date, double share, String source, String change,
    String confidence) {

  static final Set<String> CHANGES = Set.of("", "renamed", "merged", "split");
  static final Set<String> CONFIDENCES = Set.of("", "high", "medium", "low");
}

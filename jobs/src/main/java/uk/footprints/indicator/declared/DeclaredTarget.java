package uk.footprints.indicator.declared;

import java.time.LocalDate;

/**
 * A target that the file of an indicator declares.
 *
 * @param id its name
 * @param title one sentence
 * @param quantity value or count
 * @param geography a geography, or {@code *}
 * @param area the code of an area, or {@code *}
 * @param direction at_most or at_least
 * @param kind level, change or growth
 * @param amount of the level, change or growth
 * @param baseYear the year in which the base financial year began; 0 for none
 * @param due the day by which it must be met; null for every period
 * @param source who set it
 */
public record DeclaredTarget(
    String id,
    String title,
    String quantity,
    String geography,
    String area,
    String direction,
    String kind,
    double amount,
    int baseYear,
    LocalDate due,
    String source) {}

package uk.footprints.declaration;

import java.util.List;

/**
 * A row of a table that a declaration defines.
 *
 * @param values a value for each declared column, in order: String, Long, Double, LocalDate, Boolean or null
 */
record DeclaredRow(List<Object> values) {}

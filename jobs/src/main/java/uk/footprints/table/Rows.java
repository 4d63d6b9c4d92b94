package uk.footprints.table;

import java.io.Serializable;
import java.util.List;

/**
 * Rows for a table: texts as String, whole numbers as Long, numbers as Double, days as LocalDate, flags as Boolean.
 *
 * @param table the table's name
 * @param rows values in the order of its fields
 */
public record Rows(String table, List<Object[]> rows) implements Serializable {}

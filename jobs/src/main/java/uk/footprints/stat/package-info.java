/**
 * The methods of {@link uk.footprints.statistics} on an analyst's table: one class per method, one line in {@link
 * uk.footprints.stat.StatMethods}. A {@link MethodGuide} describes the input and result of a method, a {@link
 * uk.footprints.stat.MethodInput} checks every cell as it is read, an {@link ResultTable} is the
 * table that comes back.
 */
package uk.footprints.stat;

/**
 * The methods of {@link uk.footprints.statistics} on an analyst's table: one class a method, one line in {@link
 * uk.footprints.job.stat.Methods}. A {@link uk.footprints.job.stat.Guide} says what a method reads and gives, a {@link
 * uk.footprints.job.stat.Question} checks every cell as it is read, an {@link uk.footprints.job.stat.Answer} is the
 * table that comes back.
 */
package uk.footprints.job.stat;

package uk.footprints.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.footprints.table.Column;

/** The column of the basis on which organisations are assigned to areas. */
@Column(name = "basis", value = "as_was or as_now, as in indicators.", required = true)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface BasisColumn {}

package uk.footprints.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.footprints.table.Column;

/** The columns of a month, quarter or financial year: first day, last day and kind. */
@Column(name = "period_start", value = "First day.")
@Column(name = "period_end", value = "Last day.")
@Column(name = "period_kind", value = "month, quarter or financial_year.", required = true)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ReportPeriod {}

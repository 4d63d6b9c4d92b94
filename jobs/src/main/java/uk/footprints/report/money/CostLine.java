package uk.footprints.report.money;

/**
 * A currency's activity and cost in a schedule and financial year.
 *
 * @param year the calendar year in which the financial year began
 * @param schedule NEL long stays, NEL_XS excess bed days, NES short stays, AE accident and emergency
 * @param service the code of the service; empty where the schedule has none
 * @param currency the healthcare resource group, or another currency
 * @param activity how many; not a number where withheld
 * @param bedDays bed days within the trim point; not a number where not published
 * @param cost in pounds; not a number where withheld
 */
record CostLine(
    int year, String schedule, String service, String currency, double activity, double bedDays, double cost) {}

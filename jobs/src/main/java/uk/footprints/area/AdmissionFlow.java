package uk.footprints.area;

/**
 * Residents of a council who were admitted by a provider in a year.
 *
 * @param council the council's code; empty where it is unknown
 * @param provider ODS code
 * @param admissions how many
 */
public record AdmissionFlow(String council, String provider, double admissions) {}

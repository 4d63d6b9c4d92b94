/**
 * Writes reports as workbooks that follow the UK government's guidance on accessible spreadsheets: a cover, contents,
 * notes, and one table on each worksheet that screen readers can navigate.
 *
 * @see <a href="https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/">Releasing
 *     statistics in spreadsheets</a>
 */
package uk.footprints.workbook;

/**
 * Reports as workbooks, made to the UK government's guidance on accessible spreadsheets: a cover, contents, notes, and one
 * table a worksheet that screen readers can find their way through.
 *
 * @see <a href="https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/">Releasing
 *     statistics in spreadsheets</a>
 */
package uk.footprints.workbook;

package uk.footprints.finding;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something unusual or rejected in the data: a record that can be queried, never a line of a log.
 *
 * @param kind a stable word, such as {@code total_disagrees}
 * @param severity its effect on the run
 * @param dataset the dataset concerned; empty when none could be recognised
 * @param place location in the file
 * @param message one sentence: what was expected and what was found
 * @param next the advice to the user
 */
public record Finding(Kind kind, Severity severity, String dataset, Location place, String message, String next)
    implements Serializable {

  private static final int LONGEST = 600;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

  /** The kind of a finding, with its usual severity and its usual advice. */
  public enum Kind {
    UNREADABLE(Severity.SET_ASIDE, "Download the file again; if it is the same, open it and save it anew."),
    PROGRAM_FAULT(Severity.SET_ASIDE, "Report the finding to the authors of Footprints; the other files were read."),
    UNKNOWN_FILE(Severity.SET_ASIDE, "Take it out of the folder, or add its layout (CONTRIBUTING, add a dataset)."),
    AMBIGUOUS_FILE(Severity.SET_ASIDE, "Read it alone with --only and the dataset that it belongs to."),
    HEADER_CHANGED(Severity.SET_ASIDE, "Compare with the last file that was read; add a layout if the header changed."),
    NO_PERIOD(Severity.SET_ASIDE, "Look for the period in the title block or the first columns."),
    PERIOD_CONFLICT(Severity.SET_ASIDE, "Ask the publisher which period it is."),
    CUT_OFF(Severity.WARNING, "Look for the whole file at the publisher's page; what is there was read."),
    FUTURE_PERIOD(Severity.SET_ASIDE, "Look at the year in the title block or the first columns: it has not come yet."),
    IGNORED_CONTENT(Severity.NOTE, "No action needed: only the cells of its sheets were read."),
    HIDDEN_SHEET(Severity.NOTE, "Look at the sheet, which the workbook hides."),
    SHEET_NOT_READ(Severity.NOTE, "Add a layout for the sheet if it should be read; otherwise do nothing."),
    RUNNING_YEAR(Severity.WARNING, "No action needed: the period of the title block was used."),
    MISSPELT_MONTH(Severity.NOTE, "No action needed: the month was understood."),
    IMPLAUSIBLE_DATE(Severity.WARNING, "No action needed: another date of the file was used."),
    ESTIMATED_DATE(Severity.NOTE, "No action needed: the publisher's timetable was used."),
    MONTH_FIRST(Severity.NOTE, "No action needed: the column's own dates show that the month comes first."),
    DATE_MISSING(Severity.NOTE, "No action needed: the rows were kept without a date."),
    ASSUMED_PERIOD(Severity.NOTE, "No action needed: the dataset's warnings say why this period was assumed."),
    TOTAL_BY_SUM(
        Severity.WARNING, "Look at the row: it was left out as a total because it equals the sum of the others."),
    TOTAL_DISAGREES(Severity.WARNING, "Report it to the publisher; the organisations' own figures were kept."),
    TOTAL_MISSING(Severity.WARNING, "Look whether the file was cut off: this publication always has a total."),
    CORRECTED(Severity.NOTE, "No action needed: data/reference/corrections.csv says why."),
    CORRECTION_OUTDATED(Severity.WARNING, "Remove the row from data/reference/corrections.csv, or look for its cell."),
    NOT_A_NUMBER(Severity.REJECT, "Correct the cell at its source, or declare what the mark means."),
    FIGURES_REJECTED(
        Severity.INCOMPLETE, "Correct the cells that its other findings name, or ask the publisher; the rest was read."),
    TOTAL_REJECTED(
        Severity.INCOMPLETE, "Look at the row at the publisher's page: without it, a figure that is missing goes unseen."),
    NO_ORGANISATION(Severity.REJECT, "Look at the row: figures without an organisation's code cannot be placed."),
    ROW_SHIFTED(
        Severity.REJECT, "Put quotation marks around the cell that contains a separator; the other rows were read."),
    DUPLICATE_ROW(Severity.REJECT, "Look at both rows; the first was kept."),
    NEGATIVE_COUNT(Severity.REJECT, "Ask the publisher for the count: one below zero is an adjustment or a mistake."),
    IMPOSSIBLE_VALUE(Severity.REJECT, "Ask the publisher for the right figure; this one was read as missing."),
    DECIMAL_COUNT(Severity.WARNING, "Look at the column: what is counted comes in whole numbers."),
    UNKNOWN_ORGANISATION(Severity.NOTE, "Look at the code: a hub, or a typing error. Its figures were kept."),
    CLOSED_ORGANISATION(Severity.WARNING, "Look at the code: it had closed by then. Its figures were kept."),
    RETURN_MISSING(Severity.WARNING, "No action needed: what was published as zero is kept as missing."),
    SUSPECTED_MISSING_RETURN(Severity.WARNING, "Read the publisher's notes; areas concerned are flagged, not ranked."),
    IMPLAUSIBLE_VALUE(
        Severity.WARNING, "Ask the organisation for the right value; indicators leave this one out as missing."),
    CAVEAT_CONTRADICTED(
        Severity.WARNING, "Correct the caveat in the declaration of the indicator: it denies figures that are there."),
    SAME_AS_OTHER_PERIOD(Severity.WARNING, "Check the download: two periods hold the same figures."),
    ROWS_SUPERSEDED(Severity.NOTE, "No action needed: of rows with the same key, those of the newest file are there."),
    CHANGED_IN_PLACE(
        Severity.WARNING, "No action needed: both vintages are kept, and the newer is current."),
    ORGANISATION_DROPPED(
        Severity.WARNING,
        "Ask the publisher whether they merged: their older figures stay current, and are added to those of the others."),
    FILES_DISAGREE(
        Severity.WARNING, "Keep one of the two files, the one at the publisher's page; the table revisions has both."),
    REVISED(Severity.NOTE, "No action needed: the newer value is current, the older is kept in vintages."),
    COLUMN_MISSING(
        Severity.WARNING, "Ask for an extract with the column, or do without the figures that depend on it."),
    COLUMN_NOT_KNOWN(Severity.NOTE, "No action needed: the column was ignored."),
    COLUMN_NEW(
        Severity.WARNING, "Add the column to the layout if its figures are needed; the known columns were read."),
    HEADING_MISSPELT(Severity.NOTE, "No action needed: no other heading is as similar."),
    CODE_TIDIED(Severity.NOTE, "No action needed: the register has the codes without these marks."),
    ROWS_CUT(Severity.WARNING, "Compare the last row with the publisher's page; ask for the table in parts."),
    OTHER_COUNTRY(Severity.REJECT, "Take the rows out: the publication covers the NHS in England."),
    NOT_NHS(Severity.SET_ASIDE, "Name an NHS organisation as the payer, in the file or its folder, or take it out."),
    ROWS_REJECTED(Severity.REJECT, "Look at the rows at their source; they were counted and left out."),
    TOO_MANY_REJECTS(
        Severity.HOLD,
        "Look at the rows at their source; then footprints release approve, or reject and correct the file."),
    CASE_MIX_REDUCED(
        Severity.NOTE, "Read the table case_mix_model, which lists what the models were made of; the rest was done."),
    ARTIFICIAL(Severity.NOTE, "Draw no conclusions from these figures: the data are artificial."),
    PEOPLE_OF_OTHER_YEARS(
        Severity.NOTE, "Add the estimates of sub-integrated care board locations (ONS) to the folder."),
    UNPLACED_ORGANISATION(Severity.NOTE, "Add the organisation to the memberships if it belongs to an area."),
    SITE_ELSEWHERE(Severity.NOTE, "Look at the site on a map, and at the provider's membership."),
    BAD_BOUNDARY(Severity.WARNING, "Look at the polygon on a map."),
    CHANGED_WHILE_READ(Severity.SET_ASIDE, "Run again when the file is whole: somebody was writing it."),
    TOTAL_ANOMALY(Severity.HOLD, "Look at the files concerned; then footprints release approve, or reject."),
    CHECK_FAILED(Severity.HOLD, "Look at the finding's location; the previous release stays published.");

    private final Severity severity;
    private final String next;

    Kind(Severity severity, String next) {
      this.severity = severity;
      this.next = next;
    }

    /** Returns the word that tables use: {@code total_disagrees}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns a finding with its kind's usual severity and advice. */
  public static Finding of(Kind kind, String dataset, Location place, String message, Object... values) {
    String text =
        values.length == 0
            ? message
            : String.format(
                Locale.UK, message, Arrays.stream(values).map(v -> v instanceof String s ? shortened(s) : v).toArray());
    return new Finding(kind, kind.severity, dataset, place, text, kind.next);
  }

  /** Shortens a text, because a cell may be very long. */
  private static String shortened(String text) {
    String flat = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST - 3) + "...";
  }

  /** Returns the finding with another severity and other advice. */
  public Finding as(Severity other, String advice) {
    return new Finding(kind, other, dataset, place, message, advice);
  }

  /** Returns the location and the message, for the console and the log. */
  public String sentence() {
    return place.file().isEmpty() ? message : place + ": " + message;
  }
}

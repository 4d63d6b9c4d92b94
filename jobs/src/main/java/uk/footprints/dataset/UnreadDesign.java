package uk.footprints.dataset;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.footprints.format.Sheet;
import uk.footprints.format.TextDecoder;

/**
 * A known design of sheets that no layout reads: a blank form, or a list that others made of the publication.
 *
 * @param sheets the names of its sheets; empty for any
 * @param title what a cell of the first rows has in it
 * @param headings the headings that one of the first rows has, among others
 * @param reason what it is, and why it has no figures here
 * @param advice what to do
 */
public record UnreadDesign(
    List<String> sheets, Optional<Pattern> title, List<String> headings, String reason, String advice) {

  /** Titles and headings are looked for in the first rows only. */
  private static final int FIRST_ROWS = 60;

  /** Returns whether a sheet has this design. */
  public boolean fits(Sheet sheet) {
    List<Sheet.Row> rows = sheet.rows().subList(0, Math.min(FIRST_ROWS, sheet.rows().size()));
    boolean named = sheets.isEmpty() || sheets.stream().anyMatch(sheet.name().strip()::equalsIgnoreCase);
    boolean titled =
        title.map(p -> rows.stream().flatMap(row -> Arrays.stream(row.cells())).anyMatch(c -> p.matcher(c).find()))
            .orElse(true);
    return named && titled && (headings.isEmpty() || rows.stream().anyMatch(this::isHeader));
  }

  private boolean isHeader(Sheet.Row row) {
    Set<String> keys = new HashSet<>();
    for (String cell : row.cells()) {
      keys.add(TextDecoder.key(cell));
    }
    return headings.stream().map(TextDecoder::key).allMatch(keys::contains);
  }
}

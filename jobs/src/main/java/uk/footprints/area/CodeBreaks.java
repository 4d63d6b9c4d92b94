package uk.footprints.area;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Codes that stayed while what they cover changed. Figures from before the change cannot be divided by people counted
 * after it.
 */
public final class CodeBreaks {

  /**
   * A change of what a code covers.
   *
   * @param date the first day of the new extent
   * @param reason one sentence
   */
  public record Break(LocalDate date, String reason) {}

  private static final String FILE = "breaks.csv";

  private final Map<String, Break> breaks = new HashMap<>();

  private CodeBreaks(ReferenceTable table) {
    for (ReferenceTable.Row row : table.rows()) {
      breaks.put(row.text("kind") + " " + row.text("code"),
          new Break(row.date("date").orElseThrow(), row.text("reason")));
    }
  }

  /** Returns the table in the jar. */
  public static CodeBreaks reference() {
    return new CodeBreaks(ReferenceTable.ofReference(FILE, "kind", "code", "date", "reason", "source"));
  }

  /** Returns whether there is any change, for a member of that kind and code. */
  public boolean has(String kind, String code) {
    return breaks.containsKey(kind + " " + code);
  }

  /** Finds the change between two days, for a member of that kind and code. */
  public Optional<Break> find(String kind, String code, LocalDate from, LocalDate to) {
    Break found = breaks.get(kind + " " + code);
    boolean between = found != null && from.isBefore(found.date()) && !to.isBefore(found.date());
    return between ? Optional.of(found) : Optional.empty();
  }
}

package uk.footprints.area;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.footprints.runtime.UserException;

/**
 * Published figures that are provably wrong, with the right ones. The list is kept by hand; each correction names the
 * figure expected in the file, so that the program reports when the publisher has corrected it.
 */
public final class Corrections {

  /**
   * A correction.
   *
   * @param published the wrong figure, as published
   * @param corrected what it should be; empty where the figure is left out
   * @param reason why it is wrong, in a sentence
   * @param reportedOn the day on which it was reported to the publisher; empty before
   */
  public record Correction(double published, Optional<Double> corrected, String reason,
      Optional<LocalDate> reportedOn) {}

  private static final String FILE = "corrections.csv";
  private final Map<String, Correction> all = new HashMap<>();

  private Corrections(ReferenceTable table) {
    for (ReferenceTable.Row row : table.rows()) {
      LocalDate start = row.date("period_start").orElse(LocalDate.MIN);
      String key =
          key(row.required("dataset"), row.required("measure"), row.required("org_code"), row.required("org_role"),
              start);
      Optional<Double> corrected =
          row.text("corrected").equals("exclude") ? Optional.empty() : Optional.of(number(row, "corrected"));
      row.required("source");
      all.put(
          key,
          new Correction(number(row, "published"), corrected, row.required("reason"), row.date("reported_on")));
    }
  }

  private Corrections(Map<String, Correction> some) {
    all.putAll(some);
  }

  private static double number(ReferenceTable.Row row, String column) {
    try {
      return Double.parseDouble(row.required(column));
    } catch (NumberFormatException e) {
      throw UserException.data(row.place() + ": " + column + " is not a number.",
          "enter a number, or exclude, under corrected");
    }
  }

  /** Reads the table in the jar. */
  static Corrections ofJar() {
    return new Corrections(
        ReferenceTable.ofReference(
            FILE, "dataset", "measure", "org_code", "org_role", "period_start", "published", "corrected", "reason",
            "reported_on", "source"));
  }

  /** Reads corrections from CSV text. */
  public static Corrections of(java.io.InputStream csv) {
    return new Corrections(ReferenceTable.read(FILE, csv, "dataset", "measure", "org_code", "org_role",
        "period_start"));
  }

  /**
   * Reads an analyst's own corrections.
   *
   * @param name of the file, for messages
   * @param csv its text
   */
  public static Corrections own(String name, String csv) {
    return new Corrections(
        ReferenceTable.read(
            name, new java.io.ByteArrayInputStream(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)), "dataset",
            "measure", "org_code", "org_role", "period_start", "published", "corrected", "reason", "reported_on",
            "source"));
  }

  /** Returns these corrections and others, which come first where both correct a figure. */
  public Corrections and(Corrections others) {
    Corrections both = new Corrections(all);
    both.all.putAll(others.all);
    return both;
  }

  /** Whether any figure of a dataset is corrected. */
  public boolean concern(String dataset) {
    return all.keySet().stream().anyMatch(key -> key.startsWith(dataset + "|"));
  }

  /** The correction of a figure. */
  public Optional<Correction> find(String dataset, String measure, String org, String role, LocalDate start) {
    return Optional.ofNullable(all.get(key(dataset, measure, org, role, start)));
  }

  private static String key(String dataset, String measure, String org, String role, LocalDate start) {
    return String.join("|", dataset, measure, org, role, start.toString());
  }
}

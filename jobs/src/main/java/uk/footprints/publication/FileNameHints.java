package uk.footprints.publication;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.fetch.Receipt;
import uk.footprints.period.PeriodText;

/**
 * The hints in a file's name about its publication, and the receipt of a fetched file. Names are the least reliable
 * evidence: a sheet's title block takes precedence.
 *
 * @param name the name without folders
 * @param receipt the record of the download; empty for a file that the user downloaded
 */
public record FileNameHints(String name, Optional<Receipt> receipt) {

  private static final Pattern REVISED_ON = Pattern.compile("(?i)revised?[-_ ]?(\\d{6})(?!\\d)");
  private static final Pattern REVISED = Pattern.compile("(?i)(revised|refresh|-rev|_rev)");
  private static final Pattern REFRESHED =
      Pattern.compile("(?i)(?:rev(?:ised)?|refresh)[-_ ]*([a-z]{3,9})[-_ ]?(\\d{2,4})");

  /** Returns the hints in the last part of a path. */
  public static FileNameHints of(String path) {
    return new FileNameHints(path.substring(path.lastIndexOf('/') + 1), Optional.empty());
  }

  /** Returns a copy with a receipt; null for none. */
  public FileNameHints with(Receipt fetched) {
    return new FileNameHints(name, Optional.ofNullable(fetched));
  }

  /** Returns whether the publisher replaced a file that was fetched before by this one. */
  public boolean replaced() {
    return receipt.isPresent() && !receipt.get().replaces().isEmpty();
  }

  /** Returns the day of a revision in the name, as in {@code April-2020-revised-260421-abc.csv}. */
  public Optional<LocalDate> findRevisedOn() {
    Matcher m = REVISED_ON.matcher(name);
    return m.find() ? PeriodText.findShortDate(m.group(1)) : Optional.empty();
  }

  /** Returns the first day of the month of a revision in the name, as in {@code Dec12_Rev-July13.xls}. */
  public Optional<LocalDate> findRevisedIn() {
    Matcher m = REFRESHED.matcher(name);
    if (!m.find()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(m.group(2));
    return PeriodText.findMonth(m.group(1))
        .map(month -> LocalDate.of(year < 100 ? 2000 + year : year, month.number(), 1));
  }

  /** Returns whether the name says that the file is a revision. */
  public boolean revised() {
    return REVISED.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}

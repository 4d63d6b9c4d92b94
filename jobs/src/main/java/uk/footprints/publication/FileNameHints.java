package uk.footprints.publication;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.fetch.Receipt;
import uk.footprints.period.PeriodText;

/**
 * What a file's name says of its publication, and the receipt of one that was fetched. Names are the last thing to
 * believe: a sheet's title block goes first.
 *
 * @param name the name without folders
 * @param receipt where it came from; empty for a file that somebody downloaded
 */
public record FileNameHints(String name, Optional<Receipt> receipt) {

  private static final Pattern REVISED_ON = Pattern.compile("(?i)revised?[-_ ]?(\\d{6})(?!\\d)");
  private static final Pattern REVISED = Pattern.compile("(?i)(revised|refresh|-rev|_rev)");
  private static final Pattern REFRESHED = Pattern.compile("(?i)(?:rev(?:ised)?|refresh)[-_ ]*([a-z]{3,9})[-_ ]?(\\d{2,4})");

  /** The name of a path. */
  public static FileNameHints of(String path) {
    return new FileNameHints(path.substring(path.lastIndexOf('/') + 1), Optional.empty());
  }

  /** The same, with a receipt; null for none. */
  public FileNameHints with(Receipt fetched) {
    return new FileNameHints(name, Optional.ofNullable(fetched));
  }

  /** Whether the publisher put it in the place of another file, which was fetched before. */
  public boolean replaced() {
    return receipt.isPresent() && !receipt.get().replaces().isEmpty();
  }

  /** The day of a revision that the name carries, as in {@code April-2020-revised-260421-abc.csv}. */
  public Optional<LocalDate> findRevisedOn() {
    Matcher m = REVISED_ON.matcher(name);
    return m.find() ? PeriodText.findShortDate(m.group(1)) : Optional.empty();
  }

  /** The month of a revision that the name carries, as in {@code Dec12_Rev-July13.xls}: its first day. */
  public Optional<LocalDate> findRevisedIn() {
    Matcher m = REFRESHED.matcher(name);
    if (!m.find()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(m.group(2));
    return PeriodText.findMonth(m.group(1))
        .map(month -> LocalDate.of(year < 100 ? 2000 + year : year, month.number(), 1));
  }

  /** Whether the name says that this is a revision. */
  public boolean revised() {
    return REVISED.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}

package uk.footprints.fetch;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether two files of one name are vintages of one publication or publications of two periods. The name is not
 * sufficient, because publishers use some names for every period.
 */
final class SamePublication {

  private static final Pattern PERIOD =
      Pattern.compile(
          "(?i)(?<!\\d)(?:19|20)\\d{2}(?!\\d)|(?<!\\d)20\\d{4}(?!\\d)"
              + "|(?:^|[^a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
              + "|nov|dec)[a-z]*[-_ ]?\\d\\d(?!\\d)");
  /** An edition's folder states its period, unlike the month of an upload. */
  private static final Pattern EDITION = Pattern.compile("(?i)mid-?\\d{4}[^/]*");

  private SamePublication() {}

  /**
   * Whether a file that was fetched before is a former vintage of one that has its name.
   *
   * <p>Files that describe the same month or quarter are vintages, and files without a common month are not, nor are editions
   * whose folders state different periods. Otherwise they are vintages when one page links both, or when the name
   * itself states the period.
   *
   * @param before the months that the former file describes; empty when it states none
   * @param now the months that the new file describes; empty when it states none
   */
  static boolean of(Receipt former, LinkedFile linked, Optional<ContentPeriod> before, Optional<ContentPeriod> now) {
    Optional<String> one = edition(former.url());
    Optional<String> other = edition(linked.address());
    if (one.isPresent() && other.isPresent() && !one.equals(other)) {
      return false;
    }
    if (before.isPresent() && now.isPresent()) {
      if (before.equals(now) && now.get().isSingle()) {
        return true;
      }
      if (before.get().isApartFrom(now.get())) {
        return false;
      }
    }
    boolean samePage = !former.page().isEmpty() && page(former.page()).equals(page(linked.page()));
    return samePage || statesPeriod(linked.link().name());
  }

  /** Whether a name states a year, or a month with its year: {@code MSitAE-OCTOBER-2018.csv}. */
  static boolean statesPeriod(String name) {
    return PERIOD.matcher(name).find();
  }

  private static String page(String address) {
    return address.replaceFirst("/+$", "");
  }

  private static Optional<String> edition(String url) {
    String path = LinkRules.canonical(URI.create(url));
    int name = path.lastIndexOf('/');
    Matcher edition = EDITION.matcher(path.substring(path.lastIndexOf('/', name - 1) + 1, name));
    return edition.matches() ? Optional.of(edition.group()) : Optional.empty();
  }
}

package uk.footprints.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;

/**
 * What caveats say about the values that exist: that there are none for areas, none before a month, or none after one.
 * Each claim is compared with the values of a release, because a caveat that denies a figure which is there misleads as
 * much as a wrong figure.
 */
public final class CaveatClaims {

  private static final Pattern COUNTRY_ONLY =
      Pattern.compile(
          "(?i)\\b(for England only|only for England|no (values?|figures?) (for|by) (footprints|areas)"
              + "|not mapped to (footprints|areas))\\b");
  private static final String MONTH =
      "((?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{4})";
  private static final Pattern FIRST =
      Pattern.compile("(?i)\\b(?:published|collected|counted|available|known)\\b[^.;]*?\\b(?:from|since) " + MONTH);
  private static final Pattern LAST =
      Pattern.compile(
          "(?i)\\b(?:collection|publication|series|returns?|figures|values)\\b[^.;]*?\\b(?:ended|ends|end|stopped) in "
              + MONTH);

  private CaveatClaims() {}

  /**
   * Lists the claims of an indicator's caveats that its values contradict, a sentence each.
   *
   * @param indicator the indicator
   * @param values values of a release; those of other indicators are ignored
   */
  public static List<String> listContradicted(Indicator indicator, Collection<IndicatorValue> values) {
    List<Claim> claims = indicator.caveats().stream().flatMap(CaveatClaims::claims).toList();
    if (claims.isEmpty()) {
      return List.of();
    }
    String id = indicator.id();
    List<IndicatorValue> known =
        values.stream().filter(v -> v.indicator().equals(id) && Double.isFinite(v.estimate().value())).toList();
    List<String> contradicted = new ArrayList<>();
    for (Claim claim : claims) {
      known.stream().filter(claim.denied()).findFirst().ifPresent(
          v -> contradicted.add("%s says \"%s\", and there is a value of %s (%s) in %s"
              .formatted(id, claim.caveat(), v.areaName(), v.geography(), v.period().label())));
    }
    return contradicted;
  }

  /** A caveat, and the values of which it says that there are none. */
  private record Claim(String caveat, Predicate<IndicatorValue> denied) {}

  private static Stream<Claim> claims(String caveat) {
    List<Claim> claims = new ArrayList<>();
    if (COUNTRY_ONLY.matcher(caveat).find()) {
      claims.add(new Claim(caveat, v -> !v.geography().equals("country")));
    }
    month(FIRST, caveat).ifPresent(
        first -> claims.add(new Claim(caveat, v -> v.period().end().isBefore(first.start()))));
    month(LAST, caveat).ifPresent(
        last -> claims.add(new Claim(caveat, v -> v.period().start().isAfter(last.end()))));
    return claims.stream();
  }

  private static Optional<Period> month(Pattern claim, String caveat) {
    Matcher found = claim.matcher(caveat);
    return found.find() ? PeriodText.findPeriod(found.group(1)) : Optional.empty();
  }
}

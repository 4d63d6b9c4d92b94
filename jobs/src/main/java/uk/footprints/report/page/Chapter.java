package uk.footprints.report.page;

import java.util.List;
import java.util.stream.Collectors;
import uk.footprints.indicator.Indicator;

/**
 * The words around an indicator's charts.
 *
 * @param id the indicator's id
 * @param title for people
 * @param definition what the value is
 * @param unit of the value
 * @param counted what the numerator is
 * @param dividedBy what the denominator is
 * @param limits how limits are computed
 * @param direction which way is better
 * @param caveats what to mind
 * @param source publication and publisher
 * @param basis how organisations are joined to areas
 * @param reviewed when the definition was last looked at
 * @param hasData whether there is any answer
 */
public record Chapter(
    String id,
    String title,
    String definition,
    String unit,
    String counted,
    String dividedBy,
    String limits,
    String direction,
    List<String> caveats,
    String source,
    String basis,
    String reviewed,
    boolean hasData) {

  /** One chapter an indicator, in the order of the catalogue. */
  static List<Chapter> list(Materials materials) {
    return materials.evidence().indicators().stream().map(i -> of(i, materials)).toList();
  }

  private static Chapter of(Indicator i, Materials materials) {
    String source =
        materials
            .findSource(i.dataset())
            .map(s -> "%s, %s (%s)".formatted(s.publisher(), s.title(), s.licence()))
            .orElse(i.dataset());
    boolean hasData = materials.evidence().answers().stream().anyMatch(a -> a.indicator().equals(i.id()));
    return new Chapter(
        i.id(),
        i.title(),
        i.definition(),
        i.unit(),
        terms(i.numerator()),
        i.denominator().isEmpty() ? "people who live in the area" : terms(i.denominator()),
        limits(i),
        direction(i),
        i.caveats(),
        source,
        basis(materials, i.id()),
        i.reviewed(),
        hasData);
  }

  private static String terms(List<Indicator.Term> terms) {
    return terms.stream()
        .map(term -> (term.sign() < 0 ? "less " : "") + term.measure())
        .collect(Collectors.joining(", "));
  }

  private static String limits(Indicator indicator) {
    return switch (indicator.method()) {
      case RATE -> "Byar's limits, exact below 10 events; the funnel is that of a Poisson count";
      case PROPORTION -> "Wilson's score limits; the funnel is that of a proportion";
      case RATIO -> "none: a ratio of averages is no sample";
    };
  }

  private static String direction(Indicator indicator) {
    return switch (indicator.direction()) {
      case HIGHER_IS_BETTER -> "Higher is better.";
      case LOWER_IS_BETTER -> "Lower is better.";
      case NEITHER -> "Neither high nor low is good in itself.";
    };
  }

  private static String basis(Materials materials, String indicator) {
    return materials.evidence().answers().stream()
        .filter(a -> a.indicator().equals(indicator))
        .map(a -> a.basis())
        .distinct()
        .map(
            basis ->
                basis.equals("as_now")
                    ? "as now (each organisation in the area of its successor)"
                    : "as was (each organisation in the area where it lay at the time)")
        .collect(Collectors.joining("; "));
  }
}

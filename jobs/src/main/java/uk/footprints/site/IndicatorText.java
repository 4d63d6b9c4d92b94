package uk.footprints.site;

import java.util.List;
import java.util.stream.Collectors;
import uk.footprints.indicator.Indicator;
import uk.footprints.report.variation.Adjustments;

/**
 * The texts around an indicator's charts.
 *
 * @param id the indicator's id
 * @param title for people
 * @param definition what the value is
 * @param unit of the value
 * @param counted what the numerator is
 * @param dividedBy what the denominator is
 * @param limits how limits are computed
 * @param direction which way is better
 * @param caveats what a reader must consider
 * @param source publication and publisher
 * @param reviewed when the definition was last reviewed
 * @param adjusted whether the release adjusts it for age or need
 * @param hasData whether there is any value
 */
public record IndicatorText(
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
    String reviewed,
    boolean adjusted,
    boolean hasData) {

  /** Returns the texts of each indicator in the order of the catalogue. */
  static List<IndicatorText> list(SiteContext site) {
    return site.input().evidence().indicators().stream().map(i -> of(i, site)).toList();
  }

  static IndicatorText of(Indicator i, SiteContext site) {
    SiteInput input = site.input();
    String source =
        input
            .catalogue()
            .find(i.dataset())
            .map(d -> "%s, %s (%s)".formatted(d.publisher(), d.title(), d.licence()))
            .orElse(i.dataset());
    boolean hasData = !input.evidence().geographies(i.id()).isEmpty();
    boolean adjusted =
        input.rows(Adjustments.TABLE).stream().anyMatch(row -> row.series().indicator().equals(i.id()));
    return new IndicatorText(
        i.id(),
        i.title(),
        i.definition(),
        i.unit(),
        terms(site, i.numerator()),
        i.denominator().isEmpty() ? "people who live in the area" : terms(site, i.denominator()),
        limits(i),
        direction(i),
        i.caveats(),
        source,
        i.reviewed(),
        adjusted,
        hasData);
  }

  /** Returns what would bring data. */
  public String remedy() {
    return "The command footprints fetch downloads the publication, and the next refresh shows it.";
  }

  private static String terms(SiteContext site, List<Indicator.Term> terms) {
    return terms.stream()
        .map(term -> (term.sign() < 0 ? "less " : "") + site.measures().words(term.measure()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String limits(Indicator indicator) {
    return switch (indicator.method()) {
      case RATE -> "Byar's limits, exact below 10 events; the funnel is that of a Poisson count";
      case PROPORTION -> "Wilson's score limits; the funnel is that of a proportion";
      case RATIO -> "none, because averages of beds are not samples";
    };
  }

  private static String direction(Indicator indicator) {
    return switch (indicator.direction()) {
      case HIGHER_IS_BETTER -> "Higher is better.";
      case LOWER_IS_BETTER -> "Lower is better.";
      case NEITHER -> "Neither high nor low is good in itself.";
    };
  }
}

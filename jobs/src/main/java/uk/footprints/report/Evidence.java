package uk.footprints.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Figures;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.Period;

/**
 * What reports read: the answers, the figures of organisations behind them, and what indicators mean. All of it on one
 * basis.
 *
 * @param answers rows of {@code indicators}
 * @param figures observations
 * @param indicators the catalogue
 * @param land areas, their people, and the map
 * @param asked the only period wanted, if one is
 */
public record Evidence(
    List<Answer> answers, Figures figures, List<Indicator> indicators, Land land, Optional<Period> asked) {

  /** Answers without a map. */
  public Evidence(List<Answer> answers, Figures figures, List<Indicator> indicators) {
    this(answers, figures, indicators, Land.NONE, Optional.empty());
  }

  /** The answers of an indicator and geography, by period. */
  public Map<Period, List<Answer>> byPeriod(String indicator, String geography) {
    return stream(indicator, geography)
        .collect(Collectors.groupingBy(Answer::period, java.util.TreeMap::new, Collectors.toList()));
  }

  /** The answers of an indicator and geography. */
  public Stream<Answer> stream(String indicator, String geography) {
    return answers.stream().filter(a -> a.indicator().equals(indicator) && a.geography().equals(geography));
  }

  /** The geographies of an indicator, in the order in which they come. */
  public List<String> geographies(String indicator) {
    return answers.stream().filter(a -> a.indicator().equals(indicator)).map(Answer::geography).distinct().toList();
  }

  /** One answer. */
  public Optional<Answer> find(String indicator, String geography, String area, Period period) {
    return stream(indicator, geography)
        .filter(a -> a.areaCode().equals(area) && a.period().equals(period))
        .findFirst();
  }

  /** An indicator's definition. */
  public Indicator indicator(String id) {
    return indicators.stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }
}

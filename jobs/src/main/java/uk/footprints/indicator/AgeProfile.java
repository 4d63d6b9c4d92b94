package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.footprints.period.Period;

/**
 * Gives the relative rate of emergency admissions in England by single year of age: admissions of a financial year in
 * Hospital Episode Statistics over the people of that age. Only its shape is used, never its level.
 *
 * @param year the financial year of the admissions
 * @param weights admissions per person of each single year of age, over those of all ages together
 */
public record AgeProfile(Period year, double[] weights) {

  private static final int WHOLE_YEAR = 12;
  private static final Pattern BAND = Pattern.compile("(?:\\d+\\. *)?(\\d+)(?: *- *(\\d+)|(\\+))?");

  /**
   * Emergency admissions of a month in an age band.
   *
   * @param band as published: {@code 01. 0 - 4}, {@code 04. 15} or {@code 23. 90+}; others are of unknown age
   * @param month its first day
   * @param admissions the number of admissions
   */
  public record Count(String band, LocalDate month, double admissions) {}

  private record Ages(int from, int to) {}

  /** Computes the profile of the first financial year with all twelve months; empty without such a year or people. */
  public static Optional<AgeProfile> of(List<Count> counts, AreaPopulation people) {
    NavigableMap<Integer, Map<LocalDate, Map<Ages, Double>>> years = new TreeMap<>();
    for (Count count : counts) {
      Matcher band = BAND.matcher(count.band());
      if (band.matches() && count.admissions() >= 0) {
        int year = Period.point(count.month()).financialYear();
        years
            .computeIfAbsent(year, y -> new TreeMap<>())
            .computeIfAbsent(count.month(), m -> new HashMap<>())
            .merge(ages(band), count.admissions(), Double::sum);
      }
    }
    return years.entrySet().stream()
        .filter(year -> year.getValue().size() == WHOLE_YEAR)
        .findFirst()
        .flatMap(year -> of(Period.financialYear(year.getKey()), year.getValue(), people));
  }

  private static Optional<AgeProfile> of(Period year, Map<LocalDate, Map<Ages, Double>> months, AreaPopulation people) {
    double[] persons = people.ages("country", "E92000001", year);
    double[] rates = new double[AreaPopulation.AGES];
    Arrays.fill(rates, Double.NaN);
    Map<Ages, Double> whole = new HashMap<>();
    months.values().forEach(month -> month.forEach((ages, n) -> whole.merge(ages, n, Double::sum)));
    whole.forEach(
        (ages, admissions) -> {
          double of =
              persons == null ? 0 : IntStream.rangeClosed(ages.from, ages.to).mapToDouble(a -> persons[a]).sum();
          Arrays.fill(rates, ages.from, ages.to + 1, of > 0 ? admissions / of : Double.NaN);
        });
    if (Arrays.stream(rates).anyMatch(Double::isNaN)) {
      return Optional.empty();
    }
    double events = IntStream.range(0, rates.length).mapToDouble(age -> rates[age] * persons[age]).sum();
    double crude = events / Arrays.stream(persons).sum();
    return Optional.of(new AgeProfile(year, Arrays.stream(rates).map(rate -> rate / crude).toArray()));
  }

  private static Ages ages(Matcher band) {
    int from = Math.min(Integer.parseInt(band.group(1)), AreaPopulation.AGES - 1);
    int to = band.group(3) != null ? AreaPopulation.AGES - 1 : band.group(2) != null ? Integer.parseInt(band.group(2))
        : from;
    return new Ages(from, Math.min(to, AreaPopulation.AGES - 1));
  }
}

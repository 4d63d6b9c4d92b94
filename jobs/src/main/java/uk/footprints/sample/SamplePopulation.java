package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.footprints.sample.SampleOrganisation.Kind;

/**
 * The people of one commissioning group in the middle of a year, by single year of age: the last is 90 and over.
 *
 * @param middle June of the year
 * @param group who commissions their care
 * @param males by age
 * @param females by age
 */
record SamplePopulation(YearMonth middle, SampleOrganisation group, List<Integer> males, List<Integer> females) {

  static final YearMonth MIDDLE_OF_2018 = YearMonth.of(2018, 6);
  static final int AGES = 91;

  /** The first edition of the groups' codes; earlier years are estimated for the groups of that time. */
  private static final YearMonth FIRST_EDITION = YearMonth.of(2015, 6);

  private static final int OLD = 65;

  /** People of an age per thousand of all ages, at 0, 10, ... 80; after 89 come all the rest. */
  private static final double[] SHAPE = {11.6, 12.2, 12.0, 13.6, 12.6, 13.7, 11.0, 10.4, 5.4, 2.4};

  private static final Pattern WORD = Pattern.compile("[A-Z']+");

  private static final double NINETY_AND_OVER = 9.0;

  /** Everybody, in the order of the codes of the Office for National Statistics. */
  static List<SamplePopulation> of(YearMonth middle, SampleCountry country, SeededVariation chance) {
    YearMonth drawn = middle.isBefore(FIRST_EDITION) ? FIRST_EDITION : middle;
    return country.in(drawn, Kind.CCG).stream()
        .map(group -> of(middle, group, chance))
        .sorted(Comparator.comparing(SamplePopulation::onsCode))
        .toList();
  }

  private static SamplePopulation of(YearMonth middle, SampleOrganisation group, SeededVariation chance) {
    boolean capital = group.parent(MIDDLE_OF_2018).equals("Y56");
    double young = chance.about(.35, "young", group.code()) - 1 + (capital ? .5 : 0);
    List<Integer> males = new ArrayList<>();
    List<Integer> females = new ArrayList<>();
    for (int age = 0; age < AGES; age++) {
      double people = group.size() * expected(age) * grown(middle, age) * (1 + young * (40 - age) / 60.0);
      double male = .512 - .0017 * Math.max(0, age - 45) * (age > 70 ? 1.6 : 1);
      males.add(chance.count(people * male, "male", group.code(), age));
      females.add(chance.count(people * (1 - male), "female", group.code(), age));
    }
    return new SamplePopulation(middle, group, males, females);
  }

  /** People become more, and more of them old, from year to year: as a share of 2018. */
  private static double grown(YearMonth middle, int age) {
    int later = middle.getYear() - MIDDLE_OF_2018.getYear();
    return 1 + later * (age >= OLD ? .019 : .005);
  }

  private static double expected(int age) {
    if (age == AGES - 1) {
      return NINETY_AND_OVER;
    }
    double within = age % 10 / 10.0;
    return SHAPE[age / 10] * (1 - within) + SHAPE[age / 10 + 1] * within;
  }

  /** The group's code as the Office for National Statistics knows it. */
  String onsCode() {
    return middle.isBefore(YearMonth.of(2017, 6))
        ? group.area("ccg_2015", YearMonth.of(2016, 6)).orElseThrow().code()
        : group.area("ccg_2018", MIDDLE_OF_2018).orElseThrow().code();
  }

  /** Title case, as the Office for National Statistics writes it: {@code NHS West Norfolk CCG}. */
  static String named(SampleOrganisation group) {
    return WORD.matcher(group.name()).replaceAll(word -> cased(word.group()));
  }

  private static String cased(String word) {
    return switch (word) {
      case "NHS", "CCG" -> word;
      case "AND", "OF", "ON", "WITH" -> word.toLowerCase(Locale.UK);
      default -> word.charAt(0) + word.substring(1).toLowerCase(Locale.UK);
    };
  }

  /** Both, by age. */
  List<Integer> persons() {
    return add(males, females);
  }

  /** Age by age. */
  static List<Integer> add(List<Integer> some, List<Integer> others) {
    return IntStream.range(0, AGES).mapToObj(age -> some.get(age) + others.get(age)).toList();
  }

  /** All ages together. */
  static int all(List<Integer> byAge) {
    return byAge.stream().mapToInt(Integer::intValue).sum();
  }
}

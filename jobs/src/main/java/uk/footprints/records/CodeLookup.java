package uk.footprints.records;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.parquet.column.StringDictionary;
import uk.footprints.records.measure.AcsCondition;
import uk.footprints.records.measure.AcsList;

/** What the rules say of the codes of a bucket, asked once for each code and not once a row. */
final class CodeLookup {

  final boolean[] emergency;
  final boolean[] transferMethod;
  final boolean[] fromHospital;
  final boolean[] toHospital;
  final boolean[] movesOn;
  final boolean[] death;
  final boolean[] obstetric;
  final boolean[] acsMethod;
  final boolean[] acsSource;
  final boolean[] ordinary;
  final List<List<String>> secondaries;
  final List<List<String>> operations;
  /** By diagnosis and list, the conditions that it may be; empty where it is in none. */
  final List<List<List<AcsCondition>>> conditions;
  final String[] exclusion;
  final int[] route;
  /** Tenth of deprivation, 1 the most deprived; 0 where it is not known. */
  final int[] decile;

  CodeLookup(EpisodeColumns episodes, StayRules rules) {
    emergency = ask(episodes.methods, rules::isEmergency);
    transferMethod = ask(episodes.methods, StayRules::isTransferMethod);
    fromHospital = ask(episodes.sources, StayRules::isHospital);
    toHospital = ask(episodes.destinations, StayRules::isHospital);
    movesOn = ask(episodes.discharges, code -> code.equals("8") || code.equals("9"));
    death = ask(episodes.discharges, code -> code.equals("4"));
    obstetric = ask(episodes.specialties, rules.obstetricSpecialties()::contains);
    acsMethod = ask(episodes.methods, AcsList::isMethod);
    acsSource = ask(episodes.sources, AcsList::isSource);
    ordinary = ask(episodes.patientClasses, "1"::equals);
    secondaries = split(episodes.secondaries);
    operations = split(episodes.operations);
    conditions = words(episodes.diagnoses)
        .map(d -> rules.acsLists().stream().map(list -> list.of(d)).toList()).toList();
    exclusion = new String[episodes.diagnoses.size()];
    for (int i = 0; i < exclusion.length; i++) {
      exclusion[i] = rules.exclusion(episodes.diagnoses.word(i));
    }
    route = new int[episodes.methods.size()];
    for (int i = 0; i < route.length; i++) {
      String method = episodes.methods.word(i);
      route[i] = method.equals("21") || method.equals("2A") ? 0 : method.equals("22") ? 1 : 2;
    }
    decile = new int[episodes.deciles.size()];
    for (int i = 0; i < decile.length; i++) {
      decile[i] = decile(episodes.deciles.word(i));
    }
  }

  /** As HES words it ({@code More deprived 10-20%}), or the tenth's number. */
  static int decile(String words) {
    if (words.matches("([1-9]|10)")) {
      return Integer.parseInt(words);
    }
    String[] known = {"Most deprived 10%", "More deprived 10-20%", "More deprived 20-30%", "More deprived 30-40%",
      "More deprived 40-50%", "Less deprived 40-50%", "Less deprived 30-40%", "Less deprived 20-30%",
      "Less deprived 10-20%", "Least deprived 10%"};
    return 1 + java.util.Arrays.asList(known).indexOf(words.strip());
  }

  private static Stream<String> words(StringDictionary lexicon) {
    return IntStream.range(0, lexicon.size()).mapToObj(lexicon::word);
  }

  private static List<List<String>> split(StringDictionary lexicon) {
    return words(lexicon).map(word -> word.isEmpty() ? List.<String>of() : List.of(word.split(" "))).toList();
  }

  private static boolean[] ask(StringDictionary lexicon, Predicate<String> question) {
    boolean[] answers = new boolean[lexicon.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = question.test(lexicon.word(i));
    }
    return answers;
  }
}

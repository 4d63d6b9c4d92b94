package uk.footprints.records;

import java.util.function.Predicate;
import uk.footprints.parquet.column.StringDictionary;

/** What the rules say of the codes of a bucket, asked once for each code and not once a row. */
final class CodeLookup {

  final boolean[] emergency;
  final boolean[] transferMethod;
  final boolean[] fromHospital;
  final boolean[] toHospital;
  final boolean[] movesOn;
  final boolean[] death;
  final boolean[] obstetric;
  final boolean[] chronicList;
  final boolean[] nineteenList;
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
    chronicList = ask(episodes.diagnoses, rules.acsLists().get(0)::has);
    nineteenList = ask(episodes.diagnoses, rules.acsLists().get(1)::has);
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

  private static boolean[] ask(StringDictionary lexicon, Predicate<String> question) {
    boolean[] answers = new boolean[lexicon.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = question.test(lexicon.word(i));
    }
    return answers;
  }
}

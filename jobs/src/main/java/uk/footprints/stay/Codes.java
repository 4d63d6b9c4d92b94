package uk.footprints.stay;

import java.util.function.Predicate;
import uk.footprints.publish.column.Lexicon;

/** What the rules say of the codes of a bucket, asked once for each code and not once a row. */
final class Codes {

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

  Codes(Episodes episodes, StayRules rules) {
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
  }

  private static boolean[] ask(Lexicon lexicon, Predicate<String> question) {
    boolean[] answers = new boolean[lexicon.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = question.test(lexicon.word(i));
    }
    return answers;
  }
}

package uk.footprints.analysis;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.footprints.runtime.UserException;

/** Whom rates are over. */
public enum RatePeople {
  /** Residents of the year, as the Office for National Statistics estimates them. */
  RESIDENTS,
  /** Patients on the lists of general practices, of the nearest day. */
  REGISTERED;

  /** Returns the people of a word of the command line; refused where there are none of that name. */
  public static RatePeople of(String word) {
    List<String> words = Stream.of(values()).map(RatePeople::id).toList();
    if (!words.contains(word)) {
      throw UserException.command(
          "--people cannot be \"" + word + "\".", "--people " + String.join(" or --people ", words));
    }
    return values()[words.indexOf(word)];
  }

  /** Returns its word on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package uk.footprints.declaration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What codes in a column are: the kinds of organisations that have such codes in the NHS register. */
enum DraftRole {
  PROVIDER("[RTNA8][A-Z0-9]{2}([A-Z0-9]{2})?"),
  COMMISSIONER("\\d\\d[A-Z]|Q[A-Z0-9]{2}|[A-Z]\\d[A-Z]\\d[A-Z]"),
  COUNCIL("E(06|07|08|09|10)\\d{6}|[1-9]\\d{2}"),
  REGION("Y\\d\\d"),
  /** Codes of the Office for National Statistics, beside codes of the NHS. */
  OTHER("[EWNSK]\\d{8}");

  private static final double MOSTLY = 0.6;

  private final Pattern codes;

  DraftRole(String codes) {
    this.codes = Pattern.compile(codes);
  }

  /** Returns the word of declarations. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a text is such a code. */
  boolean matches(String text) {
    return codes.matcher(text).matches();
  }

  /** Finds what most texts of a column are. */
  static Optional<DraftRole> of(List<String> texts, String heading) {
    boolean numbers = texts.stream().allMatch(DraftHeader::isNumber);
    if (texts.isEmpty() || numbers && !heading.toLowerCase(Locale.ROOT).contains("code")) {
      return Optional.empty();
    }
    return Stream.of(values())
        .filter(role -> texts.stream().filter(role::matches).count() >= MOSTLY * texts.size())
        .findFirst();
  }
}

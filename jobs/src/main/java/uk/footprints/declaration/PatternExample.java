package uk.footprints.declaration;

import java.util.regex.Pattern;

/** Makes a text that a simple regular expression matches: the first of alternatives, the fewest repetitions. */
final class PatternExample {

  private final String pattern;
  private final String firstGroup;
  private int at;
  private int groups;

  private PatternExample(String pattern, String firstGroup) {
    this.pattern = pattern;
    this.firstGroup = firstGroup;
  }

  /**
   * Returns a text that the pattern matches.
   *
   * @param firstGroup the text of the first group; null for any
   */
  static String of(Pattern pattern, String firstGroup) {
    return new PatternExample(pattern.pattern(), firstGroup).alternatives();
  }

  private String alternatives() {
    String first = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      text.append(repeated(one()));
    }
    return text.toString();
  }

  private String one() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> oneOf();
      case '\\' -> escaped();
      case '.' -> "x";
      case '^', '$' -> "";
      default -> String.valueOf(c);
    };
  }

  private String group() {
    boolean captures = true;
    boolean looks = false;
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      captures = false;
      looks = pattern.charAt(at + 1) != ':';
      at += 2;
      if (looks && (pattern.charAt(at - 1) == '<')) {
        at++;
      }
    }
    int number = captures ? ++groups : 0;
    String text = alternatives();
    at++;
    return looks ? "" : number == 1 && firstGroup != null ? firstGroup : text;
  }

  private String oneOf() {
    int end = pattern.indexOf(']', at + 1);
    String set = pattern.substring(at, end);
    at = end + 1;
    return set.startsWith("\\") ? escape(set.charAt(1)) : set.substring(0, 1);
  }

  private String escaped() {
    return escape(pattern.charAt(at++));
  }

  private static String escape(char c) {
    return switch (c) {
      case 'd' -> "1";
      case 'w' -> "a";
      case 's' -> " ";
      case 'b' -> "";
      default -> String.valueOf(c);
    };
  }

  private String repeated(String text) {
    if (at >= pattern.length()) {
      return text;
    }
    char c = pattern.charAt(at);
    if (c == '?' || c == '*') {
      at++;
      return "";
    }
    if (c == '+') {
      at++;
      return text;
    }
    if (c == '{') {
      int end = pattern.indexOf('}', at);
      int times = Integer.parseInt(pattern.substring(at + 1, end).split(",")[0]);
      at = end + 1;
      return text.repeat(times);
    }
    return text;
  }
}

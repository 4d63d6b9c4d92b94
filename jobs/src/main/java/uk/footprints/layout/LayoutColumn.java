package uk.footprints.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.format.TextDecoder;

/**
 * A column of a layout: its role and the headings under which it has been published.
 *
 * @param role its role
 * @param name for a measure its id; otherwise the role's name
 * @param headings as published; the first is the one to show
 * @param keys the headings in normalised form, for comparison
 * @param required whether the layout needs it
 * @param pattern for a family of columns what their headings match; the name then has {@code {1}} for its groups
 * @param parts for a column that adds up others of its row, the ids or, with a dot at the end, families that it adds up
 */
public record LayoutColumn(
    Role role,
    String name,
    List<String> headings,
    List<String> keys,
    boolean required,
    Optional<Pattern> pattern,
    List<String> parts) {

  /** The role of a column. */
  public enum Role {
    /** A financial year, {@code 2016-17}, or a calendar year, {@code 2016}. */
    YEAR,
    /** A month's name, or the name of a quarter's last month. */
    PERIOD,
    /** A date. */
    DATE,
    /** The organisation's parent; stored with the rows, not used for areas. */
    PARENT,
    /** The name of the parent. */
    PARENT_NAME,
    /** A word for the kind of the row's organisation: a provider, a region. */
    LEVEL,
    /** The organisation's ODS code. */
    ORG_CODE,
    /** The organisation's name. */
    ORG_NAME,
    /** A figure. */
    MEASURE,
    /** The sum of other figures of its row: checked, not stored. */
    SUM,
    /** A word that completes the ids of the measures of its row, as a type of department does. */
    KEY,
    /** A text or a figure for a table that the dataset defines itself, under the column's name. */
    FIELD,
    /** Known and not read. */
    IGNORED
  }

  /** Returns a column for a role. */
  public static LayoutColumn of(Role role, String... headings) {
    return plain(role, role.name(), true, headings);
  }

  /** Returns a column for a measure. */
  public static LayoutColumn measure(String id, String... headings) {
    return plain(Role.MEASURE, id, true, headings);
  }

  /** Returns a column for a table that the dataset defines itself. */
  public static LayoutColumn field(String name, String... headings) {
    return plain(Role.FIELD, name, true, headings);
  }

  /** Returns a column of dates for a table that the dataset defines itself. */
  public static LayoutColumn dateField(String name, String... headings) {
    return plain(Role.DATE, name, true, headings);
  }

  /** Returns a column that may be there and is not read. */
  public static LayoutColumn ignored(String... headings) {
    return plain(Role.IGNORED, "", false, headings);
  }

  /** Returns a column that only adds up others of its row. */
  public static LayoutColumn sum(String heading, String... parts) {
    return plain(Role.SUM, "sum of " + String.join(", ", parts), true, heading).adding(parts);
  }

  /**
   * Returns a family of measures, with any number of columns.
   *
   * @param template of their ids, such as {@code beds.specialty.{1}}
   * @param heading one of them, to show
   * @param pattern what their headings match, in lower case; the groups go into the template
   */
  public static LayoutColumn each(String template, String heading, String pattern) {
    return new LayoutColumn(
        Role.MEASURE, template, List.of(heading), List.of(), true, Optional.of(Pattern.compile(pattern)), List.of());
  }

  private static LayoutColumn plain(Role role, String name, boolean required, String... headings) {
    List<String> keys = Arrays.stream(headings).map(TextDecoder::key).toList();
    return new LayoutColumn(role, name, List.of(headings), keys, required, Optional.empty(), List.of());
  }

  /** Returns this column, not required. */
  public LayoutColumn optional() {
    return new LayoutColumn(role, name, headings, keys, false, pattern, parts);
  }

  /** Returns this column, checked to be the sum of others of its row. */
  public LayoutColumn adding(String... ids) {
    return new LayoutColumn(role, name, headings, keys, required, pattern, List.of(ids));
  }

  /** Returns whether this column adds up that measure. */
  public boolean adds(String measure) {
    return !measure.equals(name)
        && parts.stream().anyMatch(p -> p.endsWith(".") ? measure.startsWith(p) : measure.equals(p));
  }

  /** Matches a heading: returns this column, or the member of this family with its own id. */
  Optional<LayoutColumn> headed(String key, String heading) {
    if (pattern.isEmpty()) {
      return keys.contains(key) ? Optional.of(this) : Optional.empty();
    }
    Matcher matcher = pattern.get().matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String id = name;
    for (int group = 1; group <= matcher.groupCount(); group++) {
      id = matcher.group(group) == null ? id : id.replace("{" + group + "}", word(matcher.group(group)));
    }
    return Optional.of(
        new LayoutColumn(role, id, List.of(heading.strip()), List.of(key), required, Optional.empty(), parts));
  }

  /** Returns whether any number of columns may have this declaration, each with its own name. */
  boolean isFamily() {
    return pattern.isPresent() && name.contains("{1}");
  }

  /** Returns whether a long heading differs from one of this column's by one letter. */
  boolean nearlyHeaded(String key) {
    for (String own : keys) {
      if (TextDecoder.isSlip(own, key)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a text as a word of an id: {@code non_acute} for {@code Non-Acute}. */
  public static String word(String text) {
    StringBuilder word = new StringBuilder();
    for (char c : TextDecoder.key(text).toCharArray()) {
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (plain) {
        word.append(c);
      } else if (word.length() > 0 && word.charAt(word.length() - 1) != '_') {
        word.append('_');
      }
    }
    int end = word.length();
    return end > 0 && word.charAt(end - 1) == '_' ? word.substring(0, end - 1) : word.toString();
  }
}

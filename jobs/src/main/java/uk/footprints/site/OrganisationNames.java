package uk.footprints.site;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.footprints.area.Area;
import uk.footprints.catalogue.Tables;
import uk.footprints.table.TableExcerpt;

/**
 * Names of organisations by their ODS code: as the publications of the release print them, else as the register has
 * them. Names in capitals are written as names are.
 *
 * @param byCode the names
 */
record OrganisationNames(Map<String, String> byCode) {

  private static final Set<String> CAPITALS = Set.of(
          "NHS", "CCG", "ICB", "PCT", "GP", "UK", "CIC", "UCC", "UTC", "WIC", "MIU", "DHU", "IUC", "OOH", "II", "III");
  private static final Set<String> SMALL = Set.of("And", "Of", "The", "On", "In", "For", "With", "Upon", "At", "By");
  private static final int NAMED = 3;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,9}");
  private static final Pattern TRUST_CODE = Pattern.compile("[A-Z0-9]{3}");
  private static final Pattern CODES = Pattern.compile("(?<!\\()\\b[A-Z0-9]{3,6}(?: [A-Z0-9]{3,6})*\\b(?![/-])(?:"
      + " and (\\d+) more)?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:['’]\\p{L}+)?");

  private record Organisation(String orgCode, String orgName, LocalDate lastSeen) {}

  private static final TableExcerpt<Organisation> PUBLISHED =
      TableExcerpt.of(Tables.ORGANISATIONS, Organisation.class);

  /** Collects the names of a release. */
  static OrganisationNames of(SiteInput input) {
    Map<String, String> names = new HashMap<>();
    for (Area area : input.evidence().context().areas().listAreas()) {
      if (!area.odsCode().isEmpty()) {
        names.put(area.odsCode(), area.name());
      }
      names.putIfAbsent(area.code(), area.name());
    }
    Map<String, LocalDate> seen = new HashMap<>();
    for (Organisation one : input.rows(PUBLISHED)) {
      LocalDate last = one.lastSeen() == null ? LocalDate.MIN : one.lastSeen();
      if (one.orgName() != null && !one.orgName().isBlank() && !last.isBefore(seen.getOrDefault(one.orgCode(), last))) {
        seen.put(one.orgCode(), last);
        names.put(one.orgCode(), one.orgName());
      }
    }
    names.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    names.replaceAll((code, name) -> written(name));
    return new OrganisationNames(Map.copyOf(names));
  }

  /** Returns the name of a code; says so where no publication names it. A text that is no code is a name itself. */
  String name(String code) {
    return byCode.containsKey(code)
        ? byCode.get(code)
        : CODE.matcher(code).matches() ? "Name not known (" + code + ")" : written(code);
  }

  /** Returns the names of several codes, separated by commas. */
  String names(Collection<String> codes) {
    return codes.stream().map(this::name).collect(Collectors.joining(", "));
  }

  /** Returns a text in which codes of organisations are names: the first three of a list, then how many more. */
  String named(String text) {
    return CODES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(list(found.group(), found.group(1))));
  }

  /** Returns the names of a list of codes,
      and how many more there are: those of the list and those it counts itself. */
  private String list(String codes, String counted) {
    List<String> all = List.of(codes.replaceFirst(" and \\d+ more$", "").split(" "));
    List<String> known = all.stream().filter(byCode::containsKey).toList();
    if (known.size() < all.size()) {
      return codes;
    }
    String names =
        known.stream().limit(NAMED).map(code -> shortened(name(code)) + " (" + code + ")")
            .collect(Collectors.joining(", "));
    int more = Math.max(0, known.size() - NAMED) + (counted == null ? 0 : Integer.parseInt(counted));
    return more > 0 ? names + " and %d more".formatted(more) : names;
  }

  /**
   * Returns the name of an area: names of trusts, which are published in capitals, as people write them. A trust whose
   * name no publication gives has its code for a name, and the page says so.
   */
  static String ofArea(String geography, String name) {
    if (!Regions.TRUST.equals(geography)) {
      return name;
    }
    return TRUST_CODE.matcher(name).matches() ? "Name not known (" + name + ")" : written(name);
  }

  /** Writes a name of capitals as names are written: {@code BARTS HEALTH NHS TRUST} becomes Barts Health NHS Trust. */
  static String written(String name) {
    String plain = name.strip();
    if (!plain.equals(plain.toUpperCase(Locale.UK)) || plain.length() < 5) {
      return name;
    }
    Matcher words = WORD.matcher(plain);
    StringBuilder text = new StringBuilder();
    while (words.find()) {
      String word = words.group();
      String first = word.substring(0, 1) + word.substring(1).toLowerCase(Locale.UK);
      String shown =
          CAPITALS.contains(word) ? word
              : words.start() > 0 && SMALL.contains(first) ? first.toLowerCase(Locale.UK) : first;
      words.appendReplacement(text, Matcher.quoteReplacement(shown));
    }
    return words.appendTail(text).toString();
  }

  /** Returns the name of a planning area without the words that all of its kind have. */
  static String shortened(String name) {
    return List.of(" Integrated Care Board", " NHS Foundation Trust", " NHS Trust").stream()
        .reduce(name.replaceFirst("^NHS ", ""), (text, words) -> text.replace(words, ""));
  }
}

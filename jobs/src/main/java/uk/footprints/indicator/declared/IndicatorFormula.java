package uk.footprints.indicator.declared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.declaration.DeclarationNode;
import uk.footprints.indicator.Indicator.Term;

/** Sums and differences of measures, as a declaration writes them. */
final class IndicatorFormula {

  private static final Pattern NEXT =
      Pattern.compile("\\s*([+-](?=\\s))?\\s*(?:(numerator|denominator)\\s+of\\s+([a-z0-9_]+)|([a-z0-9_.]+))\\s*");

  private IndicatorFormula() {}

  /** Finds the terms of another indicator. */
  interface OtherTerms {
    /**
     * Returns the terms of one side of an indicator.
     *
     * @param place where it is named, for messages
     * @param side numerator or denominator
     * @param id of the indicator
     */
    List<Term> of(DeclarationNode place, String side, String id);
  }

  /** Returns the terms of a key. */
  static List<Term> read(DeclarationNode parent, String key, OtherTerms others) {
    List<Term> terms = new ArrayList<>();
    for (DeclarationNode item : parent.items(key)) {
      if (!item.isObject()) {
        terms.addAll(sum(item, 1, LocalDate.MIN, others));
        continue;
      }
      item.as(IndicatorObject.TERM);
      if (item.find("add").isPresent() == item.find("subtract").isPresent()) {
        throw item.wrong("a term has add or subtract", "write one of them, with measures");
      }
      boolean added = item.find("add").isPresent();
      LocalDate since = item.find("since").map(IndicatorValues::day).orElse(LocalDate.MIN);
      terms.addAll(sum(item.get(added ? "add" : "subtract"), added ? 1 : -1, since, others));
    }
    return List.copyOf(terms);
  }

  private static List<Term> sum(DeclarationNode node, int factor, LocalDate since, OtherTerms others) {
    List<Term> terms = new ArrayList<>();
    Matcher next = NEXT.matcher(node.text());
    int at = 0;
    while (at < node.text().length() || terms.isEmpty()) {
      next.region(at, node.text().length());
      if (!next.lookingAt() || next.group(1) == null && !terms.isEmpty()) {
        throw node.wrong(
            "\"%s\" is no sum of measures".formatted(node.text()),
            "write ids of measures with \" + \" or \" - \" between them");
      }
      int sign = "-".equals(next.group(1)) ? -factor : factor;
      if (next.group(2) == null) {
        terms.add(new Term(next.group(4), sign, since));
      } else {
        for (Term term : others.of(node, next.group(2), next.group(3))) {
          LocalDate later = term.since().isAfter(since) ? term.since() : since;
          terms.add(new Term(term.measure(), sign * term.sign(), later));
        }
      }
      at = next.end();
    }
    return terms;
  }
}

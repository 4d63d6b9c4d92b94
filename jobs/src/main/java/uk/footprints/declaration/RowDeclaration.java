package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.RowSubject;

/**
 * How the rows of a layout are read.
 *
 * @param period the source of the period
 * @param organisations what rows are about; the first that fits
 * @param codeRemoved what is removed from codes
 * @param codeInName what to find in the organisation's name, with the code in its first group
 * @param keys the words that complete the ids of measures
 * @param marks what cells without a number mean
 * @param roundedTo the unit of figures; 0 for exact ones
 * @param whole whether figures are whole numbers
 * @param totalsDiffer why the publisher's totals may differ from the sum of the rows; empty when they may not
 * @param totalled whether every sheet has a row that adds up the others
 * @param largest the measure whose largest figure selects one of several rows; empty for none
 * @param first whether the first of several rows of an organisation and period is read
 */
record RowDeclaration(
    PeriodSource period,
    List<OrganisationKind> organisations,
    Optional<Pattern> codeRemoved,
    Optional<Pattern> codeInName,
    List<MeasureKey> keys,
    Map<String, CellValue> marks,
    int roundedTo,
    boolean whole,
    String totalsDiffer,
    boolean totalled,
    String largest,
    boolean first) {

  private static final Map<String, CellValue> MEANINGS =
      Map.of(
          "zero", CellValue.zero(), "suppressed", CellValue.suppressed(), "missing", CellValue.missing(),
          "not_applicable", CellValue.notApplicable());

  /** Reads the rows of a layout; what it leaves out is as the dataset says. */
  static RowDeclaration read(DeclarationNode layout, Optional<DeclarationNode> dataset) {
    Optional<DeclarationNode> own = layout.find("rows");
    own.ifPresent(rows -> rows.as(DeclarationObject.ROWS));
    Source source = new Source(own, dataset);
    DeclarationNode period =
        source.find("period").orElseThrow(
            () -> layout.wrong("the layout does not say which time figures describe", "add rows: with period:"));
    List<OrganisationKind> kinds = new ArrayList<>();
    source.items("organisations").forEach(kind -> kinds.add(OrganisationKind.read(kind)));
    Map<String, CellValue> marks = new LinkedHashMap<>();
    source.find("marks").ifPresent(all -> all.values().forEach((mark, meaning) -> marks.put(mark, mark(meaning))));
    source.find("blank").ifPresent(meaning -> marks.put("", mark(meaning)));
    Optional<DeclarationNode> code = source.find("code").map(c -> c.as(DeclarationObject.CODE));
    return new RowDeclaration(
        PeriodSource.read(period),
        kinds,
        code.flatMap(c -> c.find("remove")).map(DeclarationNode::pattern),
        code.flatMap(c -> c.find("pattern")).map(DeclarationNode::pattern),
        source.items("keys").stream().map(MeasureKey::read).toList(),
        marks,
        source.object("rounded_to").map(o -> o.number("rounded_to", 0)).orElse(0),
        source.yes("whole"),
        source.find("totals_differ").map(DeclarationNode::text).orElse(""),
        source.yes("total"),
        source.find("largest").map(DeclarationNode::text).orElse(""),
        source.yes("first"));
  }

  private static CellValue mark(DeclarationNode meaning) {
    return MEANINGS.get(meaning.oneOf("meaning of a mark", List.of(DeclarationObject.Words.MARKS)));
  }

  /** Returns whether several rows of an organisation and period are reduced to one. */
  boolean selects() {
    return first || !largest.isEmpty();
  }

  /** Returns whether the columns with roles say everything about rows, as most publications of monthly figures do. */
  boolean plain() {
    return period.usual() && keys.isEmpty() && marks.isEmpty() && codeRemoved.isEmpty() && codeInName.isEmpty()
        && !selects() && organisations.size() == 1 && organisations.get(0).when().isEmpty();
  }

  /** Returns the first kind of organisation that is read. */
  RowSubject subject() {
    return organisations.stream().filter(OrganisationKind::read).findFirst().orElseThrow().subject();
  }

  /** Returns the sentences of rows that are left. */
  List<String> sentences() {
    return organisations.stream().map(OrganisationKind::leave).filter(s -> !s.isEmpty()).toList();
  }

  /** The rows of the layout, then those of the dataset. */
  private record Source(Optional<DeclarationNode> layout, Optional<DeclarationNode> dataset) {

    Optional<DeclarationNode> object(String key) {
      return layout.filter(l -> l.find(key).isPresent()).or(() -> dataset.filter(d -> d.find(key).isPresent()));
    }

    Optional<DeclarationNode> find(String key) {
      return object(key).flatMap(o -> o.find(key));
    }

    List<DeclarationNode> items(String key) {
      return object(key).map(o -> o.items(key)).orElse(List.of());
    }

    boolean yes(String key) {
      return object(key).map(o -> o.yes(key)).orElse(false);
    }
  }
}

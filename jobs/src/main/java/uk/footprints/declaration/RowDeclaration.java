package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;
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
 * @param zeros when zeros mean that an organisation sent no figure
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
    boolean first,
    List<ZeroDeclaration> zeros) {

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
        source.yes("first"),
        source.items("zeros_missing").stream().map(ZeroDeclaration::read).toList());
  }

  private static CellValue mark(DeclarationNode meaning) {
    return MEANINGS.get(meaning.oneOf("meaning of a mark", List.of(DeclarationObject.Words.MARKS)));
  }

  /** Makes the zeros of a row missing where they mean that its organisation sent no figure. */
  Optional<String> checkZeros(String[] measures, CellValue[] values) {
    Optional<String> reason = Optional.empty();
    for (ZeroDeclaration zero : zeros) {
      Optional<String> own = zero.apply(measures, values);
      reason = reason.isPresent() ? reason : own;
    }
    return reason;
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

  /**
   * Returns the rules of rows of observations.
   *
   * @param dataset the id of the dataset
   * @param measures its measures, with their possible values
   */
  RowRules observations(String dataset, List<Measure> measures) {
    RowSubject subject =
        organisations.stream().filter(OrganisationKind::read).map(OrganisationKind::subject).findFirst()
            .orElse(RowSubject.of("provider"));
    RowRules all =
        RowRules.of(dataset, subject, period.kind())
            .roundedTo(roundedTo)
            .counting(measure -> whole)
            .withRowRule(this::checkZeros)
            .limitedBy(measures);
    all = totalled ? all.withTotal() : all;
    return keys.isEmpty() ? all
        : all.keyedBy((id, words) -> MeasureKey.complete(id, List.of(words.split("\\|", -1)), keys));
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

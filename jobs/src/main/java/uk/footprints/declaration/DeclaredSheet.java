package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.period.Period;
import uk.footprints.transform.Measure;
import uk.footprints.transform.ObservationTransformer;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TidyCode;

/** Reads the observations of a sheet of a declared layout. */
final class DeclaredSheet {

  private final RowDeclaration rules;
  private final String dataset;
  private final List<Measure> measures;
  private final HeaderMatch match;
  private final Location place;

  private DeclaredSheet(
      LayoutDeclaration layout, String dataset, List<Measure> measures, HeaderMatch match, Location place) {
    this.rules = layout.rows();
    this.dataset = dataset;
    this.measures = measures;
    this.match = layout.named(match);
    this.place = place.sheet(match.sheet().name());
  }

  /**
   * Reads the observations of a sheet.
   *
   * @param layout the layout of the sheet
   * @param dataset the id of the dataset
   * @param measures the dataset's measures, with their possible values
   * @param match the comparison of the layout with the sheet's header
   * @param place the file, for findings
   */
  static SheetContent read(
      LayoutDeclaration layout, String dataset, List<Measure> measures, HeaderMatch match, Location place) {
    return new DeclaredSheet(layout, dataset, measures, match, place).read();
  }

  private SheetContent read() {
    if (rules.plain()) {
      int code = match.findColumn(Role.ORG_CODE).orElse(-1);
      return explained(
          ObservationTransformer.read(
              match, rules.observations(dataset, measures), place,
              // A row of an organisation without any figure is one of missing figures, and not a footnote.
              columns -> columns.withRecorded(row -> code >= 0 && TidyCode.looksLikeCode(row.cell(code)))));
    }
    Optional<Period> outside = rules.period().usual() ? Optional.empty() : rules.period().find(match, place);
    if (outside.isEmpty() && !rules.period().inColumns()) {
      return nothing(
          Finding.of(
              Kind.NO_PERIOD, dataset, place, "expected a %s in the %s, found none",
              rules.period().kind().id().replace('_', ' '), String.join(" or the ", rules.period().from())));
    }
    List<MeasureKey> keys = rules.keys();
    String[] words = new String[keys.size()];
    for (int k = 0; k < words.length; k++) {
      if (keys.get(k).columns().isEmpty()) {
        Optional<MeasureKey.Word> word = outside(keys.get(k));
        if (word.isEmpty()) {
          return nothing(
              Finding.of(
                  Kind.HEADER_CHANGED, dataset, place, "expected one of %s in the %s, found none",
                  keys.get(k).words().values().stream().map(MeasureKey.Word::published).toList(),
                  String.join(" or the ", keys.get(k).from())));
        }
        words[k] = word.get().id();
      }
    }
    DeclaredRows rows = new DeclaredRows(rules, match, outside, words);
    Sheet sheet = match.sheet();
    HeaderMatch kept =
        new HeaderMatch(
            match.layout(), new Sheet(sheet.name(), rows.keep(), sheet.hidden()), match.headerIndex(),
            match.columns(), match.headings(), match.days(), match.missing(), match.unknown(), match.misspelt(),
            match.dateOrder());
    SheetContent content =
        explained(ObservationTransformer.read(kept, rules.observations(dataset, measures), place, rows::define));
    return content.plus(SheetContent.nothing(rows.findings(dataset, place), rows.accounting()));
  }

  /** Makes small differences of totals notes, where the declaration says why they are. */
  private SheetContent explained(SheetContent content) {
    if (rules.totalsDiffer().isEmpty()) {
      return content;
    }
    List<Finding> all = new ArrayList<>();
    for (Finding finding : content.findings()) {
      boolean small = finding.kind() == Kind.TOTAL_DISAGREES && finding.severity() == Severity.WARNING;
      all.add(small ? finding.as(Severity.NOTE, "No action needed: " + rules.totalsDiffer()) : finding);
    }
    return new SheetContent(content.batches(), content.tables(), all, content.accounting(), content.periods());
  }

  private SheetContent nothing(Finding finding) {
    return SheetContent.nothing(List.of(finding), RowAccounting.setAside(match.sheet().rows().size()));
  }

  private Optional<MeasureKey.Word> outside(MeasureKey key) {
    for (String source : key.from()) {
      for (String text : SheetText.of(source, match, place)) {
        Optional<MeasureKey.Word> word = key.find(text);
        if (word.isPresent()) {
          return word;
        }
      }
    }
    return Optional.empty();
  }
}

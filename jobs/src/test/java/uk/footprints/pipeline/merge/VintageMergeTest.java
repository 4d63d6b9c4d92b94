package uk.footprints.pipeline.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.pipeline.merge.MadeUpBatch.JULY;
import static uk.footprints.pipeline.merge.MadeUpBatch.JUNE;
import static uk.footprints.pipeline.merge.MadeUpBatch.of;
import static uk.footprints.pipeline.merge.MadeUpBatch.published;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.RevisionRow;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.table.RevisionKind;
import uk.footprints.transform.ObservationBatch;

/** Checks which vintage of a figure is current, and what counts as a revision. */
class VintageMergeTest {

  private static final ObservationBatch.Origin FIRST = published("first", 1, RevisionStatus.PROVISIONAL);
  private static final ObservationBatch.Origin SECOND = published("second", 8, RevisionStatus.REVISED);
  private static final ObservationBatch.Origin DERIVED = published("derived", 20, RevisionStatus.DERIVED);

  private final List<String> vintages = new ArrayList<>();
  private final List<RevisionRow> revisions = new ArrayList<>();
  private final List<String> contradictions = new ArrayList<>();

  /** Merges batches in any order; a current vintage is written with a star. */
  private void merge(ObservationBatch... batches) throws IOException {
    List<ObservationBatch> all = new ArrayList<>(List.of(batches));
    Collections.reverse(all);
    MadeUpRows rows = MadeUpRows.of(all.toArray(ObservationBatch[]::new));
    PublishedVintages published = new PublishedVintages(rows.names());
    List<FigureVintage> figure = new ArrayList<>();
    for (MergeRow row : rows.sorted()) {
      if (row instanceof FigurePeriod period) {
        published.add(period);
      } else if (row instanceof FigureRow vintage) {
        if (!figure.isEmpty() && !figure.get(0).row().sameFigure(vintage)) {
          VintageMerge.merge(figure, published, output());
          figure.clear();
        }
        figure.add(new FigureVintage(vintage, rows.names()));
      }
    }
    VintageMerge.merge(figure, published, output());
  }

  private VintageMerge.Output output() {
    return new VintageMerge.Output() {
      @Override
      public void vintage(FigureVintage figure, boolean current) {
        vintages.add(figure.org() + " " + figure.origin().sha256() + (current ? " *" : ""));
      }

      @Override
      public void revision(RevisionRow change, FigureVintage newer) {
        assertThat(newer.origin().sha256()).isEqualTo(change.newSourceSha256());
        revisions.add(change);
      }

      @Override
      public void contradiction(FigureVintage current) {
        contradictions.add(current.org() + " " + current.origin().sha256());
      }
    };
  }

  private List<String> changes() {
    return revisions.stream()
        .map(r -> "%s %s to %s, %s, %s to %s".formatted(
            r.orgCode(), r.oldValue(), r.newValue(), r.kind().id(), r.oldSourceSha256(), r.newSourceSha256()))
        .toList();
  }

  @Test
  void theNewestPublicationIsCurrent() throws IOException {
    merge(of(FIRST, JUNE, List.of("RA1"), 10.0), of(SECOND, JUNE, List.of("RA1"), 12.0));
    assertThat(vintages).containsExactly("RA1 second *", "RA1 first");
    assertThat(changes()).containsExactly("RA1 10.0 to 12.0, changed_figure, first to second");
  }

  @Test
  void aPublicationIsCurrentBeforeANewerTableDerivedFromIt() throws IOException {
    merge(of(FIRST, JUNE, List.of("RA1"), 10.0), of(DERIVED, JUNE, List.of("RA1"), 99.0));
    assertThat(vintages).containsExactly("RA1 first *", "RA1 derived");
    assertThat(changes()).isEmpty();
  }

  @Test
  void aDerivedTableIsCurrentWhereNothingElseIsThere() throws IOException {
    merge(of(DERIVED, JUNE, List.of("RA1"), 99.0));
    assertThat(vintages).containsExactly("RA1 derived *");
  }

  @Test
  void ofOneDayTheRevisedVintageIsTheOneByTheOrderOfStatus() throws IOException {
    ObservationBatch.Origin sameDay = published("again", 1, RevisionStatus.REVISED);
    merge(of(FIRST, JUNE, List.of("RA1"), 10.0), of(sameDay, JUNE, List.of("RA1"), 11.0));
    boolean provisionalFirst = RevisionStatus.PROVISIONAL.compareTo(RevisionStatus.REVISED) < 0;
    assertThat(vintages.get(0)).isEqualTo(provisionalFirst ? "RA1 first *" : "RA1 again *");
  }

  @Test
  void twoFilesOfOneDayWithOtherFiguresContradictEachOther() throws IOException {
    ObservationBatch.Origin copy = published("copy", 1, RevisionStatus.PROVISIONAL);
    merge(of(FIRST, JUNE, List.of("RA1", "RA2"), 10.0, 5.0), of(copy, JUNE, List.of("RA1", "RA2"), 11.0, 5.0));
    assertThat(contradictions).hasSize(1).allMatch(one -> one.startsWith("RA1"));
    contradictions.clear();
    merge(of(FIRST, JUNE, List.of("RA1"), 10.0), of(SECOND, JUNE, List.of("RA1"), 12.0));
    assertThat(contradictions).isEmpty();
  }

  @Test
  void equalFiguresAreNoRevision() throws IOException {
    merge(of(FIRST, JUNE, List.of("RA1"), 10.0), of(SECOND, JUNE, List.of("RA1"), 10.0));
    assertThat(changes()).isEmpty();
  }

  @Test
  void eachStepOfThreeVintagesIsARevision() throws IOException {
    ObservationBatch.Origin third = published("third", 15, RevisionStatus.REVISED);
    merge(
        of(FIRST, JUNE, List.of("RA1"), 10.0), of(SECOND, JUNE, List.of("RA1"), 11.0),
        of(third, JUNE, List.of("RA1"), 12.0));
    assertThat(changes())
        .containsExactly(
            "RA1 11.0 to 12.0, changed_figure, second to third", "RA1 10.0 to 11.0, changed_figure, first to second");
  }

  @Test
  void anOrganisationThatOnlyTheNewerVintageHasIsNewSinceTheOlder() throws IOException {
    merge(of(FIRST, JUNE, List.of("RA1"), 10.0), of(SECOND, JUNE, List.of("RA1", "RA2"), 10.0, 5.0));
    assertThat(changes()).containsExactly("RA2 null to 5.0, new_figure, first to second");
    assertThat(revisions.get(0).oldStatus()).isEqualTo("absent");
  }

  @Test
  void anOrganisationOfAnotherPeriodIsNotNew() throws IOException {
    merge(of(FIRST, JUNE, List.of("RA1"), 10.0), of(SECOND, JULY, List.of("RA2"), 5.0));
    assertThat(changes()).isEmpty();
    assertThat(vintages).containsExactly("RA1 first *", "RA2 second *");
  }

  @Test
  void anOrganisationThatTheNewerVintageLacksKeepsItsFigure() throws IOException {
    merge(of(FIRST, JUNE, List.of("RA1", "RA2"), 10.0, 5.0), of(SECOND, JUNE, List.of("RA1"), 10.0));
    assertThat(vintages).containsExactly("RA1 second *", "RA1 first", "RA2 first *");
    assertThat(changes()).isEmpty();
  }

  @Test
  void theKindOfARevisionTellsBlanksFromFigures() throws IOException {
    merge(
        of(FIRST, JUNE, List.of("RA1", "RA2", "RA3", "RA4"), null, null, 0.0, 7.0),
        of(SECOND, JUNE, List.of("RA1", "RA2", "RA3", "RA4"), 0.0, 3.0, null, null));
    assertThat(revisions).extracting(RevisionRow::kind)
        .containsExactly(
            RevisionKind.BLANK_TO_ZERO, RevisionKind.NEW_FIGURE, RevisionKind.ZERO_TO_BLANK,
            RevisionKind.WITHDRAWN_FIGURE);
  }

  @Test
  void aCellThatHoldsNoFigureIsCurrentAndTheOlderFigureStaysInVintages() throws IOException {
    merge(of(FIRST, JUNE, List.of("RA1"), 10.0), MadeUpBatch.rejected(SECOND, JUNE, "RA1"));
    assertThat(vintages).containsExactly("RA1 second *", "RA1 first");
    assertThat(changes()).containsExactly("RA1 10.0 to null, withdrawn_figure, first to second");
    assertThat(revisions.get(0).newStatus()).isEqualTo("rejected");
  }
}

package uk.footprints.report.workbook;

import java.util.List;
import uk.footprints.indicator.Indicator;
import uk.footprints.report.page.Imprint;
import uk.footprints.report.page.Source;
import uk.footprints.table.Filled;

/**
 * What a workbook is made of.
 *
 * @param question what the table answers, in one sentence
 * @param filled the table and its rows
 * @param left what was left out of it; empty where nothing was
 * @param indicators those that it speaks of, whose definitions and caveats become notes
 * @param sources the publications behind it
 * @param imprint the release that it belongs to
 */
public record Booklet(
    String question, Filled filled, String left, List<Indicator> indicators, List<Source> sources, Imprint imprint) {

  /** The table's name in words: the worksheet's, and the beginning of its title. */
  String name() {
    return Wording.words(filled.table().name());
  }

  /** The title of the workbook and of its table. */
  String title() {
    return name() + ": " + question;
  }
}

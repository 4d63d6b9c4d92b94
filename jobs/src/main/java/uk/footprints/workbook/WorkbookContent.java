package uk.footprints.workbook;

import java.util.List;
import uk.footprints.indicator.Indicator;
import uk.footprints.site.PageImprint;
import uk.footprints.site.SourcePublication;
import uk.footprints.table.TableData;

/**
 * The content of a workbook.
 *
 * @param question what the table answers, in one sentence
 * @param filled the table and its rows
 * @param left what was left out of it; empty where nothing was
 * @param indicators the indicators of the table, whose definitions and caveats become notes
 * @param sources the publications behind it
 * @param imprint the release that it belongs to
 */
public record WorkbookContent(
    String question, TableData filled, String left, List<Indicator> indicators, List<SourcePublication> sources,
    PageImprint imprint) {

  /** Returns the table's name in words, which is the worksheet's name and begins its title. */
  String name() {
    return WorkbookText.words(filled.table().name());
  }

  /** Returns the title of the workbook and of its table. */
  String title() {
    return name() + ": " + question;
  }
}

package uk.footprints.report.page;

import java.util.List;
import uk.footprints.table.Filled;

/**
 * The first page: what its template prints.
 *
 * @param imprint release and versions
 * @param madeUp whether the data are a made-up sample
 * @param answered questions that these data answer
 * @param open questions that they do not
 * @param chapters one an indicator
 * @param intake row accounting, by dataset
 * @param setAside files set aside
 * @param oddities findings, by kind
 * @param sources the publications that were read
 * @param inline scripts, style and data
 */
public record Front(
    Imprint imprint,
    boolean madeUp,
    List<Headline> answered,
    List<Headline> open,
    List<Chapter> chapters,
    List<Intake> intake,
    long setAside,
    List<Oddity> oddities,
    List<Source> sources,
    Inline inline) {

  static Front of(Materials materials) {
    List<Headline> headlines = Headline.list(materials.table("headlines"));
    Filled releases = materials.table("releases");
    List<Intake> intake = Intake.list(releases);
    List<String> read = intake.stream().map(Intake::dataset).toList();
    return new Front(
        materials.imprint(),
        materials.madeUp(),
        headlines.stream().filter(Headline::answered).toList(),
        headlines.stream().filter(h -> !h.answered()).toList(),
        Chapter.list(materials),
        intake,
        Intake.setAside(releases),
        Oddity.list(materials.table("findings")),
        materials.sources().stream().filter(s -> read.contains(s.dataset())).toList(),
        Inline.of(Pack.of(materials)));
  }
}

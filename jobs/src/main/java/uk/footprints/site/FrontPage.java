package uk.footprints.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.table.TableData;

/**
 * The first page: the values that its template prints.
 *
 * @param frame the frame around it
 * @param answered questions that these data answer
 * @param open questions that they do not
 * @param map the indicator and geography of the map; null where there is none
 * @param fresh what is new, a sentence each
 * @param revised what was revised, a sentence each
 * @param indicators the pages of those that have data
 * @param about the indicators as data for the map's script
 */
public record FrontPage(
    PageFrame frame,
    List<Headline> answered,
    List<Headline> open,
    IndicatorText map,
    List<String> fresh,
    List<String> revised,
    List<SiteLink> indicators,
    String about) {

  private static final int MOST = 8;

  static FrontPage of(SiteContext site, IndicatorData data) {
    SiteInput materials = site.materials();
    List<Headline> headlines = Headline.list(materials.table("headlines"));
    List<IndicatorText> chapters = IndicatorText.list(materials);
    IndicatorText map = chapters.stream().filter(IndicatorText::hasData).findFirst().orElse(null);
    return new FrontPage(
        site.frame("Footprints: hospital care by planning area", "index.html", false),
        headlines.stream().filter(Headline::answered).toList(),
        headlines.stream().filter(h -> !h.answered()).toList(),
        map,
        fresh(site),
        revised(site),
        chapters.stream()
            .filter(IndicatorText::hasData)
            .map(c -> new SiteLink(c.title(), "indicators/" + c.id() + ".html"))
            .toList(),
        map == null ? "" : SiteAssets.json(data.about(materials.evidence().indicator(map.id()))));
  }

  /** Returns the latest period of each publication, and how many files the release before did not have. */
  private static List<String> fresh(SiteContext site) {
    SiteInput materials = site.materials();
    TableData releases = materials.table("source_files");
    Map<String, List<Object[]>> byDataset = new TreeMap<>();
    for (Object[] row : releases.rows()) {
      if (releases.text(row, "state").equals("read")
          && !materials.news().files().contains(releases.text(row, "sha256"))) {
        byDataset.computeIfAbsent(releases.text(row, "dataset"), d -> new ArrayList<>()).add(row);
      }
    }
    List<String> fresh = new ArrayList<>();
    byDataset.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, List<Object[]>> e) -> last(releases, e.getValue())).reversed())
        .limit(MOST)
        .forEach(
            e -> {
              String to = last(releases, e.getValue());
              int files = e.getValue().size();
              fresh.add(
                  "%s: %s%s"
                      .formatted(
                          materials.library().find(e.getKey()).map(d -> d.title()).orElse(e.getKey()),
                          files == 1 ? "one file" : "%,d files".formatted(files),
                          to.isEmpty() ? "" : ", to " + Headline.day(to)));
            });
    if (byDataset.size() > MOST) {
      fresh.add("and %d more publications".formatted(byDataset.size() - MOST));
    }
    return fresh;
  }

  private static String last(TableData releases, List<Object[]> rows) {
    return rows.stream().map(releases.text("period_end")).max(Comparator.naturalOrder()).orElse("");
  }

  private static List<String> revised(SiteContext site) {
    TableData revisions = site.materials().table("revisions");
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, String> latest = new LinkedHashMap<>();
    for (RevisionTables.Change change : RevisionTables.list(revisions)) {
      counts.merge(change.dataset(), (long) change.rows().size(), Long::sum);
      latest.putIfAbsent(change.dataset(), change.published());
    }
    List<String> sentences = new ArrayList<>();
    counts.forEach(
        (dataset, n) ->
            sentences.add(
                "%s: %,d figures changed by later vintages, the last on %s"
                    .formatted(
                        site.materials().library().find(dataset).map(d -> d.title()).orElse(dataset), n,
                        Headline.day(latest.get(dataset)))));
    return sentences;
  }

  /** Whether there is a release before this one to be new against. */
  public boolean first() {
    return frame.site().materials().news().first();
  }

  /** Returns the release before this one. */
  public String before() {
    return frame.site().materials().news().release();
  }
}

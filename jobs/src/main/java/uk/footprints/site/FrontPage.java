package uk.footprints.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The first page: the values that its template prints.
 *
 * @param frame the frame around it
 * @param now the latest figure of each theme
 * @param findings questions with the quoted number and ours
 * @param map the indicator of the map; null where there is none
 * @param fresh what is new, a sentence each
 * @param revised what was revised, a sentence each
 * @param indicators the pages of those that have data
 * @param about the indicator of the map as data for its script
 */
public record FrontPage(
    PageFrame frame,
    List<NowCard> now,
    List<Headline> findings,
    IndicatorText map,
    List<String> fresh,
    List<String> revised,
    List<SiteLink> indicators,
    String about) {

  private static final int MOST = 8;

  static FrontPage of(SiteContext site, IndicatorData data) {
    SiteInput input = site.input();
    List<IndicatorText> texts = IndicatorText.list(site);
    IndicatorText map = texts.stream().filter(IndicatorText::hasData).findFirst().orElse(null);
    return new FrontPage(
        site.frame("Footprints: emergency hospital care in England", "index.html", false),
        NowCards.of(site),
        Headline.list(site),
        map,
        fresh(site),
        revised(site),
        texts.stream()
            .filter(IndicatorText::hasData)
            .map(c -> new SiteLink(c.title(), "indicators/" + c.id() + ".html"))
            .toList(),
        map == null ? "" : SiteAssets.json(data.about(input.evidence().indicator(map.id()))));
  }

  /** Returns a sentence about how new the figures are. */
  public String nowLead() {
    List<SourceFileRow> read = SourceFileRow.listRead(frame.site().input());
    LocalDate published =
        read.stream().map(SourceFileRow::publishedOn).filter(Objects::nonNull).max(Comparator.naturalOrder())
            .orElse(null);
    return "The latest month, quarter or year of each theme, with the change on the year before"
        + (published == null
            ? "."
            : ", from %,d files of which the newest was published on %s."
                .formatted(read.size(), Headline.day(published)));
  }

  /** Returns the questions that these data answer. */
  public List<Headline> answered() {
    return findings.stream().filter(Headline::answered).toList();
  }

  /** Returns the questions that they do not. */
  public List<Headline> open() {
    return findings.stream().filter(finding -> !finding.answered()).toList();
  }

  /** Returns a sentence about how many questions are answered. */
  public String findingsLead() {
    long answered = findings.stream().filter(Headline::answered).count();
    return "These data answer %d of %d questions from national reports.".formatted(answered, findings.size());
  }

  /** Returns the latest period of each publication, and how many files the release before did not have. */
  private static List<String> fresh(SiteContext site) {
    SiteInput input = site.input();
    Map<String, List<SourceFileRow>> byDataset = new TreeMap<>();
    for (SourceFileRow file : SourceFileRow.listRead(input)) {
      if (!input.news().files().contains(file.sha256())) {
        byDataset.computeIfAbsent(file.dataset(), d -> new ArrayList<>()).add(file);
      }
    }
    List<String> fresh = new ArrayList<>();
    byDataset.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, List<SourceFileRow>> e) -> last(e.getValue())).reversed())
        .limit(MOST)
        .forEach(
            e -> {
              LocalDate to = last(e.getValue());
              int files = e.getValue().size();
              fresh.add(
                  "%s: %s%s"
                      .formatted(
                          input.catalogue().find(e.getKey()).map(d -> d.title()).orElse(e.getKey()),
                          files == 1 ? "one file" : "%,d files".formatted(files),
                          to.equals(LocalDate.MIN) ? "" : ", to " + Headline.day(to)));
            });
    if (byDataset.size() > MOST) {
      fresh.add("and %d more publications".formatted(byDataset.size() - MOST));
    }
    return fresh;
  }

  /** Returns the last day of the last period; {@link LocalDate#MIN} where no file has a period. */
  private static LocalDate last(List<SourceFileRow> files) {
    return files.stream()
        .map(SourceFileRow::periodEnd)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  private static List<String> revised(SiteContext site) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, LocalDate> latest = new LinkedHashMap<>();
    for (RevisionTables.Change change : RevisionTables.list(site.input())) {
      counts.merge(change.dataset(), (long) change.rows().size(), Long::sum);
      latest.putIfAbsent(change.dataset(), change.published());
    }
    List<String> sentences = new ArrayList<>();
    counts.forEach(
        (dataset, n) ->
            sentences.add(
                "%s: %,d figures changed by later vintages, the last on %s"
                    .formatted(
                        site.input().catalogue().find(dataset).map(d -> d.title()).orElse(dataset), n,
                        Headline.day(latest.get(dataset)))));
    return sentences;
  }

  /** Whether there is a release before this one to be new against. */
  public boolean first() {
    return frame.site().input().news().first();
  }

  /** Returns the release before this one. */
  public String before() {
    return frame.site().input().news().release();
  }
}

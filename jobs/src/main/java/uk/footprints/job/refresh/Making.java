package uk.footprints.job.refresh;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Flow;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.conform.Accounting;
import uk.footprints.finding.Finding;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Figures;
import uk.footprints.job.report.Answering;
import uk.footprints.job.report.Flows;
import uk.footprints.job.report.Lines;
import uk.footprints.job.report.Published;
import uk.footprints.job.report.Residents;
import uk.footprints.job.report.Sites;
import uk.footprints.job.report.SmallAreaLinks;
import uk.footprints.job.report.Wanted;
import uk.footprints.publish.Release;
import uk.footprints.report.Evidence;
import uk.footprints.report.Excerpt;
import uk.footprints.report.page.Imprint;
import uk.footprints.run.Held;
import uk.footprints.run.Versions;
import uk.footprints.table.Filled;

/**
 * What a release is made of once its files were read: answers, reports, pages, and the manifest over all of it.
 *
 * @param inputs the files
 * @param release which
 * @param before the release that readers see
 * @param asked what the refresh was asked for
 * @param now the time of the run
 * @param publishing compares it with the one before
 */
record Making(
    Inputs inputs, Release release, Optional<String> before, Asked asked, Instant now, Publishing publishing) {

  /** What a run did. */
  record Made(List<Outcome> outcomes, List<Finding> findings, long observations) {}

  /**
   * Answers, and writes all tables of the release but those that the tasks wrote, its reports and its pages.
   *
   * @param drawing boundaries, which somebody draws meanwhile
   */
  Made answer(Shelved shelved, CompletableFuture<Maps> drawing)
      throws IOException {
    List<Outcome> outcomes = new ArrayList<>(shelved.files());
    outcomes.sort(Comparator.comparing(Outcome::path));
    check(outcomes, shelved.counts());
    List<Finding> findings = new ArrayList<>();
    outcomes.forEach(o -> findings.addAll(o.conformed().findings()));
    findings.addAll(Across.revised(outcomes, shelved.counts()));
    findings.addAll(Across.samePeriods(outcomes));

    Areas areas = Areas.reference();
    Maps maps = drawing.join();
    maps.write(release.table(Tables.BOUNDARIES));
    findings.addAll(maps.findings());
    Published published = new Published(release);
    SmallAreaLinks links = SmallAreaLinks.of(published, areas);
    List<Object[]> population = Population.areas(Counted.people(published, links), areas);
    Wanted wanted = Wanted.of(Indicators.all(), Reports.all());
    Figures figures = wanted.figures(published.rows(wanted.scan()));
    findings.addAll(Across.returns(figures, Indicators.all()));
    List<Flow> flows = Flows.of(published.rows(Flows.SCAN));
    Residents residents = Residents.of(Population.groups(population));
    Map<Excerpt, List<Object[]>> lines = Lines.of(Reports.all(), published::rows);
    Answering answering = new Answering(Indicators.all(), figures, residents, maps.atlas(), flows, lines);
    Evidence asWas = answering.on(areas, Answering.GEOGRAPHIES, Basis.AS_WAS, Optional.empty());
    List<Answer> asNow = answering.answers(areas, Answering.GEOGRAPHIES, Basis.AS_NOW);

    release.write(Tables.MEASURES, Ledger.measures());
    release.write(Tables.ORGANISATIONS, Ledger.organisations(shelved));
    release.write(Tables.AREAS, Reference.areas(areas));
    release.write(Tables.MEMBERSHIPS, Reference.memberships(areas, flows, links));
    release.write(Tables.SUCCESSIONS, Reference.successions(areas));
    release.write(Tables.SITES, maps.sites().stream().map(Sites::row).toList());
    release.write(Tables.POPULATION, population);
    Imprint imprint = Showing.imprint(release, now);
    List<Filled> shown = new ArrayList<>(Showing.reports(release, imprint, asWas, asNow));
    findings.addAll(publishing.compare(release, before, asked));
    for (Filled table :
        List.of(
            new Filled(Tables.RELEASES, Ledger.releases(outcomes, shelved.counts(), inputs)),
            new Filled(Tables.FINDINGS, Ledger.findings(findings)))) {
      release.write(table.table(), table.rows());
      shown.add(table);
    }
    Showing.write(release, imprint, asWas, asNow, shown, maps);
    release.write(Tables.REJECTS, Ledger.rejects(findings));
    release.write(Tables.RUNS, List.<Object[]>of(runRow(outcomes, shelved.observations())));
    return new Made(outcomes, findings, shelved.observations());
  }

  private static void check(List<Outcome> outcomes, Map<String, long[]> counts) {
    for (Outcome o : outcomes) {
      Accounting a = o.conformed().accounting();
      if (!a.balances()) {
        throw new Held("rows of " + o.path() + " are unaccounted for: " + a);
      }
      long kept = counts.getOrDefault(o.sha256(), new long[3])[0];
      if (o.state().equals(Outcome.READ) && kept != a.cells() - a.cellsRejected()) {
        throw new Held("%s has %d figures but %d were written".formatted(o.path(), a.cells() - a.cellsRejected(), kept));
      }
    }
    if (outcomes.stream().noneMatch(o -> o.state().equals(Outcome.READ))) {
      throw new Held("none of the %d files could be read".formatted(outcomes.size()));
    }
  }

  private Object[] runRow(List<Outcome> outcomes, long rows) {
    long read = outcomes.stream().filter(o -> o.state().equals(Outcome.READ)).count();
    long aside = outcomes.stream().filter(o -> o.state().equals(Outcome.SET_ASIDE)).count();
    return new Object[] {
      release.id(), now.toString(), Versions.line(), asked.words(), inputs.fingerprint(),
      (long) inputs.files().size() + inputs.copies().size(), read, aside, rows
    };
  }

  /**
   * Writes the manifest, last of all.
   *
   * @param cores on which the tables were written: as many shelves, and so files, there are
   */
  void describe(Made made, int cores) throws IOException {
    release.describe(facts(made.outcomes(), made.observations(), cores), Tables.all());
  }

  private Map<String, Object> facts(List<Outcome> outcomes, long rows, int cores) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("made_at", now.toString());
    facts.put("versions", Versions.line());
    facts.put("before", before.orElse(""));
    facts.put("asked", asked.kind());
    facts.put("as_of", asked.asOf() == null ? "" : asked.asOf().toString());
    facts.put("cores", cores);
    facts.put("fingerprint", inputs.fingerprint());
    facts.put("observations", rows);
    List<Map<String, Object>> read = new ArrayList<>();
    for (Outcome o : outcomes) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("file", o.path());
      file.put("sha256", o.sha256());
      file.put("dataset", o.dataset());
      file.put("state", o.state());
      if (o.dataset().equals(Records.DATASET)) {
        file.put("archived", false);
      }
      read.add(file);
    }
    inputs
        .copies()
        .forEach(
            (path, first) ->
                read.add(
                    Map.of(
                        "file", path, "sha256", first.sha256(), "dataset", "", "archived", false, "state",
                        "same_as " + first.path())));
    facts.put("to_read_again", outcomes.stream().filter(Reader::mayGiveMore).count());
    facts.put("latest", Expected.latest(outcomes));
    facts.put("inputs", read);
    return facts;
  }
}

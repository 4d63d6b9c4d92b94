package uk.footprints.pipeline.build;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import uk.footprints.analysis.AdmissionFlowTable;
import uk.footprints.analysis.IndicatorService;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.ReportInputs;
import uk.footprints.analysis.RequiredMeasures;
import uk.footprints.analysis.ResidentPopulation;
import uk.footprints.analysis.SiteTable;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.finding.Finding;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.pipeline.check.CrossFileChecks;
import uk.footprints.pipeline.check.ReleaseComparison;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.merge.PartitionResult;
import uk.footprints.pipeline.check.DuePublications;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.pipeline.read.RecordFiles;
import uk.footprints.release.Release;
import uk.footprints.report.Evidence;
import uk.footprints.report.TableExcerpt;
import uk.footprints.runtime.ReleaseRejectedException;
import uk.footprints.site.PageImprint;
import uk.footprints.spark.Versions;
import uk.footprints.table.TableData;
import uk.footprints.transform.RowAccounting;

/**
 * What a release is made of once its files were read: answers, reports, pages, and the manifest over all of it.
 *
 * @param inputs the files
 * @param release which
 * @param before the release that readers see
 * @param asked what the refresh was asked for
 * @param now the time of the run
 */
public record ReleaseBuilder(
    InputListing inputs, Release release, Optional<String> before, RefreshOptions asked, Instant now) {

  /** What a run did. */
  public record Made(List<FileResult> outcomes, List<Finding> findings, long observations) {}

  /**
   * Answers, and writes all tables of the release but those that the tasks wrote, its reports and its pages.
   *
   * @param drawing boundaries, which somebody draws meanwhile
   */
  public Made answer(PartitionResult shelved, CompletableFuture<BoundaryLoader> drawing)
      throws IOException {
    List<FileResult> outcomes = new ArrayList<>(shelved.files());
    outcomes.sort(Comparator.comparing(FileResult::path));
    check(outcomes, shelved.counts());
    List<Finding> findings = new ArrayList<>();
    outcomes.forEach(o -> findings.addAll(o.conformed().findings()));
    findings.addAll(CrossFileChecks.revised(outcomes, shelved.counts()));
    findings.addAll(CrossFileChecks.samePeriods(outcomes));

    Areas areas = Areas.reference();
    BoundaryLoader maps = drawing.join();
    maps.write(release.table(Tables.BOUNDARIES));
    findings.addAll(maps.findings());
    ReleaseReader published = new ReleaseReader(release);
    SmallAreaMemberships links = SmallAreaMemberships.of(published, areas);
    List<Object[]> population = PopulationTables.areas(PopulationCount.people(published, links), areas);
    RequiredMeasures wanted = RequiredMeasures.of(Indicators.all(), Reports.all());
    ObservationSeries figures = wanted.figures(published.rows(wanted.scan()));
    findings.addAll(CrossFileChecks.returns(figures, Indicators.all()));
    List<AdmissionFlow> flows = AdmissionFlowTable.of(published.rows(AdmissionFlowTable.SCAN));
    ResidentPopulation residents = ResidentPopulation.of(PopulationTables.groups(population));
    Map<TableExcerpt, List<Object[]>> lines = ReportInputs.of(Reports.all(), published::rows);
    IndicatorService answering = new IndicatorService(Indicators.all(), figures, residents, maps.atlas(), flows, lines);
    Evidence asWas = answering.on(areas, IndicatorService.GEOGRAPHIES, Basis.AS_WAS, Optional.empty());
    List<IndicatorValue> asNow = answering.answers(areas, IndicatorService.GEOGRAPHIES, Basis.AS_NOW);

    release.write(Tables.MEASURES, AuditTables.measures());
    List<Object[]> organisations = AuditTables.organisations(shelved);
    release.write(Tables.ORGANISATIONS, organisations);
    release.write(Tables.AREAS, GeographyTables.areas(areas));
    release.write(Tables.MEMBERSHIPS, GeographyTables.memberships(areas, flows, links));
    release.write(Tables.SUCCESSIONS, GeographyTables.successions(areas));
    release.write(Tables.SITES, maps.sites().stream().map(SiteTable::row).toList());
    release.write(Tables.POPULATION, population);
    PageImprint imprint = ReportAndSiteWriter.imprint(release, now);
    List<TableData> shown = new ArrayList<>(ReportAndSiteWriter.reports(release, imprint, asWas, asNow));
    findings.addAll(ReleaseComparison.withCurrent(release, before, asked.kind()));
    for (TableData table :
        List.of(
            new TableData(Tables.SOURCE_FILES, AuditTables.releases(outcomes, shelved.counts(), inputs)),
            new TableData(Tables.FINDINGS, AuditTables.findings(findings)))) {
      release.write(table.table(), table.rows());
      shown.add(table);
    }
    ReportAndSiteWriter.write(release, imprint, asWas, asNow, shown, organisations, maps);
    release.write(Tables.REJECTS, AuditTables.rejects(findings));
    release.write(Tables.RUNS, List.<Object[]>of(runRow(outcomes, shelved.observations())));
    return new Made(outcomes, findings, shelved.observations());
  }

  private static void check(List<FileResult> outcomes, Map<String, long[]> counts) {
    for (FileResult o : outcomes) {
      RowAccounting a = o.conformed().accounting();
      if (!a.balances()) {
        throw new ReleaseRejectedException("rows of " + o.path() + " are unaccounted for: " + a);
      }
      long kept = counts.getOrDefault(o.sha256(), new long[3])[0];
      if (o.state().equals(FileResult.READ) && kept != a.cells() - a.cellsRejected()) {
        throw new ReleaseRejectedException("%s has %d figures but %d were written".formatted(o.path(), a.cells() - a.cellsRejected(), kept));
      }
    }
    if (outcomes.stream().noneMatch(o -> o.state().equals(FileResult.READ))) {
      throw new ReleaseRejectedException("none of the %d files could be read".formatted(outcomes.size()));
    }
  }

  private Object[] runRow(List<FileResult> outcomes, long rows) {
    long read = outcomes.stream().filter(o -> o.state().equals(FileResult.READ)).count();
    long aside = outcomes.stream().filter(o -> o.state().equals(FileResult.SET_ASIDE)).count();
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
  public void describe(Made made, int cores) throws IOException {
    release.describe(facts(made.outcomes(), made.observations(), cores), Tables.all());
  }

  private Map<String, Object> facts(List<FileResult> outcomes, long rows, int cores) {
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
    for (FileResult o : outcomes) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("file", o.path());
      file.put("sha256", o.sha256());
      file.put("dataset", o.dataset());
      file.put("state", o.state());
      if (o.dataset().equals(RecordFiles.DATASET)) {
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
    facts.put("to_read_again", outcomes.stream().filter(FileReader::mayGiveMore).count());
    facts.put("latest", DuePublications.latest(outcomes));
    facts.put("inputs", read);
    return facts;
  }
}

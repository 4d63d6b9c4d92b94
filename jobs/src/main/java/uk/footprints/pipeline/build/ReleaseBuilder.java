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
import java.util.function.Supplier;
import uk.footprints.analysis.IndicatorService;
import uk.footprints.analysis.RatePeople;
import uk.footprints.analysis.RegisteredLists;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.ResidentPopulation;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.ReferenceData;
import uk.footprints.area.Site;
import uk.footprints.catalogue.FindingRecord;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.MeasureRecord;
import uk.footprints.catalogue.OrganisationRecord;
import uk.footprints.catalogue.PopulationRecord;
import uk.footprints.catalogue.PopulationShare;
import uk.footprints.catalogue.ReleaseRunRecord;
import uk.footprints.catalogue.SourceFileRecord;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.pipeline.check.CrossFileChecks;
import uk.footprints.pipeline.check.DuePublications;
import uk.footprints.pipeline.check.ReleaseComparison;
import uk.footprints.pipeline.check.RowReconciliation;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.merge.PartitionResult;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.pipeline.read.RecordFiles;
import uk.footprints.release.Release;
import uk.footprints.report.Evidence;
import uk.footprints.runtime.ReleaseRejectedException;
import uk.footprints.runtime.StepTimes;
import uk.footprints.site.PageImprint;
import uk.footprints.spark.Versions;
import uk.footprints.table.TableData;

/**
 * Builds a release from the merged files: checks its counts, computes indicators and reports, and writes tables, pages
 * and the manifest.
 *
 * @param inputs the input files
 * @param release the release to build
 * @param previous the current release, which readers see; empty in a new store
 * @param options the options of the refresh
 * @param now the time of the run
 * @param reference the reference tables
 * @param times receives how long each step takes
 */
public record ReleaseBuilder(
    InputListing inputs, Release release, Optional<String> previous, RefreshOptions options, Instant now,
    ReferenceData reference, StepTimes times) {

  /** The part of a run to which the steps below belong. */
  static final String PART = "answer";

  /** The result of building a release: its files, findings and number of current observations. */
  public record BuildResult(List<FileResult> files, List<Finding> findings, long observations) {}

  /**
   * Checks the files against each other, computes indicators and reports, compares them with the current release, and
   * writes the tables that the tasks have not written, the reports and the pages.
   *
   * @param boundaries the boundaries, being loaded on another thread
   */
  public BuildResult build(PartitionResult merged, CompletableFuture<BoundaryLoader> boundaries)
      throws IOException {
    StepTimes.Sequence steps = times.sequence(PART);
    IndicatorCatalogue catalogue = IndicatorCatalogue.with(options.declarations());
    List<FileResult> outcomes = new ArrayList<>(merged.files());
    outcomes.sort(Comparator.comparing(FileResult::path));
    requireRows(outcomes);
    List<Finding> findings = new ArrayList<>(RowReconciliation.of(outcomes, merged, release, catalogue.data()));
    outcomes.forEach(o -> findings.addAll(o.transformed().findings()));
    findings.addAll(CrossFileChecks.revised(outcomes, merged.byFile()));
    findings.addAll(CrossFileChecks.samePeriods(outcomes));
    findings.addAll(CrossFileChecks.dropped(outcomes));
    steps.ended("checks of rows and files");

    Areas areas = reference.areas();
    BoundaryLoader loaded = boundaries.join();
    loaded.write(release);
    findings.addAll(loaded.findings());
    steps.ended("boundaries");
    ReleaseReader reader = new ReleaseReader(release);
    IndicatorInputs read = IndicatorInputs.read(reader, areas, catalogue, times);
    SmallAreaMemberships smallAreas = read.smallAreas();
    PopulationInputs people = read.people();
    List<AdmissionFlow> flows = read.flows();
    findings.addAll(PopulationTables.findings(people, areas));
    steps.ended("tables, read");
    IndicatorService indicatorService =
        new IndicatorService(
            catalogue.indicators(), catalogue.targets(), reference, read.figures(), divisor(reader, people),
            loaded.atlas(), flows, read.reportInputs(), times);
    IndicatorService.Request then =
        new IndicatorService.Request(areas, IndicatorService.GEOGRAPHIES, Basis.AS_WAS);
    IndicatorService.Results results =
        indicatorService.compute(
            List.of(then, new IndicatorService.Request(areas, IndicatorService.GEOGRAPHIES_AS_NOW, Basis.AS_NOW)));
    findings.addAll(
        CrossFileChecks.returns(
            read.figures(), catalogue.indicators(), indicator -> results.returns().get(indicator.id())));
    steps.ended("indicators");
    Evidence asWas = indicatorService.evidence(then, results.byRequest().get(0), Optional.empty());
    List<IndicatorValue> asNow = results.byRequest().get(1);
    steps.ended("evidence");
    findings.addAll(CrossFileChecks.caveats(catalogue.indicators(), asWas.answers()));
    steps.ended("caveats");

    TableData organisations = OrganisationRecord.TABLE.data(AuditTables.organisations(merged, reference));
    options.declarations().write(release);
    List<Supplier<TableData>> others =
        List.of(
            () -> GeographyTables.memberships(areas, flows, smallAreas),
            () -> PopulationRecord.TABLE.data(PopulationTables.rows(people, areas)),
            () -> PopulationShare.TABLE.data(people.shares()),
            () -> MeasureRecord.TABLE.data(AuditTables.measures(catalogue.data())),
            () -> organisations,
            () -> GeographyTables.areas(areas),
            () -> GeographyTables.successions(areas),
            () -> Site.TABLE.data(loaded.sites()));
    PageImprint imprint = ReportAndSiteWriter.imprint(release, now);
    ReportAndSiteWriter writer = new ReportAndSiteWriter(release, imprint, catalogue, times);
    List<TableData> siteTables = new ArrayList<>(writer.reports(asWas, asNow, others));
    steps.ended("reports");
    findings.addAll(ReleaseComparison.withCurrent(release, previous, options.kind()));
    steps.ended("comparison with the current release");
    for (TableData table :
        List.of(
            SourceFileRecord.TABLE.data(AuditTables.sourceFiles(outcomes, merged.byFile(), inputs)),
            FindingRecord.FINDINGS.data(AuditTables.findings(findings)))) {
      release.write(table);
      siteTables.add(table);
    }
    steps.ended("tables of files and findings");
    writer.site(asWas, asNow, siteTables, organisations, loaded);
    steps.ended("site");
    release.write(FindingRecord.REJECTS.data(AuditTables.rejects(findings)));
    release.write(ReleaseRunRecord.TABLE.data(List.of(run(outcomes, merged.observations()))));
    steps.ended("tables of rejects and the run");
    return new BuildResult(outcomes, findings, merged.observations());
  }

  private static void requireRows(List<FileResult> outcomes) {
    if (outcomes.stream().noneMatch(FileResult::isRead)) {
      outcomes.stream().flatMap(o -> o.transformed().findings().stream()).filter(f -> f.kind() == Kind.PROGRAM_FAULT)
          .findFirst()
          .ifPresent(fault -> {
            throw new IllegalStateException(fault.sentence());
          });
      // Nothing is published, so no table of findings says why.
      String why =
          outcomes.stream()
              .flatMap(o -> o.transformed().findings().stream())
              .filter(f -> f.severity() == Severity.SET_ASIDE)
              .findFirst()
              .map(f -> "; " + f.sentence())
              .orElse("");
      throw new ReleaseRejectedException("none of the %d files could be read%s".formatted(outcomes.size(), why));
    }
  }

  private ReleaseRunRecord run(List<FileResult> outcomes, long observations) {
    return new ReleaseRunRecord(
        release.id(), now.toString(), Versions.line(), options.words(), inputs.fingerprint(),
        inputs.files().size() + (long) inputs.copies().size(),
        outcomes.stream().filter(FileResult::isRead).count(),
        outcomes.stream().filter(o -> o.state().equals(FileResult.SET_ASIDE)).count(), observations);
  }

  /**
   * Writes the manifest, after all other files.
   *
   * @param cores the number of cores that wrote the tables, which gives the number of partitions and so of files
   */
  public void writeManifest(BuildResult result, int cores) throws IOException {
    release.describe(facts(result.files(), result.observations(), cores), options.catalogue().tables());
  }

  private Map<String, Object> facts(List<FileResult> outcomes, long rows, int cores) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("made_at", now.toString());
    facts.put("versions", Versions.line());
    facts.put("before", previous.orElse(""));
    facts.put("asked", options.kind());
    facts.put("as_of", options.asOf() == null ? "" : options.asOf().toString());
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

  /** Returns the people whom rates are over: residents, or patients on lists where the run asks for them. */
  private ResidentPopulation divisor(ReleaseReader reader, PopulationInputs people) throws IOException {
    return options.people() == RatePeople.REGISTERED ? RegisteredLists.read(reader) : people.residents();
  }
}

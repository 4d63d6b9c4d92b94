package uk.footprints.pipeline.input;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import uk.footprints.analysis.RatePeople;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.storage.Store;

/**
 * The options of a refresh.
 *
 * @param only the datasets to read; empty for all
 * @param asOf the last day of publication: files published later are left out; null for all files
 * @param today the day of the run; figures for later periods are rejected
 * @param hold whether the release needs approval before readers see it
 * @param records how patient records are read and protected
 * @param datasets an analyst's own declarations of datasets
 * @param rehash whether every file is read for its hash, also those that look the same as in the last run
 * @param ownTables an analyst's own indicators, targets and corrections
 * @param people whom rates are over
 */
public record RefreshOptions(
    List<String> only, LocalDate asOf, LocalDate today, boolean hold, Records records, List<DeclarationFile> datasets,
    boolean rehash, OwnTables ownTables, RatePeople people)
    implements Serializable {

  /**
   * What an analyst adds beside datasets.
   *
   * @param indicators declarations of indicators
   * @param targets tables of targets
   * @param corrections tables of corrections
   */
  public record OwnTables(
      List<DeclarationFile> indicators, List<DeclarationFile> targets, List<DeclarationFile> corrections)
      implements Serializable {

    /** Nothing of an analyst's own. */
    public static final OwnTables NONE = new OwnTables(List.of(), List.of(), List.of());
  }

  /**
   * The options for reading and protecting patient records.
   *
   * @param mostRejects the share of a file's rows that may be set aside before the release is held
   * @param threshold counts from 1 to one below it are suppressed
   * @param published whether episodes and spells become part of the release
   * @param caseMix whether organisations are compared after allowing for who their patients are
   */
  public record Records(double mostRejects, int threshold, boolean published, boolean caseMix)
      implements Serializable {

    /** The defaults: hold above a fifth of rejected rows, suppress counts below eight, publish no records. */
    public static final Records USUAL = new Records(0.2, 8, false, true);

    private String words() {
      return equals(USUAL) ? "" : " records %s %s %s%s".formatted(
          mostRejects, threshold, published, caseMix ? "" : " without case mix");
    }
  }

  /** Creates options without declarations of an analyst's own. */
  public RefreshOptions(List<String> only, LocalDate asOf, LocalDate today, boolean hold, Records records) {
    this(only, asOf, today, hold, records, List.of(), false, OwnTables.NONE, RatePeople.RESIDENTS);
  }

  /** Creates options for a release that is published at once, with the default options for records. */
  public RefreshOptions(List<String> only, LocalDate asOf, LocalDate today) {
    this(only, asOf, today, false, Records.USUAL);
  }

  /** Creates options for tests: no period is later than the day of the run. */
  public RefreshOptions(List<String> only, LocalDate asOf) {
    this(only, asOf, LocalDate.MAX);
  }

  /** Returns what the analyst declares beside the program. */
  public OwnDeclarations declarations() {
    return new OwnDeclarations(datasets, ownTables.indicators(), ownTables.targets());
  }

  /** Returns the datasets of the program and the analyst's own. */
  public Catalogue catalogue() {
    return Catalogue.with(datasets);
  }

  /** Returns whether files published on that day are included. */
  public boolean includes(LocalDate publishedOn) {
    return asOf == null || !publishedOn.isAfter(asOf);
  }

  /** Returns the options in words without {@code asOf}, as releases of different days may be compared. */
  public String kind() {
    return only.isEmpty() ? "all" : "only " + String.join(" ", only);
  }

  /** Returns the options in words, for the record of the run. */
  public String words() {
    return readWords() + hash(" indicators ", ownTables.indicators()) + hash(" targets ", ownTables.targets())
        + (people == RatePeople.RESIDENTS ? "" : " people " + people.id());
  }

  /** Returns the options that change what is read from a file, in words. */
  public String readWords() {
    return (only.isEmpty() ? "all" : "only " + String.join(" ", only)) + (asOf == null ? "" : " as of " + asOf)
        + records.words() + hash(" datasets ", datasets) + hash(" corrections ", ownTables.corrections());
  }

  /** Returns a hash of files, because other declarations give other tables; empty where there is none. */
  private static String hash(String what, List<DeclarationFile> files) {
    if (files.isEmpty()) {
      return "";
    }
    StringBuilder all = new StringBuilder();
    files.forEach(file -> all.append(file.text()).append('\n'));
    return what + Store.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}

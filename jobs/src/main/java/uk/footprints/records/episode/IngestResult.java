package uk.footprints.records.episode;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The result of an ingest. Every row read is an episode, a reject or a copy.
 *
 * @param files the files that were read
 * @param rows records read, by file
 * @param rejects rows set aside, by reason
 * @param rejectsByFile rows set aside, by file
 * @param reasonsByFile rows set aside, by file and reason
 * @param examples some of the rejects of every reason, in the order of files and rows
 * @param copiesByFile rows that repeat the key of another row, by file
 * @param yearsByFile first years of the financial years that a file has episodes of
 * @param episodes episodes published, by first year of the financial year
 * @param held why nothing was published; empty if the episodes were published
 */
public record IngestResult(
    List<ExtractFile> files,
    Map<String, Long> rows,
    Map<RejectReason, Long> rejects,
    Map<String, Long> rejectsByFile,
    Map<String, Map<RejectReason, Long>> reasonsByFile,
    List<RejectedRow> examples,
    Map<String, Long> copiesByFile,
    Map<String, List<Integer>> yearsByFile,
    Map<Integer, Long> episodes,
    String held) {

  public long rowsRead() {
    return sum(rows);
  }

  public long rejected() {
    return sum(rejects);
  }

  /** Returns the number of rows that repeat the key of another row. */
  public long copies() {
    return sum(copiesByFile);
  }

  public long episodesPublished() {
    return sum(episodes);
  }

  /** Returns whether records are artificial, as a column of some file says: then no figure describes anybody. */
  public boolean artificial() {
    return files.stream().anyMatch(ExtractFile::isArtificial);
  }

  /** Returns the same as it is noted with the episodes. */
  RecordOrigin origin() {
    return RecordOrigin.of(artificial());
  }

  /** Returns the fields that some file lacks: figures that need one are unknown and not zero. */
  public Set<EpisodeField> lacking() {
    return lacking(files);
  }

  static Set<EpisodeField> lacking(List<ExtractFile> files) {
    Set<EpisodeField> lacking = EnumSet.noneOf(EpisodeField.class);
    files.forEach(file -> lacking.addAll(file.lacks()));
    return lacking;
  }

  /** Returns whether rows read = episodes + rejects + copies. */
  public boolean balances() {
    return rowsRead() == episodesPublished() + rejected() + copies();
  }

  /** Returns the rows of a file that were set aside, by reason. */
  public Map<RejectReason, Long> rejectsOf(String file) {
    return reasonsByFile.getOrDefault(file, Map.of());
  }

  /** Returns a sentence for each file of which more than a share was set aside, with the first such row. */
  public List<String> beyond(double share) {
    return files.stream().map(ExtractFile::name).distinct().filter(file -> isBeyond(file, share)).map(file -> {
      RejectedRow first = examples.stream().filter(reject -> reject.file().equals(file)).findFirst().orElseThrow();
      return "%s: %,d of %,d rows would be set aside, more than %.0f%%; the first is row %d%s: %s".formatted(
          file, rejectsByFile.get(file), rows.get(file), 100 * share, first.row(),
          first.column().isEmpty() ? "" : ", column " + first.column(), first.reason().label());
    }).toList();
  }

  /** Returns whether more than a share of a file's rows was set aside. */
  public boolean isBeyond(String file, double share) {
    return rejectsByFile.getOrDefault(file, 0L) > share * rows.getOrDefault(file, 0L);
  }

  /** Returns the columns that files lack, each with what cannot be computed without it. */
  public Map<String, String> lost() {
    Map<String, String> lost = new TreeMap<>();
    for (ExtractFile file : files) {
      file.lacks().stream().filter(field -> !field.lost().isEmpty())
          .forEach(field -> lost.put(file.name() + ": " + field.name(), field.lost()));
    }
    return lost;
  }

  IngestResult withHeld(String why) {
    return new IngestResult(
        files, rows, rejects, rejectsByFile, reasonsByFile, examples, copiesByFile, yearsByFile, episodes, why);
  }

  IngestResult withEpisodes(
      Map<String, Long> copies, Map<String, List<Integer>> years, Map<Integer, Long> episodes) {
    return new IngestResult(
        files, rows, rejects, rejectsByFile, reasonsByFile, examples, copies, years, episodes, held);
  }

  private static long sum(Map<?, Long> values) {
    return values.values().stream().mapToLong(Long::longValue).sum();
  }
}

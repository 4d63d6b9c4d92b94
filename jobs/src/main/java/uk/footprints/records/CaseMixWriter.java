package uk.footprints.records;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import uk.footprints.parquet.column.ParquetColumnWriter;
import uk.footprints.parquet.column.StringDictionary;
import uk.footprints.records.casemix.CaseMixPattern;
import uk.footprints.records.casemix.DiagnosisGroups;
import uk.footprints.records.file.TaskAttemptFile;
import uk.footprints.records.measure.AgeBand;

/** Writes the spells of a bucket as models of case mix take them; without groups of diagnoses it writes nothing. */
final class CaseMixWriter implements AutoCloseable {

  /** Emergency admissions of so many days before count as those of the twelve months before. */
  static final int DAYS_BEFORE = 365;

  private static final int STAY = 0;
  private static final int EMERGENCY = 1;

  private final EpisodeColumns episodes;
  private final TaskAttemptFile attempt;
  private final ParquetColumnWriter file;
  private final int[] methods;
  private final int[] sources;
  private final int[] diagnoses;
  private final int[] comorbidities;
  private final int[] procedures;
  private final int[] tenths;

  private CaseMixWriter(EpisodeColumns episodes, DiagnosisGroups groups, TaskAttemptFile attempt, Configuration conf)
      throws IOException {
    this.episodes = episodes;
    this.attempt = attempt;
    this.file = attempt == null ? null : new ParquetColumnWriter(attempt.hidden(), conf, StayTables.CASE_MIX,
        Set.of("pattern"), Map.of(), ParquetColumnWriter.LARGE);
    this.methods = ask(episodes.methods, CaseMixPattern::method);
    this.sources = ask(episodes.sources, CaseMixPattern::source);
    this.diagnoses = groups == null ? new int[0] : ask(episodes.diagnoses, groups::of);
    this.comorbidities = ask(episodes.comorbidities, CaseMixWriter::bits);
    this.procedures = ask(episodes.procedures, CaseMixPattern::procedure);
    this.tenths = ask(episodes.deciles, CodeLookup::decile);
  }

  static CaseMixWriter of(EpisodeColumns episodes, Optional<DiagnosisGroups> groups, Path path, Configuration conf)
      throws IOException {
    return new CaseMixWriter(
        episodes, groups.orElse(null), groups.isEmpty() ? null : TaskAttemptFile.at(path), conf);
  }

  private static int[] ask(StringDictionary words, ToIntFunction<String> question) {
    int[] answers = new int[words.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = question.applyAsInt(words.word(i));
    }
    return answers;
  }

  private static int bits(String letters) {
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      bits |= 1 << letters.charAt(i) - 'a';
    }
    return bits;
  }

  /**
   * Writes a continuous spell.
   *
   * @param row its first episode
   * @param provider the number of its last provider
   * @param before emergency admissions in the twelve months before it
   * @param month of its discharge, in months since the year 0
   * @param index whether a readmission can follow it
   * @param followed whether an emergency spell followed it in time
   * @param died whether it ended in death
   */
  void stay(int row, int provider, int before, int month, boolean index, boolean followed, boolean died)
      throws IOException {
    if (file != null) {
      write(STAY, row, provider, before, month, (index ? 1 : 0) | (followed ? 2 : 0) | (died ? 4 : 0), 0);
    }
  }

  /** Writes an emergency spell at one provider. */
  void emergency(int row, int before, int month, int nights) throws IOException {
    if (file != null) {
      write(EMERGENCY, row, episodes.provider[row], before, month, 0, nights);
    }
  }

  private void write(int kind, int row, int provider, int before, int month, int flags, int nights)
      throws IOException {
    int sex = episodes.sex[row] == 1 || episodes.sex[row] == 2 ? episodes.sex[row] : 0;
    file.set(0, kind);
    file.set(1, episodes.providers, provider);
    file.set(2, episodes.residences, episodes.residence[row]);
    file.set(3, CaseMixPattern.of(AgeBand.of(episodes.age[row]), sex, tenths[episodes.deprivation[row]],
        methods[episodes.method[row]], sources[episodes.source[row]], diagnoses[episodes.diagnosis[row]], before, month,
        comorbidities[episodes.comorbidity[row]], procedures[episodes.procedure[row]]));
    file.set(4, flags);
    file.set(5, nights);
    file.endRow();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /** Makes the file appear, once it is closed. */
  void commit(Configuration conf) throws IOException {
    if (attempt != null) {
      attempt.commit(conf);
    }
  }
}

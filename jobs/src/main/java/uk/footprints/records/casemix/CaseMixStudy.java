package uk.footprints.records.casemix;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.records.measure.StayMeasure;

/**
 * Fits the models of case mix and adds up what they expect of organisations. Spells are counted by pattern of
 * covariates first and sorted, in as many partitions as the number of spells asks for: so the numbers are the same
 * however many cores and workers there are.
 *
 * @param diagnoses the groups of diagnoses
 * @param comorbidities the conditions
 * @param lacking the fields that the records lack
 * @param absent the measures that are unknown because of that
 * @param records artificial, real or not known
 * @param threshold counts from 1 to below it are not shown
 */
public record CaseMixStudy(DiagnosisGroups diagnoses, ComorbidityList comorbidities, Set<EpisodeField> lacking,
    Set<StayMeasure> absent, String records, int threshold) {

  private static final long SPELLS_A_PARTITION = 400_000;

  /** What is gathered while outcomes are modelled. */
  private static final class Notes {
    private final List<CaseMixCoefficient> coefficients = new ArrayList<>();
    private final List<CaseMixModelRow> models = new ArrayList<>();
    private final Set<String> sentences = new LinkedHashSet<>();
  }

  /**
   * Fits all models.
   *
   * @param folder the folder that {@link uk.footprints.records.StayBuilder} wrote to
   * @param continuousSpells how many continuous spells there are
   */
  public CaseMixResult of(SparkSession spark, Path folder, long continuousSpells) {
    if (continuousSpells == 0) {
      return CaseMixResult.none("Case mix: there are no spells, so there is no model.");
    }
    Dataset<Row> spells = spark.read().parquet(new Path(folder, "case_mix_spells").toString())
        .select("kind", "provider", "residence", "pattern", "flags", "nights");
    JavaRDD<PatternBlock> blocks = counted(spells, (int) (1 + continuousSpells / SPELLS_A_PARTITION))
        .toJavaRDD().mapPartitions(PatternBlock::of).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return study(spells, blocks.flatMap(PatternBlock::iterator));
    } finally {
      blocks.unpersist(false);
    }
  }

  private static Dataset<Row> counted(Dataset<Row> spells, int partitions) {
    Column[] sums = Arrays.stream(PatternCounts.SUMS).map(sum -> expr(sum)).toArray(Column[]::new);
    // All patterns of a cell are in one partition, so that cells need no shuffle of their own.
    return spells.withColumn("spell_key", expr(PatternCounts.KEY))
        .withColumn("cell", expr("pattern & " + CaseMixPattern.IN_CELLS + "L"))
        .repartition(partitions, col("cell")).groupBy("cell", "spell_key")
        .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length)).drop("cell").sortWithinPartitions("spell_key");
  }

  private CaseMixResult study(Dataset<Row> spells, JavaRDD<PatternCounts> patterns) {
    Notes notes = new Notes();
    List<CaseMixFactor> factors = CaseMixFactor.list(diagnoses, comorbidities);
    Map<CaseMixOutcome, LevelCounts> counts = levels(factors, patterns);
    CellRates cells = CellRates.of(patterns);
    Map<CaseMixOutcome, CaseMixFit> fits = new EnumMap<>(CaseMixOutcome.class);
    Set<CaseMixOutcome> standardised = EnumSet.noneOf(CaseMixOutcome.class);
    for (CaseMixOutcome outcome : CaseMixOutcome.values()) {
      LevelCounts levels = counts.get(outcome);
      String none = reason(outcome, levels);
      if (!none.isEmpty()) {
        notes.sentences.add("Case mix, %s: %s, so there is no model.".formatted(outcome.words(), none));
        continue;
      }
      standardised.add(outcome);
      notes.models.add(row(outcome, "cells", "cells", levels.spells(), levels.events(), cells.cells(outcome),
          "cells of year, age band, sex, method of admission, group of diagnoses and chapter of the main operation"));
      fit(patterns, outcome, factors, levels, notes).ifPresent(fit -> fits.put(outcome, fit));
    }
    ExpectedCounts expected = ExpectedCounts.of(spells.toJavaRDD(), fits, cells);
    places(expected, notes);
    return new CaseMixResult(expected, new HashSet<>(fits.keySet()), standardised, notes.coefficients, notes.models,
        List.copyOf(notes.sentences));
  }

  private String reason(CaseMixOutcome outcome, LevelCounts levels) {
    if (absent.contains(outcome.events()) || absent.contains(outcome.trials())) {
      return "the records lack a column that is needed to count them";
    }
    if (levels.spells() == 0) {
      return "no spell can have one";
    }
    if (levels.events() == 0) {
      return "there is none in all %,d spells".formatted(levels.spells());
    }
    return !outcome.isCount() && levels.events() == levels.spells()
        ? "all %,d spells have one".formatted(levels.spells()) : "";
  }

  private static void places(ExpectedCounts expected, Notes notes) {
    Map<String, Set<String>> codes = new LinkedHashMap<>();
    expected.sums().keySet().stream().filter(place -> !place.code().isEmpty())
        .forEach(place -> codes.computeIfAbsent(place.role(), role -> new HashSet<>()).add(place.code()));
    codes.forEach((role, known) -> {
      if (known.size() == 1) {
        notes.sentences.add("Case mix: there is one %s only, %s, so there is nothing to compare it with.".formatted(
            role.equals("residence") ? "commissioner" : role, known.iterator().next()));
      }
    });
  }

  private static Map<CaseMixOutcome, LevelCounts> levels(
      List<CaseMixFactor> factors, JavaRDD<PatternCounts> patterns) {
    int[] shifts = factors.stream().mapToInt(CaseMixFactor::shift).toArray();
    List<LevelCounts> empty = Arrays.stream(CaseMixOutcome.values()).map(o -> new LevelCounts(factors)).toList();
    List<LevelCounts> all = patterns.mapPartitions(rows -> count(rows, new ArrayList<>(empty), shifts))
        .reduce((a, b) -> {
          for (int i = 0; i < a.size(); i++) {
            a.set(i, a.get(i).plus(b.get(i)));
          }
          return a;
        });
    Map<CaseMixOutcome, LevelCounts> counts = new EnumMap<>(CaseMixOutcome.class);
    for (CaseMixOutcome outcome : CaseMixOutcome.values()) {
      counts.put(outcome, all.get(outcome.ordinal()));
    }
    return counts;
  }

  private static Iterator<List<LevelCounts>> count(
      Iterator<PatternCounts> rows, List<LevelCounts> counts, int[] shifts) {
    while (rows.hasNext()) {
      PatternCounts row = rows.next();
      for (int o = 0; o < counts.size(); o++) {
        long trials = CaseMixOutcome.at(o).trials(row);
        if (trials > 0) {
          counts.get(o).add(shifts, row.pattern(), trials, CaseMixOutcome.at(o).events(row));
        }
      }
    }
    return List.of(counts).iterator();
  }

  private Optional<CaseMixFit> fit(JavaRDD<PatternCounts> patterns, CaseMixOutcome outcome, List<CaseMixFactor> factors,
      LevelCounts levels, Notes notes) {
    List<CaseMixDesign.FactorUse> uses = new ArrayList<>();
    CaseMixDesign all = CaseMixDesign.of(factors, levels, outcome, lacking, uses);
    long[][] shared = CaseMixRegression.shared(patterns, outcome, all);
    boolean[] aliased = AliasedFeatures.of(shared);
    CaseMixDesign design = all.without(aliased);
    note(outcome, uses, notes);
    if (shared[0][0] == 0 || design.size() == 0) {
      notes.sentences.add(("Case mix, %s: no covariate has two levels with %d of them and %d without, so there is no "
          + "model, only standardisation by cells.").formatted(outcome.words(), CaseMixDesign.FEWEST,
          CaseMixDesign.FEWEST));
      return Optional.empty();
    }
    Optional<CaseMixFit> fit = CaseMixRegression.fit(
        patterns, outcome, design, (double) levels.events() / levels.spells());
    if (fit.isEmpty()) {
      notes.sentences.add(("Case mix, %s: the fit does not settle, as where covariates separate spells with and "
          + "without the outcome; there is no model, only standardisation by cells.").formatted(outcome.words()));
      notes.models.add(
          row(outcome, "fit", "converged", levels.spells(), levels.events(), 0, "the fit does not settle"));
      return Optional.empty();
    }
    RiskHistogram risks = risks(patterns, fit.get());
    long used = shared[0][0];
    CaseMixFit settled = outcome.isCount()
        ? fit.get().dispersed(risks.pearson() / (used - design.size() - 1)) : fit.get();
    describe(settled, levels, used, risks, notes);
    notes.coefficients.addAll(new CoefficientRows(factors, levels, all, aliased, settled, records).rows());
    return Optional.of(settled);
  }

  private static RiskHistogram risks(JavaRDD<PatternCounts> patterns, CaseMixFit fit) {
    return patterns.mapPartitions(rows -> risks(rows, fit)).reduce(RiskHistogram::plus);
  }

  private static Iterator<RiskHistogram> risks(Iterator<PatternCounts> rows, CaseMixFit fit) {
    RiskHistogram risks = new RiskHistogram();
    int[] work = new int[fit.design().widest()];
    while (rows.hasNext()) {
      PatternCounts row = rows.next();
      long n = fit.outcome().trials(row);
      double predictor = n == 0 ? Double.NEGATIVE_INFINITY : fit.predictor(row.pattern(), work);
      if (Double.isInfinite(predictor)) {
        continue;
      }
      double each = fit.expected(predictor);
      long k = fit.outcome().events(row);
      risks.add(predictor, each, n, k);
      risks.addPearson((fit.outcome().squares(row) - 2 * each * k + n * each * each) / each);
    }
    return List.of(risks).iterator();
  }

  private void note(CaseMixOutcome outcome, List<CaseMixDesign.FactorUse> uses, Notes notes) {
    Map<String, List<String>> left = new LinkedHashMap<>();
    for (CaseMixDesign.FactorUse use : uses) {
      notes.models.add(new CaseMixModelRow(outcome, "covariate", use.factor(), null, null, Double.NaN,
          use.used() ? 1 : 0, use.reason(), records));
      if (!use.used()) {
        left.computeIfAbsent(use.reason(), reason -> new ArrayList<>()).add(use.factor());
      }
    }
    left.forEach((reason, factors) -> notes.sentences.add("Case mix, %s: %s left out of the model: %s.".formatted(
        outcome.words(), String.join(", ", factors) + (factors.size() == 1 ? " is" : " are"), reason)));
  }

  private void describe(CaseMixFit fit, LevelCounts levels, long used, RiskHistogram risks, Notes notes) {
    CaseMixOutcome outcome = fit.outcome();
    long left = levels.spells() - used;
    notes.models.add(row(outcome, "fit", "converged", levels.spells(), levels.events(), 1, ""));
    notes.models.add(row(outcome, "fit", "iterations", null, null, fit.iterations(), ""));
    notes.models.add(row(outcome, "fit", "features", null, null, fit.design().size(), "the constant apart"));
    notes.models.add(row(outcome, "fit", "spells_used", shown(used), null, Double.NaN, ""));
    notes.models.add(row(outcome, "fit", "spells_left_out", shown(left), null, Double.NaN,
        "of levels that never or always have the outcome; what is expected of them is what they have"));
    if (!outcome.isCount()) {
      notes.models.add(row(outcome, "fit", "c_statistic", null, null, risks.concordance(),
          "0.5 where risks are without value, 1 where they separate all"));
    } else {
      notes.models.add(row(outcome, "fit", "dispersion", null, null, fit.dispersion(),
          "variance over mean, by which standard errors and limits are widened"));
    }
    List<RiskHistogram.Tenth> tenths = risks.tenths();
    boolean few = tenths.stream().anyMatch(tenth -> isSmall(tenth.events()) || isSmall(tenth.spells() - tenth.events())
        && !outcome.isCount() || isSmall(tenth.spells()));
    for (RiskHistogram.Tenth tenth : tenths) {
      notes.models.add(new CaseMixModelRow(outcome, "risk_tenth", String.valueOf(tenth.number()),
          few ? null : tenth.spells(), few ? null : (Double) (double) tenth.events(), tenth.expected(), Double.NaN,
          few ? "withheld: a tenth has few" : "", records));
    }
  }

  private boolean isSmall(long count) {
    return count > 0 && count < threshold;
  }

  private Long shown(long count) {
    return isSmall(count) ? null : (Long) count;
  }

  private CaseMixModelRow row(CaseMixOutcome outcome, String part, String item, Long spells, Long events, double value,
      String reason) {
    return new CaseMixModelRow(outcome, part, item, spells == null ? null : shown(spells),
        events == null || isSmall(events) ? null : (Double) (double) events, Double.NaN, value, reason, records);
  }
}

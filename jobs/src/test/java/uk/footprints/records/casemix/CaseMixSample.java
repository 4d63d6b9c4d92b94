package uk.footprints.records.casemix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import uk.footprints.SparkTestSession;

/** Made-up spells whose true risks are known: log odds by age, sex, method, diagnosis and comorbidity, and by provider. */
final class CaseMixSample {

  static final StructType COLUMNS = new StructType().add("kind", DataTypes.IntegerType)
      .add("provider", DataTypes.StringType).add("residence", DataTypes.StringType)
      .add("pattern", DataTypes.LongType).add("flags", DataTypes.IntegerType).add("nights", DataTypes.IntegerType);

  static final double CONSTANT = -2.2;
  static final double[] AGE = {0, 0.2, 0.5, 0.9};
  static final double FEMALE = -0.15;
  static final double EMERGENCY = 0.6;
  static final double[] DIAGNOSIS = {0, 0.3, -0.4, 0.7};
  static final double HEART_FAILURE = 0.5;
  static final int APRIL = 2016 * 12 + 3;

  /** A spell with its covariates. */
  record Spell(int provider, int age, int sex, int method, int diagnosis, boolean heartFailure, int month) {

    long pattern() {
      return CaseMixPattern.of(8 + age, sex, 5, method, 1, 40 + diagnosis, 0, APRIL + month, heartFailure ? 2 : 0, 0);
    }

    double logOdds() {
      return CONSTANT + AGE[age] + (sex == 2 ? FEMALE : 0) + (method == 2 ? EMERGENCY : 0) + DIAGNOSIS[diagnosis]
          + (heartFailure ? HEART_FAILURE : 0);
    }

    /** Features: age 1 to 3, female, emergency, diagnosis 1 to 3, heart failure. */
    int[] features() {
      List<Integer> on = new ArrayList<>();
      if (age > 0) {
        on.add(age - 1);
      }
      if (sex == 2) {
        on.add(3);
      }
      if (method == 2) {
        on.add(4);
      }
      if (diagnosis > 0) {
        on.add(4 + diagnosis);
      }
      if (heartFailure) {
        on.add(8);
      }
      return on.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  static final double[] TRUTH = {CONSTANT, AGE[1], AGE[2], AGE[3], FEMALE, EMERGENCY, DIAGNOSIS[1], DIAGNOSIS[2],
    DIAGNOSIS[3], HEART_FAILURE};

  private CaseMixSample() {}

  /** Spells of providers of equal size with their own mixes of patients. */
  static List<Spell> spells(Random random, int providers, int spellsEach) {
    List<Spell> spells = new ArrayList<>();
    for (int p = 0; p < providers; p++) {
      double older = 0.2 + 0.4 * p / providers;
      for (int i = 0; i < spellsEach; i++) {
        int age = random.nextDouble() < older ? 2 + random.nextInt(2) : random.nextInt(3);
        spells.add(new Spell(p, age, 1 + random.nextInt(2), random.nextInt(5) < 2 ? 2 : 1, random.nextInt(4),
            random.nextInt(5) == 0, random.nextInt(12)));
      }
    }
    return spells;
  }

  static boolean happens(Random random, double logOdds) {
    return random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
  }

  /** Continuous spells with readmission by chance, without deaths. */
  static List<Row> rows(Random random, List<Spell> spells, ToDoubleFunction<Spell> logOdds) {
    return spells.stream().map(spell -> row(0, spell.provider(), spell.pattern(),
        1 | (happens(random, logOdds.applyAsDouble(spell)) ? 2 : 0), 0)).toList();
  }

  static Row row(int kind, int provider, long pattern, int flags, int nights) {
    return RowFactory.create(kind, "R%02d".formatted(provider), "%02dA".formatted(provider % 7), pattern, flags, nights);
  }

  /** Writes rows as the stays are written, in so many files. */
  static org.apache.hadoop.fs.Path write(Path folder, List<Row> rows, int files) {
    SparkTestSession.local().createDataFrame(rows, COLUMNS).repartition(files).write()
        .parquet(folder.resolve("case_mix_spells").toUri().toString());
    return new org.apache.hadoop.fs.Path(folder.toUri());
  }
}

package uk.footprints.records.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import uk.footprints.parquet.column.StringDictionary;

/**
 * The cells of some whole months: those that stays were counted in, and what they add up to. A tally holds provider by
 * age and sex, residence by age and sex, and provider by residence; added here are provider, residence, age by sex, and
 * all.
 */
public final class CountRollup {

  private final StayCounts tally;
  private final StringDictionary providers;
  private final StringDictionary residences;
  private final Map<Integer, String> months = new HashMap<>();
  private final int[] order;

  public CountRollup(StayCounts tally, StringDictionary providers, StringDictionary residences) {
    this.tally = tally;
    this.providers = providers;
    this.residences = residences;
    int counted = tally.cells();
    for (int cell = 0; cell < counted; cell++) {
      long key = tally.key(cell);
      if (StayCounts.age(key) != StayCounts.ALL_AGES) {
        addUp(cell, key);
      }
    }
    order = inOrder();
  }

  /** Sorts cells by numbers that are the places of their words in the alphabet. */
  private int[] inOrder() {
    int[] alphabetProviders = alphabet(providers);
    int[] alphabetResidences = alphabet(residences);
    int[] placeOfProvider = inverse(alphabetProviders);
    int[] placeOfResidence = inverse(alphabetResidences);
    long[] sorted = new long[tally.cells()];
    for (int cell = 0; cell < sorted.length; cell++) {
      sorted[cell] = renumbered(tally.key(cell), placeOfProvider, placeOfResidence);
    }
    Arrays.sort(sorted);
    int[] cells = new int[sorted.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = tally.cell(renumbered(sorted[i], alphabetProviders, alphabetResidences));
    }
    return cells;
  }

  private static long renumbered(long key, int[] providers, int[] residences) {
    int provider = StayCounts.provider(key);
    int residence = StayCounts.residence(key);
    return StayCounts.key(StayCounts.month(key), provider == StayCounts.ALL_PROVIDERS ? provider : providers[provider],
        residence == StayCounts.ALL_RESIDENCES ? residence : residences[residence], StayCounts.age(key), StayCounts.sex(key));
  }

  private static int[] alphabet(StringDictionary lexicon) {
    return IntStream.range(0, lexicon.size()).boxed().sorted(Comparator.comparing(lexicon::word))
        .mapToInt(Integer::intValue).toArray();
  }

  private static int[] inverse(int[] places) {
    int[] inverse = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      inverse[places[i]] = i;
    }
    return inverse;
  }

  private void addUp(int cell, long key) {
    int month = StayCounts.month(key);
    if (StayCounts.isDecile(key)) {
      addTo(StayCounts.key(month, StayCounts.ALL_PROVIDERS, StayCounts.ALL_RESIDENCES, StayCounts.age(key), StayCounts.ALL_SEXES), cell);
      return;
    }
    if (StayCounts.provider(key) == StayCounts.ALL_PROVIDERS) {
      addTo(StayCounts.key(month, StayCounts.ALL_PROVIDERS, StayCounts.residence(key), StayCounts.ALL_AGES, StayCounts.ALL_SEXES), cell);
      return;
    }
    addTo(StayCounts.key(month, StayCounts.provider(key), StayCounts.ALL_RESIDENCES, StayCounts.ALL_AGES, StayCounts.ALL_SEXES), cell);
    addTo(StayCounts.key(month, StayCounts.ALL_PROVIDERS, StayCounts.ALL_RESIDENCES, StayCounts.age(key), StayCounts.sex(key)), cell);
    addTo(StayCounts.key(month, StayCounts.ALL_PROVIDERS, StayCounts.ALL_RESIDENCES, StayCounts.ALL_AGES, StayCounts.ALL_SEXES), cell);
  }

  private void addTo(long key, int cell) {
    tally.addAll(tally.cell(key), tally, cell);
  }

  /** The cells, by month, provider, residence, age and sex: an order that does not depend on how they came together. */
  public int[] cells() {
    return order;
  }

  public long count(int cell, StayMeasure measure) {
    return tally.count(cell, measure);
  }

  public long key(int cell) {
    return tally.key(cell);
  }

  public String month(int cell) {
    int month = StayCounts.month(tally.key(cell));
    return months.computeIfAbsent(month, m -> "%d-%02d".formatted(m / 12, m % 12 + 1));
  }

  /** The provider's code, {@code all} or {@code unknown}. */
  public String provider(int cell) {
    int provider = StayCounts.provider(tally.key(cell));
    return provider == StayCounts.ALL_PROVIDERS ? "all" : known(providers.word(provider));
  }

  /** The area's code, {@code all} or {@code unknown}. */
  public String residence(int cell) {
    int residence = StayCounts.residence(tally.key(cell));
    return residence == StayCounts.ALL_RESIDENCES ? "all" : known(residences.word(residence));
  }

  /** Whether the cell is all there is in its month. */
  public boolean isAll(int cell) {
    long key = tally.key(cell);
    return StayCounts.provider(key) == StayCounts.ALL_PROVIDERS && StayCounts.residence(key) == StayCounts.ALL_RESIDENCES
        && StayCounts.age(key) == StayCounts.ALL_AGES;
  }

  private static String known(String code) {
    return code.isEmpty() ? "unknown" : code;
  }
}

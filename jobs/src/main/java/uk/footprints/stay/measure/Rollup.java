package uk.footprints.stay.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import uk.footprints.publish.column.Lexicon;

/**
 * The cells of some whole months: those that stays were counted in, and what they add up to. A tally holds provider by
 * age and sex, residence by age and sex, and provider by residence; added here are provider, residence, age by sex, and
 * all.
 */
public final class Rollup {

  private final Tally tally;
  private final Lexicon providers;
  private final Lexicon residences;
  private final Map<Integer, String> months = new HashMap<>();
  private final int[] order;

  public Rollup(Tally tally, Lexicon providers, Lexicon residences) {
    this.tally = tally;
    this.providers = providers;
    this.residences = residences;
    int counted = tally.cells();
    for (int cell = 0; cell < counted; cell++) {
      long key = tally.key(cell);
      if (Tally.age(key) != Tally.ALL_AGES) {
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
    int provider = Tally.provider(key);
    int residence = Tally.residence(key);
    return Tally.key(Tally.month(key), provider == Tally.ALL_PROVIDERS ? provider : providers[provider],
        residence == Tally.ALL_RESIDENCES ? residence : residences[residence], Tally.age(key), Tally.sex(key));
  }

  private static int[] alphabet(Lexicon lexicon) {
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
    int month = Tally.month(key);
    if (Tally.isDecile(key)) {
      addTo(Tally.key(month, Tally.ALL_PROVIDERS, Tally.ALL_RESIDENCES, Tally.age(key), Tally.ALL_SEXES), cell);
      return;
    }
    if (Tally.provider(key) == Tally.ALL_PROVIDERS) {
      addTo(Tally.key(month, Tally.ALL_PROVIDERS, Tally.residence(key), Tally.ALL_AGES, Tally.ALL_SEXES), cell);
      return;
    }
    addTo(Tally.key(month, Tally.provider(key), Tally.ALL_RESIDENCES, Tally.ALL_AGES, Tally.ALL_SEXES), cell);
    addTo(Tally.key(month, Tally.ALL_PROVIDERS, Tally.ALL_RESIDENCES, Tally.age(key), Tally.sex(key)), cell);
    addTo(Tally.key(month, Tally.ALL_PROVIDERS, Tally.ALL_RESIDENCES, Tally.ALL_AGES, Tally.ALL_SEXES), cell);
  }

  private void addTo(long key, int cell) {
    tally.addAll(tally.cell(key), tally, cell);
  }

  /** The cells, by month, provider, residence, age and sex: an order that does not depend on how they came together. */
  public int[] cells() {
    return order;
  }

  public long count(int cell, Measure measure) {
    return tally.count(cell, measure);
  }

  public long key(int cell) {
    return tally.key(cell);
  }

  public String month(int cell) {
    int month = Tally.month(tally.key(cell));
    return months.computeIfAbsent(month, m -> "%d-%02d".formatted(m / 12, m % 12 + 1));
  }

  /** The provider's code, {@code all} or {@code unknown}. */
  public String provider(int cell) {
    int provider = Tally.provider(tally.key(cell));
    return provider == Tally.ALL_PROVIDERS ? "all" : known(providers.word(provider));
  }

  /** The area's code, {@code all} or {@code unknown}. */
  public String residence(int cell) {
    int residence = Tally.residence(tally.key(cell));
    return residence == Tally.ALL_RESIDENCES ? "all" : known(residences.word(residence));
  }

  /** Whether the cell is all there is in its month. */
  public boolean isAll(int cell) {
    long key = tally.key(cell);
    return Tally.provider(key) == Tally.ALL_PROVIDERS && Tally.residence(key) == Tally.ALL_RESIDENCES
        && Tally.age(key) == Tally.ALL_AGES;
  }

  private static String known(String code) {
    return code.isEmpty() ? "unknown" : code;
  }
}

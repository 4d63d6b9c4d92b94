package uk.footprints.stay.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.footprints.stay.table.Lexicon;

/**
 * The cells of some whole months: those that stays were counted in, and what they add up to. A tally holds provider by
 * age and sex, residence by age and sex, and provider by residence; added here are provider, residence, age by sex, and
 * all.
 */
public final class Rollup {

  private final Tally tally;
  private final Lexicon providers;
  private final Lexicon residences;
  private final List<Integer> order = new ArrayList<>();

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
    for (int cell = 0; cell < tally.cells(); cell++) {
      order.add(cell);
    }
    order.sort(Comparator.<Integer>comparingInt(cell -> Tally.month(tally.key(cell)))
        .thenComparing(this::provider).thenComparing(this::residence)
        .thenComparing(cell -> Tally.age(tally.key(cell))).thenComparing(cell -> Tally.sex(tally.key(cell))));
  }

  private void addUp(int cell, long key) {
    int month = Tally.month(key);
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
  public List<Integer> cells() {
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
    return "%d-%02d".formatted(month / 12, month % 12 + 1);
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

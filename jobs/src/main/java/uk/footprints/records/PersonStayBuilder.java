package uk.footprints.records;

import java.util.Arrays;

/**
 * Builds the stays of one person at a time from rows of {@link EpisodeColumns}; the fields hold a spell or a continuous
 * spell until the next one. One object serves a bucket, so that no object is allocated per person.
 */
final class PersonStayBuilder {

  private static final int SMALL = 48;

  private final EpisodeColumns episodes;
  private final CodeLookup codes;
  private final StayRules rules;

  /** Valid episodes of the person, by provider and then in order. */
  private int[] rows = new int[64];
  /** How many of them. */
  int valid;
  /** How many admission dates were filled. */
  int filled;

  int spells;
  int[] spellAdmitted = new int[64];
  int[] spellDischarged = new int[64];
  int[] spellFirst = new int[64];
  int[] spellLast = new int[64];
  int[] spellEpisodes = new int[64];
  /** Why the spell keeps a continuous spell from being the start of a readmission; null when nothing does. */
  String[] spellExclusion = new String[64];
  private int[] inOrder = new int[64];

  int stays;
  /** Where a continuous spell's spells start in the order of {@link #spell}; one more at the end. */
  int[] stayStart = new int[65];
  int[] stayDischarged = new int[65];

  PersonStayBuilder(EpisodeColumns episodes, CodeLookup codes, StayRules rules) {
    this.episodes = episodes;
    this.codes = codes;
    this.rules = rules;
  }

  /** The spell that is the i-th in order of admission. */
  int spell(int i) {
    return inOrder[i];
  }

  /** Builds the stays of a person from all their rows. */
  void build(int[] all, int count) {
    keepValid(all, count);
    sort(rows, valid, this::compareEpisodes);
    joinEpisodes();
    for (int i = 0; i < spells; i++) {
      inOrder[i] = i;
    }
    sort(inOrder, spells, this::compareSpells);
    joinSpells();
  }

  /**
   * A valid episode is finished and has its dates, provider, key and person. Where the admission date is not known, the
   * first episode of a spell that is no transfer in was admitted when it started.
   */
  private void keepValid(int[] all, int count) {
    valid = 0;
    filled = 0;
    if (rows.length < count) {
      rows = new int[count * 2];
      inOrder = new int[count * 2];
      spellAdmitted = new int[count * 2];
      spellDischarged = new int[count * 2];
      spellFirst = new int[count * 2];
      spellLast = new int[count * 2];
      spellEpisodes = new int[count * 2];
      spellExclusion = new String[count * 2];
      stayStart = new int[count * 2 + 1];
      stayDischarged = new int[count * 2 + 1];
    }
    for (int i = 0; i < count; i++) {
      int row = all[i];
      if (episodes.state[row] == 3 && episodes.start[row] != EpisodeColumns.NONE && episodes.end[row] != EpisodeColumns.NONE
          && episodes.provider[row] != 0 && episodes.key[row] != 0 && admissionKnown(row)) {
        rows[valid++] = row;
      }
    }
  }

  private boolean admissionKnown(int row) {
    if (episodes.admitted[row] != EpisodeColumns.NONE) {
      return true;
    }
    if (episodes.order[row] == 1 && !transferIn(row) && episodes.start[row] != EpisodeColumns.NONE) {
      episodes.admitted[row] = episodes.start[row];
      filled++;
      return true;
    }
    return false;
  }

  private boolean transferIn(int row) {
    return codes.transferMethod[episodes.method[row]] || codes.fromHospital[episodes.source[row]];
  }

  /** 0 no transfer, 1 out, 2 in and out, 3 in: the order of moves on one day. */
  private int transferRank(int first, int last) {
    boolean in = transferIn(first);
    boolean out = codes.toHospital[episodes.destination[last]];
    return in ? (out ? 2 : 3) : out ? 1 : 0;
  }

  private int compareEpisodes(int a, int b) {
    if (episodes.provider[a] != episodes.provider[b]) {
      return episodes.providers.word(episodes.provider[a]).compareTo(episodes.providers.word(episodes.provider[b]));
    }
    int by = Integer.compare(episodes.start[a], episodes.start[b]);
    if (by == 0) {
      by = Integer.compare(episodes.end[a], episodes.end[b]);
    }
    if (by == 0) {
      by = Integer.compareUnsigned(episodes.order[a], episodes.order[b]);
    }
    if (by == 0) {
      by = Integer.compare(transferRank(a, a), transferRank(b, b));
    }
    return by != 0 ? by : Long.compare(episodes.key[a], episodes.key[b]);
  }

  private void joinEpisodes() {
    spells = 0;
    for (int i = 0; i < valid; i++) {
      int row = rows[i];
      if (i == 0 || !continues(rows[i - 1], row)) {
        spellAdmitted[spells] = episodes.admitted[row];
        spellDischarged[spells] = episodes.end[row];
        spellFirst[spells] = row;
        spellEpisodes[spells] = 0;
        spellExclusion[spells] = null;
        spells++;
      }
      int spell = spells - 1;
      spellDischarged[spell] = Math.max(spellDischarged[spell], episodes.end[row]);
      spellLast[spell] = row;
      spellEpisodes[spell]++;
      if (spellExclusion[spell] == null) {
        String why = codes.obstetric[episodes.specialty[row]] ? "obstetric" : codes.exclusion[episodes.diagnosis[row]];
        spellExclusion[spell] = why.isEmpty() ? null : why;
      }
    }
  }

  private boolean continues(int before, int row) {
    return episodes.provider[before] == episodes.provider[row]
        && (episodes.admitted[before] == episodes.admitted[row]
            || episodes.start[before] == episodes.start[row]
            || codes.movesOn[episodes.discharge[before]] && episodes.end[before] == episodes.start[row]);
  }

  private int compareSpells(int a, int b) {
    int by = Integer.compare(spellAdmitted[a], spellAdmitted[b]);
    if (by == 0) {
      by = Integer.compare(spellDischarged[a], spellDischarged[b]);
    }
    if (by == 0) {
      by = Integer.compare(transferRank(spellFirst[a], spellLast[a]), transferRank(spellFirst[b], spellLast[b]));
    }
    return by != 0 ? by : Long.compare(episodes.key[spellFirst[a]], episodes.key[spellFirst[b]]);
  }

  private void joinSpells() {
    stays = 0;
    for (int i = 0; i < spells; i++) {
      int spell = inOrder[i];
      if (i == 0 || !carriesOn(inOrder[i - 1], spell)) {
        stayStart[stays] = i;
        stayDischarged[stays] = spellDischarged[spell];
        stays++;
      }
      stayDischarged[stays - 1] = Math.max(stayDischarged[stays - 1], spellDischarged[spell]);
    }
    stayStart[stays] = spells;
  }

  private boolean carriesOn(int before, int spell) {
    return spellAdmitted[spell] - spellDischarged[before] <= rules.gapDays()
        && (codes.toHospital[episodes.destination[spellLast[before]]] || transferIn(spellFirst[spell]));
  }

  /** Compares two numbers of a list. */
  @FunctionalInterface
  private interface Order {
    int compare(int a, int b);
  }

  private static void sort(int[] values, int count, Order order) {
    if (count > SMALL) {
      Integer[] boxed = Arrays.stream(values, 0, count).boxed().toArray(Integer[]::new);
      Arrays.sort(boxed, order::compare);
      for (int i = 0; i < count; i++) {
        values[i] = boxed[i];
      }
      return;
    }
    for (int i = 1; i < count; i++) {
      int value = values[i];
      int j = i - 1;
      while (j >= 0 && order.compare(values[j], value) > 0) {
        values[j + 1] = values[j];
        j--;
      }
      values[j + 1] = value;
    }
  }
}

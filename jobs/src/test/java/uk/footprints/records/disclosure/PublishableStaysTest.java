package uk.footprints.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.records.measure.AreaCounts;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/** What is published of stays against somebody who adds and subtracts everything in it. */
class PublishableStaysTest {

  private static final ObservationBatch.Origin ORIGIN = new ObservationBatch.Origin("0", LocalDate.EPOCH, RevisionStatus.ARTIFICIAL);

  /** Sums that anybody knows: the first is the sum of the others, in every cell. */
  private static final List<List<StayMeasure>> SUMS = List.of(
      List.of(StayMeasure.EMERGENCY_ADMISSIONS, StayMeasure.EMERGENCY_ZERO_DAY, StayMeasure.EMERGENCY_OVERNIGHT),
      List.of(StayMeasure.EMERGENCY_OVERNIGHT, StayMeasure.EMERGENCY_ADMISSIONS_LOS_1, StayMeasure.EMERGENCY_ADMISSIONS_LOS_2_PLUS),
      List.of(StayMeasure.EMERGENCY_ADMISSIONS, StayMeasure.EMERGENCY_VIA_AE, StayMeasure.EMERGENCY_VIA_GP,
          StayMeasure.EMERGENCY_VIA_OTHER));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noWithheldFigureCanBeWorkedOut(long seed) {
    AreaCounts counts = counts(new Random(seed), 700);
    PublishableStays shown = PublishableStays.of(counts, 8, year -> ORIGIN);
    assertThat(shown.withheld()).isPositive();
    assertThat(shown.shown()).isPositive();
    Attack attack = new Attack();
    shown.blocks().forEach(attack::read);
    shown.groups().forEach(row -> attack.group(StayGroupRow.of(row)));
    attack.add();
    assertThat(attack.unknown()).isPositive();
    assertThat(attack.workedOut()).isEmpty();
    assertThat(attack.small).isEmpty();
  }

  @Test
  void nothingIsLostInAllAndNothingIsWithheldBelowOne() {
    AreaCounts counts = counts(new Random(5), 700);
    long all = counts.months().stream().filter(c -> c.role().equals("provider"))
        .mapToLong(c -> c.counts()[StayMeasure.SPELLS.ordinal()]).sum();
    for (int threshold : List.of(1, 8)) {
      PublishableStays shown = PublishableStays.of(counts, threshold, year -> ORIGIN);
      double sum = shown.blocks().stream().filter(b -> b.orgRole().equals("provider"))
          .filter(b -> b.period().kind().id().equals("month"))
          .flatMapToDouble(b -> java.util.stream.IntStream.range(0, b.orgCodes().size())
              .mapToDouble(i -> b.value(i, StayMeasure.SPELLS.ordinal())))
          .filter(v -> !Double.isNaN(v)).sum();
      assertThat(sum).isEqualTo(all);
      assertThat(shown.withheld() == 0).isEqualTo(threshold == 1);
    }
  }

  /** Stays of nobody, most of them in few areas and some in many. */
  private static AreaCounts counts(Random random, int stays) {
    Map<String, AreaCount> months = new LinkedHashMap<>();
    Map<String, AreaCount> groups = new LinkedHashMap<>();
    for (int i = 0; i < stays; i++) {
      long[] counts = new long[StayMeasure.values().length];
      boolean emergency = random.nextInt(3) > 0;
      counts[StayMeasure.SPELLS.ordinal()] = 1;
      counts[StayMeasure.CONTINUOUS_SPELLS.ordinal()] = 1;
      if (emergency) {
        emergency(random, counts);
      }
      int month = 2016 * 12 + 3 + random.nextInt(12);
      int group = random.nextInt(3) * 4 + 1 + random.nextInt(2);
      for (String area : List.of("provider|P" + random.nextInt(1 + random.nextInt(4)),
          "residence|R" + random.nextInt(1 + random.nextInt(4)))) {
        String role = area.substring(0, area.indexOf('|'));
        String code = area.substring(area.indexOf('|') + 1);
        months.merge(area + month, new AreaCount(role, code, month, AreaCount.WHOLE, counts), AreaCount::plus);
        groups.merge(area + "g" + group, new AreaCount(role, code, 2016, group, counts), AreaCount::plus);
      }
    }
    return new AreaCounts(List.copyOf(months.values()), List.copyOf(groups.values()));
  }

  private static void emergency(Random random, long[] counts) {
    int nights = random.nextInt(3);
    counts[StayMeasure.EMERGENCY_ADMISSIONS.ordinal()] = 1;
    counts[(nights == 0 ? StayMeasure.EMERGENCY_ZERO_DAY : StayMeasure.EMERGENCY_OVERNIGHT).ordinal()] = 1;
    counts[StayMeasure.EMERGENCY_ADMISSIONS_LOS_1.ordinal()] = nights == 1 ? 1 : 0;
    counts[StayMeasure.EMERGENCY_ADMISSIONS_LOS_2_PLUS.ordinal()] = nights == 2 ? 1 : 0;
    counts[StayMeasure.EMERGENCY_BED_DAYS.ordinal()] = nights;
    counts[StayMeasure.EMERGENCY_BED_DAYS_LOS_1.ordinal()] = nights == 1 ? 1 : 0;
    counts[StayMeasure.EMERGENCY_BED_DAYS_LOS_2_PLUS.ordinal()] = nights == 2 ? 2 : 0;
    int way = random.nextInt(5);
    counts[(way == 0 ? StayMeasure.EMERGENCY_VIA_GP : way == 1 ? StayMeasure.EMERGENCY_VIA_OTHER : StayMeasure.EMERGENCY_VIA_AE)
        .ordinal()] = 1;
  }

  /** Everything published as equations; a figure is worked out when elimination leaves it alone in one. */
  private static final class Attack {

    private final Map<String, Integer> unknowns = new LinkedHashMap<>();
    private final Map<String, Double> known = new HashMap<>();
    private final List<Map<String, Integer>> equations = new ArrayList<>();
    private final Map<String, List<String>> lines = new HashMap<>();
    private final List<String> small = new ArrayList<>();

    void read(ObservationBatch block) {
      String time = block.period().kind().id().equals("month") ? block.period().start().toString() : "year";
      for (int m = 0; m < block.measures().size(); m++) {
        String measure = block.measures().get(m).replaceFirst(".*\\.", "");
        String all = "all|" + time + "|" + measure;
        for (int i = 0; i < block.orgCodes().size(); i++) {
          if (block.status(i, m) != null) {
            String cell = block.orgRole() + block.orgCodes().get(i) + "|" + time + "|" + measure;
            boolean rest = block.orgCodes().get(i).equals(PublishableStays.WITHHELD);
            note(cell, block.status(i, m), block.value(i, m), !rest && !measure.contains("expected"));
            lines.computeIfAbsent(block.orgRole() + "|" + all, k -> new ArrayList<>()).add(cell);
            if (!time.equals("year")) {
              lines.computeIfAbsent("year|" + block.orgRole() + block.orgCodes().get(i) + "|year|" + measure,
                  k -> new ArrayList<>()).add(cell);
            }
          }
        }
      }
    }

    void group(StayGroupRow row) {
      String measure = row.measure().replaceFirst(".*\\.", "");
      String side = row.measure().contains(".residence.") ? "commissioner" : "provider";
      String group = row.ageBand() + " " + row.sex();
      boolean country = row.orgRole().equals("country");
      String cell = country ? "all" + side + "|" + group + "|" + measure : side + row.orgCode() + "|" + group + "|" + measure;
      note(cell, CellStatus.valueOf(row.status().toUpperCase(java.util.Locale.ROOT)),
          row.value() == null ? Double.NaN : row.value(), true);
      if (!country) {
        lines.computeIfAbsent("group|all" + side + "|" + group + "|" + measure, k -> new ArrayList<>()).add(cell);
        lines.computeIfAbsent("ages|" + side + row.orgCode() + "|year|" + measure, k -> new ArrayList<>()).add(cell);
      }
    }

    private void note(String cell, CellStatus status, double value, boolean counted) {
      if (status == CellStatus.SUPPRESSED) {
        unknowns.putIfAbsent(cell, unknowns.size());
      } else {
        known.put(cell, value);
        if (counted && value > 0 && value < 8 && !cell.contains("bed_days")) {
          small.add(cell);
        }
      }
    }

    /** Lines add up, months to years, ages to years, and measures to measures. */
    void add() {
      lines.forEach((total, cells) -> {
        String name = total.substring(total.indexOf('|') + 1);
        boolean country = total.startsWith("provider|") || total.startsWith("commissioner|");
        boolean shown = cells.stream().anyMatch(c -> c.contains(PublishableStays.WITHHELD) && known.containsKey(c))
            || cells.stream().noneMatch(unknowns::containsKey);
        if (country && !shown) {
          unknowns.putIfAbsent(name, unknowns.size());
        }
        if (country || known.containsKey(name) || unknowns.containsKey(name)) {
          Map<String, Integer> equation = new HashMap<>();
          cells.stream().filter(c -> !country || !c.contains(PublishableStays.WITHHELD))
              .filter(unknowns::containsKey).forEach(c -> equation.put(c, 1));
          if (unknowns.containsKey(name)) {
            equation.put(name, -1);
          }
          equations.add(equation);
        }
      });
      List<String> places = unknowns.keySet().stream().map(c -> c.substring(0, c.lastIndexOf('|'))).distinct().toList();
      for (String place : places) {
        for (List<StayMeasure> sum : SUMS) {
          Map<String, Integer> equation = new HashMap<>();
          boolean all = true;
          for (StayMeasure measure : sum) {
            String cell = place + "|" + measure.label();
            all &= unknowns.containsKey(cell) || known.containsKey(cell) || place.contains("+");
            if (unknowns.containsKey(cell)) {
              equation.put(cell, measure == sum.get(0) ? -1 : 1);
            }
          }
          if (all) {
            equations.add(equation);
          }
        }
      }
    }

    int unknown() {
      return unknowns.size();
    }

    List<String> workedOut() {
      double[][] m = new double[equations.size()][unknowns.size()];
      for (int e = 0; e < m.length; e++) {
        int row = e;
        equations.get(e).forEach((cell, sign) -> m[row][unknowns.get(cell)] = sign);
      }
      int rank = 0;
      for (int c = 0; c < unknowns.size() && rank < m.length; c++) {
        int pivot = rank;
        for (int r = rank; r < m.length; r++) {
          pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
        }
        if (Math.abs(m[pivot][c]) < 1e-9) {
          continue;
        }
        double[] swap = m[pivot];
        m[pivot] = m[rank];
        m[rank] = swap;
        double lead = m[rank][c];
        for (int k = c; k < m[rank].length; k++) {
          m[rank][k] /= lead;
        }
        for (int r = 0; r < m.length; r++) {
          double factor = m[r][c];
          if (r != rank && factor != 0) {
            for (int k = c; k < m[r].length; k++) {
              m[r][k] -= factor * m[rank][k];
            }
          }
        }
        rank++;
      }
      List<String> names = List.copyOf(unknowns.keySet());
      List<String> found = new ArrayList<>();
      for (int r = 0; r < rank; r++) {
        int terms = 0;
        int last = -1;
        for (int k = 0; k < names.size(); k++) {
          if (Math.abs(m[r][k]) > 1e-9) {
            terms++;
            last = k;
          }
        }
        if (terms == 1 && !names.get(last).contains(PublishableStays.WITHHELD) && !names.get(last).contains("expected")) {
          found.add(names.get(last));
        }
      }
      return found;
    }
  }
}

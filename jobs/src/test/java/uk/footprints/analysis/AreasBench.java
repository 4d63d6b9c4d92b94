package uk.footprints.analysis;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Tables;
import uk.footprints.parquet.TableReader;
import uk.footprints.storage.Store;
import uk.footprints.table.RowCells;

/**
 * Joins every observation of a release to every geography on both bases and adds them up by measure and area; prints the
 * seconds of CPU that the join took, without reading. {@code jobs/bench/areas.sh} holds it against a refresh.
 */
public final class AreasBench {

  private static final Map<String, String> KINDS =
      Map.of("provider", Membership.PROVIDER, "commissioner", Membership.CCG, "council", Membership.COUNCIL);

  private record Member(String kind, String code, LocalDate day) {}

  /** The parts of a member in the areas of a geography on a basis; the rest is in the last one. */
  private record Parts(int[] areas, double[] weights) {}

  private AreasBench() {}

  public static void main(String[] words) throws IOException {
    List<RowCells> rows =
        ReleaseReader.current(new Store(words[0]))
            .rows(
                new TableReader(
                    Tables.OBSERVATIONS, List.of("measure", "org_role", "org_code", "period_start", "value"),
                    Map.of()));
    long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Areas areas = ReferenceData.ofJar().areas();
    Coded coded = Coded.of(rows);
    double worst = 0;
    int pairs = 0;
    for (Geography geography : areas.listGeographies()) {
      Map<String, Integer> index = new HashMap<>();
      areas.listAreas(geography.id()).forEach(area -> index.put(area.code(), index.size()));
      for (Basis basis : Basis.values()) {
        Parts[] parts =
            coded.members.stream().map(m -> parts(areas, basis, m, geography.id(), index)).toArray(Parts[]::new);
        worst = Math.max(worst, coded.apart(coded.sums(parts, index.size() + 1)));
        pairs++;
      }
    }
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e9;
    System.err.printf(
        "%,d observations joined to %d pairs of geography and basis; England differs by %.1e at most%n",
        coded.values.length, pairs, worst);
    System.out.printf("%.2f%n", seconds);
  }

  /** Observations with their member and measure as numbers: found once, not for every geography. */
  private record Coded(List<Member> members, int[] member, int[] measure, double[] values, double[] england) {

    static Coded of(List<RowCells> rows) {
      List<RowCells> joined = rows.stream().filter(r -> KINDS.containsKey((String) r.value(1)) && r.value(4) != null).toList();
      Map<Member, Integer> members = new LinkedHashMap<>();
      Map<String, Integer> measures = new HashMap<>();
      int[] member = new int[joined.size()];
      int[] measure = new int[joined.size()];
      double[] values = new double[joined.size()];
      for (int i = 0; i < values.length; i++) {
        RowCells row = joined.get(i);
        Member m = new Member(KINDS.get((String) row.value(1)), (String) row.value(2), (LocalDate) row.value(3));
        member[i] = members.computeIfAbsent(m, k -> members.size());
        measure[i] = measures.computeIfAbsent((String) row.value(0), k -> measures.size());
        values[i] = (Double) row.value(4);
      }
      double[] england = new double[measures.size()];
      for (int i = 0; i < values.length; i++) {
        england[measure[i]] += values[i];
      }
      return new Coded(List.copyOf(members.keySet()), member, measure, values, england);
    }

    double[][] sums(Parts[] parts, int areas) {
      double[][] sums = new double[england.length][areas];
      for (int i = 0; i < values.length; i++) {
        Parts to = parts[member[i]];
        double[] sum = sums[measure[i]];
        for (int k = 0; k < to.areas.length; k++) {
          sum[to.areas[k]] += values[i] * to.weights[k];
        }
      }
      return sums;
    }

    /** How far the areas' sums are from England's, as a part of it. */
    double apart(double[][] sums) {
      double worst = 0;
      for (int m = 0; m < sums.length; m++) {
        double sum = 0;
        for (double part : sums[m]) {
          sum += part;
        }
        worst = Math.max(worst, Math.abs(sum - england[m]) / Math.max(1, Math.abs(england[m])));
      }
      return worst;
    }
  }

  private static Parts parts(Areas areas, Basis basis, Member m, String geography, Map<String, Integer> index) {
    List<AreaShare> shares = areas.listShares(basis, m.kind(), m.code(), geography, m.day());
    List<int[]> at = new ArrayList<>();
    double[] weights = new double[shares.size() + 1];
    double rest = 1;
    for (AreaShare share : shares) {
      weights[at.size()] = share.weight();
      at.add(new int[] {index.get(share.areaCode())});
      rest -= share.weight();
    }
    if (rest > 1e-9) {
      weights[at.size()] = rest;
      at.add(new int[] {index.size()});
    }
    return new Parts(at.stream().mapToInt(i -> i[0]).toArray(), weights);
  }
}

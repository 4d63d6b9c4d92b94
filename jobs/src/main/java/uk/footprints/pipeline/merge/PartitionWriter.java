package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.catalogue.Tables;
import uk.footprints.parquet.TableWriter;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * Writes one partition: sorts the vintages of each key, chooses the current one (a publication before a table derived
 * from it, then the newest), and writes {@code vintages} and {@code observations} in one pass.
 */
final class PartitionWriter {

  private static final String DERIVED = RevisionStatus.DERIVED.id();

  private final Store store;
  private final String release;
  private final int partition;
  private final OrganisationRegister register;

  PartitionWriter(Store store, String release, int partition, OrganisationRegister register) {
    this.register = register;
    this.store = store;
    this.release = release;
    this.partition = partition;
  }

  /** A figure of a batch. */
  private record Figure(ObservationBatch block, int row, int measure) {

    String org() {
      return block.orgCodes().get(row);
    }

    boolean sameKey(Figure other) {
      return org().equals(other.org())
          && block.orgRole().equals(other.block.orgRole())
          && block.period().equals(other.block.period());
    }

    private CellStatus status() {
      return block.status(row, measure);
    }

    private Double value() {
      return status() == CellStatus.REPORTED ? (Double) block.value(row, measure) : null;
    }

    boolean derived() {
      return block.origin().revisionStatus() == RevisionStatus.DERIVED;
    }

    boolean differs(Figure other) {
      return status() != other.status() || !Objects.equals(value(), other.value());
    }

    Object[] revisedBy(Figure newer) {
      return new Object[] {
        block.dataset(), block.measures().get(measure), org(), block.orgRole(), block.period().start(),
        block.period().end(), value(), newer.value(), status().id(), newer.status().id(),
        block.origin().publishedOn(), newer.block.origin().publishedOn(), block.origin().sha256(),
        newer.block.origin().sha256()
      };
    }

    /** Returns a revision from nothing: the earlier vintage has the period, but not the organisation. */
    Object[] newSince(ObservationBatch.Origin older) {
      return new Object[] {
        block.dataset(), block.measures().get(measure), org(), block.orgRole(), block.period().start(),
        block.period().end(), null, value(), "absent", status().id(), older.publishedOn(), block.origin().publishedOn(),
        older.sha256(), block.origin().sha256()
      };
    }

    CompletenessRuns.Point point() {
      return new CompletenessRuns.Point(org(), block.orgRole(), block.period(), status(), block.value(row, measure));
    }

    Object[] values() {
      CellStatus status = block.status(row, measure);
      return new Object[] {
        block.dataset(),
        block.measures().get(measure),
        org(),
        block.orgRole(),
        block.period().start(),
        block.period().end(),
        block.period().kind().id(),
        status == CellStatus.REPORTED ? (Double) block.value(row, measure) : null,
        status.id(),
        block.origin().publishedOn(),
        block.origin().revisionStatus().id(),
        block.origin().sha256(),
        block.sheet(),
        (long) block.row(row)
      };
    }
  }

  private static final Comparator<Figure> ORDER =
      Comparator.comparing(Figure::org)
          .thenComparing(f -> f.block().orgRole())
          .thenComparing(f -> f.block().period())
          .thenComparing(Figure::derived)
          .thenComparing(f -> f.block().origin().publishedOn(), Comparator.reverseOrder())
          .thenComparing(f -> f.block().origin().revisionStatus())
          .thenComparing(f -> f.block().origin().sha256())
          .thenComparing(Figure::row);

  /** Writes observations: every figure of the batches, by dataset, measure, organisation and period. */
  PartitionResult observations(Iterator<Serializable> parts) throws IOException {
    TreeMap<String, List<Figure>> figures = new TreeMap<>();
    Map<String, List<ObservationBatch>> blocks = new HashMap<>();
    Map<String, PartitionResult.Seen> names = new HashMap<>();
    while (parts.hasNext()) {
      ObservationBatch block = (ObservationBatch) parts.next();
      names(block, names);
      for (int m = 0; m < block.measures().size(); m++) {
        String key = MeasurePartitioner.key(block.dataset(), block.measures().get(m));
        List<Figure> of = figures.computeIfAbsent(key, k -> new ArrayList<>());
        blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(block);
        for (int i = 0; i < block.orgCodes().size(); i++) {
          if (block.status(i, m) != null) {
            of.add(new Figure(block, i, m));
          }
        }
      }
    }
    if (figures.isEmpty()) {
      return PartitionResult.nothing();
    }
    Map<String, long[]> counts = new HashMap<>();
    try (TableWriter vintages = file(Tables.VINTAGES);
        TableWriter observations = file(Tables.OBSERVATIONS);
        TableWriter revisions = file(Tables.REVISIONS);
        TableWriter completeness = file(Tables.COMPLETENESS);
        TableWriter totals = file(Tables.TOTALS)) {
      for (Map.Entry<String, List<Figure>> of : figures.entrySet()) {
        List<Figure> measure = of.getValue();
        VintageIndex vintageIndex = new VintageIndex(blocks.get(of.getKey()));
        measure.sort(ORDER);
        List<CompletenessRuns.Point> points = new ArrayList<>(measure.size());
        Figure before = null;
        for (int n = 0; n < measure.size(); n++) {
          Figure figure = measure.get(n);
          boolean current = before == null || !figure.sameKey(before);
          if (!current && figure.differs(before) && !figure.derived()) {
            revisions.write(figure.revisedBy(before));
            counts.computeIfAbsent(before.block().origin().sha256(), s -> new long[3])[2]++;
          }
          ObservationBatch.Origin absent = figure.derived() ? null : vintageIndex.before(figure.block());
          Figure next = n + 1 == measure.size() ? null : measure.get(n + 1);
          boolean oldest = next == null || !figure.sameKey(next) || next.derived();
          if (absent != null && oldest && !absent.sha256().equals(figure.block().origin().sha256())) {
            revisions.write(figure.newSince(absent));
            counts.computeIfAbsent(figure.block().origin().sha256(), s -> new long[3])[2]++;
          }
          before = figure;
          Object[] values = figure.values();
          vintages.write(values);
          if (current) {
            observations.write(values);
            points.add(figure.point());
          }
          long[] count = counts.computeIfAbsent(figure.block().origin().sha256(), s -> new long[3]);
          count[0]++;
          count[1] += current ? 0 : 1;
        }
        if (before != null) {
          ObservationBatch block = before.block();
          for (Object[] row : CompletenessRuns.of(
              block.dataset(), block.measures().get(before.measure()), points, register)) {
            completeness.write(row);
          }
          for (Object[] row : MeasureTotals.of(block.dataset(), block.measures().get(before.measure()), points)) {
            totals.write(row);
          }
        }
      }
    }
    return new PartitionResult(List.of(), counts, names);
  }

  private static void names(ObservationBatch block, Map<String, PartitionResult.Seen> names) {
    for (int i = 0; i < block.orgCodes().size(); i++) {
      PartitionResult.Seen seen =
          new PartitionResult.Seen(
              block.orgCodes().get(i),
              block.orgRole(),
              block.orgNames().get(i),
              block.period().start(),
              block.period().end());
      names.merge(seen.code() + " " + seen.role(), seen, PartitionResult.Seen::with);
    }
  }

  /** Writes a table that a dataset defines itself: the current vintage of each key. */
  PartitionResult table(Table table, Iterator<Serializable> parts) throws IOException {
    int[] key = table.key().stream().mapToInt(table::index).toArray();
    int revisionStatus = table.index("revision_status");
    int published = table.index("published_on");
    int sha = table.index("source_sha256");
    List<Object[]> rows = new ArrayList<>();
    parts.forEachRemaining(part -> rows.addAll(((TableRows) part).rows()));
    if (rows.isEmpty()) {
      return PartitionResult.nothing();
    }
    rows.sort(
        (a, b) -> {
          for (int k : key) {
            int differ = compare(a[k], b[k]);
            if (differ != 0) {
              return differ;
            }
          }
          int derived = Boolean.compare(DERIVED.equals(a[revisionStatus]), DERIVED.equals(b[revisionStatus]));
          int newest = derived != 0 ? derived : compare(b[published], a[published]);
          return newest != 0 ? newest : compare(a[sha], b[sha]);
        });
    Map<String, long[]> counts = new HashMap<>();
    try (TableWriter file = file(table)) {
      Object[] before = null;
      for (Object[] row : rows) {
        boolean current = before == null || !sameKey(key, row, before);
        before = row;
        if (current) {
          file.write(row);
        }
        long[] count = counts.computeIfAbsent((String) row[sha], s -> new long[3]);
        count[0]++;
        count[1] += current ? 0 : 1;
      }
    }
    return new PartitionResult(List.of(), counts, Map.of());
  }

  private static boolean sameKey(int[] key, Object[] a, Object[] b) {
    for (int k : key) {
      if (!Objects.equals(a[k], b[k])) {
        return false;
      }
    }
    return true;
  }

  /** Compares two values of a column, which have one type; null comes first. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Object a, Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? -1 : 1;
    }
    return ((Comparable) a).compareTo(b);
  }

  private TableWriter file(Table table) throws IOException {
    return TableWriter.create(store, "releases/" + release + "/" + table.name(), "part-%05d".formatted(partition), table);
  }
}

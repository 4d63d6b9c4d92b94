package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.Partitioner;
import scala.Tuple2;
import uk.footprints.catalogue.Datasets;
import uk.footprints.dataset.Dataset;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.Measure;
import uk.footprints.transform.ObservationBatch;

/**
 * Assigns rows to partitions by measure, so that all vintages of a key meet and every file of a table covers a range of
 * measures. The catalogue gives the ranges, so no data is sampled. The first partitions contain observations, then one
 * partition for each table that a dataset defines itself, and a last one for the result of each file.
 */
final class MeasurePartitioner extends Partitioner implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Integer> byMeasure = new HashMap<>();
  private final Map<String, Integer> byTable = new LinkedHashMap<>();
  private final int observations;

  /**
   * Creates the partitions of a run.
   *
   * @param observations number of partitions for observations
   * @param tables the tables that datasets define themselves
   */
  MeasurePartitioner(int observations, List<Table> tables) {
    this.observations = observations;
    List<String> measures = new ArrayList<>();
    for (Dataset dataset : Datasets.all()) {
      for (Measure measure : dataset.measures()) {
        measures.add(key(dataset.id(), measure.id()));
      }
    }
    measures.sort(null);
    for (int i = 0; i < measures.size(); i++) {
      byMeasure.put(measures.get(i), i * observations / measures.size());
    }
    for (Table table : tables) {
      byTable.put(table.name(), observations + byTable.size());
    }
  }

  static String key(String dataset, String measure) {
    return dataset + " " + measure;
  }

  @Override
  public int numPartitions() {
    return observations + byTable.size() + 1;
  }

  @Override
  public int getPartition(Object partition) {
    return (Integer) partition;
  }

  /** Returns whether a partition contains observations. */
  boolean holdsObservations(int partition) {
    return partition < observations;
  }

  /** Returns the table of a partition; empty for other partitions. */
  String table(int partition) {
    return byTable.entrySet().stream().filter(e -> e.getValue() == partition).map(Map.Entry::getKey).findFirst().orElse("");
  }

  /** Splits the rows of a file into parts, each with its partition. */
  List<Tuple2<Integer, Serializable>> assign(FileResult outcome) {
    List<Tuple2<Integer, Serializable>> parts = new ArrayList<>();
    for (ObservationBatch block : outcome.transformed().batches()) {
      split(block).forEach((partition, part) -> parts.add(new Tuple2<>(partition, part)));
    }
    for (TableRows rows : outcome.transformed().tables()) {
      parts.add(new Tuple2<>(byTable.get(rows.table()), rows));
    }
    parts.add(new Tuple2<>(numPartitions() - 1, outcome.summary()));
    return parts;
  }

  /** Splits a batch by partition; measures of the same partition stay together. */
  private Map<Integer, ObservationBatch> split(ObservationBatch block) {
    Map<Integer, List<Integer>> places = new LinkedHashMap<>();
    for (int m = 0; m < block.measures().size(); m++) {
      int partition = byMeasure.getOrDefault(key(block.dataset(), block.measures().get(m)), 0);
      places.computeIfAbsent(partition, s -> new ArrayList<>()).add(m);
    }
    Map<Integer, ObservationBatch> parts = new LinkedHashMap<>();
    places.forEach((partition, measures) -> parts.put(partition, block.only(measures)));
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeasurePartitioner s && s.observations == observations && s.byTable.equals(byTable);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new int[] {observations, byTable.size()});
  }
}

package uk.footprints.broken;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.footprints.sample.PublishedSample;
import uk.footprints.sample.PublishedSample.Placed;

/**
 * Broken files of every dataset and every layout: the small files of the sample's generator, and each fault put into
 * each of them. The same seed makes the same files.
 *
 * @param seed another seed, other places
 */
public record Corpus(long seed) {

  /** The good files. */
  public List<Placed> good() {
    return PublishedSample.fixtures();
  }

  /** Cases of the size of a small file. */
  public Stream<Case> small() {
    return good().stream()
        .map(Good::of)
        .flatMap(g -> Stream.concat(ByteFaults.of(g, seed).stream(), CellFaults.of(g, seed).stream()));
  }

  /** Every case, made when it is asked for. */
  public Stream<Case> cases() {
    List<Good> good = good().stream().map(Good::of).toList();
    return Stream.concat(small(), LargeFaults.of(first(good, "2020-08.csv"), first(good, "2020.xlsx")).map(Supplier::get));
  }

  private static Good first(List<Good> good, String name) {
    return good.stream().filter(g -> g.placed().file().name().equals(name)).findFirst().orElseThrow();
  }
}

package uk.footprints.broken;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.footprints.sample.PublishedSampleWriter.Placed;
import uk.footprints.sample.PublishedSampleWriter;

/**
 * Broken files of every dataset and every layout: the small files of the sample's generator, and each fault put into
 * each of them. The same seed makes the same files.
 *
 * @param seed another seed, other places
 */
public record Corpus(long seed) {

  /** Every good file of the generator. */
  static List<Placed> all() {
    return PublishedSampleWriter.fixtures();
  }

  /** The good files of every dataset. */
  public List<Placed> good() {
    return all();
  }

  /** Cases of the size of a small file. */
  public Stream<BrokenCase> small() {
    return good().stream()
        .map(ValidFiles::of)
        .flatMap(g -> Stream.concat(ByteFaults.of(g, seed).stream(), CellFaults.of(g, seed).stream()));
  }

  /** Every case, made when it is asked for. */
  public Stream<BrokenCase> cases() {
    List<ValidFiles> good = good().stream().map(ValidFiles::of).toList();
    ValidFiles text = first(good, "from_august_2020_with_booked_appointments.csv");
    ValidFiles modern = first(good, "from_april_2015_by_region.xlsx");
    return Stream.concat(small(), LargeFaults.of(text, modern).map(Supplier::get));
  }

  private static ValidFiles first(List<ValidFiles> good, String name) {
    return good.stream().filter(g -> g.placed().file().name().equals(name)).findFirst().orElseThrow();
  }
}

package uk.footprints.sample.hes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where artificial people live and are treated: codes that exist, put together for the purpose.
 *
 * @param ccg clinical commissioning group of residence, ODS code of 2016
 * @param provider trust they mostly go to, ODS code
 * @param second trust they are moved to
 * @param areas lower layer super output areas (2011) in the group, a few
 */
record SamplePlace(String ccg, String provider, String second, List<String> areas) {

  /** Reads the places of {@code artificial_places.csv}. */
  static List<SamplePlace> all() {
    try (InputStream in = SamplePlace.class.getResourceAsStream("/uk/footprints/reference/artificial_places.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(SamplePlace::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SamplePlace of(String line) {
    String[] cells = line.split(",");
    return new SamplePlace(cells[0], cells[1], cells[2], List.of(cells[3].split(" ")));
  }
}

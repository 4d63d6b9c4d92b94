package uk.footprints.sample.hes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Membership;
import uk.footprints.area.ReferenceData;

/**
 * Where artificial people live and are treated: codes that exist, put together for the purpose.
 *
 * @param ccg clinical commissioning group of residence, ODS code of 2016
 * @param provider trust they mostly go to, ODS code
 * @param second trust they are moved to
 * @param areas lower layer super output areas (2011) in the group, a few
 */
record SamplePlace(String ccg, String provider, String second, List<String> areas) {

  private static final LocalDate FOOTPRINTS_DRAWN = LocalDate.of(2016, 12, 1);

  /** Reads the places of {@code artificial_places.csv}. */
  static List<SamplePlace> all() {
    try (InputStream in = SamplePlace.class.getResourceAsStream("/uk/footprints/reference/artificial_places.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(SamplePlace::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the first place of each footprint of 2016. */
  static List<SamplePlace> oneInEachFootprint() {
    Areas areas = ReferenceData.ofJar().areas();
    Map<String, SamplePlace> first = new TreeMap<>();
    for (SamplePlace place : all()) {
      areas.findArea(Basis.AS_WAS, Membership.CCG, place.ccg, "stp_2016", FOOTPRINTS_DRAWN)
          .ifPresent(footprint -> first.putIfAbsent(footprint.code(), place));
    }
    return List.copyOf(first.values());
  }

  private static SamplePlace of(String line) {
    String[] cells = line.split(",");
    return new SamplePlace(cells[0], cells[1], cells[2], List.of(cells[3].split(" ")));
  }
}

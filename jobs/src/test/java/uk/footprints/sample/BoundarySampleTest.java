package uk.footprints.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import uk.footprints.area.Boundaries;
import uk.footprints.area.GeoJson;
import uk.footprints.area.ReferenceData;

/** The schematic boundaries of the sample are read as a user's are. */
class BoundarySampleTest {

  @Test
  void everyAreaOfItsGeographyIsDrawnAndNoneCoversAnother() {
    for (PublicationSample sample : BoundarySample.all()) {
      SampleFile file =
          sample.write(sample.usual().get(0), SampleCountry.read(), new SeededVariation(PublishedSampleWriter.SEED));
      Boundaries drawn =
          Boundaries.of(
              ReferenceData.ofJar().areas(), GeoJson.read(file.name(), new ByteArrayInputStream(file.bytes())));
      assertThat(file.name()).startsWith(drawn.geography().id());
      assertThat(drawn.notes()).isEmpty();
      assertThat(drawn.list())
          .hasSize(ReferenceData.ofJar().areas().listAreas(drawn.geography().id()).size())
          .allSatisfy(
              one ->
                  assertThat(drawn.list())
                      .filteredOn(other -> other != one && other.geometry().relate(one.geometry(), "2********"))
                      .isEmpty());
    }
  }
}

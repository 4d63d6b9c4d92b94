package uk.footprints.indicator.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed JSON Schema is the one that the reader's keys give. */
class IndicatorSchemaTest {

  private static final Path SCHEMA = Path.of("data/catalogue/indicator.schema.json");

  @Test
  void theCommittedSchemaIsTheReadersOwn() throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    String made = json.writeValueAsString(IndicatorSchema.of()) + "\n";
    if (System.getProperty("golden.update") != null) {
      Files.writeString(SCHEMA, made);
    }
    assertThat(Files.readString(SCHEMA)).isEqualTo(made);
  }
}

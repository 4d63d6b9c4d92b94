package uk.footprints.indicator.declared;

import java.util.List;
import java.util.Map;
import uk.footprints.declaration.DeclarationSchema;

/** The JSON Schema of the declarations of indicators, so that editors complete and check. */
public final class IndicatorSchema {

  private IndicatorSchema() {}

  /** Returns the schema as maps and lists, ready to be written as JSON. */
  public static Map<String, Object> of() {
    return DeclarationSchema.of("An indicator of Footprints", List.of(IndicatorObject.values()));
  }
}

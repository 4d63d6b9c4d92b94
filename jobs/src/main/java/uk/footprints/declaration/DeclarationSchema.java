package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON Schema of declarations, made from the keys that the reader knows, so that editors complete and check. */
public final class DeclarationSchema {

  private DeclarationSchema() {}

  /** Returns the schema of datasets as maps and lists, ready to be written as JSON. */
  public static Map<String, Object> of() {
    return of("A dataset of Footprints", List.of(DeclarationObject.values()));
  }

  /**
   * Returns a schema as maps and lists, ready to be written as JSON.
   *
   * @param title what a file declares
   * @param objects the kinds of objects, that of the whole file first
   */
  public static Map<String, Object> of(String title, List<? extends KeyedObject> objects) {
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (KeyedObject object : objects) {
      definitions.put(name(object.name()), object(object));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", title);
    schema.put("$ref", "#/$defs/" + name(objects.get(0).name()));
    schema.put("$defs", definitions);
    return schema;
  }

  private static String name(String object) {
    return object.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> object(KeyedObject object) {
    Map<String, Object> properties = new LinkedHashMap<>();
    object.keys().forEach(key -> properties.put(key.name(), property(key)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", object.required());
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> property(KeyedObject.Key key) {
    Map<String, Object> one = one(key);
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("description", key.meaning());
    if (key.many()) {
      // One value is a list of one.
      property.put("oneOf", new ArrayList<>(List.of(one, Map.of("type", "array", "items", one))));
    } else {
      property.putAll(one);
    }
    return property;
  }

  private static Map<String, Object> one(KeyedObject.Key key) {
    return switch (key.type()) {
      case "object" -> Map.of("$ref", "#/$defs/" + name(key.of().get(0)));
      case "words" -> Map.of("enum", key.of());
      case "text_or_object" -> Map.of(
          "anyOf", List.of(Map.of("type", "string"), Map.of("$ref", "#/$defs/" + name(key.of().get(0)))));
      case "decimal" -> Map.of("type", "number");
      case "number" -> Map.of("type", "integer");
      case "yes" -> Map.of("type", "boolean");
      case "pattern" -> Map.of("type", "string", "format", "regex");
      case "map" -> Map.of("type", "object", "additionalProperties", Map.of("type", new ArrayList<>(List.of("string", "number"))));
      default -> Map.of("type", new ArrayList<>(List.of("string", "number")));
    };
  }
}

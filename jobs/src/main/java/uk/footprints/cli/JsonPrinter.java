package uk.footprints.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** Formats rows as lines of JSON, with plain numbers: whole ones without a decimal point, none with an exponent. */
final class JsonPrinter {

  private static final ObjectMapper PLAIN =
      new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  private JsonPrinter() {}

  /** Returns a row of SQL as an object, without the columns that have no value. */
  static String line(Row row) {
    return line(object(row));
  }

  /** Returns values by name as an object. */
  static String line(Map<String, ?> values) {
    try {
      return PLAIN.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a number, a truth value or a text as JSON has it; null for no value and for a number that is none. */
  static Object value(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue()) ? plain(new BigDecimal(value.toString())) : null;
    }
    if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Row row) {
      return object(row);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, Object> values = new LinkedHashMap<>();
      CollectionConverters.asJava(map).forEach((key, v) -> values.put(String.valueOf(key), value(v)));
      return values;
    }
    if (value instanceof Iterable<?> list) {
      return CollectionConverters.asJavaCollection(list).stream().map(JsonPrinter::value).toList();
    }
    return String.valueOf(value);
  }

  private static Map<String, Object> object(Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    String[] names = row.schema().fieldNames();
    for (int i = 0; i < names.length; i++) {
      Object value = value(row.get(i));
      if (value != null) {
        values.put(names[i], value);
      }
    }
    return values;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}

package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.jdk.javaapi.CollectionConverters;

/** Numbers in the output of queries have no exponent, in JSON as in text. */
class JsonPrinterTest {

  private static Row row(Object... values) {
    StructField[] fields = new StructField[values.length];
    for (int i = 0; i < values.length; i++) {
      fields[i] = DataTypes.createStructField("c" + i, DataTypes.StringType, true);
    }
    return new GenericRowWithSchema(values, new StructType(fields));
  }

  @ParameterizedTest
  @CsvSource({
    "61498822.0, 61498822",
    "6.149882E7, 61498820",
    "1.0E16, 10000000000000000",
    "1.2345678E7, 12345678",
    "1.23456785E7, 12345678.5",
    "1.0E-5, 0.00001",
    "-0.0, 0",
    "13.5, 13.5",
    "0.1, 0.1"
  })
  void numbersArePlain(double number, String text) {
    assertThat(JsonPrinter.line(row(number))).isEqualTo("{\"c0\":" + text + "}");
    assertThat(RowPrinter.text(number)).isEqualTo(text);
  }

  @Test
  void otherValuesAreAsSparkHasThem() {
    assertThat(JsonPrinter.line(row("a \"b\"", 7L, true, LocalDate.of(2023, 4, 1), new BigDecimal("12.50"))))
        .isEqualTo("{\"c0\":\"a \\\"b\\\"\",\"c1\":7,\"c2\":true,\"c3\":\"2023-04-01\",\"c4\":12.5}");
    assertThat(JsonPrinter.line(row(null, Double.NaN, 1.5f))).isEqualTo("{\"c2\":1.5}");
  }

  @Test
  void listsAndRowsInsideKeepTheirValues() {
    Object list = CollectionConverters.asScala(List.of(6.0e7, 2.5)).toSeq();
    assertThat(JsonPrinter.line(row(list, row(6.0e7)))).isEqualTo("{\"c0\":[60000000,2.5],\"c1\":{\"c0\":60000000}}");
  }
}

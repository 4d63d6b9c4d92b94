package uk.footprints.table;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Converts values of one Java type to the cells of a column, and back. A cell is a String, Long, Double, LocalDate or
 * Boolean; or null where there is no value, as for an empty text and for a number that is not finite. An enum becomes
 * its name in lower case. Where there is no value, a text is read as empty, a {@code double} as NaN, an {@code int} or
 * {@code long} as 0, a {@code boolean} as false, and any other type as null.
 *
 * @param type the type of the column
 * @param write converts a value, which is not null, to a cell
 * @param read converts a cell, which is not null, to a value
 * @param absent the value of an absent cell
 */
record CellType(Field.Type type, Function<Object, Object> write, Function<Object, Object> read, Object absent) {

  private static final Map<Class<?>, CellType> TYPES =
      Map.ofEntries(
          Map.entry(String.class, same(Field.Type.TEXT, text -> ((String) text).isEmpty() ? null : text, "")),
          Map.entry(LocalDate.class, same(Field.Type.DATE, day -> day, null)),
          Map.entry(boolean.class, same(Field.Type.FLAG, flag -> flag, false)),
          Map.entry(Boolean.class, same(Field.Type.FLAG, flag -> flag, null)),
          Map.entry(double.class, same(Field.Type.NUMBER, CellType::finite, Double.NaN)),
          Map.entry(Double.class, same(Field.Type.NUMBER, CellType::finite, null)),
          Map.entry(long.class, same(Field.Type.WHOLE, whole -> whole, 0L)),
          Map.entry(Long.class, same(Field.Type.WHOLE, whole -> whole, null)),
          Map.entry(int.class, integer(0)),
          Map.entry(Integer.class, integer(null)));

  /** The conversion of texts of which an empty one is a value. */
  static final CellType EMPTY_TEXT = same(Field.Type.TEXT, text -> text, "");

  /** Returns the conversion of a Java type; null if no column holds it. */
  static CellType find(Class<?> type) {
    return type.isEnum() ? ofEnum(type) : TYPES.get(type);
  }

  /** Converts a value to a cell. */
  Object cell(Object value) {
    return value == null ? null : write.apply(value);
  }

  /** Converts a cell to a value. */
  Object value(Object cell) {
    return cell == null ? absent : read.apply(cell);
  }

  private static CellType same(Field.Type type, Function<Object, Object> write, Object absent) {
    return new CellType(type, write, cell -> cell, absent);
  }

  private static CellType integer(Integer absent) {
    return new CellType(Field.Type.WHOLE, i -> (long) (Integer) i, cell -> Math.toIntExact((Long) cell), absent);
  }

  private static Object finite(Object number) {
    return Double.isFinite((Double) number) ? number : null;
  }

  private static CellType ofEnum(Class<?> type) {
    String[] ids = Stream.of(type.getEnumConstants()).map(CellType::id).toArray(String[]::new);
    Map<Object, Object> constants =
        Stream.of(type.getEnumConstants()).collect(Collectors.toMap(CellType::id, constant -> constant));
    return new CellType(
        Field.Type.TEXT,
        constant -> ids[((Enum<?>) constant).ordinal()],
        cell -> {
          Object constant = constants.get(cell);
          if (constant == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no value " + cell);
          }
          return constant;
        },
        null);
  }

  /** Returns the word of an enum's value in tables. */
  private static String id(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}

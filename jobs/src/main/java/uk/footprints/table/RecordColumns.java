package uk.footprints.table;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns that a record class fills: one for each component, in order. A component whose type is a record fills the
 * columns of that record.
 *
 * @param type the record class
 * @param components the components, in order
 * @param width the number of columns
 */
record RecordColumns(Class<?> type, List<Component> components, int width) {

  private static final ClassValue<RecordColumns> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordColumns computeValue(Class<?> type) {
          return read(type);
        }
      };

  /**
   * A component of the record.
   *
   * @param name its name in Java
   * @param cell converts it to a cell; null where it is a record itself
   * @param inner its own columns, where it is a record; null where it is not
   * @param columns its annotations, in order; none where it has none
   */
  record Component(String name, CellType cell, RecordColumns inner, List<Column> columns) {}

  /** Returns the columns of a record class; throws IllegalArgumentException if no column holds a component's type. */
  static RecordColumns of(Class<? extends Record> type) {
    return KNOWN.get(type);
  }

  private static RecordColumns read(Class<?> type) {
    List<Component> all = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      RecordColumns inner = component.getType().isRecord() ? KNOWN.get(component.getType()) : null;
      List<Column> columns = annotations(component);
      boolean emptyText = inner == null && columns.stream().anyMatch(Column::emptyText);
      CellType cell = emptyText ? CellType.EMPTY_TEXT : CellType.find(component.getType());
      if (inner == null && cell == null) {
        throw new IllegalArgumentException(
            "%s.%s: no column holds a %s"
                .formatted(type.getSimpleName(), component.getName(), component.getType().getSimpleName()));
      }
      all.add(new Component(component.getName(), cell, inner, columns));
    }
    int width = all.stream().mapToInt(c -> c.inner() == null ? 1 : c.inner().width()).sum();
    return new RecordColumns(type, List.copyOf(all), width);
  }

  /** Returns a component's annotations: its own, or those of an annotation type that it has. */
  private static List<Column> annotations(RecordComponent component) {
    Column[] own = component.getAnnotationsByType(Column.class);
    return own.length > 0
        ? List.of(own)
        : Arrays.stream(component.getAnnotations())
            .map(Annotation::annotationType)
            .flatMap(shared -> Arrays.stream(shared.getAnnotationsByType(Column.class)))
            .toList();
  }

  /** Returns the fields of the columns; throws IllegalArgumentException where a column has no meaning. */
  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Component c : components) {
      if (c.inner() != null && c.columns().isEmpty()) {
        fields.addAll(c.inner().fields());
        continue;
      }
      List<CellType> cells = c.inner() == null ? List.of(c.cell()) : c.inner().cellTypes();
      if (c.columns().size() != cells.size()) {
        throw new IllegalArgumentException(
            "%s.%s fills %d columns and has the meaning of %d"
                .formatted(type.getSimpleName(), c.name(), cells.size(), c.columns().size()));
      }
      List<String> names = names(c);
      for (int i = 0; i < cells.size(); i++) {
        Column column = c.columns().get(i);
        fields.add(new Field(names.get(i), cells.get(i).type(), column.value(), column.unit(), column.required()));
      }
    }
    return List.copyOf(fields);
  }

  /** Returns the names of the columns. */
  List<String> names() {
    return components.stream().flatMap(c -> names(c).stream()).toList();
  }

  private static List<String> names(Component c) {
    List<String> plain = c.inner() == null ? List.of(snakeCase(c.name())) : c.inner().names();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      boolean named = i < c.columns().size() && !c.columns().get(i).name().isEmpty();
      names.add(named ? c.columns().get(i).name() : plain.get(i));
    }
    return names;
  }

  /** Returns the types of the columns. */
  List<CellType> cellTypes() {
    return components.stream()
        .flatMap(c -> c.inner() == null ? Stream.of(c.cell()) : c.inner().cellTypes().stream())
        .toList();
  }

  /** Returns a Java name as the name of a column: {@code lower95} as {@code lower_95}. */
  static String snakeCase(String name) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins = Character.isUpperCase(c) || Character.isDigit(c) && i > 0
          && !Character.isDigit(name.charAt(i - 1));
      words.append(begins ? "_" : "").append(Character.toLowerCase(c));
    }
    return words.toString();
  }

  /** Writes the cells of a record into a row, from a position, and returns the position after them. */
  int write(Object row, RowCells.Builder cells, int from) {
    List<Function<Object, Object>> accessors = RecordHandles.of(type).accessors();
    int at = from;
    for (int i = 0; i < accessors.size(); i++) {
      Component c = components.get(i);
      Object value = accessors.get(i).apply(row);
      if (c.inner() != null) {
        at = c.inner().write(value, cells, at);
      } else {
        cells.set(at++, c.cell().cell(value));
      }
    }
    return at;
  }

  /** Returns one cell of a record; null for columns beyond its own, such as those of a row's source. */
  Object cell(Object row, int column) {
    int left = column;
    for (int i = 0; i < components.size(); i++) {
      Component c = components.get(i);
      int columns = c.inner() == null ? 1 : c.inner().width();
      if (left < columns) {
        Object value = RecordHandles.of(type).accessors().get(i).apply(row);
        return c.inner() == null ? c.cell().cell(value) : c.inner().cell(value, left);
      }
      left -= columns;
    }
    return null;
  }

  /** Makes a record of cells: those at the given places of a row, from the place of that index. */
  Object read(RowCells cells, int[] places, int from) {
    Object[] values = new Object[components.size()];
    int at = from;
    for (int i = 0; i < values.length; i++) {
      Component c = components.get(i);
      if (c.inner() != null) {
        values[i] = c.inner().read(cells, places, at);
        at += c.inner().width();
      } else {
        values[i] = c.cell().value(cells.value(places[at++]));
      }
    }
    return RecordHandles.of(type).call(values);
  }
}

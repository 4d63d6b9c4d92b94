package uk.footprints.table;

import java.lang.annotation.Annotation;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
 * @param constructor makes a record of an array of its components
 * @param components the components, in order
 * @param width the number of columns
 */
record RecordColumns(Class<?> type, MethodHandle constructor, List<Component> components, int width) {

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
   * @param accessor reads it from a record
   * @param cell converts it to a cell; null where it is a record itself
   * @param inner its own columns, where it is a record; null where it is not
   * @param columns its annotations, in order; none where it has none
   */
  record Component(String name, Function<Object, Object> accessor, CellType cell, RecordColumns inner, List<Column> columns) {}

  /** Returns the columns of a record class; throws IllegalArgumentException if no column holds a component's type. */
  static RecordColumns of(Class<? extends Record> type) {
    return KNOWN.get(type);
  }

  private static RecordColumns read(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      List<Component> all = new ArrayList<>();
      for (RecordComponent component : components) {
        RecordColumns inner = component.getType().isRecord() ? KNOWN.get(component.getType()) : null;
        List<Column> columns = annotations(component);
        boolean emptyText = inner == null && columns.stream().anyMatch(Column::emptyText);
        CellType cell = emptyText ? CellType.EMPTY_TEXT : CellType.find(component.getType());
        if (inner == null && cell == null) {
          throw new IllegalArgumentException(
              "%s.%s: no column holds a %s"
                  .formatted(type.getSimpleName(), component.getName(), component.getType().getSimpleName()));
        }
        all.add(new Component(component.getName(), accessor(lookup, component), cell, inner, columns));
      }
      int width = all.stream().mapToInt(c -> c.inner() == null ? 1 : c.inner().width()).sum();
      return new RecordColumns(type, constructor, List.copyOf(all), width);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " is no record that can be read", e);
    }
  }

  /** Returns a function that calls an accessor: a class made for it, which is several times faster than reflection. */
  @SuppressWarnings("unchecked") // the method type below is that of Function
  private static Function<Object, Object> accessor(MethodHandles.Lookup lookup, RecordComponent component)
      throws ReflectiveOperationException {
    MethodHandle handle = lookup.unreflect(component.getAccessor());
    MethodType boxed = handle.type().wrap();
    try {
      return (Function<Object, Object>)
          LambdaMetafactory.metafactory(
                  lookup, "apply", MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class), handle, boxed)
              .getTarget()
              .invoke();
    } catch (Throwable e) {
      throw new ReflectiveOperationException(component.getName(), e);
    }
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
      boolean begins = Character.isUpperCase(c) || Character.isDigit(c) && i > 0 && !Character.isDigit(name.charAt(i - 1));
      words.append(begins ? "_" : "").append(Character.toLowerCase(c));
    }
    return words.toString();
  }

  /** Writes the cells of a record into a row, from a position, and returns the position after them. */
  int write(Object row, Object[] cells, int from) {
    int at = from;
    for (Component c : components) {
      Object value = c.accessor().apply(row);
      if (c.inner() != null) {
        at = c.inner().write(value, cells, at);
      } else {
        cells[at++] = c.cell().cell(value);
      }
    }
    return at;
  }

  /** Makes a record of cells: those at the given places of a row, from the place of that index. */
  Object read(Object[] cells, int[] places, int from) {
    Object[] values = new Object[components.size()];
    int at = from;
    for (int i = 0; i < values.length; i++) {
      Component c = components.get(i);
      if (c.inner() != null) {
        values[i] = c.inner().read(cells, places, at);
        at += c.inner().width();
      } else {
        values[i] = c.cell().value(cells[places[at++]]);
      }
    }
    return call(constructor, values);
  }

  private static Object call(MethodHandle handle, Object[] arguments) {
    try {
      return (Object) handle.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}

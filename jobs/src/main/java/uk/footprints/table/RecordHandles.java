package uk.footprints.table;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads and makes records of a class. The virtual machine makes classes for that, which takes half a second for all
 * tables of the catalogue, so they are made when the first record of a class is read or made.
 *
 * @param constructor makes a record of an array of its components
 * @param accessors read a component from a record; one for each, in order
 */
record RecordHandles(MethodHandle constructor, List<Function<Object, Object>> accessors) {

  private static final ClassValue<RecordHandles> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordHandles computeValue(Class<?> type) {
          return find(type);
        }
      };

  /** Returns those of a record class. */
  static RecordHandles of(Class<?> type) {
    return KNOWN.get(type);
  }

  /** Makes a record of the values of its components. */
  Object call(Object... values) {
    try {
      return (Object) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static RecordHandles find(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      List<Function<Object, Object>> accessors = new ArrayList<>();
      for (RecordComponent component : components) {
        accessors.add(accessor(lookup, component));
      }
      return new RecordHandles(constructor, List.copyOf(accessors));
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
}

package uk.footprints.table;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list whose elements are made of those of another list whenever they are read, so that few are in memory. */
final class ListView<T, R> extends AbstractList<R> implements RandomAccess {

  private final List<? extends T> items;
  private final Function<T, R> make;

  ListView(List<? extends T> items, Function<T, R> make) {
    this.items = items;
    this.make = make;
  }

  @Override
  public R get(int i) {
    return make.apply(items.get(i));
  }

  @Override
  public int size() {
    return items.size();
  }
}

package uk.footprints.parquet.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveComparator;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Writes a column of codes: each word once, in a dictionary, and then its number for each row. The caller looks up a
 * word's number and sets that, so no object is created for a value. Pages have their least and greatest words, so that
 * readers can skip them.
 */
final class DictionaryColumnWriter extends ColumnWriter {

  private int[] values = new int[512];

  private int[] slots = new int[256];
  private long[] hashes = new long[64];
  private byte[][] words = new byte[64][];
  private int size;
  private final Map<String, Integer> texts = new HashMap<>();
  private String lastText;
  private int lastOfText;
  /** The last page in which each word occurred. */
  private int[] pages = new int[64];
  private int page = 1;

  DictionaryColumnWriter(PrimitiveType type) {
    super(type);
  }

  /** Sets a row's word by its number. */
  void set(int row, int number) {
    markPresent(row);
    if (count + 8 > values.length) {
      values = Arrays.copyOf(values, longer(count) + 8);
    }
    values[count++] = number;
  }

  /** Returns the number of a text; the previous text often comes again as the same object. */
  int number(String text) {
    if (text == lastText) {
      return lastOfText;
    }
    Integer known = texts.get(text);
    if (known == null) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      known = number(bytes, 0, bytes.length);
      texts.put(text, known);
    }
    lastText = text;
    lastOfText = known;
    return known;
  }

  /** Returns the number of a word, which is added if it is new. */
  int number(byte[] bytes, int from, int length) {
    long hash = StableHash.hash(bytes, from, from + length);
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hashes[number] == hash
          && Arrays.equals(words[number], 0, words[number].length, bytes, from, from + length)) {
        return number;
      }
      slot = slot + 1 & mask;
    }
    if (size == words.length) {
      grow();
      return number(bytes, from, length);
    }
    hashes[size] = hash;
    words[size] = Arrays.copyOfRange(bytes, from, from + length);
    slots[slot] = ++size;
    return size - 1;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, size * 2);
    words = Arrays.copyOf(words, size * 2);
    pages = Arrays.copyOf(pages, size * 2);
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      int slot = (int) hashes[i] & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
  }

  @Override
  Encoding encode(PageBuffer out, Statistics<?> statistics) {
    bounds(statistics);
    int width = RunLengthBitPackingHybrid.width(size);
    out.ensureCapacity(1);
    out.put(width);
    RunLengthBitPackingHybrid.put(values, count, width, out);
    return Encoding.RLE_DICTIONARY;
  }

  private void bounds(Statistics<?> statistics) {
    Binary least = null;
    Binary greatest = null;
    PrimitiveComparator<Binary> order = type.comparator();
    int last = -1;
    for (int i = 0; i < count; i++) {
      int number = values[i];
      if (number == last || pages[number] == page) {
        continue;
      }
      last = number;
      pages[number] = page;
      Binary word = Binary.fromConstantByteArray(words[number]);
      if (least == null || order.compare(word, least) < 0) {
        least = word;
      }
      if (greatest == null || order.compare(word, greatest) > 0) {
        greatest = word;
      }
    }
    if (least != null) {
      statistics.updateStats(least);
      statistics.updateStats(greatest);
    }
    page++;
  }

  /** Returns the dictionary even if it is empty: pages that declare a dictionary need one. */
  @Override
  DictionaryPage dictionary() {
    PageBuffer all = new PageBuffer();
    for (int i = 0; i < size; i++) {
      all.ensureCapacity(4);
      all.putInt(words[i].length);
      all.put(words[i], 0, words[i].length);
    }
    return new DictionaryPage(BytesInput.from(all.bytes(), 0, all.size()), size, Encoding.PLAIN);
  }

  @Override
  void clear() {
    Arrays.fill(slots, 0);
    Arrays.fill(pages, 0);
    texts.clear();
    lastText = null;
    size = 0;
  }
}

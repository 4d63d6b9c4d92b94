package uk.footprints.publish.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;

/**
 * The values of a column of codes on their way into a file: each word once, in a dictionary, and then its number.
 * Whoever writes asks for a word's number and writes that, so no object is made for a value.
 */
final class CodeColumn extends DictionaryValuesWriter {

  private static final int PAGE = 1 << 16;

  private int[] slots = new int[256];
  private long[] hashes = new long[64];
  private byte[][] words = new byte[64][];
  private int size;
  private boolean given;
  private final Map<String, Integer> texts = new HashMap<>();
  private String lastText;
  private int lastOfText;
  private final PrimitiveType type;
  /** In which page each word was met last. */
  private int[] pages = new int[64];
  private int page = 1;
  private int last = -1;
  private int inPage;
  private Binary least;
  private Binary greatest;

  CodeColumn(PrimitiveType type, ByteBufferAllocator allocator) {
    super(Integer.MAX_VALUE, Encoding.RLE_DICTIONARY, Encoding.PLAIN, allocator);
    this.type = type;
  }

  /** The number of a text; the same text often comes again, as the same object. */
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

  /** The number of a word; it has one from now on. */
  int number(byte[] bytes, int from, int length) {
    long hash = Hashes.hash(bytes, from, from + length);
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
    dictionaryByteSize += 4L + length;
    slots[slot] = ++size;
    return size - 1;
  }

  /** Writes a word by its number. */
  @Override
  public void writeInteger(int number) {
    encodedValues.add(number);
    inPage++;
    if (number != last) {
      last = number;
      meet(number);
    }
  }

  private void meet(int number) {
    if (pages.length <= number) {
      pages = Arrays.copyOf(pages, words.length);
    }
    if (pages[number] == page) {
      return;
    }
    pages[number] = page;
    Binary word = Binary.fromConstantByteArray(words[number]);
    if (least == null || type.<Binary>comparator().compare(word, least) < 0) {
      least = word;
    }
    if (greatest == null || type.<Binary>comparator().compare(word, greatest) > 0) {
      greatest = word;
    }
  }

  /** What is in the page that ends here: its least and its greatest word, and how many values are none. */
  Statistics<?> statistics(int values) {
    Statistics<?> of = Statistics.createStats(type);
    if (least != null) {
      of.updateStats(least);
      of.updateStats(greatest);
    }
    of.incrementNumNulls(values - inPage);
    page++;
    last = -1;
    inPage = 0;
    least = null;
    greatest = null;
    return of;
  }

  /** Once, and also when there is no word: pages that say they use a dictionary must find one. */
  @Override
  public DictionaryPage toDictPageAndClose() {
    if (given) {
      return null;
    }
    given = true;
    PlainValuesWriter page = new PlainValuesWriter(PAGE, Math.max(PAGE, lastUsedDictionaryByteSize), allocator);
    for (int i = 0; i < lastUsedDictionarySize; i++) {
      page.writeBytes(Binary.fromConstantByteArray(words[i]));
    }
    return dictPage(page);
  }

  @Override
  public boolean shouldFallBack() {
    return false;
  }

  @Override
  protected void fallBackDictionaryEncodedData(ValuesWriter writer) {
    throw new IllegalStateException("codes stay in their dictionary");
  }

  @Override
  protected void clearDictionaryContent() {
    Arrays.fill(slots, 0);
    texts.clear();
    lastText = null;
    size = 0;
  }

  @Override
  protected int getDictionarySize() {
    return size;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, size * 2);
    words = Arrays.copyOf(words, size * 2);
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      int slot = (int) hashes[i] & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
  }
}

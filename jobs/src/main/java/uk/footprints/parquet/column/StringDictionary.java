package uk.footprints.parquet.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;

/** Numbers the words of a column in the order of their first occurrence; 0 is the empty word. */
public final class StringDictionary {

  private final Map<Binary, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final List<byte[]> bytes = new ArrayList<>();

  public StringDictionary() {
    number(Binary.fromString(""));
  }

  /** Returns the number of a word, which is added if it is new. */
  public int number(Binary word) {
    Integer known = numbers.get(word);
    if (known == null) {
      known = words.size();
      byte[] kept = word.getBytes();
      numbers.put(Binary.fromConstantByteArray(kept), known);
      bytes.add(kept);
      words.add(word.toStringUsingUTF8());
    }
    return known;
  }

  /** Returns the number of a word, which is added if it is new. */
  public int number(String word) {
    return number(Binary.fromString(word));
  }

  /** Returns the word of a number. */
  public String word(int number) {
    return words.get(number);
  }

  /** Returns the word of a number as UTF-8. */
  byte[] bytes(int number) {
    return bytes.get(number);
  }

  public int size() {
    return words.size();
  }
}

package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of object in a YAML file: the keys that it may have and those that it needs. */
public interface KeyedObject {

  /**
   * A key of an object.
   *
   * @param name the key
   * @param type text, number, decimal, yes, pattern, map, object, text_or_object or words
   * @param many whether it is a list
   * @param required whether every object has it
   * @param meaning in words
   * @param of the name of the object, or the words
   */
  record Key(String name, String type, boolean many, boolean required, String meaning, List<String> of) {

    /** Returns a key whose value is one text. */
    public static Key text(String name, String meaning) {
      return new Key(name, "text", false, false, meaning, List.of());
    }

    /** Returns a key whose value is texts. */
    public static Key texts(String name, String meaning) {
      return new Key(name, "text", true, false, meaning, List.of());
    }

    /** Returns a key whose value is a whole number. */
    public static Key number(String name, String meaning) {
      return new Key(name, "number", false, false, meaning, List.of());
    }

    /** Returns a key whose value is a number. */
    public static Key decimal(String name, String meaning) {
      return new Key(name, "decimal", false, false, meaning, List.of());
    }

    /** Returns a key whose values are texts or objects of another kind. */
    public static Key terms(String name, String meaning, String object) {
      return new Key(name, "text_or_object", true, false, meaning, List.of(object));
    }

    /** Returns a key whose value is yes or no. */
    public static Key yes(String name, String meaning) {
      return new Key(name, "yes", false, false, meaning, List.of());
    }

    /** Returns a key whose value is a regular expression. */
    public static Key pattern(String name, String meaning) {
      return new Key(name, "pattern", false, false, meaning, List.of());
    }

    /** Returns a key whose value is regular expressions. */
    public static Key patterns(String name, String meaning) {
      return new Key(name, "pattern", true, false, meaning, List.of());
    }

    /** Returns a key whose value is keys and values of its own. */
    public static Key map(String name, String meaning) {
      return new Key(name, "map", false, false, meaning, List.of());
    }

    /** Returns a key whose value is an object of another kind. */
    public static Key object(String name, String meaning, String object) {
      return new Key(name, "object", false, false, meaning, List.of(object));
    }

    /** Returns a key whose value is objects of another kind. */
    public static Key objects(String name, String meaning, String object) {
      return new Key(name, "object", true, false, meaning, List.of(object));
    }

    /** Returns a key whose value is one of some words. */
    public static Key words(String name, String meaning, String... words) {
      return new Key(name, "words", false, false, meaning, List.of(words));
    }

    /** Returns a key whose value is some of some words. */
    public static Key list(String name, String meaning, String... words) {
      return new Key(name, "words", true, false, meaning, List.of(words));
    }

    /** Returns this key as one that every object has. */
    public Key needed() {
      return new Key(name, type, many, true, meaning, of);
    }
  }

  /**
   * What a kind of object is.
   *
   * @param words the object in words, for messages
   * @param keys its keys
   */
  record Definition(String words, List<Key> keys) {

    /** Defines a kind of object. */
    public static Definition of(String words, Key... keys) {
      return new Definition(words, List.of(keys));
    }
  }

  /** Returns the name of the kind, as an enum has it. */
  String name();

  /** Returns what the kind is. */
  Definition definition();

  /** Returns the object in words, for messages. */
  default String words() {
    return definition().words();
  }

  /** Returns the keys. */
  default List<Key> keys() {
    return definition().keys();
  }

  /** Returns whether objects may have a key. */
  default boolean has(String key) {
    return find(key).isPresent();
  }

  /** Returns the names of the keys that every object has. */
  default List<String> required() {
    return keys().stream().filter(Key::required).map(Key::name).toList();
  }

  /** Returns the names of all keys, for messages. */
  default String names() {
    return keys().stream().map(Key::name).collect(Collectors.joining(", "));
  }

  /** Returns a key with its meaning, for messages. */
  default String hint(String key) {
    return key + ": " + find(key).map(Key::meaning).orElse("");
  }

  private Optional<Key> find(String key) {
    return keys().stream().filter(k -> k.name().equals(key)).findFirst();
  }

  /** Returns the words of a key. */
  default List<String> words(String key) {
    return new ArrayList<>(find(key).map(Key::of).orElse(List.of()));
  }
}

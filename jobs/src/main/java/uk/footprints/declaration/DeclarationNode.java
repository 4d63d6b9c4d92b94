package uk.footprints.declaration;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import uk.footprints.runtime.UserException;

/**
 * A value of a declaration with its place, so that a message can name file and line.
 *
 * @param file the name of the file
 * @param node the value
 * @param words the words of lists for which it is read, by the name of the list
 */
public record DeclarationNode(String file, Node node, Map<String, WordList.Word> words) {

  private DeclarationNode(String file, Node node) {
    this(file, node, Map.of());
  }

  private DeclarationNode inside(Node other) {
    return new DeclarationNode(file, other, words);
  }

  /** Returns the same value for a word of a list: its texts have the word in place of the list's name in braces. */
  DeclarationNode with(String list, WordList.Word word) {
    Map<String, WordList.Word> more = new HashMap<>(words);
    more.put(list, word);
    return new DeclarationNode(file, node, Map.copyOf(more));
  }

  /** Reads a file; a text that is no YAML is refused with its line. */
  public static DeclarationNode read(String file, String text) {
    try {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      if (root == null) {
        throw UserException.data(file + " is empty.", "begin with id: and the name of the dataset");
      }
      return new DeclarationNode(file, root);
    } catch (MarkedYAMLException e) {
      String line = e.getProblemMark() == null ? "" : " line " + (e.getProblemMark().getLine() + 1);
      throw UserException.data(
          "%s%s is no YAML: %s.".formatted(file, line, plain(e.getProblem())), "correct the line", e);
    } catch (YAMLException e) {
      throw UserException.data("%s is no YAML: %s.".formatted(file, plain(e.getMessage())), "correct the file", e);
    }
  }

  private static String plain(String message) {
    return String.valueOf(message).lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
  }

  /** Returns the line, from 1. */
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** Returns the exception for this place. */
  public UserException wrong(String what, String next) {
    return UserException.data("%s line %d: %s.".formatted(file, line(), what), next);
  }

  /** Returns whether this is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Returns whether this has keys. */
  public boolean isObject() {
    return node instanceof MappingNode;
  }

  /** Refuses keys that an object of this kind does not have, and missing ones that it needs. */
  public DeclarationNode as(KeyedObject object) {
    Map<String, DeclarationNode> own = keyNodes();
    for (Map.Entry<String, DeclarationNode> key : own.entrySet()) {
      if (!object.has(key.getKey())) {
        throw key.getValue().wrong(
            "%s has no key \"%s\"".formatted(object.words(), key.getKey()), "use one of " + object.names());
      }
    }
    for (String required : object.required()) {
      if (!own.containsKey(required)) {
        throw wrong("%s has no %s".formatted(object.words(), required), "add " + object.hint(required));
      }
    }
    return this;
  }

  private MappingNode mapping() {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw wrong("expected keys with values, found " + kind(), "write key: value");
  }

  private String kind() {
    return node instanceof ScalarNode scalar ? "\"" + scalar.getValue() + "\"" : isList() ? "a list" : "keys";
  }

  private Map<String, DeclarationNode> keyNodes() {
    Map<String, DeclarationNode> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping().getValue()) {
      DeclarationNode key = inside(tuple.getKeyNode());
      if (keys.put(key.text(), key) != null) {
        throw key.wrong("\"%s\" is given twice".formatted(key.text()), "keep one of them");
      }
    }
    return keys;
  }

  /** Returns the values by key, in order. */
  public Map<String, DeclarationNode> values() {
    keyNodes();
    Map<String, DeclarationNode> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping().getValue()) {
      values.put(inside(tuple.getKeyNode()).text(), inside(tuple.getValueNode()));
    }
    return values;
  }

  /** Finds the value of a key. */
  public Optional<DeclarationNode> find(String key) {
    for (NodeTuple tuple : mapping().getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        return Optional.of(inside(tuple.getValueNode()));
      }
    }
    return Optional.empty();
  }

  /** Returns the value of a key that the object has. */
  public DeclarationNode get(String key) {
    return find(key).orElseThrow(() -> wrong("there is no " + key, "add " + key + ":"));
  }

  /** Returns this text. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return filled(scalar.getValue(), 0);
    }
    throw wrong("expected a text, found " + kind(), "write one value");
  }

  /** Returns this text with one of the published texts of its words: the first, where a word has fewer. */
  private String filled(String text, int heading) {
    String all = text;
    for (Map.Entry<String, WordList.Word> word : words.entrySet()) {
      List<String> headings = word.getValue().headings();
      String name = word.getKey();
      all = all.replace("{" + name + "}", word.getValue().id())
          .replace("{" + name + ".meaning}", word.getValue().meaning())
          .replace("{" + name + ".heading}", headings.get(heading < headings.size() ? heading : 0));
    }
    return all;
  }

  /** Returns this text with each of the published texts of its words. */
  private List<String> published() {
    Set<String> texts = new LinkedHashSet<>();
    texts.add(text());
    int most = words.values().stream().mapToInt(word -> word.headings().size()).max().orElse(1);
    for (int i = 1; i < most; i++) {
      texts.add(filled(((ScalarNode) node).getValue(), i));
    }
    return List.copyOf(texts);
  }

  /** Returns the text of a key; the other text where the key is absent. */
  public String text(String key, String otherwise) {
    return find(key).map(DeclarationNode::text).orElse(otherwise);
  }

  /** Returns the items of a list; one value is a list of one. */
  public List<DeclarationNode> items() {
    if (node instanceof SequenceNode list) {
      List<DeclarationNode> items = new ArrayList<>();
      list.getValue().forEach(item -> items.add(inside(item)));
      return items;
    }
    return List.of(this);
  }

  /** Returns the items of a key's list; none where the key is absent. */
  public List<DeclarationNode> items(String key) {
    return find(key).map(DeclarationNode::items).orElse(List.of());
  }

  /** Returns the texts of a key's list. */
  public List<String> texts(String key) {
    return items(key).stream().flatMap(item -> item.published().stream()).toList();
  }

  /** Returns whether a key says yes. */
  public boolean yes(String key) {
    Optional<DeclarationNode> value = find(key);
    if (value.isEmpty()) {
      return false;
    }
    return switch (value.get().text().toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw value.get().wrong(
          "%s is \"%s\"".formatted(key, value.get().text()), "write yes or no");
    };
  }

  /** Returns the whole number of a key; the other where the key is absent. */
  public int number(String key, int otherwise) {
    Optional<DeclarationNode> value = find(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.get().text().strip());
    } catch (NumberFormatException e) {
      throw value.get().wrong("%s is \"%s\"".formatted(key, value.get().text()), "write a whole number");
    }
  }

  /** Returns this text as a pattern that ignores case. */
  public Pattern pattern() {
    try {
      return Pattern.compile(text(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw wrong(
          "\"%s\" is no regular expression: %s".formatted(text(), e.getDescription()),
          "correct it; a bracket or point that is meant as itself has a backslash before it");
    }
  }

  /** Returns this text as one of the words of a set. */
  public String oneOf(String what, List<String> words) {
    if (!words.contains(text())) {
      throw wrong("unknown %s \"%s\"".formatted(what, text()), "use one of " + String.join(", ", words));
    }
    return text();
  }
}

package uk.footprints.area;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * One row of a file of custom areas: an organisation, or another area, is in (or is left out of) an area.
 *
 * @param place file and row
 * @param area the area's code
 * @param areaName its name; the code when none is given
 * @param memberKind {@code ccg}, {@code provider}, or a geography's id
 * @param memberCode the organisation, or the area of that geography
 * @param weight the part of the member; 1 for the whole
 * @param exclude whether it is left out
 */
record AreaStatement(
    String place, String area, String areaName, String memberKind, String memberCode, double weight,
    boolean exclude) {

  private static final Set<String> YES = Set.of("yes", "y", "true", "x", "1", "exclude");
  private static final Set<String> NO = Set.of("", "no", "n", "false", "0");
  private static final Set<String> KEYS = Set.of("area", "name", "members", "exclude");

  /** Reads statements from a CSV table. */
  static List<AreaStatement> ofCsv(String file, String text) {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return ReferenceTable.read(file, in, "area", "member_kind", "member_code").rows().stream()
        .map(AreaStatement::ofRow).toList();
  }

  private static AreaStatement ofRow(ReferenceTable.Row row) {
    String exclude = row.text("exclude").toLowerCase(java.util.Locale.ROOT);
    if (!YES.contains(exclude) && !NO.contains(exclude)) {
      throw UserException.data("%s: exclude is \"%s\"."
          .formatted(row.place(), exclude), "write yes, or leave it empty");
    }
    String area = row.required("area");
    return new AreaStatement(
        row.place(),
        area,
        row.text("area_name").isEmpty() ? area : row.text("area_name"),
        row.required("member_kind"),
        Areas.normal(row.required("member_code")),
        row.part("weight"),
        YES.contains(exclude));
  }

  /**
   * Reads statements from YAML: {@code areas: [{area, name, members: {ccg: […]}, exclude: {provider: […]}}]}; a member
   * that counts in part is {@code ccg: {10M: 0.4}}.
   */
  static List<AreaStatement> ofYaml(String file, String text) {
    try {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      List<AreaStatement> lines = new ArrayList<>();
      refuseUnknown(file, root, Set.of("areas"));
      for (Node area : items(file, child(file, root, "areas"))) {
        refuseUnknown(file, area, KEYS);
        String code = scalar(file, child(file, area, "area"));
        Node name = find(file, area, "name");
        String areaName = name == null ? code : scalar(file, name);
        addAll(lines, file, code, areaName, child(file, area, "members"), false);
        Node exclude = find(file, area, "exclude");
        if (exclude != null) {
          addAll(lines, file, code, areaName, exclude, true);
        }
      }
      return lines;
    } catch (MarkedYAMLException e) {
      String row = e.getProblemMark() == null ? "" : ", row " + (e.getProblemMark().getLine() + 1);
      throw UserException.data(
          "%s%s is neither a table nor YAML: %s.".formatted(file, row, plain(e.getProblem())), "correct the row", e);
    } catch (YAMLException e) {
      // The parser stops at aliases that expand without limit and at deeply nested lists.
      throw UserException.data(
          "%s is no YAML that describes areas: %s.".formatted(file, plain(e.getMessage())),
          "see data/reference/examples for custom areas", e);
    }
  }

  private static String plain(String message) {
    return message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
  }

  private static void refuseUnknown(String file, Node parent, Set<String> known) {
    for (NodeTuple tuple : mapping(file, parent).getValue()) {
      String key = scalar(file, tuple.getKeyNode());
      if (!known.contains(key)) {
        throw wrong(
            file, tuple.getKeyNode(),
            "has the unknown key \"%s\"; known keys are %s".formatted(key, String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  private static void addAll(
      List<AreaStatement> lines, String file, String area, String name, Node members, boolean exclude) {
    for (NodeTuple kind : mapping(file, members).getValue()) {
      String memberKind = scalar(file, kind.getKeyNode());
      if (kind.getValueNode() instanceof MappingNode parts) {
        for (NodeTuple part : parts.getValue()) {
          Node code = part.getKeyNode();
          double weight = part(file, part.getValueNode());
          lines.add(new AreaStatement(place(file, code), area, name, memberKind, member(file, code), weight, exclude));
        }
      } else {
        for (Node code : items(file, kind.getValueNode())) {
          lines.add(new AreaStatement(place(file, code), area, name, memberKind, member(file, code), 1, exclude));
        }
      }
    }
  }

  private static String member(String file, Node code) {
    return Areas.normal(scalar(file, code));
  }

  private static double part(String file, Node node) {
    try {
      double part = Double.parseDouble(scalar(file, node));
      if (part > 0 && part <= 1) {
        return part;
      }
    } catch (NumberFormatException e) {
      throw wrong(file, node, "should be a number above 0 and at most 1");
    }
    throw wrong(file, node, "should be a number above 0 and at most 1");
  }

  private static Node child(String file, Node parent, String key) {
    Node node = find(file, parent, key);
    if (node == null) {
      throw wrong(file, parent, "has no \"" + key + "\"");
    }
    return node;
  }

  private static Node find(String file, Node parent, String key) {
    return mapping(file, parent).getValue().stream()
        .filter(tuple -> scalar(file, tuple.getKeyNode()).equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst()
        .orElse(null);
  }

  private static MappingNode mapping(String file, Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw wrong(file, node, "should be names with values");
  }

  private static List<Node> items(String file, Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw wrong(file, node, "should be a list");
  }

  private static String scalar(String file, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw wrong(file, node, "should be one word");
  }

  private static String place(String file, Node node) {
    return file + ", row " + (node == null ? 1 : node.getStartMark().getLine() + 1);
  }

  private static UserException wrong(String file, Node node, String what) {
    return UserException.data(
        place(file, node) + " " + what + ".", "see data/reference/examples for custom areas");
  }
}

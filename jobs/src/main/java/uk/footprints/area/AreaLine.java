package uk.footprints.area;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import uk.footprints.run.Fixable;

/**
 * One statement of a file of one's own areas: this organisation, or this other area, is in (or is left out of) that
 * area.
 *
 * @param place file and row
 * @param area the area's code
 * @param areaName its name; the code when none is given
 * @param memberKind {@code ccg}, {@code provider}, or a geography's id
 * @param memberCode the organisation, or the area of that geography
 * @param exclude whether it is left out
 */
record AreaLine(
    String place, String area, String areaName, String memberKind, String memberCode, boolean exclude) {

  private static final Set<String> YES = Set.of("yes", "y", "true", "x", "1", "exclude");
  private static final Set<String> NO = Set.of("", "no", "n", "false", "0");

  /** The rows of a table. */
  static List<AreaLine> ofCsv(String file, InputStream in) {
    return Table.read(file, in, "area", "member_kind", "member_code").rows().stream().map(AreaLine::ofRow).toList();
  }

  private static AreaLine ofRow(Table.Row row) {
    String exclude = row.text("exclude").toLowerCase(java.util.Locale.ROOT);
    if (!YES.contains(exclude) && !NO.contains(exclude)) {
      throw Fixable.data("%s: exclude is \"%s\".".formatted(row.place(), exclude), "say yes, or leave it empty");
    }
    String area = row.required("area");
    return new AreaLine(
        row.place(),
        area,
        row.text("area_name").isEmpty() ? area : row.text("area_name"),
        row.required("member_kind"),
        Areas.normal(row.required("member_code")),
        YES.contains(exclude));
  }

  /** The same as YAML: {@code areas: [{area, name, members: {ccg: […]}, exclude: {provider: […]}}]}. */
  static List<AreaLine> ofYaml(String file, String text) {
    try {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      List<AreaLine> lines = new ArrayList<>();
      for (Node area : items(file, child(file, root, "areas"))) {
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
      throw Fixable.data(
          "%s%s is neither a table nor YAML: %s.".formatted(file, row, e.getProblem()), "mend the row", e);
    }
  }

  private static void addAll(
      List<AreaLine> lines, String file, String area, String name, Node members, boolean exclude) {
    for (NodeTuple kind : mapping(file, members).getValue()) {
      for (Node code : items(file, kind.getValueNode())) {
        String member = Areas.normal(scalar(file, code));
        lines.add(new AreaLine(place(file, code), area, name, scalar(file, kind.getKeyNode()), member, exclude));
      }
    }
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

  private static Fixable wrong(String file, Node node, String what) {
    return Fixable.data(
        place(file, node) + " " + what + ".", "see data/reference/examples for areas of one's own");
  }
}

package uk.footprints.stat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.PeerSelection;
import uk.footprints.statistics.ResultStatus;

/** Method {@code peers}: the most similar areas for each area of a set. */
final class PeersMethod implements StatMethod {

  private static final String AREA = "area";

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "peers", "the areas most like each area", MethodGuide.Shape.BY_GROUP, MethodGuide.BY_SET,
        List.of(InputColumn.of(AREA, "the area; the other columns of numbers, all 0 or more, describe it", "ICB01")),
        List.of(
            MethodParameter.of("k", "how many peers", "10", "5"),
            MethodParameter.of("variables", "the columns that count, with weights if not 1", "every column of numbers",
                "imd:2,rural"),
            MethodParameter.of("value", "a column whose mean over the peers is computed, with limits", "", "rate")),
        List.of(
            AREA, "rank", "peer", "distance", "peer_mean", "peer_mean_lower_95", "peer_mean_upper_95", "status",
            "reason"));
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    Map<String, Double> weights = variables(question);
    String valueColumn = question.set().text("value", 0);
    double[][] columns =
        weights.keySet().stream().map(name -> question.numbers(name, Must.BE_GIVEN)).toArray(double[][]::new);
    double[] values = valueColumn.isEmpty() ? null : question.numbers(present(question, valueColumn), Must.BE_NUMBER);
    double[] weight = weights.values().stream().mapToDouble(Double::doubleValue).toArray();
    for (RowGroup group : question.groups()) {
      question.requireDistinct(group, AREA);
      int[] rows =
          Arrays.stream(group.rows())
              .filter(row -> question.problems().of(row) == null)
              .boxed()
              .sorted(Comparator.comparing(row -> question.cell(AREA, row)))
              .mapToInt(Integer::intValue)
              .toArray();
      List<String> names = Arrays.stream(rows).mapToObj(row -> question.cell(AREA, row)).toList();
      double[][] like =
          Arrays.stream(rows)
              .mapToObj(row -> Arrays.stream(columns).mapToDouble(column -> column[row]).toArray())
              .toArray(double[][]::new);
      List<List<PeerSelection.Peer>> peers =
          PeerSelection.nearest(names, like, weight, question.set().whole("k", group.first(), 1));
      double[] of = values == null ? null : Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
      int[] inFile = IntStream.range(0, rows.length).boxed().sorted(Comparator.comparingInt(i -> rows[i]))
          .mapToInt(Integer::intValue).toArray();
      for (int i : inFile) {
        Estimate mean = of == null ? null : PeerSelection.mean(peers.get(i), of);
        for (PeerSelection.Peer peer : peers.get(i)) {
          answer.group(
              group, names.get(i), peer.rank(), names.get(peer.index()), peer.distance(),
              mean == null ? null : mean.value(), mean == null ? null : mean.lower95(),
              mean == null ? null : mean.upper95(), ResultStatus.OK.text(), mean == null ? "" : mean.reason());
        }
      }
      Arrays.stream(group.rows())
          .filter(row -> question.problems().of(row) != null)
          .forEach(row -> answer.group(
              group, question.cell(AREA, row), null, "", null, null, null, null, ResultStatus.NOT_APPLICABLE.text(),
              question.problems().of(row)));
    }
  }

  private static Map<String, Double> variables(MethodInput question) {
    Map<String, Double> weights = new LinkedHashMap<>();
    String named = question.set().text("variables", 0);
    if (named.startsWith("every")) {
      question.table().header().stream()
          .filter(name -> !name.equals(AREA) && !question.groupColumns().contains(name))
          .filter(name -> !name.equals(question.set().text("value", 0)) && isNumbers(question.table().column(name)))
          .forEach(name -> weights.put(name, 1.0));
      return weights;
    }
    for (String part : named.split("[,;]")) {
      String[] pair = part.strip().split(":");
      double weight = pair.length > 1 ? NumberParser.of(pair[1]) : 1;
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw UserException.command("peers: %s has no weight from 0.".formatted(part), "--set variables=imd:2,rural");
      }
      weights.put(present(question, pair[0]), weight);
    }
    return weights;
  }

  private static String present(MethodInput question, String name) {
    if (!question.has(name)) {
      throw UserException.command(
          "peers: the file has no column %s.".formatted(name),
          SpellingSuggester.to(name, question.table().header()).map(near -> "use the column %s".formatted(near))
              .orElse("use one of the columns " + String.join(", ", question.table().header())));
    }
    return name;
  }

  /** A column of numbers has at least one and mostly numbers: a mistyped cell is then a problem of its row. */
  private static boolean isNumbers(CellDictionary cells) {
    long numbers =
        IntStream.range(0, cells.rows()).filter(row -> Double.isFinite(NumberParser.of(cells.get(row)))).count();
    return numbers * 2 > cells.rows();
  }
}

package uk.footprints.stat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.PeerSelection.Peer;
import uk.footprints.statistics.PeerSelection;

/** Method {@code peers}: the most similar areas for each area of a set. */
final class PeersMethod implements StatMethod<PeersMethod.Near> {

  private static final String AREA = "area";

  /**
   * One peer of an area.
   *
   * @param peer the peer; empty where the area has none
   * @param name the name of the peer
   * @param mean the mean over all peers of the area, with limits; empty where no value is named
   */
  record Near(String area, Optional<Peer> peer, String name, Optional<Estimate> mean, RowStatus outcome)
      implements ResultRow {

    static Near none(String area, String why) {
      return new Near(area, Optional.empty(), "", Optional.empty(), RowStatus.notApplicable(why));
    }

    private String rank() {
      return peer.map(Peer::rank).map(String::valueOf).orElse("");
    }

    private OptionalDouble distance() {
      return peer.isPresent() ? OptionalDouble.of(peer.get().distance()) : OptionalDouble.empty();
    }

    private OptionalDouble ofMean(ToDoubleFunction<Estimate> number) {
      return mean.isPresent() ? OptionalDouble.of(number.applyAsDouble(mean.get())) : OptionalDouble.empty();
    }
  }

  private static final ResultColumns<Near> COLUMNS =
      new ResultColumns<Near>()
          .text(AREA, Near::area)
          .text("rank", Near::rank)
          .text("peer", Near::name)
          .optional("distance", Near::distance)
          .optional("peer_mean", row -> row.ofMean(Estimate::value))
          .optional("peer_mean_lower_95", row -> row.ofMean(Estimate::lower95))
          .optional("peer_mean_upper_95", row -> row.ofMean(Estimate::upper95));

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
        COLUMNS.names());
  }

  @Override
  public ResultColumns<Near> columns() {
    return COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<Near> answer) {
    String valueColumn = question.set().text("value", 0);
    double[] values = valueColumn.isEmpty() ? null : question.numbers(present(question, valueColumn), Must.BE_NUMBER);
    for (RowGroup group : question.groups()) {
      question.requireDistinct(group, AREA);
      Map<String, Double> weights = variables(question, group);
      double[][] columns =
          weights.keySet().stream()
              .map(name -> question.numbers(name, Must.BE_GIVEN, group.rows()))
              .toArray(double[][]::new);
      double[] weight = weights.values().stream().mapToDouble(Double::doubleValue).toArray();
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
      if (!(Arrays.stream(weight).sum() > 0)) {
        answer.none(
            group, RowStatus.notApplicable("no column of numbers counts: name columns with --set variables=a,b"));
        continue;
      }
      List<List<Peer>> peers =
          PeerSelection.nearest(names, like, weight, question.set().whole("k", group.first(), 1));
      double[] of = values == null ? null : RowOrder.pick(rows, values);
      int[] inFile = IntStream.range(0, rows.length).boxed().sorted(Comparator.comparingInt(i -> rows[i]))
          .mapToInt(Integer::intValue).toArray();
      for (int i : inFile) {
        Optional<Estimate> mean =
            Optional.ofNullable(of).map(column -> PeerSelection.mean(peers.get(i), column));
        RowStatus outcome = RowStatus.ok(mean.map(Estimate::reason).orElse(""));
        for (Peer peer : peers.get(i)) {
          answer.group(group, new Near(names.get(i), Optional.of(peer), names.get(peer.index()), mean, outcome));
        }
        if (peers.get(i).isEmpty()) {
          answer.group(group, Near.none(names.get(i), "there is no other area to compare with"));
        }
      }
      group.stream()
          .filter(row -> question.problems().of(row) != null)
          .mapToObj(row -> Near.none(question.cell(AREA, row), question.problems().of(row)))
          .forEach(near -> answer.group(group, near));
    }
  }

  private static Map<String, Double> variables(MethodInput question, RowGroup group) {
    Map<String, Double> weights = new LinkedHashMap<>();
    String named = question.set().text("variables", 0);
    if (named.startsWith("every")) {
      question.table().header().stream()
          .filter(name -> !name.equals(AREA) && !question.groupColumns().contains(name))
          .filter(name -> !name.equals(question.set().text("value", 0)))
          .filter(name -> isNumbers(question.table().column(name), group))
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
  private static boolean isNumbers(CellDictionary cells, RowGroup group) {
    long numbers = group.stream().filter(row -> Double.isFinite(NumberParser.of(cells.get(row)))).count();
    return numbers * 2 > group.rows().length;
  }
}

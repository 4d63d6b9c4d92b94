package uk.footprints.stat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.ProcessControl.Chart;
import uk.footprints.statistics.ProcessControl.Improvement;
import uk.footprints.statistics.ProcessControl.Point;
import uk.footprints.statistics.ProcessControl.Rules;
import uk.footprints.statistics.ProcessControl.Settings;
import uk.footprints.statistics.ProcessControl;
import uk.footprints.statistics.ResultStatus;

/** Method {@code spc}: an XmR chart for each group. */
final class SpcMethod extends SeriesMethod<SpcMethod.Charted> {

  /** A point on its chart. */
  record Charted(Point point, Chart chart, String note) implements ResultRow {

    private static final ResultColumns<Charted> COLUMNS =
        new ResultColumns<Charted>()
            .number("mean", row -> row.point.mean())
            .number("lower_limit", row -> row.point.lower())
            .number("upper_limit", row -> row.point.upper())
            .text("special_cause", row -> row.point.cause().label())
            .text("point_type", row -> row.point.variation().text())
            .text("variation", row -> row.chart.variation().text())
            .text("assurance", row -> row.chart.assurance().text());

    @Override
    public RowStatus outcome() {
      return new RowStatus(Double.isNaN(point.value()) ? ResultStatus.MISSING : ResultStatus.OK, note);
    }
  }

  SpcMethod() {
    super(
        "spc", "XmR process control chart with the rules of Making Data Count", MethodGuide.Shape.ROW_BY_ROW,
        List.of(InputColumn.optional("target", "the target; the last one counts", "95")),
        List.of(
            MethodParameter.of("improvement", "increase, decrease or neutral", "neutral", "decrease",
                "improvement_direction"),
            MethodParameter.of("rule", "mdc_2023, or r_parity: points beyond the limits do not count to two in three",
                "mdc_2023", "r_parity"),
            MethodParameter.of("screen_outliers", "whether outlying moving ranges are left out once", "yes", "no"),
            MethodParameter.of("fix_after", "limits from this many first points of each segment, 12 or more", "", "12",
                "fix_after_n_points"),
            MethodParameter.of("rebase", "dates or seq at which new limits start, separated by semicolons", "",
                "2020-03-01",
                "rebase_at_seq"),
            MethodParameter.of("target", "the target", "", "95")),
        Charted.COLUMNS);
  }

  @Override
  void check(MethodInput question) {
    if (!question.has("date") && !question.has(TimeSeries.ORDER)) {
      question.problems().header("date", "there is neither a column date nor a column seq to order the values by");
      question.stopIfWrong();
    }
    if (question.has("target")) {
      question.numbers("target", Must.BE_NUMBER);
    }
  }

  @Override
  void answer(MethodInput question, RowGroup group, TimeSeries series, ResultTable<Charted> answer) {
    int last = series.rows()[series.rows().length - 1];
    int[] places = series.places();
    Chart chart = ProcessControl.chart(series.steps(), rebase(question, series, last), settings(question, last));
    String note = Stream.concat(chart.warnings().stream(), series.notes().stream()).collect(Collectors.joining("; "));
    for (int i = 0; i < series.rows().length; i++) {
      answer.row(series.rows()[i], new Charted(chart.points().get(places[i]), chart, note));
    }
  }

  private static Settings settings(MethodInput question, int row) {
    double fixAfter = question.set().number("fix_after", row);
    if (fixAfter < 12 || fixAfter != Math.rint(fixAfter) && !Double.isNaN(fixAfter)) {
      String given = question.set().text("fix_after", row);
      String what = "'%s' is given where a whole number from 12 is needed".formatted(given);
      throw question.set().wrong("fix_after", row, what, "12");
    }
    return new Settings(
        question.set().choice("improvement", row, Improvement.class),
        question.set().choice("rule", row, Rules.class),
        question.set().yes("screen_outliers", row),
        Double.isNaN(fixAfter) ? 0 : (int) fixAfter,
        question.set().number("target", row));
  }

  /** The positions from which new limits hold. */
  private static int[] rebase(MethodInput question, TimeSeries series, int row) {
    return Arrays.stream(question.set().text("rebase", row).split("[;,| ]+"))
        .filter(word -> !word.isBlank())
        .mapToInt(word -> position(question, series, word, row))
        .toArray();
  }

  private static int position(MethodInput question, TimeSeries series, String word, int row) {
    boolean financial = DateCell.find(question.cell(question.has("date") ? "date" : TimeSeries.ORDER, row), true)
        .filter(cell -> cell.unit() == DateCell.Unit.FINANCIAL_YEAR).isPresent();
    Optional<LocalDate> date = TimeSeries.date(word, financial);
    if (date.isPresent() && series.isDated()) {
      return before(series, series.times(), date.get().toEpochDay());
    }
    double number = NumberParser.of(word);
    if (!question.has(TimeSeries.ORDER) || Double.isInfinite(number) || Double.isNaN(number)) {
      throw question.set().wrong("rebase", row, "'%s' is neither a date nor a seq".formatted(word), "2020-03-01");
    }
    double[] seq =
        Arrays.stream(series.rows()).mapToDouble(r -> NumberParser.of(question.cell(TimeSeries.ORDER, r))).toArray();
    return before(series, seq, number);
  }

  /** The place of the first value that is not before the start. */
  private static int before(TimeSeries series, double[] times, double start) {
    int[] places = series.places();
    int before = (int) IntStream.range(0, times.length).filter(i -> times[i] < start).count();
    return before < places.length ? places[before] : places[places.length - 1] + 1;
  }
}

// Lines over time with growth on the year. A gap in the data is a gap in the line; incomplete values are hollow.

/** The series to draw: of the chosen steps where the geography has them, else of financial years. */
function seriesOf(state) {
  const all = state.data.series;
  const short = all[state.indicator.shortest];
  const kind = state.span === 'short' && short && short.labels.length ? state.indicator.shortest : 'financial_year';
  return {kind, area: all[kind], country: state.whole && state.whole.series[kind]};
}

/** Growth of the count, or change of the value, on the year: where both years are complete. */
function withGrowth(series, kind, counts) {
  const back = {month: 12, quarter: 4, financial_year: 1}[kind];
  series.growth = series.value.map((values, place) => {
    const marked = new Set(series.incomplete[place]);
    const of = counts && series.count ? series.count[place] : values;
    const there = i => i >= 0 && !absent(values[i]) && !marked.has(i) && !absent(of[i]);
    return values.map((_, i) =>
      !there(i) || !there(i - back)
        ? null
        : !counts
          ? of[i] - of[i - back]
          : of[i - back]
            ? 100 * (of[i] / of[i - back] - 1)
            : null,
    );
  });
}

/** A line of the complete values, and hollow points for the others. */
function parts(labels, of, place, from) {
  const marked = new Set(of.incomplete[place]);
  const at = new Map(of.starts.map((start, i) => [start, i]));
  const value = (start, hollow) => {
    const i = at.get(start);
    return i === undefined || marked.has(i) !== hollow ? null : of.value[place][i];
  };
  return {
    line: from.map(start => value(start, false)),
    hollow: from.map(start => value(start, true)),
    growth: from.map(start => (at.has(start) ? of.growth[place][at.get(start)] : null)),
  };
}

/** Points with no neighbour need a symbol, or nobody would see them. */
const alone = (line, i) => absent(line[i - 1]) && absent(line[i + 1]);

function drawLines(host, state) {
  const {indicator} = state;
  const series = seriesOf(state);
  const base = series.area && series.area.labels.length ? series.area : series.country;
  if (!base || base.labels.length === 0) {
    drawn.get(host)?.clear();
    return;
  }
  const starts = base.starts;
  const line = (name, part, tone, width, type) => [
    {
      name,
      type: 'line',
      data: part.line.map((value, i) => ({value, symbol: alone(part.line, i) ? 'circle' : 'none'})),
      symbolSize: 6,
      lineStyle: {color: tone, width, type},
      itemStyle: {color: tone},
      z: 5,
      connectNulls: false,
    },
    {
      name: `${name} (incomplete)`,
      type: 'scatter',
      data: part.hollow,
      symbolSize: 4.5,
      z: 4,
      itemStyle: {color: colour('ground'), borderColor: tone, borderWidth: 1.2},
    },
  ];
  const ghosts = state.geography.codes.slice(0, MOST).map((_, place) => ({
    type: 'line',
    silent: true,
    showSymbol: false,
    z: 1,
    data: series.area ? parts(base.labels, series.area, place, starts).line : [],
    lineStyle: {color: colour('other'), width: 0.8},
    tooltip: {show: false},
  }));
  const whole = series.country ? parts(base.labels, series.country, 0, starts) : null;
  const own = state.area === null || !series.area ? null : parts(base.labels, series.area, state.area, starts);
  const growth = (own || whole)?.growth || [];
  const title = indicator.counts ? 'growth of the count on the year, %' : 'change on the year, points';
  const xAxis = i =>
    axis({
      type: 'category',
      gridIndex: i,
      data: base.labels,
      boundaryGap: true,
      splitLine: {show: false},
      axisLabel: {
        show: i === 1,
        color: colour('soft'),
        fontSize: 12,
        hideOverlap: true,
        formatter: label => label.replace(/^(\w{3})\w* (?:to (\w{3})\w* )?(\d{4})$/, '$1 $3'),
      },
    });
  draw(
    host,
    420,
    {
      grid: [
        {left: 46, right: 12, top: 30, height: 215},
        {left: 46, right: 12, top: 290, bottom: 26},
      ],
      xAxis: [xAxis(0), xAxis(1)],
      yAxis: [
        axis({
          type: 'value',
          scale: true,
          name: indicator.unit,
          nameTextStyle: {align: 'left', color: colour('soft'), fontSize: 12, padding: [0, 0, 0, -40]},
        }),
        axis({
          type: 'value',
          gridIndex: 1,
          name: title,
          splitNumber: 3,
          axisLabel: {color: colour('soft'), fontSize: 12, showMinLabel: false},
          nameTextStyle: {align: 'left', color: colour('soft'), fontSize: 12, padding: [0, 0, 0, -40]},
        }),
      ],
      tooltip: tooltip({
        trigger: 'axis',
        axisPointer: {type: 'line', lineStyle: {color: colour('soft')}},
        formatter: items => pointWords(state, base.labels[items[0].dataIndex], items[0].dataIndex, own, whole),
      }),
      axisPointer: {link: [{xAxisIndex: 'all'}]},
      series: [
        ...ghosts,
        ...(whole ? line('England', whole, colour('country'), 1.8, [6, 3]) : []),
        ...(own ? line(state.geography.names[state.area], own, colour('picked'), 2.6, 'solid') : []),
        {
          type: 'bar',
          name: 'growth',
          xAxisIndex: 1,
          yAxisIndex: 1,
          data: growth,
          barMaxWidth: 22,
          itemStyle: {color: own ? colour('picked') : colour('country'), opacity: 0.75},
        },
        ...breakSeries(indicator, starts, Boolean(whole)),
      ],
    },
    {
      count: base.labels.length,
      series: series.area ? ghosts.length : 0,
      read: i => pointWords(state, base.labels[i], i, own, whole).replace(/<br>/g, '; ').replace(/<[^>]+>/g, ''),
    },
  );
}

function pointWords(state, label, i, own, whole) {
  const value = part =>
    absent(part.line[i])
      ? absent(part.hollow[i])
        ? DASH
        : `${amount(part.hollow[i], state.indicator)} (incomplete)`
      : amount(part.line[i], state.indicator);
  const row = (name, part) =>
    `<br>${escaped(nameWords(name))}: <b>${value(part)}</b>` +
    (absent(part.growth[i]) ? '' : `, ${change(part.growth[i], state.indicator)} on the year`);
  return (
    escaped(label) + (own ? row(state.geography.names[state.area], own) : '') + (whole ? row('England', whole) : '')
  );
}

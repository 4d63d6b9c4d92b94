// Control charts: points, mean and limits of each era, and the points that need explaining, marked by colour, by shape
// and in words.
const KINDS = {
  improvement: {words: 'improvement', tone: 'low-far', symbol: 'diamond'},
  concern: {words: 'concern', tone: 'high-far', symbol: 'triangle'},
  neutral_high: {words: 'high', tone: 'spc-high', symbol: 'rect'},
  neutral_low: {words: 'low', tone: 'spc-low', symbol: 'rect'},
};
const RULES = {
  'Above UCL': 'above the upper limit',
  'Below LCL': 'below the lower limit',
  '7 Points Above CL': 'seven or more in a row above the mean',
  '7 Points Below CL': 'seven or more in a row below the mean',
  '7 Point Trend (Increasing)': 'seven or more rising in a row',
  '7 Point Trend (Decreasing)': 'seven or more falling in a row',
  '2 in 3 Above CL': 'two of three near the upper limit',
  '2 in 3 Below CL': 'two of three near the lower limit',
};
const ERAS = {before: 'to February 2020', across: 'March 2020 to March 2021', after: 'from April 2021'};
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const monthWords = start => `${MONTHS[Number(start.slice(5)) - 1]} ${start.slice(0, 4)}`;

/** The chart of the chosen area, else of England. */
function chartOf(state) {
  const own = state.area !== null;
  const charts = own ? state.data.charts : state.whole?.charts;
  const area = charts?.areas[own ? state.area : 0];
  if (!area) {
    return null;
  }
  const cause = place => {
    const text = absent(area.causes[place]) ? null : charts.texts[area.causes[place]].split('|');
    return text && {rule: text[0], kind: KINDS[text[1]] || KINDS.neutral_high};
  };
  const eras = area.eras.map(([from, era, mean, lower, upper, method, slope], i) => ({
    from,
    to: (area.eras[i + 1]?.[0] ?? area.starts.length) - 1,
    era,
    mean,
    lower,
    upper,
    slope: slope || 0,
    method: absent(method) ? '' : charts.texts[method],
  }));
  return {name: own ? state.geography.names[state.area] : 'England', area, eras, cause};
}

/** Mean or limit of an era at a point: it follows the trend of the era where there is one. */
function level(era, key, place) {
  return absent(era[key]) ? era[key] : era[key] + era.slope * (place - era.from);
}

/** Runs of points with the same cause, as sentences; the latest first. */
function causeRuns({area, cause}) {
  const runs = [];
  area.starts.forEach((start, i) => {
    const here = cause(i);
    const last = runs.at(-1);
    if (here && last && last.rule === here.rule && last.to === i - 1) {
      last.to = i;
    } else if (here) {
      runs.push({rule: here.rule, kind: here.kind, from: i, to: i});
    }
  });
  return runs.reverse().map(run => {
    const [from, to] = [monthWords(area.starts[run.from]), monthWords(area.starts[run.to])];
    return `${from === to ? from : `${from} to ${to}`}: ${run.kind.words} (${RULES[run.rule] || run.rule})`;
  });
}

function controlWords(state) {
  const chart = chartOf(state);
  if (!chart) {
    return 'There is no control chart: it needs at least twelve months or quarters in a row.';
  }
  const last = chart.area.values.findLastIndex(value => !absent(value));
  if (last < 0) {
    return `${nameWords(chart.name)}: no point is known.`;
  }
  const here = chart.cause(last);
  const era = chart.eras.findLast(one => one.from <= last);
  const now =
    `${nameWords(chart.name)}, ${monthWords(chart.area.starts[last])}: ${amount(chart.area.values[last], state.indicator)} ` +
    `with the season removed; ` +
    (here
      ? `special cause variation, ${here.kind.words}: ${RULES[here.rule] || here.rule}.`
      : 'common cause variation: no further from the mean than usual.') +
    (absent(era?.mean)
      ? ''
      : ` Mean ${amount(level(era, 'mean', last), state.indicator)}, limits ${amount(
          level(era, 'lower', last),
          state.indicator,
        )} to ${amount(
          level(era, 'upper', last),
          state.indicator,
        )} (${ERAS[era.era] || era.era}).`);
  const runs = causeRuns(chart);
  const list = runs.length
    ? ` Special causes, the latest first: ${runs.slice(0, 4).join('; ')}${runs.length > 4 ? `; and ${runs.length - 4} before` : ''}.`
    : ' No point is a special cause.';
  return (
    `${now}${list} Diamonds are improvement, triangles concern, squares high or low where neither is better.` +
    breakWords(state.indicator, chart.area.starts, chart.name === 'England')
  );
}

function drawControl(host, state) {
  const chart = chartOf(state);
  host.hidden = !chart;
  if (!chart) {
    return;
  }
  const {area, eras, cause} = chart;
  const labels = area.starts.map(monthWords);
  const flat = (key, type, width) =>
    eras.map(era => ({
      type: 'line',
      silent: true,
      showSymbol: false,
      z: 1,
      data: area.starts.map((_, i) => (i >= era.from && i <= era.to ? level(era, key, i) : null)),
      lineStyle: {color: colour('soft'), width, type},
      tooltip: {show: false},
    }));
  const special = Object.values(KINDS).map(kind => ({
    type: 'scatter',
    z: 5,
    symbol: kind.symbol,
    symbolSize: 10,
    data: area.values.map((value, i) => (cause(i)?.kind === kind ? value : null)),
    itemStyle: {color: colour(kind.tone), borderColor: colour('ground'), borderWidth: 0.7},
    silent: true,
  }));
  const words = i => {
    const here = cause(i);
    return `${labels[i]}: ${amount(area.values[i], state.indicator)}${
      here ? `, ${here.kind.words} (${RULES[here.rule] || here.rule})` : absent(area.values[i]) ? '' : ', common cause'
    }`;
  };
  draw(
    host,
    320,
    {
      grid: {left: 8, right: 16, top: 30, bottom: 8, containLabel: true},
      xAxis: axis({
        type: 'category',
        data: labels,
        splitLine: {show: false},
        axisLabel: {
          color: colour('soft'),
          fontSize: 12,
          hideOverlap: true,
          formatter: label => label.replace(/^(\w{3})\w* /, '$1 '),
        },
      }),
      yAxis: axis({
        type: 'value',
        scale: true,
        name: `${state.indicator.unit}, season removed`,
        nameTextStyle: {align: 'left', color: colour('soft'), fontSize: 12},
      }),
      tooltip: tooltip({
        trigger: 'axis',
        axisPointer: {type: 'line', lineStyle: {color: colour('soft')}},
        formatter: items => escaped(words(items[0].dataIndex)),
      }),
      series: [
        {
          type: 'line',
          z: 3,
          symbol: 'circle',
          symbolSize: 4.5,
          showAllSymbol: true,
          connectNulls: false,
          data: area.values,
          lineStyle: {color: colour('faint'), width: 1.4},
          itemStyle: {color: colour('faint')},
        },
        ...special,
        ...flat('mean', 'solid', 1.4),
        ...flat('lower', [5, 4], 1.2),
        ...flat('upper', [5, 4], 1.2),
        ...breakSeries(state.indicator, area.starts, chart.name === 'England'),
      ],
    },
    {count: labels.length, read: words},
  );
}

function controlTable(state) {
  const chart = chartOf(state);
  if (!chart) {
    return element('p', {}, 'There is nothing to show.');
  }
  const {area, eras, cause} = chart;
  const rows = area.starts.map((start, i) => {
    const era = eras.findLast(one => one.from <= i);
    const here = cause(i);
    return line(
      [
        monthWords(start),
        amount(area.values[i], state.indicator),
        amount(level(era, 'mean', i), state.indicator),
        amount(level(era, 'lower', i), state.indicator),
        amount(level(era, 'upper', i), state.indicator),
        here ? `${here.kind.words}: ${RULES[here.rule] || here.rule}` : absent(area.values[i]) ? '' : 'common cause',
        era.method,
      ],
      [],
      [5, 6],
    );
  });
  const heads = ['Month or quarter from', 'Season removed', 'Mean', 'Lower limit', 'Upper limit', 'Variation', 'Method'];
  return table(`${nameWords(chart.name)}, ${state.indicator.title}`, heads, rows.reverse(), [5, 6]);
}

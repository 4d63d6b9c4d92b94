// Ranked bars and funnel, drawn by ECharts as SVG.
const FONT = '"Frutiger W01", Frutiger, Arial, "Helvetica Neue", sans-serif';
const drawn = new Map();
const MOST = 120;
/** A higher chart may break between two sheets of paper. */
const TALL = 640;

/**
 * Draws options into an element of a height; a chart that was there is replaced. Arrow keys move over its points, Enter
 * picks one.
 *
 * @param points how many there are, the series they are of, what is picked, and what is said of each
 */
function draw(host, height, option, points = {}) {
  host.style.height = `${height}px`;
  host.classList.toggle('tall', height > TALL);
  let chart = drawn.get(host);
  if (!chart) {
    chart = echarts.init(host, null, {renderer: 'svg'});
    drawn.set(host, chart);
    new ResizeObserver(() => chart.resize()).observe(host);
    chart.on('finished', () => scalable(host));
    host.setAttribute('role', 'img');
    host.setAttribute('tabindex', '0');
    host.addEventListener('blur', () => chart.dispatchAction({type: 'hideTip'}));
  }
  chart.resize();
  chart.off('click');
  if (points.pick) {
    chart.on('click', points.pick);
  }
  chart.setOption({animation: false, textStyle: {fontFamily: FONT, color: colour('text')}, ...option}, true);
  scalable(host);
  let at = -1;
  host.onkeydown = event => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (step && points.count) {
      event.preventDefault();
      at = (at + step + points.count) % points.count;
      chart.dispatchAction({type: 'showTip', seriesIndex: points.series || 0, dataIndex: at});
      announce(points.read ? points.read(at) : '');
    } else if (event.key === 'Enter' && points.pick && at >= 0) {
      points.pick({dataIndex: at, data: option.series[points.series || 0].data[at]});
    } else if (event.key === 'Escape') {
      chart.dispatchAction({type: 'hideTip'});
    }
  };
}

/** Announces a text to users of screen readers. */
function announce(text) {
  let live = document.getElementById('announcement');
  if (!live) {
    live = element('div', {id: 'announcement', class: 'hidden', role: 'status'});
    document.body.append(live);
  }
  live.textContent = text;
}

/** With a view box a drawing can shrink to fit paper. */
function scalable(host) {
  const svg = host.querySelector('svg');
  svg?.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
}

const tooltip = extra => ({
  backgroundColor: colour('ground'),
  borderColor: colour('soft'),
  confine: true,
  textStyle: {color: colour('text'), fontSize: 13},
  extraCssText: 'max-width:20rem;white-space:normal',
  ...extra,
});
const axis = extra => ({
  axisLine: {lineStyle: {color: colour('soft')}},
  axisTick: {show: false},
  axisLabel: {color: colour('soft'), fontSize: 12},
  splitLine: {lineStyle: {color: colour('line')}},
  nameTextStyle: {color: colour('soft'), fontSize: 12},
  ...extra,
});

/** Complete areas by rank, then the others by name. */
function ranking(snapshot, names) {
  const ranked = comparable(snapshot).sort((a, b) => snapshot.value[b] - snapshot.value[a]);
  const others = incomplete(snapshot).sort((a, b) => names[a].localeCompare(names[b], 'en'));
  return [...ranked, ...others];
}

/** Nobody reads a thousand bars: the first and the last, and the one that was chosen. */
function few(order, picked) {
  return order.length <= MOST
    ? order
    : order.filter((place, i) => i < MOST / 2 || i >= order.length - MOST / 2 || place === picked);
}

/** The height of a bar: two or three lines where a name needs them. */
function rowHeight(names, host) {
  const letters = (host.clientWidth < 480 ? 130 : Math.min(300, host.clientWidth / 3)) / 6;
  const lines = Math.max(...names.map(name => Math.ceil(name.length / letters)));
  return lines > 2 ? 38 : lines > 1 ? 27 : 18;
}

function drawRanked(host, state, snapshot, pick) {
  const {geography, indicator} = state;
  const order = few(ranking(snapshot, geography.names), state.area);
  const names = host.clientWidth < 480 ? 130 : 222;
  const bar = place => ({
    value: snapshot.value[place],
    itemStyle: snapshot.comparable[place]
      ? {color: place === state.area ? colour('picked') : colour('bar')}
      : {color: 'transparent', borderColor: colour('faint'), borderType: 'dashed', borderWidth: 1},
  });
  const whisker = {
    type: 'custom',
    silent: true,
    z: 4,
    data: order.map((place, i) => [i, snapshot.lower[place], snapshot.upper[place]]),
    encode: {x: [1, 2], y: 0},
    renderItem: (_, api) => {
      const [from, to] = [api.coord([api.value(1), api.value(0)]), api.coord([api.value(2), api.value(0)])];
      return Number.isNaN(from[0])
        ? {type: 'group', children: []}
        : {
            type: 'line',
            shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]},
            style: {stroke: colour('text'), lineWidth: 2},
          };
    },
  };
  const line = absent(snapshot.country)
    ? {}
    : {
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: {color: colour('country'), type: 'dashed', width: 1.5},
          data: [{xAxis: snapshot.country}],
          label: {
            position: 'start',
            formatter: `England: ${amount(snapshot.country, indicator)}`,
            color: colour('text'),
            fontSize: 12,
          },
        },
      };
  draw(
    host,
    order.length * rowHeight(order.map(place => nameWords(geography.names[place])), host) + 62,
    {
      grid: {left: names + 8, right: 16, top: 24, bottom: 44},
      xAxis: axis({type: 'value', name: indicator.unit, nameLocation: 'middle', nameGap: 26, min: 0}),
      yAxis: axis({
        type: 'category',
        inverse: true,
        data: order.map(place => nameWords(geography.names[place])),
        splitLine: {show: false},
        axisLabel: {
          interval: 0,
          fontSize: 11.5,
          lineHeight: 12,
          width: names,
          overflow: 'break',
          color: (_, i) =>
            order[i] === state.area ? colour('picked') : colour(snapshot.comparable[order[i]] ? 'text' : 'faint'),
        },
      }),
      tooltip: tooltip({
        trigger: 'axis',
        axisPointer: {type: 'shadow'},
        formatter: items => escaped(areaWords(state, snapshot, order[items[0].dataIndex])),
      }),
      series: [
        {type: 'bar', barWidth: '68%', data: order.map(bar), ...line},
        ...(order.some(place => !absent(snapshot.lower[place])) ? [whisker] : []),
      ],
    },
    {
      pick: event => pick(order[event.dataIndex]),
      count: order.length,
      read: i => areaWords(state, snapshot, order[i]),
    },
  );
}

function drawFunnel(host, state, snapshot, pick) {
  const {geography, indicator} = state;
  const sized = places(snapshot).filter(place => !absent(snapshot.value[place]) && snapshot.denominator[place] > 0);
  const shown = [...sized].sort((a, b) => snapshot.denominator[a] - snapshot.denominator[b]);
  const limits = ['99.8% limits', '95% limits', '95% limits', '99.8% limits'].map((name, i) => ({
    type: 'line',
    name,
    silent: true,
    showSymbol: false,
    z: 1,
    smooth: 0.3,
    smoothMonotone: 'x',
    data: shown
      .map(place => [snapshot.denominator[place], snapshot.funnel[i][place]])
      .filter(point => !absent(point[1])),
    lineStyle: {color: colour('soft'), width: 1.3, type: name.startsWith('95') ? [5, 4] : 'solid'},
    itemStyle: {color: colour('soft')},
  }));
  const points = shown.map(place => {
    const judged = snapshot.comparable[place];
    const kind = judged && !absent(snapshot.class[place]) && snapshot.class[place] < 5 ? snapshot.class[place] : 2;
    const picked = place === state.area;
    return {
      value: [snapshot.denominator[place], snapshot.value[place]],
      name: geography.names[place],
      place,
      symbol: SYMBOLS[kind],
      symbolRotate: kind < 2 ? 180 : 0,
      symbolSize: picked ? 15 : kind === 2 ? 9 : 11,
      itemStyle: judged
        ? {
            color: colour(kind === 2 ? 'faint' : CHANCE[kind]),
            borderColor: picked ? colour('picked') : colour('ground'),
            borderWidth: picked ? 3 : 0.7,
          }
        : {
            color: 'transparent',
            borderColor: picked ? colour('picked') : colour('faint'),
            borderWidth: picked ? 3 : 1.5,
          },
      label: {
        show: picked,
        formatter: () => nameWords(geography.names[place]),
        position: 'top',
        color: colour('text'),
        fontWeight: 'bold',
        textBorderColor: colour('ground'),
        textBorderWidth: 3,
      },
    };
  });
  const line = absent(snapshot.country)
    ? []
    : [
        {
          type: 'scatter',
          silent: true,
          z: 1,
          data: [],
          markLine: {
            silent: true,
            symbol: 'none',
            animation: false,
            z: 1,
            lineStyle: {color: colour('country'), width: 1.2},
            label: {show: false},
            data: [{yAxis: snapshot.country}],
          },
        },
      ];
  const values = [
    ...shown.map(place => snapshot.value[place]),
    ...limits.flatMap(l => l.data.map(point => point[1])),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low) * 0.08 || 1;
  draw(
    host,
    420,
    {
      grid: {left: 4, right: 24, top: 30, bottom: 34, containLabel: true},
      xAxis: axis({
        type: 'value',
        name: indicator.counts ? 'people who live there' : 'denominator, the size of the area',
        nameLocation: 'middle',
        nameGap: 26,
        scale: true,
        splitLine: {show: false},
        axisLabel: {color: colour('soft'), fontSize: 12, hideOverlap: true, formatter: brief},
      }),
      yAxis: axis({
        type: 'value',
        name: indicator.unit,
        nameTextStyle: {align: 'left', color: colour('soft'), fontSize: 12},
        min: roundTo(low - margin, Math.floor),
        max: roundTo(high + margin, Math.ceil),
      }),
      tooltip: tooltip({trigger: 'item', formatter: item => escaped(areaWords(state, snapshot, item.data.place))}),
      series: [
        ...(indicator.funnel ? limits : []),
        ...line,
        {type: 'scatter', z: 6, data: points, cursor: 'pointer'},
      ],
    },
    {
      pick: event => event.data && !absent(event.data.place) && pick(event.data.place),
      count: points.length,
      series: (indicator.funnel ? limits.length : 0) + line.length,
      read: i => areaWords(state, snapshot, points[i].place),
    },
  );
}

const brief = value =>
  value >= 1e6
    ? `${number(value / 1e6, value % 1e6 ? 1 : 0)}m`
    : value >= 1e4
      ? `${count(value / 1e3)}k`
      : count(value);
const roundTo = (value, how) => Math.max(0, Math.abs(value) > 20 ? how(value / 5) * 5 : how(value));

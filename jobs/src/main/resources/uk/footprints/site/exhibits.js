// Charts that are drawn from the table below them: choices pick rows, and the chart shows the rows.
const TONES = ['bar', 'country', 'high-far', 'low-far'];

function exhibitOf(figure) {
  const heads = [...figure.querySelectorAll('thead th')].map((th, place) => ({
    place,
    text: th.textContent,
    role: th.dataset.role,
    th,
  }));
  const with_ = role => heads.filter(head => head.role === role);
  return {
    figure,
    rows: [...figure.querySelectorAll('tbody tr')],
    filters: with_('filter'),
    label: with_('label')[0],
    series: with_('series'),
    lower: with_('lower')[0],
    upper: with_('upper')[0],
    unit: figure.dataset.unit,
    boxes: [],
  };
}

const textOf = (row, head) => row.children[head.place].textContent.trim();
const numberOf = (row, head) => {
  const value = row.children[head.place].dataset.v;
  return value === undefined || value === '' ? null : Number(value);
};
const matching = (exhibit, upTo) =>
  exhibit.rows.filter(row => exhibit.boxes.slice(0, upTo).every((box, i) => textOf(row, exhibit.filters[i]) === box.value));

/** England of single areas; of geographies the first that has more than one. */
const usualValue = (head, values) =>
  (head === 'Area'
    ? values.find(value => value === 'England')
    : values.find(value => value.startsWith('44 footprints') || (head === 'Geography' && value !== 'England'))) ||
  values[0];

/** Each choice offers what the choices before it leave. */
function offer(exhibit, from) {
  for (let i = from; i < exhibit.boxes.length; i++) {
    const box = exhibit.boxes[i];
    const keep = box.value;
    const values = [...new Set(matching(exhibit, i).map(row => textOf(row, exhibit.filters[i])))];
    box.replaceChildren(...values.map(value => element('option', {value}, short(value, 70))));
    box.value = values.includes(keep) ? keep : usualValue(exhibit.filters[i].text, values);
    box.closest('label').hidden = values.length < 2;
  }
}

function startExhibit(figure) {
  const exhibit = exhibitOf(figure);
  const picks = figure.querySelector('[data-picks]');
  exhibit.filters.forEach((head, i) => {
    const box = element('select', {});
    box.addEventListener('change', () => {
      offer(exhibit, i + 1);
      showExhibit(exhibit);
    });
    exhibit.boxes.push(box);
    picks.append(element('label', {}, `${head.text} `, box));
    [head.th, ...exhibit.rows.map(row => row.children[head.place])].forEach(cell => {
      cell.hidden = true;
    });
  });
  if (picks) {
    picks.hidden = false;
    offer(exhibit, 0);
  }
  const show = () => showExhibit(exhibit);
  redraws.push(show);
  show();
}

function showExhibit(exhibit) {
  const shown = new Set(matching(exhibit, exhibit.boxes.length));
  exhibit.rows.forEach(row => {
    row.hidden = !shown.has(row);
  });
  const host = exhibit.figure.querySelector('.chart');
  if (!host || typeof echarts === 'undefined') {
    return;
  }
  const rows = [...shown].filter(row => exhibit.series.some(head => numberOf(row, head) !== null));
  const words = exhibitWords(exhibit, rows);
  exhibit.figure.querySelector('[data-announced]').textContent = words;
  host.hidden = rows.length === 0;
  if (rows.length === 0) {
    return;
  }
  const kind = exhibit.figure.dataset.drawn;
  const drawnRows = kind === 'bars' || kind === 'stack' ? rows.slice(0, MOST) : rows;
  const option = kind === 'bars' || kind === 'stack' ? barsOption(exhibit, drawnRows, kind, host) : timeOption(exhibit, drawnRows, kind);
  const height = kind === 'bars' || kind === 'stack' ? Math.max(120, drawnRows.length * 18 + 70) : 300;
  draw(host, height, option, {count: drawnRows.length, read: i => rowWords(exhibit, drawnRows[i])});
  host.setAttribute('aria-label', `${exhibit.figure.querySelector('h3').textContent}. ${words}`);
}

const rowWords = (exhibit, row) =>
  `${short(textOf(row, exhibit.label))}: ${exhibit.series
    .map(head => `${exhibit.series.length > 1 ? head.text + ' ' : ''}${textOf(row, head)}`)
    .join(', ')}`;

/** Returns the summary of the chart: the ends, or first and last. */
function exhibitWords(exhibit, rows) {
  if (rows.length === 0) {
    return 'There is nothing to draw for this choice; the table gives the reason.';
  }
  const kind = exhibit.figure.dataset.drawn;
  const head = exhibit.series[0];
  const known = rows.filter(row => numberOf(row, head) !== null);
  if (known.length === 0) {
    return `${head.text}: no complete value for this choice.`;
  }
  if (kind === 'lines') {
    const [first, last] = [known[0], known.at(-1)];
    return known.length === 1
      ? `${rowWords(exhibit, first)}.`
      : `From ${textOf(first, head)} (${textOf(first, exhibit.label)}) to ${rowWords(exhibit, last)}.`;
  }
  const order = [...known].sort((a, b) => numberOf(b, head) - numberOf(a, head));
  const [high, low] = [order[0], order.at(-1)];
  const more = rows.length > MOST && kind === 'bars' ? ` The first ${MOST} of ${count(rows.length)} are drawn.` : '';
  return order.length === 1
    ? `${rowWords(exhibit, high)}.`
    : `${head.text}: highest ${short(textOf(high, exhibit.label))} (${textOf(high, head)}), lowest ` +
        `${short(textOf(low, exhibit.label))} (${textOf(low, head)}), of ${count(order.length)}.${more}`;
}

const whisker = (exhibit, rows, across) => ({
  type: 'custom',
  silent: true,
  z: 4,
  data: rows.map((row, i) => [i, numberOf(row, exhibit.lower), numberOf(row, exhibit.upper)]),
  encode: across ? {x: [1, 2], y: 0} : {x: 0, y: [1, 2]},
  renderItem: (_, api) => {
    const point = at => api.coord(across ? [api.value(at), api.value(0)] : [api.value(0), api.value(at)]);
    const [from, to] = [point(1), point(2)];
    return Number.isNaN(from[0] + from[1] + to[0] + to[1]) || api.value(1) === null
      ? {type: 'group', children: []}
      : {
          type: 'line',
          shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]},
          style: {stroke: colour('text'), lineWidth: 1.6},
        };
  },
});

const decals = () => [null, {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: colour('ground')}, {symbol: 'circle', symbolSize: 0.5, dashArrayX: [[4, 4]], dashArrayY: [5, 5], color: colour('ground')}];

function barsOption(exhibit, rows, kind, host) {
  const narrow = host.clientWidth < 480;
  const names = narrow ? 130 : Math.min(300, host.clientWidth / 3);
  return {
    grid: {left: names + 8, right: 24, top: kind === 'stack' ? 34 : 10, bottom: 44},
    legend: kind === 'stack' ? {top: 0, left: 0, textStyle: {color: colour('text')}} : undefined,
    xAxis: axis({type: 'value', name: exhibit.unit, nameLocation: 'middle', nameGap: 26}),
    yAxis: axis({
      type: 'category',
      inverse: true,
      data: rows.map(row => textOf(row, exhibit.label)),
      splitLine: {show: false},
      axisLabel: {interval: 0, fontSize: 11.5, width: names, overflow: 'truncate', color: colour('text')},
    }),
    tooltip: tooltip({
      trigger: 'axis',
      axisPointer: {type: 'shadow'},
      formatter: items => escaped(rowWords(exhibit, rows[items[0].dataIndex])),
    }),
    series: [
      ...exhibit.series.map((head, i) => ({
        name: head.text,
        type: 'bar',
        stack: kind === 'stack' ? 'all' : undefined,
        barWidth: '66%',
        data: rows.map(row => numberOf(row, head)),
        itemStyle: {color: colour(TONES[i % TONES.length]), decal: kind === 'stack' ? decals()[i % 3] : undefined},
      })),
      ...(exhibit.lower && exhibit.upper ? [whisker(exhibit, rows, true)] : []),
    ],
  };
}

function timeOption(exhibit, rows, kind) {
  const bars = kind === 'columns';
  return {
    grid: {left: 8, right: 16, top: 44, bottom: 8, containLabel: true},
    legend: exhibit.series.length > 1 ? {top: 0, left: 0, textStyle: {color: colour('text')}} : undefined,
    xAxis: axis({
      type: 'category',
      data: rows.map(row => textOf(row, exhibit.label)),
      splitLine: {show: false},
      axisLabel: {color: colour('soft'), fontSize: 12, hideOverlap: true},
    }),
    yAxis: axis({
      type: 'value',
      scale: !bars,
      name: exhibit.unit,
      nameTextStyle: {align: 'left', color: colour('soft'), fontSize: 12},
      nameGap: 10,
    }),
    tooltip: tooltip({
      trigger: 'axis',
      axisPointer: {type: bars ? 'shadow' : 'line', lineStyle: {color: colour('soft')}},
      formatter: items => escaped(rowWords(exhibit, rows[items[0].dataIndex])),
    }),
    series: [
      ...exhibit.series.map((head, i) =>
        bars
          ? {
              name: head.text,
              type: 'bar',
              data: rows.map(row => numberOf(row, head)),
              itemStyle: {color: i === 0 ? colour('bar') : 'transparent', borderColor: colour('text'), borderWidth: i},
            }
          : {
              name: head.text,
              type: 'line',
              symbol: i === 0 ? 'circle' : 'emptyCircle',
              symbolSize: 6,
              showAllSymbol: true,
              connectNulls: false,
              data: rows.map(row => numberOf(row, head)),
              lineStyle: {color: colour(i === 0 ? 'line-own' : 'country'), width: i === 0 ? 2.4 : 1.6, type: i === 0 ? 'solid' : [6, 3]},
              itemStyle: {color: colour(i === 0 ? 'line-own' : 'country')},
            },
      ),
      ...(exhibit.lower && exhibit.upper ? [whisker(exhibit, rows, false)] : []),
    ],
  };
}

// Charts that are drawn from the table below them: choices pick rows, and the chart shows the rows.
/** The most bars of a chart: the table below it has all. */
const BARS = 60;
const TONES = ['bar', 'country', 'high-far', 'low-far'];

/** Builds the rows of a table that the page has as data: texts once, and columns of their places. */
function unpack(figure) {
  const data = figure.querySelector('script[data-rows]');
  if (!data) {
    return;
  }
  const {columns, texts} = JSON.parse(data.textContent);
  const roles = [...figure.querySelectorAll('thead th')].map(th => ({role: th.dataset.role, number: !th.classList.contains('words')}));
  const said = (column, key, i) => (column[key] && !absent(column[key][i]) ? texts[column[key][i]] : '');
  const cellOf = (column, {role, number: numeric}, i) => {
    const cell = document.createElement(role === 'label' ? 'th' : 'td');
    const text = said(column, 'text', i);
    const link = said(column, 'link', i);
    if (role === 'label') {
      cell.scope = 'row';
    } else if (column.value || numeric) {
      cell.dataset.v = said(column, 'value', i);
    } else if (text.length > 60) {
      cell.className = 'long';
    }
    cell.append(link ? element('a', {href: root + link}, text) : text);
    return cell;
  };
  const rows = columns[0].text.map((_, i) => {
    const row = document.createElement('tr');
    row.append(...columns.map((column, place) => cellOf(column, roles[place], i)));
    return row;
  });
  figure.querySelector('tbody').append(...rows);
  data.remove();
}

function exhibitOf(figure) {
  unpack(figure);
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
    recording: with_('recording')[0],
    unit: figure.dataset.unit,
    units: heads.find(head => head.text === 'Unit'),
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

/** England of single areas; of geographies that of the kept organisation, else the boards, else the footprints. */
const usualValue = (head, values) =>
  (head === 'Area'
    ? values.find(value => value === 'England')
    : head === 'Areas'
      ? values.find(value => value === kept()?.label) ||
        values.find(value => value.includes('integrated care boards')) ||
        values.find(value => value.includes('footprints')) ||
        values.find(value => value !== 'England')
      : head === 'Care'
        ? values.find(value => value.includes(' and '))
        : null) || values[0];

/** Those values of a choice that have something to draw; all where none has. */
function withNumbers(exhibit, i, values) {
  const known = new Set(
    matching(exhibit, i)
      .filter(row => exhibit.series.length === 0 || exhibit.series.some(head => numberOf(row, head) !== null))
      .map(row => textOf(row, exhibit.filters[i])),
  );
  return known.size ? values.filter(value => known.has(value)) : values;
}

/** Of kinds of care, those whose numbers go up to the latest year. */
function upToDate(exhibit, i, values) {
  if (exhibit.filters[i].text !== 'Care') {
    return values;
  }
  const known = matching(exhibit, i).filter(row => exhibit.series.some(head => numberOf(row, head) !== null));
  const last = known.map(row => textOf(row, exhibit.label)).sort().at(-1);
  const there = new Set(known.filter(row => textOf(row, exhibit.label) === last).map(row => textOf(row, exhibit.filters[i])));
  return there.size ? values.filter(value => there.has(value)) : values;
}

/** Each choice offers what the choices before it leave. */
function offer(exhibit, from) {
  for (let i = from; i < exhibit.boxes.length; i++) {
    const box = exhibit.boxes[i];
    const keep = box.value;
    const values = [...new Set(matching(exhibit, i).map(row => textOf(row, exhibit.filters[i])))];
    box.replaceChildren(...values.map(value => element('option', {value}, value)));
    box.value = values.includes(keep) ? keep : usualValue(exhibit.filters[i].text, upToDate(exhibit, i, withNumbers(exhibit, i, values)));
    box.closest('label').hidden = values.length < 2;
  }
}

function startExhibit(figure) {
  if (!figure.querySelector('table')) {
    return;
  }
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
  exhibit.sheet = equip(figure.querySelector('table'), {title: () => titleOf(figure), changed: show});
  markKept(exhibit);
  redraws.push(show);
  show();
}

const titleOf = (figure, fixed) => {
  const title = figure.querySelector('h3');
  return (fixed ? title.firstChild.textContent : title.textContent).trim();
};

/** The row of the reader's own organisation is marked. */
function markKept(exhibit) {
  const own = kept();
  const link = own && exhibit.figure.querySelector(`tbody a[href="${CSS.escape(root + own.page)}"]`);
  link?.closest('tr').classList.add('picked');
}

function showExhibit(exhibit) {
  const chosen = new Set(matching(exhibit, exhibit.boxes.length));
  exhibit.rows.forEach(row => leave(row, 'not-chosen', !chosen.has(row)));
  exhibit.sheet.recount();
  const fixed = titleOf(exhibit.figure, true);
  const chosenWords = exhibit.boxes.map(box => box.value).filter(value => value && !fixed.includes(value));
  exhibit.figure.querySelector('[data-chosen]').textContent = chosenWords.length ? `: ${chosenWords.join(', ')}` : '';
  const host = exhibit.figure.querySelector('.chart');
  if (!host || typeof echarts === 'undefined') {
    return;
  }
  const shown = [...exhibit.figure.querySelectorAll('tbody tr')].filter(row => !row.hidden);
  const rows = shown.filter(row => exhibit.series.some(head => numberOf(row, head) !== null));
  const kind = exhibit.figure.dataset.drawn;
  const words = exhibitWords(exhibit, rows);
  exhibit.figure.querySelector('[data-announced]').textContent = words;
  host.hidden = rows.length < 2;
  if (rows.length < 2) {
    return;
  }
  const drawnRows = kind === 'bars' || kind === 'stack' ? rows.slice(0, BARS) : inSteps(exhibit, shown, rows);
  const option = kind === 'bars' || kind === 'stack' ? barsOption(exhibit, drawnRows, kind, host) : timeOption(exhibit, drawnRows, kind);
  const height = kind === 'bars' || kind === 'stack' ? Math.max(120, drawnRows.length * rowHeight(drawnRows.map(row => nameWords(textOf(row, exhibit.label))), host) + 70) : 300;
  draw(host, height, option, {count: drawnRows.length, read: i => rowWords(exhibit, drawnRows[i])});
  host.setAttribute('aria-label', `${titleOf(exhibit.figure)}. ${words}`);
}

/** The rows over time from the first to the last with a number: those without one, and absent years, are gaps. */
function inSteps(exhibit, shown, known) {
  const between = shown.slice(shown.indexOf(known[0]), shown.indexOf(known.at(-1)) + 1);
  const yearOf = row => Number(/^(\d{4})\/\d\d$/.exec(textOf(row, exhibit.label))?.[1] || NaN);
  return between.flatMap((row, i) => {
    const absentYears = i === 0 ? 0 : Math.max(0, yearOf(row) - yearOf(between[i - 1]) - 1) || 0;
    const first = yearOf(row) - absentYears;
    return [...Array.from({length: absentYears}, (_, at) => yearWithout(exhibit, row, first + at)), row];
  });
}

/** A row of a financial year that has no numbers. */
function yearWithout(exhibit, like, year) {
  const row = like.cloneNode(true);
  [...row.children].forEach(cell => {
    cell.textContent = '';
    delete cell.dataset.v;
  });
  exhibit.series.forEach(head => {
    row.children[head.place].textContent = DASH;
  });
  row.children[exhibit.label.place].textContent = `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  return row;
}

/** A row in words: a name of the row, then what is drawn of it. */
const rowWords = (exhibit, row) =>
  `${nameWords(textOf(row, exhibit.label))}: ${exhibit.series
    .map(head => `${exhibit.series.length > 1 ? seriesName(exhibit, head) + ' ' : ''}${withUnit(exhibit, row, head)}`)
    .join(', ')}`;

/** The unit of what is drawn: that of the table, or of its rows where each says its own. */
const unitOf = (exhibit, rows) => exhibit.unit || (exhibit.units ? textOf(rows[0], exhibit.units) : '');

/** What a line or bar is called: a column called Value beside that of England holds what the page is about. */
const seriesName = (exhibit, head) =>
  head.text === 'Value' && exhibit.series.length > 1 ? nameWords(document.querySelector('h1').textContent.trim()) : head.text;

/** A number with its unit where the number does not show it. */
function withUnit(exhibit, row, head) {
  const text = textOf(row, head);
  const unit = exhibit.unit;
  if (!unit && text !== DASH) {
    const own = unitOf(exhibit, [row]);
    return own === '%' ? `${text.replace(/%$/, '')}%` : own === 'percentage points' ? `${text} ${own}` : text;
  }
  return text === DASH || !unit || /[%£]/.test(text) || unit.startsWith('%')
    ? text
    : unit.startsWith('£')
      ? `${text.startsWith('−') ? '−\u2060' : ''}£${text.replace('−', '')}${unit.slice(1)}`
      : `${text} ${unit}`;
}

/** What a column called Value holds: the chosen indicator or measure. */
function subjectOf(exhibit, head) {
  const chosen = exhibit.filters.findIndex(filter => ['Indicator', 'Measure'].includes(filter.text));
  return head.text === 'Value' && chosen >= 0 ? exhibit.boxes[chosen].value : head.text;
}

/** Returns the finding above the chart: the ends, or first and last. */
function exhibitWords(exhibit, rows) {
  if (rows.length === 0) {
    return 'No data for this choice; the table gives the reason.';
  }
  const kind = exhibit.figure.dataset.drawn;
  const head = exhibit.series[0];
  const known = rows.filter(row => numberOf(row, head) !== null);
  if (known.length === 0) {
    return `${head.text}: no complete value for this choice; the table gives the reason.`;
  }
  const value = row => withUnit(exhibit, row, head);
  const name = row => nameWords(textOf(row, exhibit.label));
  const subject = subjectOf(exhibit, head);
  if (kind === 'lines' || kind === 'columns') {
    const [first, last] = [known[0], known.at(-1)];
    const other = exhibit.series[1];
    const beside = other && numberOf(last, other) !== null ? ` (${other.text}: ${withUnit(exhibit, last, other)})` : '';
    const when = row => `${/^\d{1,2} [A-Z]/.test(name(row)) ? 'on' : 'in'} ${name(row)}`;
    if (known.length === 1) {
      return `${subject}: ${value(first)} ${when(first)}${beside}.`;
    }
    if (/ and over$/.test(textOf(last, exhibit.label))) {
      const top = [...known].sort((a, b) => numberOf(b, head) - numberOf(a, head))[0];
      return `${head.text} is highest at ages ${name(top)}: ${value(top)}${other ? ` (${other.text}: ${withUnit(exhibit, top, other)})` : ''}.`;
    }
    const [from, to] = [numberOf(first, head), numberOf(last, head)];
    const verb = from < to ? 'rose from' : 'fell from';
    return value(first) === value(last)
      ? `${subject}: ${value(last)} both ${when(first)} and ${when(last)}${beside}.`
      : `${subject} ${verb} ${value(first)} ${when(first)} to ${value(last)} ${when(last)}${beside}.`;
  }
  const order = [...known].sort((a, b) => numberOf(b, head) - numberOf(a, head));
  const [high, low] = [order[0], order.at(-1)];
  const more = rows.length > BARS && kind === 'bars' ? ` The chart shows the first ${BARS} of ${count(rows.length)}.` : '';
  return order.length === 1
    ? `${subject}: ${value(high)} (${name(high)}).`
    : `${subject}: ${name(high)} has the highest value (${value(high)}) and ${name(low)} the lowest ` +
        `(${value(low)}), of ${count(order.length)}.${more}`;
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
    xAxis: axis({type: 'value', name: unitOf(exhibit, rows), nameLocation: 'middle', nameGap: 26}),
    yAxis: axis({
      type: 'category',
      inverse: true,
      data: rows.map(row => nameWords(textOf(row, exhibit.label))),
      splitLine: {show: false},
      axisLabel: {interval: 0, fontSize: 11.5, lineHeight: 12, width: names, overflow: 'break', color: colour('text')},
    }),
    tooltip: tooltip({
      trigger: 'axis',
      axisPointer: {type: 'shadow'},
      formatter: items => escaped(rowWords(exhibit, rows[items[0].dataIndex])),
    }),
    series: [
      ...exhibit.series.map((head, i) => ({
        name: seriesName(exhibit, head),
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

/** Runs of rows in which recording changes. */
function recordingRuns(exhibit, rows) {
  const runs = [];
  rows.forEach((row, i) => {
    if (!exhibit.recording || textOf(row, exhibit.recording) === '') {
      return;
    }
    const run = runs.at(-1);
    if (run?.last === i - 1) {
      run.last = i;
    } else {
      runs.push({first: i, last: i});
    }
  });
  return runs;
}

function timeOption(exhibit, rows, kind) {
  const runs = recordingRuns(exhibit, rows);
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
      name: unitOf(exhibit, rows),
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
              name: seriesName(exhibit, head),
              type: 'bar',
              data: rows.map(row => numberOf(row, head)),
              itemStyle: {color: i === 0 ? colour('bar') : 'transparent', borderColor: colour('text'), borderWidth: i},
            }
          : {
              name: seriesName(exhibit, head),
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
      ...(runs.length ? [shaded(runs)] : []),
    ],
  };
}

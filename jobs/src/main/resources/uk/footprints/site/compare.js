// Two to six areas or trusts side by side. The address after # is the choice: indicator, geography, codes with + between.
const SIDES = 6;
const SIDE_TONES = ['line-own', 'high-far', 'country', 'spc-low', 'picked', 'faint'];
const SIDE_DASHES = ['solid', [8, 4], [2, 3], [10, 3, 2, 3], 'solid', [5, 2]];
const SIDE_SYMBOLS = ['circle', 'triangle', 'rect', 'diamond', 'emptyCircle', 'emptyTriangle'];

async function startCompare(section) {
  const box = name => hook(section, 'pick', name);
  const boxes = {indicator: box('indicator'), geography: box('geography'), add: box('add')};
  const chosen = {indicator: null, meta: null, geography: null, data: null, whole: null, codes: []};
  const all = about.indicators;
  if (!all.length) {
    return;
  }
  boxes.indicator.replaceChildren(...all.map(one => element('option', {value: one.id}, one.title)));

  const listed = () => chosen.indicator.geographies.filter(g => g.id !== 'country');
  const remember = () =>
    history.replaceState(null, '', `#${chosen.indicator.id}/${chosen.meta.file}/${chosen.codes.join('+')}`);

  async function choose(id, file, codes) {
    chosen.indicator = byId(all, id) || all.find(one => one.geographies.some(g => g.file === file)) || all[0];
    boxes.indicator.value = chosen.indicator.id;
    const own = kept();
    const geographies = listed();
    boxes.geography.replaceChildren(...geographies.map(g => element('option', {value: g.file}, g.label)));
    chosen.meta =
      geographies.find(g => g.file === file) || geographies.find(g => g.file === own?.file) || firstGeography(geographies);
    section.querySelector('[data-show=charts]').hidden = !chosen.meta;
    if (!chosen.meta) {
      say(section, 'finding', 'This indicator has no areas in this release.');
      return;
    }
    boxes.geography.value = chosen.meta.file;
    const country = chosen.indicator.geographies.find(g => g.id === 'country');
    [chosen.geography, chosen.data, chosen.whole] = await Promise.all([
      load(`geography/${chosen.meta.file}`),
      answers(chosen.indicator, chosen.meta.file, 'as_was'),
      country ? answers(chosen.indicator, country.file, 'as_was') : null,
    ]);
    const known = codes.filter(code => chosen.geography.codes.includes(code));
    if (!known.length && own && own.file === chosen.meta.file && chosen.geography.codes.includes(own.code)) {
      known.push(own.code);
    }
    if (known.length < 2) {
      const ranked = places(usual(chosen.data.snapshots)).filter(place => usual(chosen.data.snapshots).comparable[place]);
      const order = (ranked.length ? ranked : chosen.geography.codes.map((_, i) => i)).map(i => chosen.geography.codes[i]);
      order.filter(code => !known.includes(code)).slice(0, 2 - known.length).forEach(code => known.push(code));
    }
    chosen.codes = known.slice(0, SIDES);
    fillAdd();
    show();
  }

  function fillAdd() {
    const {names, codes} = chosen.geography;
    const order = codes
      .map((_, place) => place)
      .filter(place => !chosen.codes.includes(codes[place]))
      .sort((a, b) => names[a].localeCompare(names[b], 'en'));
    boxes.add.replaceChildren(
      element('option', {value: ''}, chosen.codes.length < SIDES ? 'Choose one to add' : 'Six are shown: remove one first'),
      ...order.map(place => element('option', {value: codes[place]}, `${names[place]} (${codes[place]})`)),
    );
    boxes.add.disabled = chosen.codes.length >= SIDES;
    hook(section, 'show', 'chosen').replaceChildren(
      ...chosen.codes.map((code, i) => {
        const name = names[codes.indexOf(code)];
        const remove = element('button', {type: 'button', class: 'plainbutton', 'aria-label': `Remove ${name}`}, 'Remove');
        remove.disabled = chosen.codes.length <= 2;
        remove.addEventListener('click', () => {
          chosen.codes = chosen.codes.filter(other => other !== code);
          fillAdd();
          show();
        });
        return element(
          'li',
          {},
          element('span', {class: 'swatch', style: `--tone: var(--${SIDE_TONES[i]})`}),
          element('a', {href: root + chosen.geography.pages[codes.indexOf(code)], dir: 'auto'}, name),
          ' ',
          remove,
        );
      }),
    );
  }

  function show() {
    remember();
    const {indicator, geography, data, whole} = chosen;
    const spots = chosen.codes.map(code => geography.codes.indexOf(code));
    const snapshot = usual(data.snapshots);
    const state = {indicator, geography, data, whole, area: null, basis: 'as_was', span: 'short'};
    const series = seriesOf(state);
    say(section, 'title', `${indicator.title}: ${chosen.meta.label}`);
    say(section, 'finding', snapshot ? findingOf(state, snapshot, spots) : 'No data for this choice.');
    say(
      section,
      'source',
      `Source: ${indicator.source}. Organisations are in the area where they lay at the time.` +
        breakWords(indicator, series.area?.starts || [], Boolean(series.country)),
    );
    drawSides(hook(section, 'chart', 'sides'), state, series, spots);
    showTable(hook(section, 'show', 'latest'), latestTable(state, snapshot, spots));
    showTable(hook(section, 'show', 'periods'), sidesTable(state, series, spots));
  }

  boxes.indicator.addEventListener('change', () => choose(boxes.indicator.value, chosen.meta?.file, chosen.codes));
  boxes.geography.addEventListener('change', () => choose(chosen.indicator.id, boxes.geography.value, []));
  boxes.add.addEventListener('change', () => {
    if (boxes.add.value) {
      chosen.codes = [...chosen.codes, boxes.add.value].slice(0, SIDES);
      fillAdd();
      show();
    }
  });
  const [id, file, codes] = decodeURIComponent(location.hash.slice(1)).split('/');
  await choose(id, file, (codes || '').split('+').filter(Boolean));
  redraws.push(() => chosen.meta && show());
}

/** The highest and the lowest of those compared, and England. */
function findingOf(state, snapshot, spots) {
  const known = spots.filter(place => !absent(snapshot.value[place]));
  const order = [...known].sort((a, b) => snapshot.value[b] - snapshot.value[a]);
  if (order.length < 2) {
    return `In ${snapshot.label} fewer than two of them have a value; the table gives the reason.`;
  }
  const say_ = place => `${nameWords(state.geography.names[place])} (${valueWords(snapshot.value[place], state.indicator)})`;
  const all = absent(snapshot.country) ? '' : `; England has ${valueWords(snapshot.country, state.indicator)}`;
  return `In ${snapshot.label} the value is highest for ${say_(order[0])} and lowest for ${say_(order.at(-1))}${all}.`;
}

function drawSides(host, state, series, spots) {
  const base = series.area;
  if (!base || !base.labels.length) {
    host.hidden = true;
    return;
  }
  host.hidden = false;
  const whole = series.country ? parts(base.labels, series.country, 0, base.starts) : null;
  const lines = spots.map((place, i) => ({
    name: nameWords(state.geography.names[place]),
    type: 'line',
    symbol: SIDE_SYMBOLS[i],
    symbolSize: 5,
    connectNulls: false,
    data: parts(base.labels, base, place, base.starts).line,
    lineStyle: {color: colour(SIDE_TONES[i]), width: 2.2, type: SIDE_DASHES[i]},
    itemStyle: {color: colour(SIDE_TONES[i])},
  }));
  const words = i =>
    `${base.labels[i]}: ${lines
      .map(line => `${line.name} ${valueWords(line.data[i], state.indicator)}`)
      .join('; ')}${whole ? `; England ${valueWords(whole.line[i], state.indicator)}` : ''}`;
  draw(
    host,
    420,
    {
      grid: {left: 8, right: 16, top: 34 + 22 * Math.ceil((lines.length + 1) / (host.clientWidth < 600 ? 1 : 2)), bottom: 8, containLabel: true},
      legend: {top: 0, left: 0, textStyle: {color: colour('text')}},
      xAxis: axis({type: 'category', data: base.labels, splitLine: {show: false}, axisLabel: {color: colour('soft'), fontSize: 12, hideOverlap: true}}),
      yAxis: axis({type: 'value', scale: true, name: state.indicator.unit, nameTextStyle: {align: 'left', color: colour('soft'), fontSize: 12}}),
      tooltip: tooltip({trigger: 'axis', formatter: items => escaped(words(items[0].dataIndex))}),
      series: [
        ...lines,
        ...(whole
          ? [{name: 'England', type: 'line', showSymbol: false, data: whole.line, lineStyle: {color: colour('soft'), width: 1.4, type: [3, 3]}, itemStyle: {color: colour('soft')}}]
          : []),
        ...breakSeries(state.indicator, base.starts, Boolean(whole)),
      ],
    },
    {count: base.labels.length, read: words},
  );
  const changes = breakWords(state.indicator, base.starts, Boolean(whole));
  host.setAttribute(
    'aria-label',
    `${state.indicator.title}, a line for each of those compared. Arrow keys read the values.${changes}`,
  );
}

function latestTable(state, snapshot, spots) {
  const {indicator, geography} = state;
  const ranked = snapshot ? comparable(snapshot).length : 0;
  const rows = spots.map(place =>
    line(
      [
        geography.names[place],
        geography.codes[place],
        amount(snapshot?.value[place], indicator),
        absent(snapshot?.lower[place]) ? 'none' : `${bare(snapshot.lower[place], indicator)} to ${bare(snapshot.upper[place], indicator)}`,
        absent(snapshot?.rank[place]) ? 'not ranked' : `${snapshot.rank[place]} of ${ranked}`,
        absent(snapshot?.class[place]) || snapshot.class[place] > 4 ? DASH : CLASSES[snapshot.class[place]],
        reason(snapshot?.reason[place]),
      ],
      [],
      [1, 3, 4, 5, 6],
    ),
  );
  const heads = ['Name', 'Code', 'Value', '95% limits', 'Rank, 1 is the highest', 'Funnel plot', 'Caveats'];
  return table(`${indicator.title}, ${indicator.unit}, ${snapshot ? snapshot.label : ''}`, heads, rows, [1, 3, 4, 5, 6]);
}

function sidesTable(state, series, spots) {
  const {indicator, geography} = state;
  const base = series.area;
  if (!base || !base.labels.length) {
    return element('p', {}, 'No data for this choice.');
  }
  const columns = spots.map(place => parts(base.labels, base, place, base.starts));
  const whole = series.country ? parts(base.labels, series.country, 0, base.starts) : null;
  const cell = (part, i) =>
    absent(part.line[i]) && !absent(part.hollow[i])
      ? `${amount(part.hollow[i], indicator)} (incomplete)`
      : amount(part.line[i], indicator);
  const rows = base.labels.map((label, i) =>
    line([label, ...columns.map(part => cell(part, i)), ...(whole ? [cell(whole, i)] : [])], []),
  );
  const heads = ['Period', ...spots.map(place => geography.names[place]), ...(whole ? ['England'] : [])];
  return table(`${indicator.title}, ${indicator.unit}, by period`, heads, rows.reverse());
}

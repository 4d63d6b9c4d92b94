// The table behind each chart; built when it is opened.
function table(caption, heads, rows, words = []) {
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...heads.map((head, i) =>
          element('th', {scope: 'col', ...(head === 'Region' && {'data-role': 'region'}), ...(words.includes(i) && {class: 'words'})}, head),
        ),
      ),
    ),
    element('tbody', {}, ...rows),
  );
}

/** Puts a table into its box, with the tools of every table. */
function showTable(box, made) {
  box.parentElement.querySelector('.tools')?.remove();
  box.replaceChildren(made);
  if (made.tHead) {
    equip(made, {title: () => made.caption?.textContent || 'table'});
  }
}

function line(cells, classes, words = []) {
  const row = element(
    'tr',
    {class: classes.filter(Boolean).join(' ')},
    element('th', {scope: 'row', dir: 'auto'}, cells[0]),
  );
  cells.slice(1).forEach((cell, i) => row.append(element('td', words.includes(i + 1) ? {class: 'words'} : {}, cell)));
  return row;
}

const WORDS = [1, 9, 10, 11];

function areasTable(state, snapshot) {
  const {indicator, geography} = state;
  const order = [
    ...ranking(snapshot, geography.names),
    ...places(snapshot).filter(place => absent(snapshot.value[place]) && !absent(snapshot.comparable[place])),
  ];
  const heads = [
    'Area',
    'Code',
    'Rank',
    'Value',
    '95% lower',
    '95% upper',
    'Numerator',
    'Denominator',
    'Complete',
    'Funnel plot',
    'Region',
    'Caveats',
  ];
  const rows = order.map(place =>
    line(
      [
        geography.names[place],
        geography.codes[place],
        absent(snapshot.rank[place]) ? DASH : String(snapshot.rank[place]),
        amount(snapshot.value[place], indicator),
        bare(snapshot.lower[place], indicator),
        bare(snapshot.upper[place], indicator),
        figure(snapshot.numerator[place]),
        figure(snapshot.denominator[place]),
        absent(snapshot.completeness[place]) ? DASH : number(100 * snapshot.completeness[place], 1) + '%',
        absent(snapshot.class[place]) || snapshot.class[place] > 4 ? DASH : CLASSES[snapshot.class[place]],
        geography.regions?.[place] || '',
        reason(snapshot.reason[place]),
      ],
      [place === state.area && 'picked', !snapshot.comparable[place] && 'incomplete'],
      WORDS,
    ),
  );
  if (snapshot.unassigned) {
    rows.push(
      line(
        [
          'Unassigned',
          DASH,
          DASH,
          DASH,
          DASH,
          DASH,
          figure(snapshot.unassigned[0]),
          DASH,
          DASH,
          DASH,
          '',
          snapshot.unassigned[1],
        ],
        ['unassigned'],
        WORDS,
      ),
    );
  }
  return table(`${titleWords(state, snapshot.label)}, ${indicator.unit}`, heads, rows, WORDS);
}

function periodsTable(state) {
  const {indicator, geography} = state;
  const {area, country: whole} = seriesOf(state);
  const base = area && area.labels.length ? area : whole;
  if (!base) {
    return element('p', {}, 'There is nothing to show.');
  }
  const own = state.area === null || !area ? null : parts(base.labels, area, state.area, base.starts);
  const all = whole ? parts(base.labels, whole, 0, base.starts) : null;
  const growth = indicator.counts ? 'growth on the year' : 'change on the year';
  const name = own ? nameWords(geography.names[state.area]) : '';
  const heads = [
    'Period',
    ...(own ? [name, `${name}: ${growth}`] : []),
    ...(all ? ['England', `England: ${growth}`] : []),
  ];
  const cells = (part, i) => [
    absent(part.line[i]) && !absent(part.hollow[i])
      ? `${amount(part.hollow[i], indicator)} (incomplete)`
      : amount(part.line[i], indicator),
    change(part.growth[i], indicator),
  ];
  const rows = base.labels.map((label, i) =>
    line([label, ...(own ? cells(own, i) : []), ...(all ? cells(all, i) : [])], []),
  );
  return table(`${indicator.title}, ${indicator.unit}`, heads, rows.reverse());
}

// Choices, and what follows from them.
const tip = (() => {
  const box = element('div', {class: 'tip', hidden: ''});
  document.body.append(box);
  return {
    show(text, x, y) {
      const [head, ...rest] = text.split(': ');
      box.replaceChildren(element('b', {}, head), rest.join(': '));
      box.hidden = false;
      box.style.left = `${Math.max(4, Math.min(x + 14, scrollX + innerWidth - box.offsetWidth - 12))}px`;
      box.style.top = `${y + 14}px`;
    },
    hide() {
      box.hidden = true;
    },
  };
})();

const chosen = {geography: geographies.find(g => g.id === 'stp_2016') || geographies[0], area: null};
const chapters = [...document.querySelectorAll('section.chapter')]
  .map(section => ({
    section,
    indicator: byId(pack.indicators, section.dataset.indicator),
    period: null,
  }))
  .filter(chapter => hook(chapter.section, 'pick', 'period'));
const geographyBox = document.getElementById('geography');
const areaBox = document.getElementById('area');
const checked = (section, name) => hook(section, 'pick', name).querySelector('input:checked')?.value;

/** Snapshots of the chosen geography. */
const snapshots = chapter => chapter.indicator.geographies[chosen.geography?.id]?.snapshots || [];

/** The latest year in which most areas are complete, else the latest month or quarter of which that is true. */
function usual(list) {
  const full = list.filter(
    snapshot => 2 * comparable(snapshot).length > snapshot.value.filter(v => !absent(v)).length,
  );
  const years = full.filter(snapshot => snapshot.kind === 'financial_year');
  return [list, full, years]
    .filter(some => some.length)
    .pop()
    ?.at(-1);
}

function stateOf(chapter) {
  const {section, indicator} = chapter;
  return {
    indicator,
    geography: chosen.geography,
    area: chosen.area,
    view: checked(section, 'view'),
    colour: checked(section, 'colour'),
    span: checked(section, 'span'),
  };
}

function fillPeriods(chapter) {
  const list = snapshots(chapter);
  const box = hook(chapter.section, 'pick', 'period');
  const keep = list.find(snapshot => snapshot.label === chapter.period) || usual(list);
  chapter.period = keep?.label;
  box.replaceChildren(
    ...[...list].reverse().map(snapshot => element('option', {value: snapshot.label}, snapshot.label)),
  );
  box.value = chapter.period;
}

function fillAreas() {
  const {names, codes} = chosen.geography;
  const order = codes.map((_, place) => place).sort((a, b) => names[a].localeCompare(names[b], 'en'));
  areaBox.replaceChildren(
    element('option', {value: ''}, 'England (no area chosen)'),
    ...order.map(place => element('option', {value: codes[place]}, short(names[place]))),
  );
  areaBox.value = chosen.area === null ? '' : codes[chosen.area];
}

function show(chapter) {
  const {section} = chapter;
  const state = stateOf(chapter);
  const snapshot = snapshots(chapter).find(one => one.label === chapter.period);
  section.querySelector('.charts').hidden = !snapshot;
  if (!snapshot) {
    say(section, 'summary', 'There is no answer for this geography.');
    return;
  }
  const outlined = Boolean(chosen.geography.outlines);
  hook(section, 'pick', 'view').hidden = !outlined;
  const basis = basisWords(state, snapshot);
  say(section, 'summary', summaryWords(state, snapshot));
  say(section, 'map-basis', basis);
  say(section, 'ranked-basis', basis);
  say(section, 'funnel-basis', basis);
  say(
    section,
    'lines-basis',
    `${
      seriesOf(state).kind === 'financial_year' ? 'financial years' : `${state.indicator.shortest}s`
    } · ${chosen.geography.label} · ${state.indicator.title}`,
  );
  drawMap(hook(section, 'chart', 'map'), hook(section, 'show', 'legend'), state, snapshot, pickArea, tip);
  drawRanked(hook(section, 'chart', 'ranked'), state, snapshot, pickArea);
  drawFunnel(hook(section, 'chart', 'funnel'), state, snapshot, pickArea);
  drawLines(hook(section, 'chart', 'lines'), state);
  const words = {
    map: outlined
      ? 'Outlines are in the proportions of the British National Grid; tiles give every area the same room.'
      : 'A schematic map: a tile an area, all of the same size. There are no boundaries in this release.',
    ranked: rankedWords(state, snapshot),
    funnel: funnelWords(state, snapshot),
    lines: linesWords(state),
  };
  Object.entries(words).forEach(([name, text]) => {
    say(section, `${name}-words`, text);
    if (name !== 'map') {
      hook(section, 'chart', name).setAttribute('aria-label', text);
    }
  });
  fillTables(chapter, state, snapshot);
}

function fillTables(chapter, state, snapshot) {
  const make = {areas: () => areasTable(state, snapshot), periods: () => periodsTable(state)};
  Object.entries(make).forEach(([name, made]) => {
    const behind = hook(chapter.section, 'table', name);
    const fill = () => behind.open && behind.querySelector('.scroll').replaceChildren(made());
    behind.ontoggle = fill;
    fill();
  });
}

function pickArea(place) {
  chosen.area = place === chosen.area ? null : place;
  areaBox.value = chosen.area === null ? '' : chosen.geography.codes[chosen.area];
  showAll();
}

const seen = new Set();
let closed = [];
function showAll() {
  chapters.filter(chapter => seen.has(chapter)).forEach(show);
}

function start() {
  geographyBox.replaceChildren(...geographies.map(g => element('option', {value: g.id}, g.label)));
  if (!chosen.geography) {
    document.querySelector('.choices').hidden = true;
    return;
  }
  geographyBox.value = chosen.geography.id;
  geographyBox.addEventListener('change', () => {
    const code = chosen.area === null ? null : chosen.geography.codes[chosen.area];
    chosen.geography = byId(geographies, geographyBox.value);
    const again = chosen.geography.codes.indexOf(code);
    chosen.area = again < 0 ? null : again;
    fillAreas();
    chapters.forEach(fillPeriods);
    showAll();
  });
  areaBox.addEventListener('change', () => {
    chosen.area = areaBox.value === '' ? null : chosen.geography.codes.indexOf(areaBox.value);
    showAll();
  });
  fillAreas();
  chapters.forEach(chapter => {
    const {section, indicator} = chapter;
    say(section, 'short', indicator.shortest === 'quarter' ? 'Quarters' : 'Months');
    const first = (name, value) => {
      hook(section, 'pick', name).querySelector(`[value=${value}]`).checked = true;
    };
    first('view', chosen.geography.outlines ? 'outlines' : 'tiles');
    first('span', 'short');
    hook(section, 'pick', 'colour').hidden = !indicator.funnel;
    fillPeriods(chapter);
    hook(section, 'pick', 'period').addEventListener('change', event => {
      chapter.period = event.target.value;
      show(chapter);
    });
    ['view', 'colour', 'span'].forEach(name =>
      hook(section, 'pick', name).addEventListener('change', () => show(chapter)),
    );
  });
  // A chapter is drawn when it comes near the window, and all are before printing.
  const near = new IntersectionObserver(
    entries =>
      entries
        .filter(entry => entry.isIntersecting)
        .forEach(entry => {
          near.unobserve(entry.target);
          const chapter = chapters.find(one => one.section === entry.target);
          seen.add(chapter);
          show(chapter);
        }),
    {rootMargin: '800px'},
  );
  chapters.forEach(chapter => near.observe(chapter.section));
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('.headline details:not([open]), details.open:not([open])')];
    closed.forEach(details => {
      details.open = true;
    });
    chapters.forEach(chapter => seen.add(chapter));
    showAll();
  });
  addEventListener('afterprint', () =>
    closed.forEach(details => {
      details.open = false;
    }),
  );
  ['(prefers-color-scheme: dark)', '(max-width: 52rem)'].forEach(query =>
    matchMedia(query).addEventListener('change', showAll),
  );
}
start();
document.documentElement.dataset.ready = 'yes';

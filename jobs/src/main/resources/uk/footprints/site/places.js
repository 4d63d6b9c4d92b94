// Maps that lead to the pages of areas: on the first page, and next to the name of an area.
const goTo = (geography, place) => {
  location.href = root + geography.pages[place];
};

/** The latest period in which most areas are complete: a year if there is one. */
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

/** Answers of an indicator, ready to be drawn: reasons as texts, growth worked out. */
async function answers(indicator, geography, basis) {
  const data = await load(`${indicator.id}/${geography}-${basis}`);
  if (data && !data.ready) {
    data.ready = true;
    data.snapshots.forEach(snapshot => {
      snapshot.reason = snapshot.reason.map(place => (absent(place) ? '' : data.reasons[place]));
      snapshot.unassigned = snapshot.unassigned?.map((one, i) => (i === 1 ? data.reasons[one] || '' : one));
    });
    Object.values(data.adjusted || {})
      .flatMap(Object.values)
      .forEach(one => {
        one.reason = one.reason.map(place => (absent(place) ? '' : data.reasons[place]));
      });
    Object.entries(data.series).forEach(([kind, series]) => withGrowth(series, kind, indicator.counts));
  }
  return data;
}

const shownGeographies = () => about.geographies.filter((g, _, all) => g.id !== 'country' || all.length === 1);
/** The latest boards that have data, else the first footprints. */
const firstGeography = list => [...list].reverse().find(g => g.id.startsWith('icb_')) || list.find(g => g.id === 'stp_2016') || list[0];

async function startFront(figure) {
  const list = shownGeographies();
  const box = hook(figure, 'pick', 'geography');
  box.replaceChildren(...list.map(g => element('option', {value: g.id}, g.label)));
  if (!list.length) {
    return;
  }
  box.value = firstGeography(list).id;
  const show = async () => {
    const chosen = byId(list, box.value);
    const [geography, data] = await Promise.all([load(`geography/${chosen.file}`), answers(about, chosen.file, 'as_was')]);
    const snapshot = data && usual(data.snapshots);
    if (!snapshot || !geography.tiles) {
      return;
    }
    const state = {indicator: about, geography, area: null, view: 'outlines', colour: 'value', leads: true};
    say(figure, 'map-basis', basisWords(state, snapshot));
    say(figure.closest('section'), 'summary', summaryWords(state, snapshot));
    drawMap(hook(figure, 'chart', 'map'), hook(figure, 'show', 'legend'), state, snapshot, place => goTo(geography, place), tip);
  };
  box.addEventListener('change', show);
  redraws.push(show);
  await show();
}

/** Shows where an area is: its own shape in colour, the others lead to their pages. */
async function startWhere(figure) {
  const geography = await load(`geography/${figure.dataset.where}`);
  if (!geography || !geography.tiles) {
    return;
  }
  const own = geography.codes.indexOf(figure.dataset.code);
  const empty = geography.codes.map(() => null);
  const svg = element('svg', {
    role: 'group',
    'aria-label': `Map of ${geography.label}; arrow keys move from area to area, Enter opens its page`,
  });
  const shapes = [];
  const wide = Math.max(...geography.tiles.map(tile => tile[0])) + 1;
  const high = Math.max(...geography.tiles.map(tile => tile[1])) + 1;
  const {outlines} = geography;
  svg.setAttribute('viewBox', (outlines ? outlines.view : [0, 0, wide * STEP, high * STEP]).join(' '));
  empty.forEach((_, place) => {
    if (outlines && !outlines.paths[place]) {
      return;
    }
    const [column, row] = geography.tiles[place];
    const shape = outlines
      ? element('path', {d: outlines.paths[place], 'fill-rule': 'evenodd'})
      : element('rect', {x: column * STEP, y: row * STEP, width: STEP - 5, height: STEP - 5});
    shape.classList.add('area', place === own ? 'own' : 'other');
    shape.dataset.place = place;
    shape.setAttribute('role', 'link');
    shape.setAttribute('tabindex', '-1');
    shape.setAttribute('aria-label', nameWords(geography.names[place]));
    const text = nameWords(geography.names[place]);
    shape.addEventListener('pointermove', event => tip.show(text, event.pageX, event.pageY));
    shape.addEventListener('pointerleave', tip.hide);
    shape.addEventListener('focus', () => {
      const box = shape.getBoundingClientRect();
      tip.show(text, box.right + scrollX, box.top + scrollY);
    });
    shape.addEventListener('blur', tip.hide);
    shapes.push(shape);
    svg.append(shape);
  });
  useArrowKeys(shapes, own, place => goTo(geography, place));
  figure.querySelector('.map').replaceChildren(svg);
}

// Maps: outlines in British National Grid proportions, or a tile an area. Areas are buttons: arrow keys move, Enter
// picks.
const STEP = 100;
let hatches = 0;

/** The initials of an area's name, for its tile. */
function initials(name) {
  const words = name.split(/[\s,]+/).filter(word => word && !/^(and|of|the|in|NHS|with)$/i.test(word));
  return words.length === 1
    ? [...words[0]].slice(0, 4).join('')
    : words
        .slice(0, 4)
        .map(word => [...word][0])
        .join('');
}

function hatch() {
  const id = `hatch-${hatches++}`;
  const pattern = element(
    'pattern',
    {id, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
    element('rect', {class: 'hatch-ground', width: 7, height: 7}),
    element('line', {class: 'hatch', x1: 1, y1: 0, x2: 1, y2: 7}),
  );
  return {id, pattern};
}

function shading(state, snapshot) {
  const bounds = fifths(snapshot);
  const used = shades(bounds.length - 1);
  const chance = state.colour === 'chance' && state.indicator.funnel;
  const of = place => {
    if (!snapshot.comparable[place]) {
      return null;
    }
    return chance
      ? CHANCE[snapshot.class[place]]
      : used[Math.min(fifth(snapshot.value[place], bounds), used.length - 1)];
  };
  return {bounds, used, chance, of};
}

function drawMap(host, legend, state, snapshot, pick, tip) {
  const geography = state.geography;
  const outlines = state.view === 'outlines' && geography.outlines;
  const shade = shading(state, snapshot);
  const {id, pattern} = hatch();
  const scale = outlines ? geography.outlines.view[3] / 600 : 1;
  pattern.setAttribute('patternTransform', `rotate(45) scale(${scale})`);
  const wide = outlines ? null : Math.max(...geography.tiles.map(tile => tile[0])) + 1;
  const high = outlines ? null : Math.max(...geography.tiles.map(tile => tile[1])) + 1;
  const view = outlines ? geography.outlines.view : [-2, -2, wide * STEP + 4, high * STEP + 4];
  const group = element('g');
  const svg = element(
    'svg',
    {
      viewBox: view.join(' '),
      role: 'group',
      'aria-label': `Map of ${geography.label}; arrow keys move from area to area, Enter ${state.leads ? 'opens its page' : 'chooses'}`,
    },
    element('defs', {}, pattern),
    group,
  );
  const shapes = [];
  places(snapshot).forEach(place => {
    const name = geography.names[place];
    const path = outlines ? geography.outlines.paths[place] : null;
    if (outlines && !path) {
      return;
    }
    const [column, row] = geography.tiles ? geography.tiles[place] : [0, 0];
    const shape = outlines
      ? element('path', {d: path, 'fill-rule': 'evenodd'})
      : element('rect', {x: column * STEP, y: row * STEP, width: STEP - 5, height: STEP - 5});
    const tone = shade.of(place);
    shape.style.fill = tone ? colour(tone) : absent(snapshot.value[place]) ? 'transparent' : `url(#${id})`;
    shape.classList.add('area', ...(tone ? [] : ['hollow']));
    shape.dataset.place = place;
    shape.setAttribute('role', state.leads ? 'link' : 'button');
    shape.setAttribute('tabindex', '-1');
    shape.setAttribute('aria-label', areaWords(state, snapshot, place));
    if (!state.leads) {
      shape.setAttribute('aria-pressed', String(place === state.area));
    }
    if (place === state.area) {
      shape.classList.add('picked');
    }
    shapes.push(shape);
    group.append(shape);
    if (!outlines && snapshot.value.length <= 400) {
      const label = element(
        'text',
        {
          class: tone ? 'mark' : 'mark unranked',
          x: column * STEP + STEP / 2 - 2.5,
          y: row * STEP + STEP / 2,
          'font-size': 26,
        },
        initials(nameWords(name)),
      );
      label.style.fill = tone && dark(colour(tone)) ? '#fff' : tone ? '#212b32' : colour('text');
      group.append(label);
    }
  });
  shapes.filter(shape => shape.classList.contains('picked') && outlines).forEach(shape => group.append(shape));
  useArrowKeys(shapes, state.area, pick);
  shapes.forEach(shape => {
    const text = () => areaWords(state, snapshot, Number(shape.dataset.place));
    shape.addEventListener('pointermove', event => tip.show(text(), event.pageX, event.pageY));
    shape.addEventListener('pointerleave', tip.hide);
    shape.addEventListener('focus', () => {
      const box = shape.getBoundingClientRect();
      tip.show(text(), box.right + scrollX, box.top + scrollY);
    });
    shape.addEventListener('blur', tip.hide);
  });
  const focused = host.contains(document.activeElement);
  host.replaceChildren(svg);
  if (shade.chance && outlines) {
    marks(group, shapes, snapshot, view[3] / 34);
  }
  if (focused) {
    (shapes.find(shape => Number(shape.dataset.place) === state.area) || shapes[0])?.focus();
  }
  if (legend) {
    drawLegend(legend, state, snapshot, shade);
  }
}

/** Triangles over areas outside the limits, for those who see or print no colours. */
function marks(group, shapes, snapshot, size) {
  shapes.forEach(shape => {
    const place = Number(shape.dataset.place);
    const mark = snapshot.comparable[place] ? MARKS[snapshot.class[place]] : '';
    if (mark) {
      const box = shape.getBBox();
      const text = element(
        'text',
        {class: 'mark', x: box.x + box.width / 2, y: box.y + box.height / 2, 'font-size': size},
        mark,
      );
      text.style.fill = dark(getComputedStyle(shape).fill) ? '#fff' : '#212b32';
      group.append(text);
    }
  });
}

function dark(tone) {
  const rgb = tone.startsWith('#')
    ? [1, 3, 5].map(i => parseInt(tone.slice(i, i + 2), 16))
    : (tone.match(/\d+/g) || [255, 255, 255]).map(Number);
  return rgb[0] * 0.299 + rgb[1] * 0.587 + rgb[2] * 0.114 < 140;
}

/** One stop for the tab key; arrows move on from there. */
function useArrowKeys(shapes, picked, pick) {
  const start = shapes.find(shape => Number(shape.dataset.place) === picked) || shapes[0];
  start?.setAttribute('tabindex', '0');
  shapes.forEach((shape, i) => {
    shape.addEventListener('click', () => pick(Number(shape.dataset.place)));
    shape.addEventListener('keydown', event => {
      const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
      if (step) {
        event.preventDefault();
        shapes[(i + step + shapes.length) % shapes.length].focus();
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        pick(Number(shape.dataset.place));
      }
    });
  });
}

function drawLegend(legend, state, snapshot, shade) {
  const entry = (fill, text, mark) => {
    const swatch = element(
      'svg',
      {viewBox: '0 0 24 15', 'aria-hidden': 'true'},
      element('rect', {width: 24, height: 15}),
    );
    swatch.firstChild.style.fill = fill;
    return element('li', {}, swatch, `${mark ? mark + ' ' : ''}${text}`);
  };
  const entries = shade.chance
    ? CHANCE.map((tone, i) => entry(colour(tone), CLASSES[i], MARKS[i]))
    : shade.bounds
        .slice(1)
        .map((bound, i) =>
          entry(
            colour(shade.used[Math.min(i, shade.used.length - 1)]),
            `${amount(shade.bounds[i], state.indicator)} to ${amount(bound, state.indicator)}`,
          ),
        );
  if (shade.bounds.length === 1) {
    entries.push(entry(colour(shade.used[0]), amount(shade.bounds[0], state.indicator)));
  }
  if (incomplete(snapshot).length > 0) {
    const {id, pattern} = hatch();
    const item = entry(`url(#${id})`, 'incomplete, not ranked');
    item.firstChild.prepend(element('defs', {}, pattern));
    entries.push(item);
  }
  if (snapshot.value.some(absent)) {
    entries.push(entry('transparent', 'no value'));
  }
  legend.replaceChildren(...entries);
}

// The picture of months by organisation: a row for each organisation, a column for each month.
const CELL = {width: 7, height: 14, name: 250};
const STATES = ['a return', 'no return', 'zero where zero is not plausible'];

async function startCompleteness(section) {
  const pictures = (await load('completeness')) || [];
  const box = hook(section, 'pick', 'measure');
  const gapsOnly = hook(section, 'pick', 'gaps');
  box.replaceChildren(...pictures.map((picture, i) => element('option', {value: i}, picture.title)));
  if (!pictures.length) {
    return;
  }
  const most = Math.max(...pictures.map(picture => picture.codes.length));
  box.value = pictures.findIndex(picture => picture.codes.length === most);
  const show = () => showMonths(section, pictures[Number(box.value)], gapsOnly.checked);
  box.addEventListener('change', show);
  gapsOnly.addEventListener('change', show);
  redraws.push(show);
  show();
}

const monthAt = (first, i) => {
  const [year, month] = first.split('-').map(Number);
  const at = year * 12 + month - 1 + i;
  return {year: Math.floor(at / 12), month: at % 12};
};
const monthName = (first, i) => `${MONTHS[monthAt(first, i).month]} ${monthAt(first, i).year}`;

function showMonths(section, picture, gapsOnly) {
  const withGap = new Set(picture.runs.filter(run => run[3] > 0).map(run => run[0]));
  const shown = picture.codes.map((_, i) => i).filter(i => !gapsOnly || withGap.has(i));
  const missing = picture.runs.filter(run => run[3] === 1).reduce((sum, run) => sum + run[2], 0);
  say(
    section,
    'finding',
    withGap.size
      ? `${plural(withGap.size, 'organisation', 'organisations')} of ${count(picture.codes.length)} sent no return for ${plural(missing, 'month', 'months')} in all, from ${monthName(picture.first, 0)} to ${monthName(picture.first, picture.months - 1)}.`
      : `${picture.codes.length > 1 ? `All ${count(picture.codes.length)} organisations` : nameWords(picture.names[0])} sent every return from ${monthName(picture.first, 0)} to ${monthName(picture.first, picture.months - 1)}.`,
  );
  const host = hook(section, 'show', 'months');
  host.replaceChildren();
  if (!shown.length) {
    return;
  }
  const space = Math.max(320, host.clientWidth);
  const cell = {...CELL, name: space < 600 ? 130 : CELL.name};
  cell.width = Math.max(2.5, (space - cell.name - 6) / picture.months);
  const place = new Map(shown.map((i, row) => [i, row]));
  const top = 22;
  const [width, high] = [cell.name + picture.months * cell.width + 4, top + Math.max(1, shown.length) * cell.height];
  const {id, pattern} = hatch();
  const svg = element('svg', {viewBox: `0 0 ${width} ${high}`, width, height: high, role: 'img', 'aria-label': 'Months by organisation; the table below lists every gap'}, element('defs', {}, pattern));
  for (let i = 0; i < picture.months; i++) {
    const {year, month} = monthAt(picture.first, i);
    if (month === 0 || i === 0) {
      const x = cell.name + i * cell.width;
      svg.append(element('line', {x1: x, x2: x, y1: top - 4, y2: high, class: 'yearline'}));
      if (month === 0) {
        svg.append(element('text', {x: x + 2, y: top - 8, class: 'yearname'}, String(year)));
      }
    }
  }
  shown.forEach((i, row) => {
    svg.append(element('text', {x: 0, y: top + (row + 0.78) * cell.height, class: 'rowname'}, short(nameWords(picture.names[i]), space < 600 ? 22 : 44)));
  });
  picture.runs
    .filter(run => place.has(run[0]))
    .forEach(([i, from, months, state]) => {
      const rect = element(
        'rect',
        {
          x: cell.name + from * cell.width,
          y: top + place.get(i) * cell.height + 1.5,
          width: Math.max(1, months * cell.width - 0.8),
          height: cell.height - 3,
          class: `month state-${state}`,
        },
        element('title', {}, `${picture.names[i]} (${picture.codes[i]}), ${monthName(picture.first, from)}${months > 1 ? ` to ${monthName(picture.first, from + months - 1)}` : ''}: ${STATES[state]}`),
      );
      if (state > 0) {
        rect.style.fill = state === 1 ? colour('high-far') : `url(#${id})`;
      }
      svg.append(rect);
    });
  host.replaceChildren(svg);
}

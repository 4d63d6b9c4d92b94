// Colours come from the style sheet, so that light, dark and print agree. Each is also marked by shape, order or
// hatching.
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const FIFTHS = ['fifth-1', 'fifth-2', 'fifth-3', 'fifth-4', 'fifth-5'];
const CHANCE = ['low-far', 'low', 'within', 'high', 'high-far'];
const MARKS = ['▼', '▽', '', '△', '▲'];
const SYMBOLS = ['triangle', 'triangle', 'circle', 'triangle', 'triangle'];

/** The bounds between fifths of the complete areas; fewer when values are few or equal. */
function fifths(snapshot) {
  const values = comparable(snapshot)
    .map(place => snapshot.value[place])
    .sort((a, b) => a - b);
  if (values.length === 0) {
    return [];
  }
  const bounds = [0, 1, 2, 3, 4, 5].map(part => values[Math.round((part * (values.length - 1)) / 5)]);
  return bounds.filter((bound, i) => i === 0 || bound > bounds[i - 1]);
}

/** Returns the fifth that a value is in, counted from 0. */
function fifth(value, bounds) {
  let place = 0;
  while (place < bounds.length - 2 && value > bounds[place + 1]) {
    place++;
  }
  return place;
}

/** The colours for so many classes, from pale to full. */
const shades = n =>
  n >= 5
    ? FIFTHS
    : n === 4
      ? FIFTHS.filter((_, i) => i !== 2)
      : n === 3
        ? [0, 2, 4].map(i => FIFTHS[i])
        : n === 2
          ? [FIFTHS[1], FIFTHS[3]]
          : [FIFTHS[2]];

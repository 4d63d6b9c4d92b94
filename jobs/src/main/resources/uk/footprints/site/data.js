// The data, and how numbers are written. A page from the disk may load scripts but not read files, so data come as
// scripts that put themselves here.
const root = document.documentElement.dataset.root || '';
const arrived = new Map();
const requested = new Map();
window.footprints = {put: (key, value) => arrived.set(key, value)};

/** Data by their key; null where this release has none. */
function load(key) {
  if (!requested.has(key)) {
    requested.set(
      key,
      new Promise(resolve => {
        const script = document.createElement('script');
        script.src = `${root}assets/data/${key}.js`;
        script.onload = () => resolve(arrived.get(key) || null);
        script.onerror = () => resolve(null);
        document.head.append(script);
      }),
    );
  }
  return requested.get(key);
}

const about = JSON.parse(document.querySelector('script#about')?.textContent || 'null');
const byId = (list, id) => list.find(item => item.id === id);
const DASH = '–';
const CLASSES = [
  'below the 99.8% limit',
  'below the 95% limit',
  'within the limits',
  'above the 95% limit',
  'above the 99.8% limit',
  'not judged',
];

const absent = value => value === null || value === undefined;
const number = (value, digits) =>
  absent(value)
    ? DASH
    : value.toLocaleString('en-GB', {minimumFractionDigits: digits, maximumFractionDigits: digits}).replace('-', '−');
const count = value => number(value, 0);
const figure = value => (absent(value) ? DASH : number(value, Number.isInteger(value) ? 0 : 1));
const suffix = indicator => (indicator.unit === '%' ? '%' : '');
/** One decimal; below one, two significant digits, so that a small rate is no nought. A percentage has one decimal. */
const decimalsOf = value =>
  value === 0 || Math.abs(value) >= 1 ? 1 : Math.min(4, 1 - Math.floor(Math.log10(Math.abs(value))));
const bare = (value, indicator) =>
  absent(value) ? DASH : number(value, indicator.unit === '%' ? 1 : decimalsOf(value));
const amount = (value, indicator) => (absent(value) ? DASH : bare(value, indicator) + suffix(indicator));
/** A value in a sentence: with its unit. */
const valueWords = (value, indicator) =>
  absent(value) || indicator.unit === '%'
    ? amount(value, indicator)
    : `${amount(value, indicator)} ${indicator.unit.replace(' in the period', '')}`;

/** A name without the words that all of its kind have. */
const nameWords = name => name.replace(/^NHS /, '').replace(/ Integrated Care Board$| NHS (?:Foundation )?Trust$/i, '');
const signed = (value, digits) => (absent(value) ? DASH : (value > 0 ? '+' : '') + number(value, digits));
const change = (value, indicator) =>
  absent(value)
    ? DASH
    : indicator.counts
      ? signed(value, 1) + '%'
      : signed(value, 1) + (suffix(indicator) ? ' points' : '');
const short = (text, length = 60) =>
  [...text].length > length ? [...text].slice(0, length - 1).join('') + '…' : text;
const reason = text => text || '';
const escaped = text => text.replace(/[&<>"']/g, c => `&#${c.codePointAt(0)};`);
const plural = (n, one, many) => `${count(n)} ${n === 1 ? one : many}`;
const places = snapshot => snapshot.value.map((_, place) => place);
const comparable = snapshot => places(snapshot).filter(place => snapshot.comparable[place]);
const incomplete = snapshot =>
  places(snapshot).filter(place => snapshot.comparable[place] === 0 && !absent(snapshot.value[place]));

/** The first element of a kind of hook within a chapter. */
const hook = (section, kind, name) => section.querySelector(`[data-${kind}="${name}"]`);
const say = (section, name, text) => {
  hook(section, 'show', name).textContent = text;
};

/** An element with attributes and children; texts are texts. */
function element(name, attributes = {}, ...children) {
  const svg = ['svg', 'path', 'rect', 'g', 'pattern', 'line', 'text', 'defs', 'title'].includes(name);
  const made = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

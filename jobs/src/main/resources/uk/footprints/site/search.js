// Search over areas, indicators, columns and published headings. The index is a script that is loaded when somebody
// begins to search.
const KIND_ORDER = ['trust', 'area', 'region', 'indicator', 'page', 'measure', 'table', 'column'];
const KIND_WORDS = {measure: 'heading as published'};

function startSearch(form) {
  const box = form.querySelector('input');
  const list = form.querySelector('[role=listbox]');
  let found = [];
  let at = -1;
  const close = () => {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
    at = -1;
  };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) {
      box.setAttribute('aria-activedescendant', `found-${at}`);
      list.children[at].scrollIntoView({block: 'nearest'});
    }
  };
  const go = entry => {
    close();
    location.href = root + entry[3];
  };
  const show = async () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) {
      close();
      return;
    }
    const index = (await load('search')) || [];
    found = search(index, words);
    at = -1;
    list.replaceChildren(
      ...(found.length
        ? found.map((entry, i) => {
            const item = element(
              'li',
              {role: 'option', id: `found-${i}`, 'aria-selected': 'false'},
              element('b', {dir: 'auto'}, short(entry[1], 70)),
              element('span', {}, `${KIND_WORDS[entry[0]] || entry[0]} · ${short(entry[2], 80)}`),
            );
            item.addEventListener('pointerdown', event => {
              event.preventDefault();
              go(entry);
            });
            return item;
          })
        : [element('li', {role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true'}, 'Nothing was found.')]),
    );
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    announce(found.length ? `${found.length} found` : 'Nothing was found');
  };
  box.addEventListener('input', show);
  box.addEventListener('focus', () => load('search'));
  box.addEventListener('blur', close);
  box.addEventListener('keydown', event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && found.length && !list.hidden) {
      event.preventDefault();
      at = (at + step + found.length) % found.length;
      mark();
    } else if (event.key === 'Escape') {
      close();
    }
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (found.length) {
      go(found[Math.max(0, at)]);
    }
  });
  form.hidden = false;
}

/** The entries that have every word; names that begin so come first. */
function search(index, words) {
  const scored = [];
  index.forEach(entry => {
    const name = entry[1].toLowerCase();
    const all = `${name} ${entry[2].toLowerCase()}`;
    if (words.every(word => all.includes(word))) {
      const score =
        (name.startsWith(words[0]) ? 0 : words.every(word => name.includes(word)) ? 1 : 2) * 10 +
        KIND_ORDER.indexOf(entry[0]);
      scored.push([score, scored.length, entry]);
    }
  });
  return scored
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .slice(0, 14)
    .map(one => one[2]);
}

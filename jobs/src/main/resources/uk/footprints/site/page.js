// Which page this is, and what it needs.
const redraws = [];
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

/** Charts far below are drawn when they come near the window; all are before printing. */
const near = new IntersectionObserver(
  entries =>
    entries
      .filter(entry => entry.isIntersecting)
      .forEach(entry => {
        near.unobserve(entry.target);
        begin(entry.target);
      }),
  {rootMargin: '600px'},
);
const begun = new Set();
function begin(figure) {
  if (!begun.has(figure)) {
    begun.add(figure);
    startExhibit(figure);
  }
}

async function start() {
  document.querySelectorAll('form.search').forEach(startSearch);
  keepOfPage();
  showKept();
  const exhibits = [...document.querySelectorAll('figure.exhibit')];
  exhibits.forEach(figure => near.observe(figure));
  let closed = [];
  addEventListener('beforeprint', () => {
    exhibits.forEach(begin);
    closed = [...document.querySelectorAll('details.open:not([open])')];
    closed.forEach(details => {
      details.open = true;
    });
    redraws.forEach(show => show());
  });
  addEventListener('afterprint', () =>
    closed.forEach(details => {
      details.open = false;
    }),
  );
  ['(prefers-color-scheme: dark)', '(max-width: 52rem)'].forEach(query =>
    matchMedia(query).addEventListener('change', () => redraws.forEach(show => show())),
  );
  await Promise.all([
    ...[...document.querySelectorAll('section.chapter')].map(startIndicator),
    ...[...document.querySelectorAll('figure[data-front]')].map(startFront),
    ...[...document.querySelectorAll('figure.where')].map(startWhere),
    ...[...document.querySelectorAll('section.compare')].map(startCompare),
    ...[...document.querySelectorAll('section.completeness')].map(startCompleteness),
  ]);
  document.documentElement.dataset.ready = 'yes';
}
start();

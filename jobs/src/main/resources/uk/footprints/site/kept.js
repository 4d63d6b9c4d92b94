// The organisation that a reader chose last: pages open with it, and their tables mark its row.
const KEPT = 'footprints.organisation';

function kept() {
  try {
    const one = JSON.parse(localStorage.getItem(KEPT));
    return one && one.file && one.code && one.page ? one : null;
  } catch {
    return null;
  }
}

/** Keeps an organisation: file of its geography, code, name and page; null forgets it. */
function keep(one) {
  try {
    if (one) {
      localStorage.setItem(KEPT, JSON.stringify(one));
    } else {
      localStorage.removeItem(KEPT);
    }
  } catch {
    // A browser that keeps nothing shows the page without a kept organisation.
  }
  showKept();
}

function showKept() {
  const bar = document.querySelector('[data-kept]');
  const one = kept();
  bar.hidden = !one;
  if (!one) {
    return;
  }
  const forget = element('button', {type: 'button', class: 'plainbutton'}, 'Forget');
  forget.addEventListener('click', () => keep(null));
  bar.querySelector('.page').replaceChildren(
    'Your organisation: ',
    element('a', {href: root + one.page, dir: 'auto'}, one.name),
    element('a', {href: `${root}compare.html#/${one.file}/${one.code}`}, 'Compare it'),
    forget,
  );
}

/** A page of an organisation makes it the kept one. */
function keepOfPage() {
  const page = document.querySelector('[data-organisation]');
  if (page) {
    const {file, code, page: path} = page.dataset;
    keep({file, code, page: path, name: page.textContent.trim()});
  }
}

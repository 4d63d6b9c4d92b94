// Visits the site of a release: every kind of page, by a browser that may not leave the disk.
import fs from 'node:fs';
import path from 'node:path';
import {check, csv, drawAll, open, results, rowsOf, same, violations, visit} from './look.mjs';
import {indicatorPage} from './indicator.mjs';

const [folder, pictures] = process.argv.slice(2).map(arg => arg && path.resolve(arg));
const reports = path.join(folder, 'reports');
const there = name => fs.existsSync(path.join(reports, name));
const list = folder => fs.readdirSync(path.join(reports, folder)).filter(name => name.endsWith('.html'));
const READY = 1500;

const {page, errors, strays, close} = await open();
const picture = async (name, options = {}) =>
  pictures && page.screenshot({path: path.join(pictures, `${name}.png`), animations: 'disabled', ...options});
const times = [];
let tables = 0;
let charts = 0;
const counted = {identifiers: 0, nameless: 0, cut: 0};

try {
  if (pictures) {
    fs.mkdirSync(pictures, {recursive: true});
  }
  sizes();
  const stories = ['growth', 'plans', 'beds', 'money', 'coherence', 'stays'].map(name => `${name}.html`).filter(there);
  const data = list('data').map(name => `data/${name}`);
  const indicators = list('indicators').map(name => `indicators/${name}`);
  const areas = sampleOf(list('areas').map(name => `areas/${name}`));
  for (const name of ['index.html', 'compare.html', ...indicators, ...areas, 'areas/index.html', ...stories, ...data]) {
    await everyPage(name);
  }
  console.log(`     in pages about care: ${counted.identifiers} identifiers, ${counted.nameless} organisations without a name, ${counted.cut} cut texts`);
  await compare();
  await sheets();
  await front();
  let known = 0;
  for (const name of indicators.filter(one => !one.endsWith('index.html'))) {
    known += await indicatorPage(page, folder, name);
  }
  check('indicators with data', known > 0 || !fs.existsSync(path.join(reports, 'csv')), known);
  await areaPage(areas);
  await search();
  await dates();
  await longTable(there('money.html') ? 'money.html' : 'index.html');
  await paper(['index.html', 'compare.html', ...indicators.slice(0, 3), ...areas.slice(0, 2), ...stories]);
  await choices(stories);
  if (pictures) {
    await screenshots(stories, areas);
  }
} finally {
  await close();
}
const slowest = times.sort((a, b) => b[0] - a[0])[0];
check(`slowest of ${times.length} pages is ready in under ${READY} ms`, slowest[0] < READY, slowest.join(' ms, '));
check('no script error', errors.length === 0, errors.slice(0, 3).join(' | '));
check('no request off the disk', strays.length === 0, strays.slice(0, 3).join(' '));
const failed = results.filter(good => !good).length;
console.log(
  `${results.length - failed} passed, ${failed} failed: ${times.length} visits, ${charts} charts, ${tables} tables`,
);
process.exitCode = failed ? 1 : 0;

/** The first page with all that it loads, and the whole site. */
function sizes() {
  const bytes = name => fs.statSync(path.join(reports, name)).size;
  const html = fs.readFileSync(path.join(reports, 'index.html'), 'utf8');
  const loads = [...html.matchAll(/(?:src|href)="(assets\/[^"]+)"/g)].map(match => match[1]);
  const geographies = fs.readdirSync(path.join(reports, 'assets/data/geography')).map(name => bytes(`assets/data/geography/${name}`));
  const first = bytes('index.html') + loads.reduce((sum, name) => sum + bytes(name), 0) + Math.max(0, ...geographies);
  check('first page with style, script and map, kB', first < 3e5, Math.round(first / 1000));
  let [all, files] = [0, 0];
  const visit = dir =>
    fs.readdirSync(dir, {withFileTypes: true}).forEach(entry => {
      if (entry.isDirectory()) {
        if (!['csv', 'xlsx'].includes(entry.name)) {
          visit(path.join(dir, entry.name));
        }
      } else {
        all += fs.statSync(path.join(dir, entry.name)).size;
        files++;
      }
    });
  visit(reports);
  check(`site of ${files} files without CSV and workbooks, MB`, all < 80e6, (all / 1e6).toFixed(1));
}

/** An area of each geography, and some more. */
function sampleOf(pages) {
  const byGeography = new Map();
  pages
    .filter(name => !name.endsWith('index.html'))
    .forEach(name => {
      const geography = name.replace(/-[^-]*$/, '');
      byGeography.set(geography, [...(byGeography.get(geography) || []), name]);
    });
  return [...byGeography.values()].flatMap(some => [...new Set([some[0], some[Math.floor(some.length / 2)]])]);
}

/** What holds of every page. */
async function everyPage(name) {
  const took = await visit(page, folder, name);
  times.push([took, name]);
  await drawAll(page);
  const broken = await violations(page);
  check(`${name}: axe finds no violation`, broken === '', broken);
  const empty = await page.evaluate(() =>
    [...document.querySelectorAll('.chart, .map')]
      .filter(host => host.checkVisibility() && !host.hidden)
      .filter(host => host.querySelectorAll('svg path, svg rect, svg polyline').length < 1)
      .map(host => host.closest('[id]')?.id),
  );
  charts += await page.evaluate(() => [...document.querySelectorAll('.chart svg, .map svg')].length);
  check(`${name}: every chart is drawn`, empty.length === 0, empty.join(' '));
  const silent = await page.evaluate(() =>
    [...document.querySelectorAll('.chart')]
      .filter(host => host.checkVisibility() && !host.hidden)
      .filter(host => (host.getAttribute('aria-label') || '').length < 20 || host.getAttribute('tabindex') !== '0').length,
  );
  check(`${name}: every chart has a text and reached by keyboard`, silent === 0, silent);
  for (const width of [390]) {
    await page.setViewportSize({width, height: 844});
    await page.waitForTimeout(60);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`${name}: nothing is wider than ${width} px`, over <= 0, over);
    await page.setViewportSize({width: 1280, height: 900});
  }
  tables += await page.locator('table').count();
  await plainWords(name);
}

/** A page about care has no identifier of a measure, no organisation without a name and no text that is cut. */
async function plainWords(name) {
  if (name.startsWith('data/') || name === 'stays.html') {
    return;
  }
  const found = await page.evaluate(() => {
    document.querySelectorAll('details').forEach(details => {
      details.open = true;
    });
    const text = document.body.innerText;
    // Suppliers have names of three letters, such as AAH.
    const heads = [...document.querySelectorAll('tbody th')]
      .filter(th => !/^Supplier/.test(th.closest('table').tHead?.rows[0].cells[th.cellIndex].textContent.trim() || ''))
      .map(th => th.textContent.trim());
    return {
      identifiers: text.match(/\b[a-z]+[0-9]*(?:_[a-z0-9]+)+\b|\b[a-z]{2,}\.[a-z_]+\.[a-z0-9_]+\b/g) || [],
      nameless: heads.filter(head => /^(?:[A-Z0-9]{3}|[A-Z][0-9]{8}|[A-Z0-9]{5})$/.test(head) && !/^\d+$/.test(head)),
      cut: [...document.querySelectorAll('body *')]
        .filter(element => element.children.length === 0 && element.textContent.includes('…') && element.checkVisibility())
        .map(element => element.textContent),
    };
  });
  Object.keys(counted).forEach(key => {
    counted[key] += found[key].length;
    check(`${name}: ${key} 0`, found[key].length === 0, [...new Set(found[key])].slice(0, 4).join(' | '));
  });
}

/** Compare: the link keeps the choice, and the table says what the tables of the release say. */
async function compare() {
  await visit(page, folder, 'compare.html');
  if (!(await page.locator('section.compare').count())) {
    return;
  }
  const add = page.locator('select[data-pick=add]');
  await add.selectOption({index: 1});
  const chosen = await page.locator('[data-show=chosen] li').count();
  check('compare: a third area is added', chosen === 3, chosen);
  const hash = await page.evaluate(() => location.hash);
  await visit(page, folder, `compare.html${hash}`);
  check('compare: the link keeps the choice', (await page.locator('[data-show=chosen] li').count()) === chosen, hash);
  const rows = await rowsOf(page.locator('[data-show=latest] table'));
  const [indicator, geography] = hash.slice(1).split('/');
  const published = csv(folder, 'indicators', line => line.includes(indicator) && line.includes(geography));
  const wrong = rows.filter(
    row => row.Value !== '–' && !published.some(one => one.area_code === row.Code && same(row.Value, one.value)),
  );
  check('compare: the latest values are those of the table', rows.length === chosen && wrong.length === 0, wrong.length);
}

/** A table sorted, searched and saved: the file has the rows in view. */
async function sheets() {
  await visit(page, folder, 'areas/index.html');
  const figure = page.locator('figure.exhibit').first();
  await figure.scrollIntoViewIfNeeded();
  await page.waitForTimeout(100);
  if (!(await figure.locator('.tools input').count())) {
    return;
  }
  await figure.locator('th button').first().click();
  const names = await figure.locator('tbody th').allInnerTexts();
  const sorted = [...names].sort((a, b) => a.localeCompare(b, 'en', {numeric: true}));
  check('a table sorts by name', names.join() === sorted.join(), names.length);
  await figure.locator('.tools input').fill(names[0].slice(0, 9));
  await page.waitForTimeout(400);
  const left = await figure.locator('tbody tr:not([hidden])').count();
  for (const word of ['CSV', 'Excel']) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      figure.locator('.taken button', {hasText: word}).click(),
    ]);
    const bytes = fs.readFileSync(await file.path());
    const good = word === 'CSV' ? bytes.toString().trim().split('\r\n').length === left + 1 : bytes.subarray(0, 2).toString() === 'PK';
    check(`a table is saved as ${word} with the rows in view`, good, `${left} rows, ${bytes.length} bytes`);
  }
}

/** The first page: numbers beside those quoted, a map that leads on. */
async function front() {
  await visit(page, folder, 'index.html');
  const headlines = csv(folder, 'headlines');
  check('every finding has a line', (await page.locator('.finding-row').count()) === headlines.length, headlines.length);
  check('a card for each theme', (await page.locator('.now-card').count()) === 6, await page.locator('.now-card').count());
  if (await page.locator('#map .map [tabindex="0"]').count()) {
    await page.locator('#map .map [tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/areas\//);
    check('the map leads to an area by keyboard', page.url().includes('/areas/'), path.basename(page.url()));
  }
}

/** An area's page says what the tables say. */
async function areaPage(areas) {
  const name = areas.find(one => /E54000027|stp_2016/.test(one)) || areas[0];
  if (!name || !fs.existsSync(path.join(reports, 'csv'))) {
    return;
  }
  await visit(page, folder, name);
  const [, geography, code] = name.match(/areas\/(.*)-([^-]*)\.html/);
  const published = csv(folder, 'trends', line => line.includes(`,${geography},${code},`) && line.includes('financial_year'));
  await page.locator('#years').scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  await page.locator('#years summary').focus();
  await page.keyboard.press('Enter');
  const rows = await rowsOf(page.locator('#years table'));
  const title = await page.locator('#years select').first().inputValue();
  const start = year => `${year.slice(0, 4)}-04-01`;
  const wrong = rows.filter(row => {
    const candidates = published.filter(one => one.period_start === start(row.Year));
    return row.Value !== '–' && !candidates.some(one => same(row.Value, one.value));
  });
  check(`${name}: ${rows.length} years of "${title}" equal trends.csv`, rows.length > 0 && wrong.length === 0, wrong.length);
  const peers = csv(folder, 'peers', line => line.startsWith(`${geography},${code},`));
  const shown = await rowsOf(page.locator('#peers-table table')).catch(() => []);
  check(`${name}: peers equal peers.csv`, peers.length === shown.length, shown.length);
}

/** A table of dates is sorted by time. */
async function dates() {
  await visit(page, folder, 'data/completeness.html');
  const head = page.locator('#gaps thead th', {hasText: 'From'});
  if ((await head.count()) === 0) {
    return;
  }
  await head.locator('button').click();
  const shown = await page.locator('#gaps tbody tr:not([hidden])').evaluateAll(
    (rows, place) => rows.map(row => Date.parse(`${row.children[place].textContent} UTC`)),
    await head.evaluate(th => [...th.parentNode.children].indexOf(th)),
  );
  const down = (await head.getAttribute('aria-sort')) === 'descending';
  const wrong = shown.filter((day, i) => i > 0 && (down ? day > shown[i - 1] : day < shown[i - 1]));
  check('gaps are sorted by date', shown.every(day => day > 0) && wrong.length === 0, `${shown.length} rows`);
}

/** On paper no figure but the small map of an area is narrower than a quarter of the sheet, no table cut by its edge. */
async function paper(names) {
  await page.setViewportSize({width: 703, height: 1000});
  for (const name of names) {
    await visit(page, folder, name);
    await drawAll(page);
    await page.emulateMedia({media: 'print'});
    const narrow = await page.evaluate(() =>
      [...document.querySelectorAll('main figure')].filter(
        figure => figure.checkVisibility() && figure.clientWidth < 175 && !figure.closest('.where'),
      ).length,
    );
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('main table')].filter(table => table.offsetWidth > innerWidth).length,
    );
    check(`${name}: on paper no figure is narrow, no table wider than the sheet`, narrow + wide === 0, `${narrow}, ${wide}`);
    await page.emulateMedia({media: null});
  }
  await page.setViewportSize({width: 1280, height: 900});
}

/** Finds an area, an indicator and a column by keyboard. */
async function search() {
  await visit(page, folder, 'data/methods.html');
  for (const [words, kind] of [
    ['coventry', 'areas/'],
    ['occupancy', 'indicators/'],
    ['admission_flows', 'data/dictionary'],
  ]) {
    await page.locator('#search').fill('');
    await page.locator('#search').pressSequentially(words);
    await page.locator('#found li').first().waitFor();
    const found = await page.locator('#found li').count();
    if ((await page.locator('#found li[aria-disabled]').count()) === 1) {
      console.log(`     nothing called ${words} in this release`);
      continue;
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.href.includes(kind) || !url.href.includes('methods'));
    check(`search for ${words} leads on`, page.url().includes(kind), `${found} found, ${path.basename(page.url())}`);
    await visit(page, folder, 'data/methods.html');
  }
}

/** Choices of the stories by keyboard: other rows, another chart; all choices together show every row. */
async function choices(stories) {
  for (const name of stories) {
    await visit(page, folder, name);
    await drawAll(page);
    for (const figure of await page.locator('figure.exhibit:has([data-picks] select)').all()) {
      const id = await figure.getAttribute('id');
      const box = figure.locator('[data-picks] label:not([hidden]) select').last();
      if ((await box.count()) === 0) {
        continue;
      }
      const before = await figure.locator('tbody tr:not([hidden])').allInnerTexts();
      await box.focus();
      const first = await box.inputValue();
      await page.keyboard.press((await box.evaluate(b => b.selectedIndex)) > 0 ? 'ArrowUp' : 'ArrowDown');
      const after = await figure.locator('tbody tr:not([hidden])').evaluateAll(rows => rows.length);
      check(`${name}: ${id} by keyboard`, (await box.inputValue()) !== first && after > 0, `${before.length} rows, then ${after}`);
    }
  }
}

/** A table of ten thousand rows, made of the rows of a page, scrolls: the middle of the times of 25 frames. */
async function longTable(name) {
  await visit(page, folder, name);
  await drawAll(page);
  const times = await page.evaluate(async () => {
    const body = [...document.querySelectorAll('tbody')].sort((a, b) => b.rows.length - a.rows.length)[0];
    for (let details = body.closest('details'); details; details = details.parentElement.closest('details')) {
      details.open = true;
    }
    const rows = [...body.rows];
    const all = document.createDocumentFragment();
    for (let i = rows.length; i < 10000; i++) all.append(rows[i % rows.length].cloneNode(true));
    body.append(all);
    for (const row of body.rows) row.hidden = false;
    body.scrollIntoView();
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    for (let i = 0; i < 5; i++) await frame();
    const times = [];
    for (let i = 0; i < 25; i++) {
      const before = performance.now();
      scrollBy(0, 400);
      await frame();
      times.push(performance.now() - before);
    }
    return [body.rows.length, ...times.sort((a, b) => a - b)];
  });
  check(`${name}: ten thousand rows scroll`, times[0] >= 10000 && times[13] < 100,
    `${times[0]} rows, ${Math.round(times[13])} ms a frame, ${Math.round(times[24])} ms at most but one`);
}

async function screenshots(stories, areas) {
  const indicator = 'indicators/non_elective_per_1000.html';
  const area = areas.find(name => name.includes('E54000027')) || areas[0];
  const shots = ['index.html', indicator, area, ...stories, 'data/index.html', 'data/sources.html', 'data/dictionary.html'];
  for (const name of shots.filter(Boolean)) {
    for (const width of [1280, 390]) {
      await page.setViewportSize({width, height: 900});
      await visit(page, folder, name);
      await drawAll(page);
      await picture(`${name.replace(/[/.]/g, '-').replace('-html', '')}-${width}`, {fullPage: true});
    }
  }
  await page.setViewportSize({width: 1280, height: 900});
  for (const name of ['index.html', indicator, area].filter(Boolean)) {
    const short = name.replace(/[/.]/g, '-').replace('-html', '');
    await page.emulateMedia({colorScheme: 'dark'});
    await visit(page, folder, name);
    await drawAll(page);
    await picture(`${short}-dark`, {fullPage: true});
    await page.emulateMedia({colorScheme: 'light'});
    await visit(page, folder, name);
    await drawAll(page);
    await page.pdf({path: path.join(pictures, `${short}-print.pdf`), format: 'A4', printBackground: true});
  }
}

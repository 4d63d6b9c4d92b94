// A person's look at the page, by a browser that may not leave the disk.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const [folder, pictures] = process.argv.slice(2).map(arg => arg && path.resolve(arg));
const address = pathToFileURL(path.join(folder, 'reports', 'index.html')).href;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const results = [];

function check(what, good, found = '') {
  results.push(Boolean(good));
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}${found === '' ? '' : `: ${found}`}`);
}

/** A CSV table as objects. */
function csv(name) {
  const text = fs.readFileSync(path.join(folder, 'reports', 'csv', `${name}.csv`), 'utf8');
  const rows = [];
  let [row, cell, quoted] = [[], '', false];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += text[++i];
    } else if (c === '"') {
      quoted = !quoted;
    } else if (!quoted && (c === ',' || c === '\n')) {
      row.push(cell);
      cell = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else {
      cell += c;
    }
  }
  const [heads, ...body] = rows;
  return body.map(cells => Object.fromEntries(heads.map((head, i) => [head, cells[i]])));
}

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'footprints-page-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: FLAGS,
  viewport: {width: 1280, height: 900},
  reducedMotion: 'reduce',
});
const page = browser.pages()[0] || (await browser.newPage());
const errors = [];
const strays = [];
page.on('pageerror', error => errors.push(error.stack));
page.on('console', message => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
browser.on('request', request => /^(file|data):/.test(request.url()) || strays.push(request.url()));

const drawing = (section, name) => section.locator(`[data-chart="${name}"] svg`);
const shapes = (section, name) =>
  drawing(section, name)
    .first()
    .evaluate(
      svg =>
        [...svg.querySelectorAll('path, rect, line, polyline')].filter(
          shape => shape.getBoundingClientRect().width > 0,
        ).length,
    );
const picture = async (name, options = {}) =>
  pictures && page.screenshot({path: path.join(pictures, `${name}.png`), animations: 'disabled', ...options});
/** Scrolls to the end and back, so that every chapter draws. */
const drawAll = () =>
  page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 500) {
      scrollTo(0, y);
      await new Promise(done => setTimeout(done, 60));
    }
    scrollTo(0, 0);
  });

try {
  if (pictures) {
    fs.mkdirSync(pictures, {recursive: true});
  }
  const began = Date.now();
  await page.goto(address, {waitUntil: 'load'});
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  const ready = Date.now() - began;
  check(
    'size of the page, kB',
    fs.statSync(new URL(address)).size < 2.5e6,
    Math.round(fs.statSync(new URL(address)).size / 1000),
  );
  check('ready in ms', ready < 3000, ready);
  await drawAll();

  const chapters = await page.locator('section.chapter').all();
  check('there are chapters', chapters.length > 0, chapters.length);
  const indicators = csv('indicators');
  const trends = csv('trends');
  for (const section of chapters) {
    const id = await section.getAttribute('data-indicator');
    if ((await section.locator('.charts:visible').count()) === 0) {
      check(
        `${id} says that it has no data`,
        (await section.locator('.empty').count()) ||
          (await section.locator('.summary').innerText()).includes('no answer'),
      );
      continue;
    }
    for (const name of ['map', 'ranked', 'funnel', 'lines']) {
      const n = (await drawing(section, name).count()) ? await shapes(section, name) : 0;
      check(`${id}: ${name} is drawn, shapes`, n >= (name === 'map' ? 1 : 3), n);
      check(
        `${id}: ${name} is told in words`,
        (await section.locator(`[data-show="${name}-words"]`).innerText()).length > 20,
      );
    }
    await compareAreas(section, id, indicators);
    await comparePeriods(section, id, trends);
  }
  if (await page.locator('.choices:visible').count()) {
    await keyboard(chapters);
  }
  await accessible();
  await screenshots(chapters);
} finally {
  await browser.close();
  fs.rmSync(profile, {recursive: true, force: true});
}
check('no script error', errors.length === 0, errors.slice(0, 3).join(' | '));
check('no request off the disk', strays.length === 0, strays.slice(0, 3).join(' '));
const failed = results.filter(good => !good).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** What a table shows: texts of its cells by its headings. */
async function shown(section, name) {
  const behind = section.locator(`[data-table="${name}"]`);
  if (!(await behind.evaluate(details => details.open))) {
    await behind.locator('summary').focus();
    await page.keyboard.press('Enter');
  }
  await behind.locator('tbody tr').first().waitFor();
  return behind.locator('table').evaluate(table => {
    const heads = [...table.querySelectorAll('thead th')].map(th => th.textContent);
    return [...table.querySelectorAll('tbody tr')].map(tr =>
      Object.fromEntries([...tr.children].map((cell, i) => [heads[i], cell.textContent])),
    );
  });
}

/** Whether a shown number is the published one, rounded as shown. */
function same(text, published) {
  if (published === '') {
    return text === '–';
  }
  const plain = text.replace(/[,%+]| points| \(incomplete\)/g, '').replace('−', '-');
  const decimals = (plain.split('.')[1] || '').length;
  return (
    Math.abs(Number(plain) - Number(published)) <= 0.5 * 10 ** -decimals + 1e-6 * Math.abs(Number(published)) + 1e-9
  );
}

async function compareAreas(section, id, indicators) {
  const geography = await page.locator('#geography').inputValue();
  const label = await section.locator('[data-pick="period"]').inputValue();
  const start = await page.evaluate(
    ([indicator, place, period]) =>
      JSON.parse(document.getElementById('data').textContent)
        .indicators.find(i => i.id === indicator)
        .geographies[place].snapshots.find(s => s.label === period).start,
    [id, geography, label],
  );
  const rows = (await shown(section, 'areas')).filter(row => row.Code !== '–');
  const kind = /^\d{4}\/\d\d$/.test(label);
  const wrong = [];
  for (const row of rows) {
    const published = indicators.find(
      v =>
        v.indicator === id &&
        v.geography === geography &&
        v.area_code === row.Code &&
        v.period_start === start &&
        (v.period_kind === 'financial_year') === kind,
    );
    const good =
      published &&
      same(row.Value, published.value) &&
      same(row.Numerator, published.numerator) &&
      same(row.Denominator, published.denominator) &&
      same(row['95% lower'], published.lower_95) &&
      same(row['95% upper'], published.upper_95) &&
      same(row.Rank, published.rank);
    if (!good) {
      wrong.push(row.Code);
    }
  }
  check(
    `${id}: ${rows.length} areas of ${label} equal indicators.csv`,
    rows.length > 0 && wrong.length === 0,
    wrong.slice(0, 3).join(' '),
  );
}

async function comparePeriods(section, id, trends) {
  const rows = await shown(section, 'periods');
  const kind = await section.locator('[data-pick="span"] input:checked').inputValue();
  const published = trends.filter(
    t =>
      t.indicator === id &&
      t.geography === 'country' &&
      (kind === 'financial_year') === (t.period_kind === 'financial_year'),
  );
  if (rows.length && !('England' in rows[0])) {
    return;
  }
  const shownValues = rows.filter(row => row.England !== '–');
  const order = published.filter(t => t.value !== '').sort((a, b) => b.period_start.localeCompare(a.period_start));
  const wrong = shownValues.filter((row, i) => !order[i] || !same(row.England, order[i].value));
  check(
    `${id}: ${shownValues.length} periods of England equal trends.csv`,
    shownValues.length === order.length && wrong.length === 0,
    wrong
      .slice(0, 2)
      .map(row => row.Period)
      .join(' '),
  );
}

/** Every choice by keyboard alone. */
async function keyboard(sections) {
  const first = sections[0];
  const summary = () => first.locator('[data-show="summary"]').innerText();
  const before = await summary();
  await page.locator('#geography').focus();
  await page.keyboard.press('ArrowDown');
  const other = await page.locator('#geography').inputValue();
  if ((await page.locator('#geography option').count()) > 1) {
    check('another geography by keyboard', (await summary()) !== before, other);
  }
  await page.locator('#geography').focus();
  await page.keyboard.press('Home');
  const period = first.locator('[data-pick="period"]');
  const label = await period.inputValue();
  await period.focus();
  await page.keyboard.press(
    (await period.evaluate(box => box.selectedIndex < box.options.length - 1)) ? 'ArrowDown' : 'ArrowUp',
  );
  const now = await period.inputValue();
  const choice = (await period.locator('option').count()) > 1;
  check('another period by keyboard', (now !== label || !choice) && (await summary()).includes(now), now);
  await first.locator('.map [tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const area = await page.locator('#area').inputValue();
  check('an area on the map by keyboard', area !== '', area);
  check('the chosen area is told', (await first.locator('[data-show="lines-words"]').innerText()).length > 40);
  await page.locator('#area').focus();
  await page.keyboard.press('Home');
  check('no area again by keyboard', (await page.locator('#area').inputValue()) === '');
  const radio = first.locator('[data-pick="colour"] input').first();
  await radio.focus();
  await page.keyboard.press('ArrowRight');
  check(
    'shading against chance by keyboard',
    (await first.locator('[data-pick="colour"] input:checked').inputValue()) === 'chance',
  );
  await page.keyboard.press('ArrowLeft');
  await period.selectOption(label);
}

/** No rule of axe is broken. */
async function accessible() {
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations']}));
  check(
    'axe finds no violation',
    found.violations.length === 0,
    found.violations
      .map(violation => `${violation.id} (${violation.nodes.length}: ${violation.nodes[0].target})`)
      .join(', '),
  );
}

async function screenshots(sections) {
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ]) {
    await page.setViewportSize({width, height});
    await drawAll();
    await page.waitForTimeout(300);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`nothing is wider than ${width} px`, over <= 0, over);
    await picture(`top-${width}`);
    for (const [i, section] of sections.entries()) {
      await section.evaluate(element => element.scrollIntoView());
      await page.waitForTimeout(150);
      if (pictures) {
        await section.screenshot({path: path.join(pictures, `chapter-${i + 1}-${width}.png`)});
      }
    }
    if (pictures) {
      await page.locator('#quality').screenshot({path: path.join(pictures, `quality-${width}.png`)});
    }
  }
  await page.setViewportSize({width: 1280, height: 1960});
  await page.evaluate(() => document.activeElement.blur());
  await page.locator('details[open]').evaluateAll(list =>
    list.forEach(details => {
      details.open = false;
    }),
  );
  const choosing = (await page.locator('.choices:visible').count()) > 0;
  if (choosing) {
    await page
      .locator('#area')
      .selectOption({index: Math.floor((await page.locator('#area option').count()) * 0.66)});
  }
  await page.evaluate(() =>
    scrollTo(0, document.querySelector('.explore').getBoundingClientRect().top + scrollY + 12),
  );
  await page.waitForTimeout(300);
  await picture('picture');
  if (choosing) {
    await page.locator('#area').selectOption({index: 0});
  }
  await page.setViewportSize({width: 1280, height: 900});
  await page.emulateMedia({colorScheme: 'dark'});
  await drawAll();
  await picture('dark-1280');
  if (pictures) {
    await sections[0].screenshot({path: path.join(pictures, 'dark-chapter-1280.png')});
  }
  await page.emulateMedia({colorScheme: 'light'});
  if (pictures) {
    await page.pdf({path: path.join(pictures, 'print.pdf'), format: 'A4', printBackground: true});
  }
}

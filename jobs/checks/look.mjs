// A browser that may not leave the disk, and what is counted of it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const results = [];

export function check(what, good, found = '') {
  results.push(Boolean(good));
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}${found === '' ? '' : `: ${found}`}`);
}

/** A browser with one page, which remembers script errors and requests that leave the disk. */
export async function open() {
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
  page.on('pageerror', error => errors.push(`${page.url()} ${error.stack}`));
  page.on(
    'console',
    message => ['error', 'warning'].includes(message.type()) && errors.push(`${page.url()} ${message.text()}`),
  );
  browser.on('request', request => /^(file|data):/.test(request.url()) || strays.push(request.url()));
  const close = async () => {
    await browser.close();
    fs.rmSync(profile, {recursive: true, force: true});
  };
  return {page, errors, strays, close};
}

/** Opens a page of the site; how long it took until it answers, in ms. */
export async function visit(page, folder, name) {
  const [file, hash] = name.split('#');
  await page.goto('about:blank');
  const address = pathToFileURL(path.join(folder, 'reports', file)).href + (hash ? `#${hash}` : '');
  const began = performance.now();
  await page.goto(address, {waitUntil: 'load'});
  await page.waitForFunction(() => document.documentElement.dataset.ready, null, {timeout: 60000});
  return Math.round(performance.now() - began);
}

/** Scrolls to the end and back, so that everything is drawn. */
export const drawAll = page =>
  page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y);
      await new Promise(done => setTimeout(done, 40));
    }
    scrollTo(0, 0);
    await new Promise(done => setTimeout(done, 60));
  });

/** What axe holds against a page; empty when nothing. It need not read style sheets itself: the policy forbids it. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations'], preload: false}));
  return found.violations
    .map(violation => `${violation.id} (${violation.nodes.length}: ${violation.nodes[0].target})`)
    .join(', ');
}

/** Rows of a CSV table as objects; only those of which a test of the raw line holds. */
export function csv(folder, name, wanted = () => true) {
  const file = path.join(folder, 'reports', 'csv', `${name}.csv`);
  if (!fs.existsSync(file)) {
    return [];
  }
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(line => line);
  const heads = cells(lines[0]);
  return lines
    .slice(1)
    .filter(wanted)
    .map(line => {
      const row = cells(line);
      return Object.fromEntries(heads.map((head, i) => [head, row[i]]));
    });
}

function cells(line) {
  const row = [];
  let [cell, quoted] = ['', false];
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quoted && c === '"' && line[i + 1] === '"') {
      cell += line[++i];
    } else if (c === '"') {
      quoted = !quoted;
    } else if (!quoted && c === ',') {
      row.push(cell);
      cell = '';
    } else {
      cell += c;
    }
  }
  row.push(cell);
  return row;
}

/** Whether a shown number is the published one, rounded as shown. */
export function same(text, published) {
  if (published === '' || published === undefined) {
    return text === '–' || text === '';
  }
  const plain = text.replace(/[,%+£]| points| \(incomplete\)|m$/g, '').replace('−', '-');
  const decimals = (plain.split('.')[1] || '').length;
  return (
    Math.abs(Number(plain) - Number(published)) <= 0.5 * 10 ** -decimals + 1e-6 * Math.abs(Number(published)) + 1e-9
  );
}

/** A table as objects: texts of its visible cells by its headings. */
export const rowsOf = table =>
  table.evaluate(element => {
    const heads = [...element.querySelectorAll('thead th')].map(th => th.textContent);
    return [...element.querySelectorAll('tbody tr')]
      .filter(tr => !tr.hidden)
      .map(tr => Object.fromEntries([...tr.children].map((cell, i) => [heads[i], cell.textContent])));
  });

// The page of an indicator: every choice by keyboard, and its tables beside the published ones.
import {check, csv, rowsOf, same, visit} from './look.mjs';

/** 1 where the indicator has data, else 0. */
export async function indicatorPage(page, folder, name) {
  await visit(page, folder, name);
  const id = name.replace(/.*\/|\.html$/g, '');
  const section = page.locator('section.chapter');
  if ((await section.count()) === 0 || !(await section.isVisible())) {
    check(`${id} says that it has no data`, (await page.locator('.empty').count()) > 0 || !(await section.isVisible()));
    return 0;
  }
  const pick = what => section.locator(`[data-pick="${what}"]`);
  const said = what => section.locator(`[data-show="${what}"]`).innerText();
  if (!(await section.locator('.charts').isVisible())) {
    check(`${id} says that there is no value`, (await said('summary')).includes('no value'));
    return 0;
  }
  for (const what of ['map', 'ranked', 'funnel', 'lines', 'control']) {
    if (await section.locator(`[data-chart="${what}"]`).locator('xpath=ancestor::figure').isVisible()) {
      check(`${id}: ${what} is said in words`, (await said(`${what}-words`)).length > 20);
    }
  }
  const indicators = csv(folder, 'indicators', line => line.startsWith(`${id},`) && line.includes('financial_year'));
  const short = csv(folder, 'indicators', line => line.startsWith(`${id},`) && !line.includes('financial_year'));
  await compareAreas(indicators.concat(short));
  await keyboard();
  await compareAreas(indicators.concat(short));
  await comparePeriods();
  return 1;

  async function shown(what) {
    const behind = section.locator(`[data-table="${what}"]`);
    if (!(await behind.evaluate(details => details.open))) {
      await behind.locator('summary').focus();
      await page.keyboard.press('Enter');
    }
    await behind.locator('tbody tr').first().waitFor();
    return rowsOf(behind.locator('table'));
  }

  async function compareAreas(published) {
    const geography = await pick('geography').inputValue();
    const basis = await pick('basis').inputValue();
    const label = await pick('period').inputValue();
    const year = /^\d{4}\/\d\d$/.test(label);
    const rows = (await shown('areas')).filter(row => row.Code !== '–');
    const candidates = published.filter(
      one =>
        one.geography === geography && one.basis === basis && (one.period_kind === 'financial_year') === year &&
        (!year || one.period_start.startsWith(label.slice(0, 4))),
    );
    const start = year ? null : candidates.map(one => one.period_start).sort().at(-1);
    const byCode = new Map(candidates.filter(one => !start || one.period_start === start).map(one => [one.area_code, one]));
    const wrong = rows.filter(row => {
      const one = byCode.get(row.Code);
      return !(
        one &&
        same(row.Value, one.value) &&
        same(row.Numerator, one.numerator) &&
        same(row.Denominator, one.denominator) &&
        same(row['95% lower'], one.lower_95) &&
        same(row['95% upper'], one.upper_95) &&
        same(row.Rank, one.rank)
      );
    });
    check(
      `${id}: ${rows.length} areas of ${geography}, ${basis}, ${label} equal indicators.csv`,
      published.length === 0 || (rows.length > 0 && wrong.length === 0),
      wrong.slice(0, 3).map(row => row.Code).join(' '),
    );
  }

  /** England's periods with growth, as in trends. */
  async function comparePeriods() {
    const kind = await pick('span').locator('input:checked').inputValue();
    const trends = csv(folder, 'trends', line => line.startsWith(`${id},country,`)).filter(
      one => (kind === 'financial_year') === (one.period_kind === 'financial_year') && one.basis === 'as_was',
    );
    if (!trends.length) {
      return;
    }
    // Areas of which there is one basis only, such as regions, offer no choice of it.
    if (await pick('basis').isVisible()) {
      await pick('basis').selectOption('as_was');
      await page.waitForTimeout(150);
    }
    const rows = await shown('periods');
    const heading = Object.keys(rows[0]).find(head => head.startsWith('England: '));
    const order = trends.filter(one => one.value !== '').sort((a, b) => b.period_start.localeCompare(a.period_start));
    const filled = rows.filter(row => row.England !== '–');
    const growth = one => (heading.includes('growth') ? one.growth_pct : one.change);
    const wrong = filled.filter(
      (row, i) => !order[i] || !same(row.England, order[i].value) || !same(row[heading], growth(order[i])),
    );
    check(
      `${id}: ${filled.length} periods of England and their growth equal trends.csv`,
      filled.length === order.length && wrong.length === 0,
      wrong.slice(0, 2).map(row => row.Period).join(' '),
    );
  }

  async function keyboard() {
    const step = async box => {
      const before = await box.inputValue();
      const values = await box.evaluate(b => [...b.options].filter(o => !o.disabled).map(o => o.value));
      await box.focus();
      const last = values.indexOf(before) === values.length - 1;
      await page.keyboard.press(last ? 'ArrowUp' : 'ArrowDown');
      await page.waitForTimeout(250);
      return [before, await box.inputValue(), values.length];
    };
    for (const what of ['geography', 'period', 'basis', 'limits', 'adjustment', 'area']) {
      const box = pick(what);
      if ((await box.count()) === 0 || !(await box.isVisible())) {
        continue;
      }
      const [before, after, many] = await step(box);
      check(`${id}: another ${what} by keyboard`, before !== after || many < 2, `${before} to ${after}`);
      if (what === 'adjustment') {
        check(`${id}: the basis says that it is adjusted`, (await said('map-basis')).includes('adjusted for'));
        await box.selectOption('none');
      }
    }
    const area = await pick('area').inputValue();
    check(`${id}: the chosen area is named`, area === '' || (await said('lines-words')).length > 40);
    check(`${id}: the address holds the choice`, page.url().includes('#'), decodeURIComponent(page.url().split('#')[1] || ''));
    if (!(await section.locator('figure.maps').isVisible())) {
      check(`${id}: one area has no map, ranking or funnel plot`, (await pick('area').locator('option').count()) <= 2);
      return;
    }
    const tile = section.locator('.map:not([hidden]) [tabindex="0"]').first();
    await tile.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    check(`${id}: an area on the map by keyboard`, (await pick('area').inputValue()) !== '');
    const chart = section.locator('[data-chart="ranked"]');
    await chart.focus();
    await page.keyboard.press('ArrowDown');
    check(`${id}: a bar is announced by keyboard`, (await page.locator('#announcement').textContent()).length > 5);
  }
}

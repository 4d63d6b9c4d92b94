// Ten tasks with which somebody from a trust, a board, a council, a newspaper or a university would come to the first
// page of a release of the made-up sample: real clicks and keys, how many there are, and the sentence that answers.
import path from 'node:path';
import {check, drawAll, open, results, visit} from './look.mjs';

const folder = path.resolve(process.argv[2]);
const {page, errors, close} = await open();
let clicks = 0;

const click = async locator => {
  clicks++;
  await locator.click();
  await page.waitForFunction(() => document.documentElement.dataset.ready);
};
const menu = word => click(page.locator('nav a', {hasText: new RegExp(`^${word}$`)}).first());
const pick = async (box, label) => {
  clicks++;
  await box.selectOption(typeof label === 'string' ? label : {label: await labelLike(box, label)});
  await page.waitForTimeout(400);
};
const labelLike = async (box, pattern) => (await box.locator('option').allInnerTexts()).find(text => pattern.test(text));
/** Types words in the box of the search and follows the first that is found. */
const search = async (words, lead) => {
  await click(page.locator('#search'));
  await page.locator('#search').pressSequentially(words);
  await page.locator('#found li').first().waitFor();
  await click(page.locator('#found li', {hasText: lead}).first());
  await page.waitForURL(url => !url.href.endsWith('index.html'));
  await page.waitForFunction(() => document.documentElement.dataset.ready);
};
const exhibit = id => page.locator(`figure#${id}`);
const said = async locator => {
  await drawAll(page);
  await locator.first().waitFor({state: 'attached', timeout: 5000}).catch(() => {});
  const all = await locator.allInnerTexts();
  return all.map(text => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
};

/** One task: the way from the first page, and a pattern of the sentence that answers. */
async function task(who, question, way, answer) {
  await visit(page, folder, 'index.html');
  clicks = 0;
  let found = '';
  try {
    found = (await said(await way())).find(text => answer.test(text)) || '';
  } catch (problem) {
    found = '';
    console.log(`     ${problem.message.split('\n')[0]}`);
  }
  check(`${who}: ${question} ${clicks} clicks`, found !== '' && clicks <= 4, found.slice(0, 260) || 'no sentence answers');
}

try {
  await task('Trust', 'What is my trust\'s four-hour trend?', async () => {
    await search('gloucestershire hospitals', 'Gloucestershire Hospitals');
    return page.locator('main li, main p');
  }, /within four hours: [\d.]+% in 2025\/26, rank \d+ of \d+/);
  await task('Council', 'Is our rate of admissions high for the ages of our people?', async () => {
    await search('non-elective admissions', /^Non-elective admissions per 1,000 people/);
    await pick(page.locator('[data-pick=area]'), /Nottingham/);
    return page.locator('[data-show=ages]');
  }, /Nottingham.* unadjusted and [\d.]+ adjusted for age .*For the ages of its people its rate is /);
  await task('University', 'Which areas grew most, and why?', async () => {
    await menu('Growth');
    return page.locator('main .finding, main [data-show], main p');
  }, /More people: .* has the highest value/);
  await task('Newspaper', 'Are waits in A&E shorter than a year ago?', async () => page.locator('.now-card p'),
    /England, March 2026\. (Up|Down) [\d.]+ percentage points on the year/);
  await task('Newspaper', 'Was the figure of 5.8 million emergency admissions right?', async () => {
    await click(page.locator('.finding-row summary', {hasText: 'How many emergency admissions were there in 2016/17?'}));
    return page.locator('.finding-row');
  }, /How many emergency admissions were there in 2016\/17\?.*5\.8 million.*6\.\d+ million/);
  await task('Board', 'Is our board\'s allocation above or below its need?', async () => {
    await menu('Money');
    return page.locator('main .finding, main p');
  }, /has the highest value \([\d.+−]+%\).*lowest/);
  await task('Trust', 'How full are our beds beside those of another trust?', async () => {
    await search('occupancy', 'General and acute bed occupancy');
    await pick(page.locator('[data-pick=geography]'), /trust/i);
    await pick(page.locator('[data-pick=area]'), /Gloucestershire Hospitals/);
    return page.locator('[data-show=lines-words], [data-show=ranked-words], [data-show=summary]');
  }, /Gloucestershire Hospitals.*\d+\.\d%/);
  await task('Newspaper', 'Was the target of 76% within four hours in March 2024 met?', async () => {
    await menu('Plans');
    return page.locator('main tbody tr');
  }, /76% of all attendances within four hours.*(yes|no)/i);
  await task('University', 'How are funnel limits computed, and from which paper?', async () => {
    await menu('Data');
    await click(page.locator('main a', {hasText: /methods/i}).first());
    return page.locator('main tr');
  }, /funnel.*20\d\d/i);
  await task('Council', 'What share of discharges is late at the hospitals in our area?', async () => {
    await search('sussex', 'Sussex');
    return page.locator('main li, main p, main tr');
  }, /Discharges after the day on which patients were ready.*\d+\.\d/);
} finally {
  await close();
}
check('no script error', errors.length === 0, errors.slice(0, 2).join(' | '));
process.exitCode = results.every(Boolean) ? 0 : 1;

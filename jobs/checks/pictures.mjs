// The pictures of the README, taken from a release of the made-up sample: first page, an indicator, an area.
import fs from 'node:fs';
import path from 'node:path';
import {drawAll, open, visit} from './look.mjs';

const [folder, to] = process.argv.slice(2).map(arg => arg && path.resolve(arg));
fs.mkdirSync(to, {recursive: true});
const {page, close} = await open();
let bytes = 0;
try {
  for (const [name, file, height] of [
    ['front', 'index.html', 860],
    ['indicator', 'indicators/non_elective_per_1000.html#stp_2016/E54000027', 2080],
    ['area', 'areas/stp_2016-E54000018.html', 900],
  ]) {
    await page.setViewportSize({width: 1180, height});
    await visit(page, folder, file);
    await drawAll(page);
    const target = path.join(to, `${name}.png`);
    await page.screenshot({path: target, animations: 'disabled'});
    bytes += fs.statSync(target).size;
  }
} finally {
  await close();
}
console.log(`3 pictures, ${Math.round(bytes / 1000)} kB`);

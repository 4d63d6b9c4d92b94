// Tables: sorted, searched, narrowed to a region, and taken away as CSV or Excel, always exactly as they are shown.
const FEW = 8;
const FOLDED = 8;
const NARROW = matchMedia('(max-width: 40rem)');

/** Gives a table its tools; changed is called after rows were hidden, shown or moved. */
function equip(table, {title = () => 'table', changed = () => {}} = {}) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const sheet = {table, heads, title};
  if (rows.length > 1) {
    heads.forEach((head, place) => sortable(head, place, heads, body, changed));
  }
  const tools = element('div', {class: 'tools'});
  const counted = element('span', {class: 'counted', role: 'status'});
  const recount = () => {
    const shown = rows.filter(row => !row.hidden).length;
    counted.textContent = `${count(shown)} of ${plural(rows.length, 'row', 'rows')}`;
  };
  if (rows.length > FEW) {
    const find = element('input', {type: 'search', autocomplete: 'off', spellcheck: 'false'});
    const region = regionBox(heads, rows);
    const narrow = () => {
      table.classList.remove('begun');
      table.closest('figure, details, div')?.querySelector('.showall')?.remove();
      const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach(row => {
        const text = words.length ? row.textContent.toLowerCase() : '';
        const there = words.every(word => text.includes(word));
        const within = !region || region.box.value === '' || textAt(row, region.place) === region.box.value;
        leave(row, 'not-found', !(there && within));
      });
      recount();
      changed();
    };
    let waiting = 0;
    find.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(narrow, rows.length > 1000 ? 250 : 60);
    });
    tools.append(element('label', {}, heads.some(head => head.textContent.startsWith('Code')) ? 'Find by name or code ' : 'Find in this table ', find));
    if (region) {
      region.box.addEventListener('change', narrow);
      tools.append(element('label', {}, 'Region ', region.box));
    }
    tools.append(counted);
  }
  sheet.recount = recount;
  recount();
  const take = (word, make) => {
    const button = element('button', {type: 'button', class: 'plainbutton'}, word);
    button.addEventListener('click', () => make(sheet));
    return button;
  };
  tools.append(
    element('span', {class: 'taken'}, 'This table as ', take('CSV', takeCsv), ' or ', take('Excel', takeExcel)),
  );
  const box = table.closest('.scroll');
  box.before(tools);
  new ResizeObserver(() => fit(box, table)).observe(box);
  const folded = () => fold(table, heads, rows);
  NARROW.addEventListener('change', folded);
  folded();
  return sheet;
}

const textAt = (row, place) => (row.children[place]?.textContent || '').trim();

/** Hides a row for one reason, or shows it where no other reason is left. */
function leave(row, why, left) {
  row.classList.toggle(why, left);
  row.hidden = row.classList.contains('not-chosen') || row.classList.contains('not-found');
}

/** A choice of regions, where the table has a column of them with more than one. */
function regionBox(heads, rows) {
  const place = heads.findIndex(head => head.dataset.role === 'region');
  const names = place < 0 ? [] : [...new Set(rows.map(row => textAt(row, place)).filter(Boolean))].sort();
  if (names.length < 2) {
    return null;
  }
  const box = element(
    'select',
    {},
    element('option', {value: ''}, 'All regions'),
    ...names.map(value => element('option', {value}, value)),
  );
  return {place, box};
}

/** Returns the number that a cell shows; null for a text or a dash. */
function numberIn(cell) {
  if (!cell) {
    return null;
  }
  if (cell.dataset.v) {
    return Number(cell.dataset.v);
  }
  const plain = cell.textContent.trim().replace(/[,£+]/g, '').replace('−', '-').replace(/(?:%|m| points)$/, '');
  return plain !== '' && !Number.isNaN(Number(plain)) ? Number(plain) : null;
}

const MONTH_ORDER = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const DAY_OR_MONTH = /^(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*(?: to .+?)?(?: (\d{4}))$/;

/** Returns a date or the start of months, such as 1 May 2025 or January to March 2025, as a number; null for others. */
function dateIn(cell) {
  const found = DAY_OR_MONTH.exec(cell?.textContent.trim() || '');
  const month = found ? MONTH_ORDER.indexOf(found[2]) : -1;
  return month < 0 || month % 3 ? null : Number(found[3]) * 1000 + month * 11 + Number(found[1] || 0);
}

/** Returns by what the cells of a column are sorted: numbers, dates where all that have a text are dates, or texts. */
function keyOf(rows, place) {
  if (rows.some(row => numberIn(row.children[place]) !== null)) {
    return {numbers: true, key: row => numberIn(row.children[place])};
  }
  const filled = rows.filter(row => ![DASH, ''].includes(textAt(row, place)));
  return filled.length && filled.every(row => dateIn(row.children[place]) !== null)
    ? {numbers: true, key: row => dateIn(row.children[place])}
    : {numbers: false, key: row => textAt(row, place) || null};
}

function sortable(head, place, heads, body, changed) {
  const button = element('button', {type: 'button', class: 'sort'});
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const rows = [...body.rows];
    const {numbers, key} = keyOf(rows, place);
    const down = head.getAttribute('aria-sort') ? head.getAttribute('aria-sort') === 'ascending' : numbers;
    const sign = down ? -1 : 1;
    const keyed = rows.map(row => ({row, key: key(row)}));
    keyed.sort((a, b) =>
      a.key === null || b.key === null
        ? (a.key === null) - (b.key === null)
        : sign * (numbers ? a.key - b.key : a.key.localeCompare(b.key, 'en', {numeric: true})),
    );
    body.append(...keyed.map(one => one.row));
    heads.forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    changed();
  });
}

/** A table that fits needs no box of its own, so that its headings can stay in view. */
function fit(box, table) {
  box.classList.remove('wide');
  table.classList.remove('tight');
  if (table.offsetWidth > box.clientWidth + 1) {
    table.classList.add('tight');
  }
  if (table.offsetWidth > box.clientWidth + 1) {
    box.classList.add('wide');
  }
}

/** On a telephone a wide table shows a row as a card: each cell says what it is. */
function fold(table, heads, rows) {
  const wide = heads.filter(head => !head.hidden).length > 3;
  const folds = NARROW.matches && wide;
  table.classList.toggle('fold', folds);
  if (folds && rows.length > FOLDED && !table.dataset.folded) {
    const all = element('button', {type: 'button', class: 'plainbutton showall'}, `Show all ${count(rows.length)} rows`);
    table.classList.add('begun');
    all.addEventListener('click', () => {
      table.classList.remove('begun');
      all.remove();
    });
    (table.closest('.scroll') || table).after(all);
  }
  if (folds && !table.dataset.folded) {
    table.dataset.folded = 'yes';
    rows.forEach(row =>
      [...row.children].forEach((cell, place) => {
        cell.dataset.label = heads[place].textContent;
      }),
    );
  }
}

/** The headings and rows in view, numbers as numbers, with the unit that a cell shows in the heading. */
function inView({table, heads}) {
  const places = heads.map((_, place) => place).filter(place => !heads[place].hidden);
  const rows = [...table.tBodies[0].rows].filter(row => !row.hidden);
  const shown = place => rows.map(row => textAt(row, place)).find(text => /\d/.test(text)) || '';
  const unit = place =>
    heads[place].classList.contains('words') || /^[£%]|, %$/.test(heads[place].textContent)
      ? ''
      : /%$/.test(shown(place))
        ? ' (%)'
        : /^[+−]?£.*m$/.test(shown(place))
          ? ' (£ million)'
          : /^[+−]?£/.test(shown(place))
            ? ' (£)'
            : '';
  const cell = (row, place) => {
    const text = textAt(row, place);
    if (heads[place].classList.contains('words') || row.children[place].tagName === 'TH') {
      return text;
    }
    const plain = text.replace(/[,£+]/g, '').replace('−', '-').replace(/(?:%|m| points)$/, '');
    return plain !== '' && !Number.isNaN(Number(plain)) ? Number(plain) : text === DASH ? '' : text;
  };
  return [
    places.map(place => heads[place].textContent + unit(place)),
    ...rows.map(row => places.map(place => cell(row, place))),
  ];
}

const fileName = (sheet, ending) =>
  `${sheet.title().toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80) || 'table'}.${ending}`;

function save(name, type, parts) {
  const link = element('a', {href: URL.createObjectURL(new Blob(parts, {type})), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** A text that a spreadsheet could take for a formula gets an apostrophe. */
function csvCell(value) {
  const text = typeof value === 'string' && /^[=+@\t\r-]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function takeCsv(sheet) {
  const lines = inView(sheet).map(row => row.map(csvCell).join(','));
  save(fileName(sheet, 'csv'), 'text/csv;charset=utf-8', ['\ufeff' + lines.join('\r\n') + '\r\n']);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/';
const xmlText = text =>
  [...text]
    .filter(c => c >= ' ' || c === '\t' || c === '\n')
    .join('')
    .replace(/[&<>"]/g, c => `&#${c.codePointAt(0)};`);
const columnName = n => (n < 26 ? '' : columnName(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** The parts of a workbook with one sheet. */
function workbookParts(name, rows) {
  const cell = (value, x, y) =>
    typeof value === 'number'
      ? `<c r="${columnName(x)}${y}"><v>${value}</v></c>`
      : `<c r="${columnName(x)}${y}" t="inlineStr"${y === 1 ? ' s="1"' : ''}><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  const lines = rows.map((row, i) => `<row r="${i + 1}">${row.map((value, x) => cell(value, x, i + 1)).join('')}</row>`);
  const main = `${OFFICE}spreadsheetml/2006/main`;
  const rel = `${OFFICE}officeDocument/2006/relationships`;
  const pack = `${OFFICE}package/2006/`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  return {
    '[Content_Types].xml':
      `${XML}<Types xmlns="${pack}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}styles+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${pack}relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${pack}relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      `${XML}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
      '<cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml':
      `${XML}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="44" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
}

const CRC = Array.from({length: 256}, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) {
    c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  }
  return c >>> 0;
});
const crc32 = bytes => {
  let c = 0xffffffff;
  bytes.forEach(byte => {
    c = CRC[(c ^ byte) & 255] ^ (c >>> 8);
  });
  return (c ^ 0xffffffff) >>> 0;
};

/** A zip file of files that are stored without compression. */
function zipped(files) {
  const text = new TextEncoder();
  const [parts, directory] = [[], []];
  let at = 0;
  const bytes = (...fields) => {
    const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
    let place = 0;
    fields.forEach(([size, value]) => {
      size === 2 ? view.setUint16(place, value, true) : view.setUint32(place, value, true);
      place += size;
    });
    return new Uint8Array(view.buffer);
  };
  Object.entries(files).forEach(([path, content]) => {
    const [name, data] = [text.encode(path), text.encode(content)];
    const what = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x21], [4, crc32(data)], [4, data.length], [4, data.length], [2, name.length], [2, 0]];
    const head = bytes([4, 0x04034b50], ...what);
    directory.push(bytes([4, 0x02014b50], [2, 20], ...what, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    parts.push(head, name, data);
    at += head.length + name.length + data.length;
  });
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const n = Object.keys(files).length;
  return [...parts, ...directory, bytes([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, size], [4, at], [2, 0])];
}

function takeExcel(sheet) {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  save(fileName(sheet, 'xlsx'), type, zipped(workbookParts('Table', inView(sheet))));
}

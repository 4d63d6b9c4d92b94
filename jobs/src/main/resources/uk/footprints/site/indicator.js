// The page of an indicator: choices, and what follows from them. The address after # is geography and area, so that a
// choice can be sent to somebody.
async function startIndicator(section) {
  const indicator = about;
  const list = shownGeographies();
  const pickBox = name => hook(section, 'pick', name);
  const checked = name => pickBox(name).querySelector('input:checked')?.value;
  const boxes = Object.fromEntries(
    ['geography', 'area', 'period', 'basis', 'adjustment', 'limits'].map(name => [name, pickBox(name)]),
  );
  const chosen = {geography: null, data: null, whole: null, area: null, period: null};

  const usable = (box, values) => {
    if (!box) {
      return;
    }
    [...box.options].forEach(option => {
      option.disabled = !values.includes(option.value);
    });
    if (!values.includes(box.value)) {
      box.value = values[0];
    }
    box.closest('label').hidden = values.length < 2;
  };

  async function fetchData() {
    const meta = byId(list, boxes.geography.value);
    usable(boxes.basis, meta.bases > 1 ? ['as_was', 'as_now'] : ['as_was']);
    const basis = boxes.basis.value;
    const code = chosen.area === null ? null : chosen.geography.codes[chosen.area];
    const wholeMeta = about.geographies.find(g => g.id === 'country');
    const [geography, data, whole] = await Promise.all([
      load(`geography/${meta.file}`),
      answers(indicator, meta.file, basis),
      wholeMeta ? answers(indicator, wholeMeta.file, basis) : null,
    ]);
    const same = chosen.geography === geography;
    Object.assign(chosen, {geography, data, whole});
    if (!same) {
      const again = geography.codes.indexOf(code);
      chosen.area = again < 0 ? null : again;
      fillAreas();
    }
    const keep = data.snapshots.find(one => one.label === chosen.period) || usual(data.snapshots);
    chosen.period = keep?.label;
    boxes.period.replaceChildren(
      ...[...data.snapshots].reverse().map(one => element('option', {value: one.label}, one.label)),
    );
    boxes.period.value = chosen.period;
  }

  function fillAreas() {
    const {names, codes} = chosen.geography;
    const order = codes.map((_, place) => place).sort((a, b) => names[a].localeCompare(names[b], 'en'));
    boxes.area.replaceChildren(
      element('option', {value: ''}, 'England'),
      ...order.map(place => element('option', {value: codes[place]}, `${names[place]} (${codes[place]})`)),
    );
    boxes.area.value = chosen.area === null ? '' : codes[chosen.area];
  }

  function pickArea(place) {
    chosen.area = place === chosen.area ? null : place;
    boxes.area.value = chosen.area === null ? '' : chosen.geography.codes[chosen.area];
    remember();
    show();
  }

  function remember() {
    const meta = byId(list, boxes.geography.value);
    const {geography, area} = chosen;
    const code = area === null ? '' : `/${geography.codes[area]}`;
    if (area !== null) {
      keep({file: meta.file, code: geography.codes[area], name: geography.names[area], page: geography.pages[area]});
    }
    history.replaceState(null, '', `#${meta.file}${code}`);
  }

  /** The snapshot as it is shown: adjusted, and against the limits that were chosen. */
  function asChosen(snapshot) {
    const wide = boxes.limits.value === 'wide';
    let one = wide ? {...snapshot, funnel: snapshot.wide, class: snapshot.wideClass} : snapshot;
    const by = chosen.data.adjusted || {};
    usable(boxes.adjustment, ['none', ...Object.keys(by).filter(name => by[name][snapshot.start] && snapshot.kind === 'financial_year')]);
    const adjustment = boxes.adjustment?.value || 'none';
    if (adjustment !== 'none') {
      const other = by[adjustment][snapshot.start];
      one = {
        ...one,
        ...other,
        comparable: other.rank.map((rank, i) => (absent(other.value[i]) ? null : absent(rank) ? 0 : 1)),
        class: other.value.map(() => null),
        country: snapshot.country,
      };
    }
    return {adjustment, snapshot: one, crude: wide ? {...snapshot, funnel: snapshot.wide, class: snapshot.wideClass} : snapshot};
  }

  function show() {
    const {geography, data, whole} = chosen;
    const found = data.snapshots.find(one => one.label === chosen.period && one.value.some(value => !absent(value)));
    section.querySelector('.charts').hidden = !found;
    if (!found) {
      say(section, 'summary', 'There is no value for these areas in this period. Choose other areas or another period.');
      return;
    }
    const alone = geography.codes.length < 2;
    ['map', 'ranked', 'funnel'].forEach(name => {
      section.querySelector(`[data-chart="${name}"]`).closest('figure').hidden = alone;
    });
    const {adjustment, snapshot, crude} = asChosen(found);
    const state = {
      indicator,
      geography,
      data,
      whole,
      adjustment,
      area: chosen.area,
      basis: boxes.basis.value,
      colour: adjustment === 'none' ? checked('colour') : 'value',
      span: checked('span'),
    };
    pickBox('colour').hidden = !indicator.funnel || adjustment !== 'none';
    boxes.limits.closest('label').hidden = !indicator.funnel || !crude.wide[0].some(limit => !absent(limit));
    const basis = basisWords(state, snapshot);
    const plain = basisWords({...state, adjustment: 'none'}, snapshot);
    say(section, 'summary', summaryWords(state, snapshot));
    const byAge = data.adjusted?.age?.[found.start];
    const ages = found.kind === 'financial_year' && byAge ? ageWords(state, found, byAge) : '';
    say(section, 'ages', ages);
    hook(section, 'show', 'ages').hidden = ages === '';
    const on = hook(section, 'show', 'onward');
    on.replaceChildren(
      ...(state.area === null
        ? []
        : [
            element('a', {href: root + geography.pages[state.area]}, `All indicators of ${nameWords(geography.names[state.area])}`),
            ' · ',
            element(
              'a',
              {href: `${root}compare.html#${indicator.id}/${byId(list, boxes.geography.value).file}/${geography.codes[state.area]}`},
              'Compare it with others',
            ),
          ]),
    );
    say(section, 'map-basis', basis);
    say(section, 'ranked-basis', basis);
    say(section, 'funnel-basis', plain);
    const shortest = indicator.shortest.replace('_', ' ');
    const steps = seriesOf(state).kind === 'financial_year' ? 'financial years' : `${shortest}s`;
    say(section, 'lines-basis', sourceWords(state, steps));
    say(section, 'control-basis', sourceWords({...state, basis: 'as_was'}, `${shortest}s, season removed`));
    const own = state.area === null ? 'England' : nameWords(geography.names[state.area]);
    say(section, 'map-title', titleWords(state, snapshot.label));
    say(section, 'ranked-title', `Ranking: ${geography.label}, ${snapshot.label}`);
    say(section, 'funnel-title', `Funnel plot: ${geography.label}, ${snapshot.label}`);
    say(section, 'lines-title', `Trend: ${own}, by ${steps.replace(/s$/, '')}`);
    say(section, 'control-title', `Control chart: ${own}`);
    const outlined = Boolean(geography.outlines);
    const [map, tiles] = [hook(section, 'chart', 'map'), hook(section, 'chart', 'tiles')];
    map.hidden = !outlined;
    const legend = hook(section, 'show', 'legend');
    if (outlined) {
      drawMap(map, null, {...state, view: 'outlines'}, snapshot, pickArea, tip);
    }
    if (geography.tiles) {
      drawMap(tiles, legend, {...state, view: 'tiles'}, snapshot, pickArea, tip);
    }
    drawRanked(hook(section, 'chart', 'ranked'), state, snapshot, pickArea);
    drawFunnel(hook(section, 'chart', 'funnel'), state, crude, pickArea);
    drawLines(hook(section, 'chart', 'lines'), state);
    drawControl(hook(section, 'chart', 'control'), state);
    const words = {
      map: outlined
        ? 'On the left areas have their true shape; on the right each area is a tile of the same size.'
        : 'Each area is a tile of the same size, because this release has no boundaries of these areas.',
      ranked: rankedWords(state, snapshot),
      funnel: (adjustment === 'none' ? '' : 'The funnel is that of the rate without adjustment. ') + funnelWords(state, crude),
      lines: linesWords(state),
      control: controlWords(state),
    };
    Object.entries(words).forEach(([name, text]) => {
      say(section, `${name}-words`, text);
      if (name !== 'map') {
        hook(section, 'chart', name).setAttribute('aria-label', text);
      }
    });
    fillTables(state, snapshot);
  }

  function fillTables(state, snapshot) {
    const make = {
      areas: () => areasTable(state, snapshot),
      periods: () => periodsTable(state),
      control: () => controlTable(state),
    };
    Object.entries(make).forEach(([name, made]) => {
      const behind = hook(section, 'table', name);
      const fill = () => behind.open && showTable(behind.querySelector('.scroll'), made());
      behind.ontoggle = fill;
      fill();
    });
  }

  boxes.geography.replaceChildren(...list.map(g => element('option', {value: g.id}, g.label)));
  if (!list.length) {
    section.hidden = true;
    return;
  }
  const own = kept();
  const [file, code] = location.hash.length > 1 ? decodeURIComponent(location.hash.slice(1)).split('/') : [own?.file, own?.code];
  boxes.geography.value = (list.find(g => g.file === file) || firstGeography(list)).id;
  say(section, 'short', indicator.shortest === 'quarter' ? 'Quarters' : indicator.shortest === 'month' ? 'Months' : 'Years');
  await fetchData();
  const place = code === undefined ? -1 : chosen.geography.codes.indexOf(code);
  chosen.area = place < 0 ? null : place;
  boxes.area.value = place < 0 ? '' : code;
  ['geography', 'basis'].forEach(name =>
    boxes[name].addEventListener('change', async () => {
      await fetchData();
      remember();
      show();
    }),
  );
  boxes.area.addEventListener('change', () => {
    chosen.area = boxes.area.value === '' ? null : chosen.geography.codes.indexOf(boxes.area.value);
    remember();
    show();
  });
  boxes.period.addEventListener('change', () => {
    chosen.period = boxes.period.value;
    show();
  });
  ['adjustment', 'limits', 'colour', 'span'].forEach(name => pickBox(name)?.addEventListener('change', show));
  redraws.push(show);
  show();
}

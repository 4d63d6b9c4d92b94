// Every chart in words.

/** An area in a period: value, limits, place. */
function areaWords(state, snapshot, place) {
  const {indicator, geography} = state;
  const name = nameWords(geography.names[place]);
  if (absent(snapshot.value[place])) {
    return `${name}: no data. ${reason(snapshot.reason[place])}`;
  }
  const limits = absent(snapshot.lower[place])
    ? ''
    : ` (95% limits ${bare(snapshot.lower[place], indicator)} to ${bare(snapshot.upper[place], indicator)})`;
  const ranked = comparable(snapshot).length;
  const rank = absent(snapshot.rank[place]) ? '' : `, rank ${snapshot.rank[place]} of ${ranked}`;
  const judged =
    !snapshot.comparable[place] || absent(snapshot.class[place]) || snapshot.class[place] > 4
      ? ''
      : `, ${CLASSES[snapshot.class[place]]} of the funnel`;
  const gap = snapshot.comparable[place] ? '' : `. Incomplete: ${reason(snapshot.reason[place])}`;
  return `${name}: ${valueWords(snapshot.value[place], indicator)}${limits}${rank}${judged}${gap}`;
}

/** Source, period and basis, below each chart. */
function basisWords(state, snapshot) {
  const adjusted = state.adjustment && state.adjustment !== 'none' ? `, adjusted for ${state.adjustment.replace(/_/g, ' ')}` : '';
  return sourceWords(state, `${snapshot.label}${adjusted}`);
}

const sourceWords = (state, period) =>
  `Source: ${state.indicator.source}; ${period}. Organisations are in the area ${
    state.basis === 'as_now' ? 'of their successor today' : 'where they lay at the time'
  }.`;

/** What a chart shows: indicator, areas and period. */
const titleWords = (state, period) => `${state.indicator.title}: ${state.geography.label}, ${period}`;

/** What England has and no area: how much, and whose. */
function unassignedWords([amount, reason]) {
  const [who, ...shares] = reason.replace('belongs to no area: ', '').split('; ');
  return `${shares.join('; ') || `${figure(amount)} of England's count`} belong to no area${who ? `: ${who}` : ''}.`;
}

function summaryWords(state, snapshot) {
  const {indicator, geography} = state;
  const ranked = ranking(snapshot, geography.names).filter(place => snapshot.comparable[place]);
  const sentences = [];
  if (ranked.length > 1) {
    const [high, low] = [ranked[0], ranked[ranked.length - 1]];
    sentences.push(
      `In ${snapshot.label} the value is highest in ${nameWords(geography.names[high])} ` +
        `(${valueWords(snapshot.value[high], indicator)}) and lowest in ${nameWords(geography.names[low])} ` +
        `(${amount(snapshot.value[low], indicator)}), of ${plural(ranked.length, 'complete area', 'complete areas')}` +
        `${absent(snapshot.country) ? '' : `; all areas together have ${amount(snapshot.country, indicator)}`}.`,
    );
  } else {
    sentences.push(`In ${snapshot.label} there are not two complete areas to compare.`);
  }
  const left = leftOut(state, snapshot);
  if (left.length > 0) {
    sentences.push(
      `Not ranked: ${left.slice(0, 3).join('; ')}${
        left.length > 3 ? `; and others, for which the table of areas gives the reason` : ''
      }.`,
    );
  }
  if (snapshot.unassigned && snapshot.unassigned[0] >= 0.5) {
    sentences.push(unassignedWords(snapshot.unassigned));
  }
  return sentences.join(' ');
}

const BY_AGE =
  'Indirectly standardised: England\'s rates by age, applied to the people here. Commissioners do not publish admissions ' +
  'by age, so a directly standardised rate cannot be computed from these files.';

/** Whether a rate is high for the ages of the people who live there: the adjusted rate beside the crude one. */
function ageWords({indicator, geography, area}, snapshot, adjusted) {
  const per = indicator.unit.replace(' in the period', '');
  const order = places(snapshot)
    .filter(place => !absent(adjusted.rank[place]))
    .sort((a, b) => adjusted.rank[a] - adjusted.rank[b]);
  const value = place => bare(adjusted.value[place], indicator);
  if (area === null) {
    return order.length < 2
      ? ''
      : `Adjusted for age, the value is highest in ${nameWords(geography.names[order[0]])} (${value(order[0])} ${per}) and ` +
          `lowest in ${nameWords(geography.names[order.at(-1)])} (${value(order.at(-1))}). ${BY_AGE}`;
  }
  if (absent(adjusted.value[area]) || absent(snapshot.value[area])) {
    return '';
  }
  const [own, whole] = [adjusted.value[area], snapshot.country];
  const beyond = adjusted.lower[area] > whole ? 'higher' : adjusted.upper[area] < whole ? 'lower' : '';
  const verdict = absent(whole)
    ? ''
    : beyond
      ? ` For the ages of its people its rate is ${beyond} than that of England (${bare(whole, indicator)}), by more than chance.`
      : ` For the ages of its people its rate is no further from that of England (${bare(whole, indicator)}) than chance.`;
  const ranks =
    absent(adjusted.rank[area]) || absent(snapshot.rank[area])
      ? ''
      : `, rank ${adjusted.rank[area]} of ${order.length}; unadjusted, rank ${snapshot.rank[area]}`;
  return (
    `${nameWords(geography.names[area])} has ${bare(snapshot.value[area], indicator)} ${per} unadjusted and ${bare(own, indicator)} ` +
    `adjusted for age (95% limits ${bare(adjusted.lower[area], indicator)} to ${bare(adjusted.upper[area], indicator)}${ranks}).` +
    `${verdict} ${BY_AGE}`
  );
}

/** The areas without a rank, by the reason. */
function leftOut(state, snapshot) {
  const byReason = new Map();
  places(snapshot)
    .filter(place => snapshot.comparable[place] === 0)
    .forEach(place => {
      const why = reason(snapshot.reason[place]).replace(/; not ranked|; population of mid-\d+/g, '');
      byReason.set(why, [...(byReason.get(why) || []), nameWords(state.geography.names[place])]);
    });
  return [...byReason]
    .sort((a, b) => b[1].length - a[1].length)
    .map(
      ([why, names]) => `${names.length > 2 ? `${names.length} areas` : names.join(' and ')} (${why})`,
    );
}

function rankedWords(state, snapshot) {
  const hollow = incomplete(snapshot).length;
  const limits = snapshot.lower.some(limit => !absent(limit))
    ? 'Thin lines at the ends of bars are 95% confidence limits. '
    : 'These values have no confidence limits. ';
  const own = state.area === null ? '' : areaWords(state, snapshot, state.area) + '. ';
  return (
    own + limits + (hollow ? `${plural(hollow, 'hollow bar is', 'hollow bars are')} incomplete and not ranked.` : '')
  );
}

function funnelWords(state, snapshot) {
  if (!state.indicator.funnel) {
    return 'Averages of beds are not samples, so they have no control limits. Areas are shown by their size.';
  }
  const judged = comparable(snapshot).filter(place => snapshot.class[place] < 5);
  const of = classes => judged.filter(place => classes.includes(snapshot.class[place])).length;
  if (judged.length === 0) {
    return 'No area can be judged in this period.';
  }
  return (
    `Of ${plural(judged.length, 'area', 'areas')}, ${of([4])} are above and ${of([0])} below the 99.8% limits, ` +
    `${of([3])} and ${of([1])} between the 95% and 99.8% limits, ${of([2])} within. ` +
    'Solid lines are the 99.8% limits, dashed lines the 95% limits. Triangles are areas outside the limits; hollow ' +
    'points are incomplete. Where most areas are outside, they differ by more than chance: by who lives there, ' +
    'how care is given and how it is counted.'
  );
}

function linesWords(state) {
  const {kind, area, country: whole} = seriesOf(state);
  const last = (of, place) => {
    for (let i = of.labels.length - 1; i >= 0; i--) {
      if (!absent(of.value[place][i]) && !of.incomplete[place].includes(i)) {
        return (
          `${amount(of.value[place][i], state.indicator)} in ${of.labels[i]}` +
          (absent(of.growth[place][i]) ? '' : ` (${change(of.growth[place][i], state.indicator)} on the year)`)
        );
      }
    }
    return 'never complete';
  };
  const sentences = [];
  if (area && state.area !== null) {
    sentences.push(`${nameWords(state.geography.names[state.area])}: ${last(area, state.area)}.`);
  }
  if (whole && whole.labels.length) {
    sentences.push(`England: ${last(whole, 0)}.`);
  }
  sentences.push('Grey lines are the other areas; the dashed line is England; hollow points are incomplete.');
  const starts = (area && area.labels.length ? area : whole)?.starts || [];
  return sentences.join(' ') + breakWords(state.indicator, starts, Boolean(whole));
}

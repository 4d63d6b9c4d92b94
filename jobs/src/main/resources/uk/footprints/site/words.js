// Every chart in words.

/** An area in a period: value, limits, place. */
function areaWords(state, snapshot, place) {
  const {indicator, geography} = state;
  const name = short(geography.names[place], 90);
  if (absent(snapshot.value[place])) {
    return `${name}: no value. ${reason(snapshot.reason[place])}`;
  }
  const limits = absent(snapshot.lower[place])
    ? ''
    : ` (95% limits ${number(snapshot.lower[place], 1)} to ${number(snapshot.upper[place], 1)})`;
  const ranked = comparable(snapshot).length;
  const rank = absent(snapshot.rank[place]) ? '' : `, rank ${snapshot.rank[place]} of ${ranked}`;
  const judged =
    !snapshot.comparable[place] || absent(snapshot.class[place]) || snapshot.class[place] > 4
      ? ''
      : `, ${CLASSES[snapshot.class[place]]} of the funnel`;
  const gap = snapshot.comparable[place] ? '' : `. Incomplete: ${reason(snapshot.reason[place])}`;
  return `${name}: ${amount(snapshot.value[place], indicator)}${limits}${rank}${judged}${gap}`;
}

function basisWords(state, snapshot) {
  const basis = state.basis === 'as_now' ? 'as now' : 'as was';
  const adjusted = state.adjustment && state.adjustment !== 'none' ? ` · adjusted for ${state.adjustment.replace(/_/g, ' ')}` : '';
  return `${state.indicator.source} · ${snapshot.label} · ${state.geography.label} · ${basis}${adjusted}`;
}

function summaryWords(state, snapshot) {
  const {indicator, geography} = state;
  const ranked = ranking(snapshot, geography.names).filter(place => snapshot.comparable[place]);
  const sentences = [];
  if (ranked.length > 1) {
    const [high, low] = [ranked[0], ranked[ranked.length - 1]];
    sentences.push(
      `In ${snapshot.label}, ${plural(ranked.length, 'complete area is', 'complete areas are')} between ` +
        `${amount(snapshot.value[low], indicator)} (${short(geography.names[low])}) and ` +
        `${amount(snapshot.value[high], indicator)} (${short(geography.names[high])})` +
        `${absent(snapshot.country) ? '' : `; together they have ${amount(snapshot.country, indicator)}`}.`,
    );
  } else {
    sentences.push(`In ${snapshot.label} there are not two complete areas to compare.`);
  }
  const left = leftOut(state, snapshot);
  if (left.length > 0) {
    sentences.push(
      `Left out of ranks: ${left.slice(0, 3).join('; ')}${
        left.length > 3 ? `; and others, for which the table of areas gives the reason` : ''
      }.`,
    );
  }
  if (snapshot.unassigned) {
    sentences.push(
      `Unassigned: ${figure(snapshot.unassigned[0])} of the numerator ${short(snapshot.unassigned[1], 120)}; ` +
        'it is counted for England and spread over no area.',
    );
  }
  return sentences.join(' ');
}

/** The areas without a rank, by the reason. */
function leftOut(state, snapshot) {
  const byReason = new Map();
  places(snapshot)
    .filter(place => snapshot.comparable[place] === 0)
    .forEach(place => {
      const why = reason(snapshot.reason[place]).replace(/; not ranked|; population of mid-\d+/g, '');
      byReason.set(why, [...(byReason.get(why) || []), short(state.geography.names[place], 48)]);
    });
  return [...byReason]
    .sort((a, b) => b[1].length - a[1].length)
    .map(
      ([why, names]) => `${names.length > 2 ? `${names.length} areas` : names.join(' and ')} (${short(why, 120)})`,
    );
}

function rankedWords(state, snapshot) {
  const hollow = incomplete(snapshot).length;
  const limits = snapshot.lower.some(limit => !absent(limit))
    ? 'Thin lines at the ends of bars are 95% limits. '
    : 'There are no limits by chance. ';
  const own = state.area === null ? '' : areaWords(state, snapshot, state.area) + '. ';
  return (
    own + limits + (hollow ? `${plural(hollow, 'hollow bar is', 'hollow bars are')} incomplete and not ranked.` : '')
  );
}

function funnelWords(state, snapshot) {
  if (!state.indicator.funnel) {
    return 'No funnel: averages are no sample, so chance has no limits here. Areas are shown by their size.';
  }
  const judged = comparable(snapshot).filter(place => snapshot.class[place] < 5);
  const of = classes => judged.filter(place => classes.includes(snapshot.class[place])).length;
  if (judged.length === 0) {
    return 'No area can be judged in this period.';
  }
  return (
    `Of ${plural(judged.length, 'area', 'areas')}, ${of([4])} are above and ${of([0])} below the 99.8% limits, ` +
    `${of([3])} and ${of([1])} between the 95% and 99.8% limits, ${of([2])} within. ` +
    'Solid lines are the 99.8% limits, dashed lines the 95% limits. Triangles point to the side; hollow points are ' +
    'incomplete. Where most areas are outside, they differ by more than ' +
    'chance: by who lives there, by how care is given and by how it is counted.'
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
    sentences.push(`${short(state.geography.names[state.area])}: ${last(area, state.area)}.`);
  }
  if (whole && whole.labels.length) {
    sentences.push(`England: ${last(whole, 0)}.`);
  }
  sentences.push('Grey lines are the other areas; the dashed line is England; hollow points are incomplete.');
  return sentences.join(' ');
}

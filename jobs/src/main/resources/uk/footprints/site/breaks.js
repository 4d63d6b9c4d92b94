// Changes of recording: while they last, a publication counts by two rules. Lines over time are shaded there, because a
// fall or rise is then no change of care alone.

const monthNumber = start => 12 * Number(start.slice(0, 4)) + Number(start.slice(5, 7)) - 1;

/** The changes within a series, each with its first and last step; England's own only where its line is drawn. */
function breaksWithin(indicator, starts, whole) {
  const months = starts.map(monthNumber);
  const step = months.length > 1 ? months[1] - months[0] : 12;
  return (indicator.breaks || [])
    .filter(one => whole || one.areas === 'all')
    .map(one => {
      const [from, until] = [monthNumber(one.from), monthNumber(one.until)];
      const within = month => month + step > from && (month < until || month <= from);
      return {...one, first: months.findIndex(within), last: months.findLastIndex(within)};
    })
    .filter(one => one.first >= 0);
}

/** A series without points that shades runs of steps. */
const shaded = runs => ({
  type: 'line',
  silent: true,
  z: 0,
  data: [],
  tooltip: {show: false},
  markArea: {
    silent: true,
    itemStyle: {color: colour('line'), opacity: 0.5},
    data: runs.filter(run => run.first < run.last).map(run => [{xAxis: run.first}, {xAxis: run.last}]),
  },
  markLine: {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: {color: colour('soft'), type: [2, 3], width: 1},
    label: {formatter: 'recording changes', position: 'insideEndTop', color: colour('soft'), fontSize: 11},
    data: runs.map(run => ({xAxis: run.first})),
  },
});

const breakSeries = (indicator, starts, whole) => {
  const runs = breaksWithin(indicator, starts, whole);
  return runs.length ? [shaded(runs)] : [];
};

/** The changes in words; empty where there is none. */
const breakWords = (indicator, starts, whole) =>
  breaksWithin(indicator, starts, whole)
    .map(one => {
      const [from, until] = [monthWords(one.from.slice(0, 7)), monthWords(one.until.slice(0, 7))];
      const when = from === until ? from : `${from} to ${until}`;
      return ` Shaded: recording changes, ${when}${one.areas === 'all' ? '' : ', in the figures of England'}: ${one.reason}.`;
    })
    .join('');

/** One axis of a plot: where a value stands between its ends, and which values are written beside it. */

export interface Axis {
  /** Powers of ten (or two) at equal distances, instead of equal steps. */
  readonly logarithmic: boolean;
  /** Where `value` stands: 0 at the lower end, 1 at the upper. */
  position(value: number): number;
  /** Round values within the ends, ascending. */
  readonly ticks: readonly number[];
}

/** From this ratio of the ends on, equal steps would squeeze most of a curve into a corner. */
const WIDE = 50;

/**
 * An axis that shows `values`, one or more, all 0 or more; about `ticks` of them are written. With equal steps it begins
 * at 0, or with `least` at the least value where there are others.
 */
export function axisOf(values: readonly number[], ticks: number, from: '0' | 'least' = '0'): Axis {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  if (low > 0 && high / low >= WIDE) return logarithmic(low, high, ticks);
  return linear(from === 'least' && low < high ? low : 0, high, ticks);
}

function linear(low: number, high: number, ticks: number): Axis {
  const rough = Math.max(high - low, 1) / ticks;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, unit * ([1, 2, 5, 10].find((each) => each * unit >= rough) ?? 10));
  const top = Math.max(step, Math.ceil(high / step) * step);
  // The lower end is written too, if the first round value leaves room for it.
  const first = Math.ceil((low + step / 2) / step) * step;
  const round = Array.from({ length: Math.round((top - first) / step) + 1 }, (_, i) => first + i * step);
  return {
    logarithmic: false,
    position: (value) => (value - low) / (top - low),
    ticks: [low, ...round],
  };
}

function logarithmic(low: number, high: number, ticks: number): Axis {
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const multiples = to - from < ticks / 2 ? [1, 2, 5] : [1];
  const every = Math.max(1, Math.ceil((to - from) / ticks));
  const round: number[] = [];
  for (let power = Math.floor(from); power <= to; power += every) {
    round.push(...multiples.map((each) => each * 10 ** power));
  }
  return {
    logarithmic: true,
    position: (value) => (Math.log10(value) - from) / (to - from),
    ticks: round.filter((value) => value >= low && value <= high),
  };
}

/** `950`, `12k`, `3.5M`, `2G`: short, for beside an axis. */
export function shortNumber(value: number): string {
  for (const [unit, size] of [
    ['G', 1e9],
    ['M', 1e6],
    ['k', 1e3],
  ] as const) {
    if (value >= size) return `${Number((value / size).toPrecision(3))}${unit}`;
  }
  return `${Number(value.toPrecision(3))}`;
}

/** Which curves of a plot nobody can see, or only in the gaps of others, as others are drawn over all of them. */

export interface Drawn {
  /** What it is called in the plot. */
  readonly name: string;
  /** What it is made of: places, each written in one way. */
  readonly places: readonly string[];
  /** Whether what lies under it shows in its gaps. */
  readonly dashed?: boolean;
}

/**
 * Under which curves they lie, under one if one covers them: `hidden: C, E under L; R under F, M`; and which show only
 * between the dashes of others: `between dashes: lru under opt`. Nothing if all can be seen. `drawn`: the top one first.
 */
export function hiddenCurves(drawn: readonly Drawn[]): string[] {
  const hidden = coverings(drawn, ({ dashed }) => !dashed);
  const seen = drawn.filter(({ name }) => !hidden.has(name));
  const showing = coverings(seen, () => true);
  return [...note('hidden', hidden), ...note('between dashes', showing)];
}

/** By the name of a curve that lies under others in all its places, theirs; of the others only such as `hides` says. */
function coverings(drawn: readonly Drawn[], hides: (curve: Drawn) => boolean): Map<string, string> {
  const top = new Map<string, string>();
  const found = new Map<string, string>();
  for (const curve of drawn) {
    const { name, places } = curve;
    const seen = new Set(places.map((place) => top.get(place) ?? name));
    if (!seen.has(name)) {
      const one = drawn.find((other) => seen.has(other.name) && covers(other, places));
      found.set(name, one?.name ?? [...seen].join(', '));
    }
    if (hides(curve)) for (const place of places) if (!top.has(place)) top.set(place, name);
  }
  return found;
}

function note(title: string, coverings: ReadonlyMap<string, string>): string[] {
  if (coverings.size === 0) return [];
  const under = new Map<string, string[]>();
  for (const [name, covering] of coverings) under.set(covering, [...(under.get(covering) ?? []), name]);
  const pairs = Array.from(under, ([covering, names]) => `${names.join(', ')} under ${covering}`);
  return [`${title}: ${pairs.join('; ')}`];
}

function covers({ places }: Drawn, others: readonly string[]): boolean {
  const own = new Set(places);
  return others.every((place) => own.has(place));
}

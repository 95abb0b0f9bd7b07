/** Which curves of a plot nobody can see, as others are drawn over all of them. */

export interface Drawn {
  /** What it is called in the plot. */
  readonly name: string;
  /** What it is made of: places, each written in one way. */
  readonly places: readonly string[];
}

/**
 * Under which curves they lie, under one if one covers them: `hidden: C, E under L; R under F, M`. Nothing if all can be
 * seen. `drawn`: the top one first.
 */
export function hiddenCurves(drawn: readonly Drawn[]): string[] {
  const top = new Map<string, string>();
  for (const { name, places } of drawn) for (const place of places) if (!top.has(place)) top.set(place, name);
  const under = new Map<string, string[]>();
  for (const { name, places } of drawn) {
    const seen = new Set(places.map((place) => top.get(place) ?? name));
    if (seen.has(name)) continue;
    const cover = drawn.find((other) => seen.has(other.name) && covers(other, places));
    const covering = cover?.name ?? [...seen].join(', ');
    under.set(covering, [...(under.get(covering) ?? []), name]);
  }
  if (under.size === 0) return [];
  const hidden = Array.from(under, ([covering, names]) => `${names.join(', ')} under ${covering}`);
  return [`hidden: ${hidden.join('; ')}`];
}

function covers({ places }: Drawn, others: readonly string[]): boolean {
  const own = new Set(places);
  return others.every((place) => own.has(place));
}

/** What an engineer reads off a curve of page faults: how few frames are nearly as good as any number of them. */
import type { PolicyName } from '../../shared/status.ts';

/** How near, in percent above the cold faults. */
export const PERCENT = [1, 5, 10] as const;

export interface FramesWithin {
  readonly policy: PolicyName;
  /** The fewest of all frame counts, or else of those measured. */
  readonly ofAll: boolean;
  /** For each of PERCENT; null where no frame count measured suffices. */
  readonly frames: readonly (number | null)[];
}

/** The page faults with so many frames: known, or yet to be counted. */
type Curve = (frames: number) => number | Promise<number>;

/** `faults(n)` never rises with n, as for any stack algorithm; with `most` frames it is within each of PERCENT. */
export async function ofAllCounts(
  policy: PolicyName,
  coldFaults: number,
  faults: Curve,
  most = coldFaults,
): Promise<FramesWithin> {
  const frames: number[] = [];
  for (const percent of PERCENT) frames.push(await fewestWithin(percent, coldFaults, faults, most));
  return { policy, ofAll: true, frames };
}

/** `measured` may have other policies, too. */
export function ofMeasured(
  policy: PolicyName,
  coldFaults: number,
  measured: readonly { policy: PolicyName; frames: number; faults: number }[],
): FramesWithin {
  const ascending = measured.filter((each) => each.policy === policy).toSorted((a, b) => a.frames - b.frames);
  const frames = PERCENT.map(
    (percent) => ascending.find(({ faults }) => isWithin(percent, faults, coldFaults))?.frames ?? null,
  );
  return { policy, ofAll: false, frames };
}

/** The smallest n of 1 or more with faults(n) within `percent`; see ofAllCounts. */
export async function fewestWithin(
  percent: number,
  coldFaults: number,
  faults: Curve,
  most = coldFaults,
): Promise<number> {
  let [low, high] = [1, Math.max(1, most)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isWithin(percent, await faults(middle), coldFaults)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isWithin(percent: number, faults: number, coldFaults: number): boolean {
  return 100 * faults <= (100 + percent) * coldFaults;
}

/** Why a page goes: the policy's ranking of frames, told in terms of processes and pages. */
import type { Candidate, PolicyName } from '../../../shared/status.ts';
import type { Pager } from './pager.ts';

/** Candidates an explanation lists unless more are asked for. */
export const EXPLAINED_CANDIDATES = 64;

export interface Explanation {
  readonly policy: PolicyName;
  readonly victim: Candidate;
  /** Who would have gone if the victim had not been there; null where there is none, or chance decides. */
  readonly runnerUp: Candidate | null;
  /** The victim first, in the order in which the policy would take them, if it has one; at most as many as were asked for. */
  readonly candidates: readonly Candidate[];
  /** How many pages could have gone in all. */
  readonly total: number;
  /** What makes a page the victim: `the longest resident`. */
  readonly because: string;
  /** The rule that chose among equals, where it had to. */
  readonly tie: string | null;
  /** All of it in one sentence. */
  readonly sentence: string;
}

/** Why the next fault's victim is the victim. Every frame is used, and the policy can choose. Changes nothing. */
export function explain(pager: Pager, limit = EXPLAINED_CANDIDATES): Explanation {
  const { policy, frames } = pager;
  const ranking = policy.explain(Math.max(2, limit));
  const candidates = ranking.frames.map((frame, rank) =>
    candidateIn(pager, frame, ranking.numbers[rank] ?? ''),
  );
  const [victim, next = null] = candidates;
  if (victim === undefined) throw new Error(`${policy.name} ranks no frame`);
  const { because, tie, byChance = false } = ranking;
  const runnerUp = byChance ? null : next;
  const sentence = sentenceOf(victim, runnerUp, because, tie, frames.isDirty(victim.frame));
  const listed = candidates.slice(0, limit);
  return {
    policy: policy.name,
    victim,
    runnerUp,
    candidates: listed,
    total: frames.total,
    because,
    tie,
    sentence,
  };
}

function candidateIn({ frames, processes }: Pager, frame: number, number: string): Candidate {
  const { pid } = processes.at(frames.owner[frame] ?? -1);
  return { pid, page: frames.page[frame] ?? 0, frame, number };
}

function sentenceOf(
  victim: Candidate,
  runnerUp: Candidate | null,
  because: string,
  tie: string | null,
  dirty: boolean,
): string {
  const parts = [
    `evicted ${victim.pid} page ${victim.page} from frame ${victim.frame}${dirty ? ' (dirty, so written back)' : ''}: ` +
      `${victim.number}, ${because}`,
  ];
  if (tie !== null) parts.push(`among equals ${tie}`);
  if (runnerUp)
    parts.push(
      `runner-up ${runnerUp.pid} page ${runnerUp.page} in frame ${runnerUp.frame}, ${runnerUp.number}`,
    );
  return parts.join('; ');
}

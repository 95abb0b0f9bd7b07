/** Which crew does the work: small work is done right here, before threads would have started; large work in threads. */
import { availableParallelism } from 'node:os';
import { type Crew, SoloCrew } from './crew.ts';
import { nanosecondsPerReference, type Specification } from './specification.ts';

/** Work below this is done before threads have started. */
const WORTH_THREADS_NS = 150e6;
const MOST_THREADS = 8;

/** `references`: how many there will be, about. */
export async function chooseCrew(
  specifications: readonly Specification[],
  references: number,
): Promise<Crew> {
  const work = references * specifications.reduce((sum, each) => sum + nanosecondsPerReference(each), 0);
  if (work > WORTH_THREADS_NS) {
    const { ThreadCrew, threadsCanRun } = await import('./thread-crew.ts');
    const threads = Math.min(specifications.length, availableParallelism(), MOST_THREADS);
    if (await threadsCanRun()) return ThreadCrew.start(specifications, threads);
  }
  return new SoloCrew(specifications);
}

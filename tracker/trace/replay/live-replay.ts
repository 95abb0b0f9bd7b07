/**
 * A replay from its first reference to its answer: plays a range of the trace on a held memory, shows how far it is,
 * and ends in one of three ways. At the end of the range, and when a signal comes, it saves what it has and answers;
 * whatever goes wrong, the file is put back as it was before, as after any refused command.
 */
import { constants } from 'node:os';
import { policyInWords, tlbInWords } from '../../../shared/conventions.ts';
import { ENDING_SIGNALS } from '../../../shared/ending-signals.ts';
import type { PolicyName } from '../../../shared/status.ts';
import type { Complaint } from '../../cli/output.ts';
import { count, percentage } from '../../cli/phrases.ts';
import type { Program } from '../../cli/program.ts';
import { EXIT, Trouble } from '../../cli/trouble.ts';
import { worded } from '../../cli/wording.ts';
import type { HeldMemory } from '../../file-session.ts';
import type { Refusal } from '../../memory/outcome.ts';
import { ProgressBar } from '../progress-bar.ts';
import type { TraceSource } from '../trace-source.ts';
import { type Range, RangeShare } from './range-share.ts';
import { Replay, ReplayRefused } from './replay.ts';
import type { Supply } from './supply.ts';

export interface ReplayRange extends Range {
  /** References a second; undefined: as fast as it goes. */
  readonly speed: number | undefined;
}

export class LiveReplay {
  readonly #held: HeldMemory;
  readonly #supply: Supply;
  readonly #range: ReplayRange;
  readonly #source: TraceSource;
  readonly #program: Program;
  readonly #replay: Replay;
  readonly #bar: ProgressBar | null;
  readonly #share: RangeShare;
  /** References that the memory had counted before. */
  readonly #counted: number;
  #stopped: NodeJS.Signals | null = null;

  constructor(held: HeldMemory, supply: Supply, range: ReplayRange, source: TraceSource, program: Program) {
    this.#held = held;
    this.#supply = supply;
    this.#range = range;
    this.#source = source;
    this.#program = program;
    this.#bar = ProgressBar.onStderr();
    this.#share = new RangeShare(range);
    this.#counted = held.memory.paging.counters.references;
    this.#replay = new Replay({
      memory: held.memory,
      save: (happenings, sync) => held.save(happenings, sync),
      onStep: () => this.#showProgress(),
      ...(range.speed === undefined ? {} : { speed: range.speed }),
    });
  }

  /** Returns the exit code. */
  async run(): Promise<number> {
    const deaf = onSignals((signal) => this.#stop(signal));
    try {
      await this.#play();
      if (!this.#stopped) this.#finish();
    } catch (error) {
      return this.#fail(error);
    } finally {
      deaf();
    }
    return this.#stopped ? 128 + constants.signals[this.#stopped] : EXIT.done;
  }

  async #play(): Promise<void> {
    const { from, until } = this.#range;
    let seen = 0;
    for await (const chunk of this.#supply.chunks) {
      const wanted = chunk.subarray(Math.max(0, from - seen), Math.max(0, until - seen));
      seen += chunk.length;
      this.#share.came(chunk.length, this.#supply.share());
      await this.#replay.play(wanted, this.#supply.pages());
      if (seen >= until || this.#stopped) return;
    }
    if (seen > from) return;
    throw new Trouble(
      'usage',
      `--from: found ${from}, expected less than the ${count(seen, 'reference')} of the trace`,
    );
  }

  /**
   * Called between two steps, when the memory is whole. The program's own listener ends the process afterwards, so that
   * all has to be said and saved here, or said why not.
   */
  #stop(signal: NodeJS.Signals): void {
    if (this.#stopped) return;
    this.#stopped = signal;
    try {
      this.#finish();
    } catch (error) {
      process.exitCode = this.#fail(error);
    }
  }

  #finish(): void {
    this.#bar?.clear();
    const { memory } = this.#held;
    this.#replay.save(true);
    this.#held.settle();
    const { from } = this.#range;
    if (this.#counted !== from && this.#replay.played > 0)
      this.#program.output.notice(
        `--from ${from}: the memory had counted ${count(this.#counted, 'reference')} before; what was replayed is added to them`,
      );
    const badLines = this.#supply.badLines();
    if (badLines > 0)
      this.#program.output.notice(`${this.#source.name}: ${count(badLines, 'bad line')} passed over`);
    this.#program.output.done('replay', memory.revision, this.#fields(), this.#inWords());
  }

  /** Puts the file back and says why; where it cannot be put back, that, too. Returns the exit code. A bug is thrown on. */
  #fail(error: unknown): number {
    this.#bar?.clear();
    try {
      this.#held.putBack();
    } catch (worse) {
      if (!(worse instanceof Trouble)) throw worse;
      if (!isForeseen(error)) {
        this.#program.output.notice(worse.message);
        throw error;
      }
      const message = `${complaintOf(error).message}; then: ${worse.message}`;
      return this.#complain(new Trouble(worse.code, message, error));
    }
    return this.#complain(error);
  }

  #complain(error: unknown): number {
    if (!isForeseen(error)) throw error;
    this.#program.output.complain('replay', this.#program.revision(), complaintOf(error));
    return error instanceof Trouble ? error.exitCode : EXIT.refused;
  }

  /** Where in the trace it is: the number of references up to here. */
  get #position(): number {
    return this.#range.from + this.#replay.played;
  }

  #fields(): Readonly<Record<string, unknown>> {
    const { replacement, tlb, totalFrames, pageSize, counters } = this.#held.memory.paging.snapshot();
    return {
      policy: replacement.policy,
      frames: totalFrames,
      pageSize,
      ...counters,
      position: this.#position,
      badLines: this.#supply.badLines(),
      interrupted: this.#stopped,
      replacement,
      tlb: { entries: tlb.entries, policy: tlb.policy, flush: tlb.flush },
    };
  }

  #inWords(): string {
    const { replacement, tlb, totalFrames, pageSize, counters } = this.#held.memory.paging.snapshot();
    const { references, hits, faults, coldFaults, evictions, writeBacks, tlbHits, tlbMisses } = counters;
    const lines = [
      `${count(references, 'reference')} under ${policyInWords(replacement)} with ${count(totalFrames, 'frame')} of ${count(pageSize, 'byte')}:`,
      `   ${count(faults, 'page fault')}, ${coldFaults} of them cold; ${count(hits, 'hit')} (${percentage(hits, references)})`,
      `   ${count(evictions, 'eviction')}, ${count(writeBacks, 'write-back')}`,
    ];
    if (tlb.entries > 0) {
      const named = `TLB of ${count(tlb.entries, 'entry', 'entries')}, ${tlbInWords(tlb)}`;
      lines.push(`   ${named}: ${count(tlbHits, 'hit')}, ${count(tlbMisses, 'miss', 'misses')}`);
    }
    const ended = this.#stopped === null && this.#position < this.#range.until;
    if (!ended) {
      const by = this.#stopped === null ? '' : ` by ${this.#stopped}`;
      lines.push(`Stopped${by} after reference ${this.#position}; ${this.#howToGoOn(replacement.policy)}.`);
    }
    return lines.join('\n');
  }

  /** The file does not hold the future that opt knew, so that what needs it cannot go on from there. */
  #howToGoOn(policy: PolicyName): string {
    if (policy !== 'opt') return `--from ${this.#position} goes on`;
    return BEGIN_ANEW;
  }

  #showProgress(): void {
    this.#bar?.update(performance.now(), () => ({
      references: this.#replay.played,
      faults: this.#held.memory.paging.counters.faults,
      share: this.#share.at(this.#position),
    }));
  }
}

/** What remains to be done under opt. */
const BEGIN_ANEW =
  'opt begins anew each time: to see more, replay without --from and with a larger --until, or none';

/** What can go wrong in a replay that is no bug. */
type Foreseen = Trouble | ReplayRefused;

function isForeseen(error: unknown): error is Foreseen {
  return error instanceof Trouble || error instanceof ReplayRefused;
}

function complaintOf(error: Foreseen): Complaint {
  if (error instanceof Trouble) return error;
  const { refusal } = error;
  return { code: refusal.code, message: refusalInWords(refusal), facts: refusal };
}

function refusalInWords(refusal: Refusal): string {
  if (refusal.code !== 'policy-needs-future') return worded(refusal);
  return `a page would have to go, and ${refusal.policy} needs the future to choose it, which the file does not hold: ${BEGIN_ANEW}`;
}

/** `listener` comes before whoever listens already; the answer takes it away again. */
function onSignals(listener: NodeJS.SignalsListener): () => void {
  for (const signal of ENDING_SIGNALS) process.prependListener(signal, listener);
  return () => {
    for (const signal of ENDING_SIGNALS) process.off(signal, listener);
  };
}

/**
 * Tells what is seen of the status file, a line at a time: first the state, then each change and each new state of
 * the file or its tracker. Pure but for `say`; the clock and whether a process is alive come in as arguments.
 */
import type { Status } from '../../shared/status.ts';
import type { Observation } from '../observation.ts';
import { type Liveness, livenessOf } from '../view/liveness.ts';
import { grouped, plain } from '../view/wording.ts';
import { changeInWords } from './change.ts';
import { stateInWords, type Watched } from './state.ts';
import { summaryOf } from './summary.ts';

export interface NarratorOptions extends Watched {
  /** Takes a line, without its end. */
  readonly say: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly isAlive: (pid: number) => boolean;
}

export class Narrator {
  readonly #options: NarratorOptions;
  #observation: Observation | null = null;
  #status: Status | null = null;
  /** When the status was seen to change; that of the first is when it was written. */
  #changedAt = 0;
  #state = '';
  #day = '';

  constructor(options: NarratorOptions) {
    this.#options = options;
  }

  /** A change of the file, or of what is wrong with it. */
  observe(observation: Observation): void {
    const before = this.#status;
    this.#observation = observation;
    if (observation.kind !== 'ok') {
      this.look();
      return;
    }
    const { status } = observation;
    this.#status = status;
    this.#changedAt = before === null ? Date.parse(status.written) : this.#options.now();
    if (before === null) {
      this.look();
      this.#tell(
        `revision ${grouped(status.revision)}: ${plain(status.command)}; written ${status.written}.`,
      );
      for (const line of summaryOf(status)) this.#options.say(line);
      return;
    }
    // That the file is back comes before what it says; that its tracker has gone, after what that left.
    if (this.#liveness()?.state === 'live') this.look();
    for (const line of changeInWords(before, status)) this.#tell(line);
    this.look();
  }

  /** Whether the state is another now; to be asked every second, for silence is noticed by nothing else. */
  look(): void {
    const liveness = this.#liveness();
    if (liveness === null) return;
    const state = identityOf(liveness);
    if (state === this.#state) return;
    this.#state = state;
    this.#tell(stateInWords(liveness, this.#status, this.#options));
  }

  #liveness(): Liveness | null {
    if (this.#observation === null) return null;
    const { now, isAlive } = this.#options;
    const status = this.#status;
    return livenessOf({
      observation: this.#observation,
      status,
      silentMs: now() - this.#changedAt,
      isAlive,
    });
  }

  /** Something that is not about the file. */
  mention(sentence: string): void {
    this.#tell(sentence);
  }

  /** With the time of day before it; with the date, where that is another than that of the line before. */
  #tell(line: string): void {
    const moment = new Date(this.#options.now());
    const two = (number: number): string => String(number).padStart(2, '0');
    const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
    const time = `${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`;
    this.#options.say(`${day === this.#day ? '' : `${day} `}${time} ${line}`);
    this.#day = day;
  }
}

/** A state that lasts is the same state, however long it does. */
function identityOf(liveness: Liveness): string {
  return liveness.state === 'stale' ? 'stale' : JSON.stringify(liveness);
}

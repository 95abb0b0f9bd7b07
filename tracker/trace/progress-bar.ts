/**
 * One line on a terminal that says how far long work on a trace is:
 *
 *     ███████▌            38 %  7,612,416 references  61.2 M/s  12,877 faults  0:02 left
 *     ███▌                18 %  clock: 3,612,416 references  90.3 M/s  0:01 left
 */

export interface Progress {
  /** The part of the work, where it has several: each is timed by itself. */
  readonly part?: string;
  readonly references: number;
  readonly faults?: number;
  /** How much of the whole has been done, 0 … 1; null where nobody knows how much there is. */
  readonly share: number | null;
}

export interface Terminal {
  /** 0 where the terminal does not know. */
  readonly columns?: number;
  write(text: string): unknown;
}

const EVERY_MS = 100;
const WIDTH = 20;
const EIGHTHS = ' ▏▎▍▌▋▊▉';
const CLEAR_LINE = '\r\u001b[K';

export class ProgressBar {
  readonly #terminal: Terminal;
  #begun: number;
  #part: string | undefined;
  #next: number;
  #shown = false;

  /** On the terminal that complaints go to, if it is one; milliseconds are those of `performance.now()`. */
  static onStderr(): ProgressBar | null {
    return process.stderr.isTTY ? new ProgressBar(process.stderr, performance.now()) : null;
  }

  /** Does `work`, and shows there how far it is. */
  static async during<Result>(
    work: (onProgress: (progress: Progress) => void) => Promise<Result>,
  ): Promise<Result> {
    const bar = ProgressBar.onStderr();
    try {
      return await work((progress) => bar?.update(performance.now(), () => progress));
    } finally {
      bar?.clear();
    }
  }

  /** `now` in milliseconds, as in the calls that follow. */
  constructor(terminal: Terminal, now: number) {
    this.#terminal = terminal;
    this.#begun = now;
    this.#next = now + EVERY_MS;
  }

  /** Shows how far it is, unless it did so a moment ago. `progress` is asked only then. */
  update(now: number, progress: () => Progress): void {
    if (now < this.#next) return;
    this.#next = now + EVERY_MS;
    this.#shown = true;
    const reached = progress();
    if (reached.part !== this.#part) this.#begun = now;
    this.#part = reached.part;
    const line = progressInWords(reached, now - this.#begun);
    this.#terminal.write(`${CLEAR_LINE}${line.slice(0, (this.#terminal.columns || 80) - 1)}`);
  }

  /** Leaves the line empty. */
  clear(): void {
    if (this.#shown) this.#terminal.write(CLEAR_LINE);
    this.#shown = false;
  }
}

/** `elapsed` in milliseconds. */
export function progressInWords(progress: Progress, elapsed: number): string {
  const { part, references, faults, share } = progress;
  const parts = [`${part === undefined ? '' : `${part}: `}${grouped(references, 'reference')}`];
  if (elapsed > 0) parts.push(perSecond((references / elapsed) * 1000));
  if (faults !== undefined) parts.push(grouped(faults, 'fault'));
  if (share === null) return parts.join('  ');
  if (share > 0 && elapsed > 0) parts.push(`${minutes((elapsed / share) * (1 - share))} left`);
  return `${bar(share)} ${Math.floor(share * 100)} %  ${parts.join('  ')}`;
}

/** `1 fault`, `12,877 faults`. */
function grouped(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : `${noun}s`}`;
}

function bar(share: number): string {
  const eighths = Math.round(Math.min(share, 1) * WIDTH * 8);
  const full = '█'.repeat(Math.floor(eighths / 8));
  const part = eighths % 8 === 0 ? '' : (EIGHTHS[eighths % 8] ?? '');
  return (full + part).padEnd(WIDTH);
}

function perSecond(rate: number): string {
  return rate >= 1e6 ? `${(rate / 1e6).toFixed(1)} M/s` : `${Math.round(rate).toLocaleString('en')}/s`;
}

/** `0:07`, `12:30`, `1:05:00`. */
function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  const clock = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`;
  return hours === 0 ? clock : `${hours}:${clock.padStart(5, '0')}`;
}

/**
 * One line on a terminal that says how far a replay is:
 *
 *     ███████▌            38 %  7,612,416 references  61.2 M/s  12,877 faults  0:02 left
 */

export interface Progress {
  readonly references: number;
  readonly faults: number;
  /** How much of the whole has been done, 0 … 1; null where nobody knows how much there is. */
  readonly share: number | null;
}

export interface Terminal {
  readonly columns?: number;
  write(text: string): unknown;
}

const EVERY_MS = 100;
const WIDTH = 20;
const EIGHTHS = ' ▏▎▍▌▋▊▉';
const CLEAR_LINE = '\r\u001b[K';

export class ProgressBar {
  readonly #terminal: Terminal;
  readonly #begun: number;
  #next: number;
  #shown = false;

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
    const line = progressInWords(progress(), now - this.#begun);
    this.#terminal.write(`${CLEAR_LINE}${line.slice(0, (this.#terminal.columns ?? 80) - 1)}`);
  }

  /** Leaves the line empty. */
  clear(): void {
    if (this.#shown) this.#terminal.write(CLEAR_LINE);
    this.#shown = false;
  }
}

/** `elapsed` in milliseconds. */
export function progressInWords({ references, faults, share }: Progress, elapsed: number): string {
  const parts = [
    `${references.toLocaleString('en')} references`,
    `${perSecond((references / Math.max(elapsed, 1)) * 1000)}`,
    `${faults.toLocaleString('en')} faults`,
  ];
  if (share === null) return parts.join('  ');
  if (share > 0) parts.push(`${minutes((elapsed / share) * (1 - share))} left`);
  return `${bar(share)} ${Math.floor(share * 100)} %  ${parts.join('  ')}`;
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

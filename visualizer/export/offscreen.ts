/**
 * The dashboard where there is no terminal: the real one, with its screen, layout, panels and charts, on an output
 * that nobody sees. The picture is what stands in the cells of that screen.
 */
import { PassThrough, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Size } from '../command-line.ts';
import { Dashboard, type DashboardOptions, FLASH_MS } from '../dashboard.ts';
import type { Observation } from '../observation.ts';
import { openScreen } from '../screen.ts';
import type { Grid } from '../surface.ts';

export interface OffscreenOptions
  extends Pick<DashboardOptions, 'file' | 'firstCommand' | 'theme' | 'companion' | 'now' | 'isAlive'> {
  readonly size: Size;
  readonly ascii: boolean;
}

export class Offscreen {
  readonly #screen: ReturnType<typeof openScreen>;
  readonly #dashboard: Dashboard;
  #last: Uint8Array | null = null;
  #changed = false;

  constructor({ size, ascii, ...options }: OffscreenOptions) {
    this.#screen = openScreen({ ...nobodysTerminal(size), terminal: 'xterm-256color', ascii });
    this.#dashboard = new Dashboard({ ...options, screen: this.#screen, command: () => {} });
  }

  /** What was seen, for the curves, the log and the picture; the same once more is no news. */
  observe(observation: Observation): void {
    const last = this.#last;
    if (observation.kind !== 'ok') this.#dashboard.observe(observation);
    else if (last && Buffer.compare(observation.bytes, last) === 0) this.#dashboard.observe({ kind: 'back' });
    else {
      this.#changed = last !== null;
      this.#last = observation.bytes;
      this.#dashboard.observe(observation);
    }
  }

  /** The picture of what was observed last, once the charts are loaded and nothing flashes any more. */
  async picture(): Promise<Grid> {
    await this.#screen.ready;
    if (this.#changed) await sleep(FLASH_MS);
    this.#dashboard.drawNow();
    return this.#screen.cells();
  }

  close(): void {
    this.#dashboard.close();
    this.#screen.close();
  }
}

/** A terminal of that size with no keys and no eyes. */
export function nobodysTerminal({ width, height }: Size) {
  const output = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  const input = Object.assign(new PassThrough(), { isRaw: false, setRawMode: () => input });
  return {
    input: Object.assign(input, { isTTY: true }),
    output: Object.assign(output, { columns: width, rows: height, isTTY: true }),
  };
}

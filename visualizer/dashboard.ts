/**
 * The dashboard at work: what the source reports goes into the history, what is chosen out of it becomes a view,
 * and the view is drawn. However much happens at once, it is one picture at a time, at most thirty a second.
 */

import type { Status } from '../shared/status.ts';
import type { Companion } from './companion.ts';
import type { FirstCommand } from './first-command.ts';
import { History } from './history.ts';
import { actionOf } from './keys.ts';
import { type Layout, layoutFor } from './layout.ts';
import type { Observation } from './observation.ts';
import { gridOf } from './panels/frame-map.ts';
import { messageLines } from './panels/key-line.ts';
import { spaceRowsOf } from './panels/segment-space.ts';
import type { Screen } from './screen.ts';
import { surroundingsOf } from './surroundings.ts';
import { type Theme, themesFor } from './theme.ts';
import { Picture } from './view/picture.ts';
import { typed } from './view/prompt.ts';
import { act, FIRST_UI, type Surroundings, type Ui } from './view/ui.ts';
import { plain } from './view/wording.ts';
import { type View, viewOf } from './view-model.ts';

/** Between two pictures, at least. */
const FRAME_MS = 33;
/** How long a changed frame is lit. */
export const FLASH_MS = 400;
/** How long the key line says why a key did nothing. */
const NOTICE_MS = 2000;

export interface DashboardOptions {
  readonly screen: Screen;
  /** The status file as the person named it. */
  readonly file: string;
  readonly theme: Theme;
  /** What makes the file appear. */
  readonly firstCommand: () => FirstCommand;
  readonly companion: () => Companion | null;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly isAlive: (pid: number) => boolean;
  /** What is not about the view. */
  readonly command: (command: 'quit' | 'interrupt' | 'suspend') => void;
}

export class Dashboard {
  readonly #options: DashboardOptions;
  readonly #history = new History();
  #observation: Observation = { kind: 'missing' };
  #ui: Ui = FIRST_UI;
  #theme: Theme;
  #flashUntil = 0;
  #picture: Picture | null = null;
  #nextDraw: NodeJS.Timeout | null = null;
  #flashEnd: NodeJS.Timeout | null = null;
  #noticeEnd: NodeJS.Timeout | null = null;
  /** What stands on the screen, but for the age and the flash. */
  #drawn: View | null = null;
  #drawnAt = 0;
  #layout: Layout | null = null;
  #closed = false;

  constructor(options: DashboardOptions) {
    this.#options = options;
    this.#theme = options.theme;
    options.screen.onKey((key, character) => this.press(key, character));
    options.screen.onStale(() => this.redraw());
  }

  /** A change of the file, or of what is wrong with it. */
  observe(observation: Observation): void {
    this.#observation = observation;
    if (observation.kind === 'ok') {
      const now = this.#options.now();
      const first = this.#history.newest < 0;
      const { status, bytes } = observation;
      // What was there at the start is as old as it says itself.
      this.#history.add(status, bytes, first ? Date.parse(status.written) : now);
      if (!first) this.#flashUntil = now + FLASH_MS;
    }
    this.redraw();
  }

  /** Draws soon: at once when the last picture is old enough. */
  redraw(): void {
    if (this.#closed) return;
    const wait = this.#drawnAt + FRAME_MS - performance.now();
    if (wait <= 0) this.drawNow();
    else this.#nextDraw ??= setTimeout(() => this.drawNow(), wait);
  }

  /** Milliseconds since the last picture. */
  get sinceDrawn(): number {
    return performance.now() - this.#drawnAt;
  }

  close(): void {
    this.#closed = true;
    if (this.#nextDraw) clearTimeout(this.#nextDraw);
    if (this.#flashEnd) clearTimeout(this.#flashEnd);
    if (this.#noticeEnd) clearTimeout(this.#noticeEnd);
  }

  /** `key` by blessed's name for it, and the character that it typed. */
  press(key: string, character = ''): void {
    const action = actionOf(key);
    const isTooSmall = this.#drawn !== null && this.#layout === null;
    if (action === 'redraw') {
      this.#options.screen.clear();
      this.drawNow();
      return;
    }
    if (this.#ui.prompt && !isTooSmall && action !== 'interrupt' && action !== 'suspend') {
      const { destination } = this.#surroundings(this.#view());
      this.#ui = typed(this.#ui, key, character, destination);
      this.redraw();
      return;
    }
    if (action === 'quit' || action === 'interrupt' || action === 'suspend') {
      this.#options.command(action);
      return;
    }
    // Nobody would see what else they do.
    if (action === null || isTooSmall) return;
    if (action === 'theme') {
      const themes = Object.values(themesFor(this.#options.screen.colours));
      this.#theme = themes[(themes.indexOf(this.#theme) + 1) % themes.length] ?? this.#theme;
    } else {
      const view = this.#view();
      this.#ui = act(this.#ui, action, this.#surroundings(view));
      this.#history.hold(this.#ui.position);
      if (this.#noticeEnd) clearTimeout(this.#noticeEnd);
      this.#noticeEnd = this.#ui.notice === null ? null : setTimeout(() => this.#endNotice(), NOTICE_MS);
    }
    this.redraw();
  }

  #endNotice(): void {
    this.#ui = { ...this.#ui, notice: null };
    this.redraw();
  }

  /** Nothing has happened for a while: the age is another, and with it perhaps what is to be said of the tracker. */
  tick(): void {
    const last = this.#drawn;
    if (this.#closed || this.#nextDraw) return;
    const view = this.#view();
    const isSame =
      last?.machine &&
      this.#flashEnd === null &&
      last.liveness.state === view.liveness.state &&
      last.companionTrouble === view.companionTrouble;
    if (!isSame) {
      this.drawNow();
      return;
    }
    this.#options.screen.draw(view, this.#layout, this.#theme, 'header');
    this.#drawnAt = performance.now();
  }

  /** Draws at once. */
  drawNow(): void {
    if (this.#nextDraw) clearTimeout(this.#nextDraw);
    this.#nextDraw = null;
    if (this.#closed) return;
    const { screen, now } = this.#options;
    const view = this.#view();
    this.#layout = this.#layoutOf(view);
    screen.draw(view, this.#layout, this.#theme);
    this.#drawn = view;
    this.#drawnAt = performance.now();
    const until = this.#flashUntil;
    const flashing = until - now();
    if (this.#flashEnd) clearTimeout(this.#flashEnd);
    this.#flashEnd = flashing > 0 ? setTimeout(() => this.#endFlash(view, until), flashing) : null;
  }

  /** `view` is what stands on the screen, lit `until` then: without the flash all of it but some frames stays as it is. */
  #endFlash(view: View, until: number): void {
    this.#flashEnd = null;
    const isLast = this.#flashUntil === until;
    // A timer may be early by a millisecond, of which no picture is to make much.
    if (isLast) this.#flashUntil = 0;
    if (this.#nextDraw || !view.machine || !isLast) this.drawNow();
    // Who has stopped to look at a revision goes on seeing what it changed.
    else if (this.#ui.position === null) {
      this.#options.screen.draw(view, this.#layout, this.#theme, 'flash');
    }
  }

  #view(): View {
    const { now, file, firstCommand, isAlive } = this.#options;
    const companion = this.#options.companion();
    const history = this.#history;
    const at = this.#ui.position ?? history.newest;
    const newest = history.at(history.newest);
    const shown = history.at(at);
    const picture = shown && this.#pictureOf(shown);
    const live = this.#ui.position === null;
    const flashing = !live || this.#flashUntil > now();
    const ageAt = (position: number): number => now() - history.changedAt(position);
    return viewOf({
      sighting: {
        observation: this.#observation,
        status: newest,
        silentMs: newest ? ageAt(history.newest) : 0,
        isAlive,
      },
      shown: picture,
      changed: picture && flashing ? picture.changedSince(() => history.at(at - 1)) : null,
      samples: history.samplesTo(at),
      past: history.pastOf(at),
      kept: at >= history.oldest,
      behind: live ? null : history.newest - at,
      ageMs: shown ? ageAt(at) : 0,
      file: plain(file, 300),
      firstCommand,
      companionTrouble: companion && troubleOf(companion),
      ui: this.#ui,
    });
  }

  #surroundings(view: View): Surroundings {
    return surroundingsOf(view, this.#layoutOf(view), this.#history);
  }

  #pictureOf(status: Status): Picture {
    if (this.#picture?.status !== status) this.#picture = new Picture(status);
    return this.#picture;
  }

  #layoutOf(view: View): Layout | null {
    const { screen } = this.#options;
    const { machine, ui } = view;
    const picture = machine?.picture;
    return layoutFor(screen.width, screen.height, {
      focus: ui.focus,
      zoomed: ui.zoomed && machine !== null,
      messageLines: messageLines(view, screen.width).length,
      frameRows: (width, height) => {
        const grid = picture && gridOf(picture, width, height, false);
        return grid ? grid.rows * grid.cellHeight : 0;
      },
      emptyTable: picture?.emptyTable ?? null,
      spaceRows: picture ? spaceRowsOf(picture) : Number.POSITIVE_INFINITY,
    });
  }
}

/** What is to be said of a command that has failed; one that has done its work is no news. */
function troubleOf({ command, end, lastLines }: Companion): string | null {
  if (!end || end.code === 0) return null;
  const lastWords = lastLines.at(-1);
  return `${command} ${end.how}${lastWords ? `: ${lastWords}` : ''}`;
}

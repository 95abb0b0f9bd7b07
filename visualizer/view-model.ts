/**
 * What is to be drawn: one status, what is known about the file and its tracker, and what the person chose, put
 * together for the panels. Pure; the panels only place and colour what they find here.
 */
import { DISK, type PagingStatus, type ProcessStatus, type StatusEvent } from '../shared/status.ts';
import type { FirstCommand } from './first-command.ts';
import { eventAt } from './view/chosen-event.ts';
import { type EventFilter, filtered } from './view/event-filter.ts';
import { type Address, frameWith } from './view/go-to.ts';
import { type Liveness, livenessOf, type Sighting } from './view/liveness.ts';
import type { PanelName } from './view/panel-names.ts';
import type { Past } from './view/past.ts';
import type { Picture } from './view/picture.ts';
import type { Sample } from './view/trend.ts';
import type { Ui } from './view/ui.ts';

export interface Machine {
  readonly picture: Picture;
  /** Frames that changed since the revision before, while they flash; null otherwise. */
  readonly changed: Uint8Array | null;
  /** The frame that is inspected: under the cursor, or else the one touched last. */
  readonly inspected: number;
  /**
   * How many frames a cell stands for in the map that is on the screen; 1 where there is none. Also 1 until the machine
   * is drawn (drawing.ts): only with the layout is it known how large the map is.
   */
  readonly framesPerCell: number;
  /** Is that where the person put the cursor, or the frame with the address that was asked for? */
  readonly cursor: boolean;
  /** The address that the person asked for, for which the cursor was put there; null: none. */
  readonly address: Address | null;
  /** Whose page table is shown; null when there is no process. */
  readonly process: ProcessStatus | null;
  /** Is it followed, so that the others are dimmed? */
  readonly followed: boolean;
  /** Up to the revision shown, oldest first. */
  readonly samples: readonly Sample[];
  /** The recent events that are shown, oldest first, and by which filter. */
  readonly events: readonly StatusEvent[];
  readonly filter: EventFilter;
  /** The one of them that is chosen. */
  readonly event: StatusEvent | null;
  /** What was seen of its frames before. */
  readonly past: Past;
  /** The panel that has the focus, and the row that it was scrolled to; null: it was not. */
  readonly scroll: { readonly panel: PanelName; readonly row: number | null };
  /** Has that panel the window to itself? */
  readonly zoomed: boolean;
}

/** The row at which a panel begins, `last` at the latest: `otherwise` unless it was scrolled. */
export function firstRow({ scroll }: Machine, panel: PanelName, last: number, otherwise = 0): number {
  const wanted = scroll.panel === panel ? (scroll.row ?? otherwise) : otherwise;
  return Math.max(0, Math.min(wanted, last));
}

export interface View {
  /** Null before the first status could be read. */
  readonly machine: Machine | null;
  readonly liveness: Liveness;
  readonly ageMs: number;
  /** How many revisions the one shown is behind the newest; null when live. */
  readonly behind: number | null;
  /** Is the one shown among those that one can come back to? */
  readonly kept: boolean;
  /** The status file, as the person gave it, printable. */
  readonly file: string;
  /** What makes it appear, as things are now. */
  readonly firstCommand: () => FirstCommand;
  /** What the command that runs alongside has to say, when it has failed. */
  readonly companionTrouble: string | null;
  readonly ui: Ui;
}

export interface Scene {
  readonly sighting: Sighting;
  readonly shown: Picture | null;
  /** Frames that changed since the revision before; null when they are not to flash. */
  readonly changed: Uint8Array | null;
  readonly samples: readonly Sample[];
  readonly past: Past;
  readonly behind: number | null;
  readonly kept: boolean;
  readonly ageMs: number;
  readonly file: string;
  readonly firstCommand: () => FirstCommand;
  readonly companionTrouble: string | null;
  readonly ui: Ui;
}

export function viewOf(scene: Scene): View {
  const { sighting, shown, behind, kept, ageMs, file, firstCommand, companionTrouble, ui } = scene;
  return {
    liveness: livenessOf(sighting),
    machine: shown && machineOf(shown, scene),
    behind,
    kept,
    ageMs,
    file,
    firstCommand,
    companionTrouble,
    ui,
  };
}

function machineOf(picture: Picture, { changed, samples, past, ui }: Scene): Machine {
  const { paging } = picture.status;
  const placed = cursorOf(ui, paging);
  const inspected = placed ?? picture.latestFrame;
  const followed = paging.processes.find(({ pid }) => pid === ui.process);
  const events = filtered(picture.status.events, ui.filter);
  const chosen = eventAt(picture.status, ui.event);
  return {
    picture,
    changed,
    inspected,
    framesPerCell: 1,
    cursor: placed !== null,
    address: placed === null ? null : ui.address,
    process: followed ?? picture.ownerOf(inspected) ?? paging.processes.at(-1) ?? null,
    followed: followed !== undefined,
    samples,
    events,
    filter: ui.filter,
    event: chosen && events.includes(chosen) ? chosen : null,
    past,
    scroll: { panel: ui.focus, row: ui.scroll },
    zoomed: ui.zoomed,
  };
}

/** It goes with the address that was asked for; while that is in no frame, it stays where it was put. */
function cursorOf({ cursor, address }: Ui, paging: PagingStatus): number | null {
  const frame = address === null ? undefined : frameWith(address, paging);
  const placed = frame === undefined || frame === DISK ? cursor : frame;
  return placed !== null && placed < paging.totalFrames ? placed : null;
}

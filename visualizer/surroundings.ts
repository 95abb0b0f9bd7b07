/** What is on the screen, as far as the actions of the keys need to know it (view/ui.ts). */
import type { History } from './history.ts';
import type { Layout } from './layout.ts';
import { inside } from './panels/frame.ts';
import { gridOf } from './panels/frame-map.ts';
import { overlayOf, overlayPage, overlayScrollable } from './panels/overlay.ts';
import type { Panel } from './panels/panel.ts';
import { PANELS } from './panels/registry.ts';
import { markOf, neighbourMark } from './view/chosen-event.ts';
import { explanationOf } from './view/explanation.ts';
import { destinationOf } from './view/go-to.ts';
import type { Surroundings } from './view/ui.ts';
import { firstRow, type View } from './view-model.ts';

/** The inside of the frame map, where it is not shown. */
const USUAL_FRAMES = { width: 64, height: 16 };

/** `layout` is that of the view, drawn yet or not. */
export function surroundingsOf(view: View, layout: Layout | null, history: History): Surroundings {
  const { machine, ui } = view;
  const place = (name: string) => {
    const rect = layout?.places.find((candidate) => candidate.name === name)?.rect;
    return rect ? inside(rect) : null;
  };
  const frames = place('frames') ?? USUAL_FRAMES;
  const grid = machine && gridOf(machine.picture, frames.width, frames.height, machine.zoomed);
  const focused = place(ui.focus);
  const { scrollable, scrollableOnScreen = scrollable, begins, page } = PANELS[ui.focus];
  const ofFocused = (rows: Panel['page'], of = machine): number =>
    of && focused ? (rows?.(of, focused.width, focused.height) ?? 0) : 0;
  const last = ofFocused(scrollableOnScreen);
  const first = machine ? firstRow(machine, ui.focus, last, ofFocused(begins)) : 0;
  const unscrolled = machine && { ...machine, scroll: { panel: ui.focus, row: null } };
  const read = ui.overlay === 'help' ? null : ui.overlay;
  const room = layout?.room;
  const overlay = room && overlayOf(view, room);
  return {
    totalFrames: machine?.picture.status.paging.totalFrames ?? 0,
    framesPerCell: grid?.framesPerCell ?? 1,
    columns: grid?.columns ?? 1,
    inspected: machine?.inspected ?? 0,
    processes: machine?.picture.status.paging.processes.map(({ pid }) => pid) ?? [],
    oldest: history.oldest,
    newest: history.newest,
    scrollable: last,
    overlayScrollable: overlay ? overlayScrollable(overlay, room) : 0,
    firstRow: first,
    page: overlay ? overlayPage(room) : ofFocused(page),
    inSight: {
      event: (machine?.event ?? null) !== null,
      cursor: machine?.cursor ?? false,
      process: machine?.followed ?? false,
      scroll: ui.scroll !== null && first !== ofFocused(begins, unscrolled),
    },
    chosenEvent: machine && markOf(machine.picture.status, machine.event ?? machine.events.at(-1)),
    // One that is neither listed nor being read has left no trace to go on from.
    neighbourEvent: (step) =>
      machine &&
      neighbourMark(machine.picture.status, machine.events, read?.mark ?? (machine.event && ui.event), step),
    explained: (mark) => machine && explanationOf(machine.picture.status, mark, machine.past),
    destination: (text) =>
      machine ? destinationOf(text, machine.picture.status.paging) : { problem: ['there is no memory yet'] },
    happening: (from, step) => history.notable(from, step),
  };
}

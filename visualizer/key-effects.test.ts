/** Every key in the key table, typed as a terminal sends it, and what it does to the screen: at each size. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_TABLE, type Key } from './keys.ts';
import { PANELS } from './panels/registry.ts';
import { dashboardOn } from './testing/dashboard-on.ts';
import { cellsIn, type Ink, lookIn, lookOf, type Place } from './testing/inks.ts';
import { madeStatus } from './testing/statuses.ts';
import { DARK, LIGHT } from './theme.ts';
import { PANEL_NAMES, type PanelName } from './view/panel-names.ts';

type TestScreen = ReturnType<typeof dashboardOn>;

/** What a terminal sends for the keys that are not characters. */
const SENT: Readonly<Record<string, string>> = {
  space: ' ',
  tab: '\t',
  'S-tab': '\u001b[Z',
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  pageup: '\u001b[5~',
  pagedown: '\u001b[6~',
  home: '\u001b[H',
  end: '\u001b[F',
  'S-l': 'L',
  'S-n': 'N',
  'C-c': '\u0003',
  'C-l': '\u000c',
  'C-z': '\u001a',
};

/** What a key does to a screen, in characters and in looks. */
interface Effect {
  /** Keys pressed before. */
  readonly first?: readonly string[];
  /** What another program writes to the terminal before. */
  readonly written?: string;
  readonly shows: (screen: TestScreen) => unknown;
  readonly expected: unknown;
  /** Keys that take back what Escape does not. */
  readonly undo?: readonly string[];
}

/** The ink in which something stands, if it is one of these all over. */
function inkOf(
  screen: TestScreen,
  place: Place,
  text: string | RegExp,
  ...inks: readonly Ink[]
): Ink | undefined {
  const cells = cellsIn(screen, place)(text);
  const isIn = (ink: Ink): boolean => cells.every((cell) => lookIn(cell) === lookOf(ink, DARK));
  return cells.length === 0 ? undefined : inks.find(isIn);
}

/** What stands under the cursor of a panel. */
function selectedIn(screen: TestScreen, panel: PanelName): string {
  const cells = cellsIn(screen, panel)(/[\s\S]*/);
  return cells
    .filter((cell) => lookIn(cell) === DARK.selected)
    .map(({ character }) => character)
    .join('')
    .trim();
}

/** Panels with the border and the title of the focus. */
const focused = (screen: TestScreen): readonly PanelName[] =>
  PANEL_NAMES.filter(
    (panel) =>
      inkOf(screen, panel, /┌─/, 'focusedBorder') && inkOf(screen, panel, PANELS[panel].title, 'accent'),
  );
const focus = (panel: PanelName, ...first: readonly string[]): Effect => ({
  first,
  shows: focused,
  expected: [panel],
});

const state = (words: string, revision: number, ...first: readonly string[]): Effect => ({
  first,
  shows: (screen) => [
    /(‖ PAUSED( −\d+)?|● LIVE) +rev \d+/.exec(screen.line(0))?.[0],
    inkOf(screen, 'header', /‖ PAUSED( −\d+)?|● LIVE/, 'good', 'warning'),
  ],
  expected: [`${words}  rev ${revision}`, words === '● LIVE' ? 'good' : 'warning'],
});
const command = (expected: string): Effect => ({ shows: ({ commands }) => commands.at(-1), expected });
const shown = (place: Place, words: string, ink: Ink, ...first: readonly string[]): Effect => ({
  first,
  shows: (screen) => inkOf(screen, place, words, ink),
  expected: ink,
});

/** Frames in a row of the map. */
const columnsOf = (screen: TestScreen): number =>
  Number(/\n│ *[1-9]\d*/.exec(screen.text())?.[0].replace(/\D+/, ''));
/** From frame 20: how far the cursor went in the map, by rows and frames, and whether the inspector followed. */
const walk = (rows: number, frames: number): Effect => ({
  first: ['5', 'g', '2', '0', 'enter'],
  shows: (screen) => {
    const [, frame, owner = ''] = /frame +(\d+), (\w)/.exec(screen.text()) ?? [];
    const letter = owner === 'f' ? '·' : owner;
    return [
      Number(frame) - rows * columnsOf(screen) - frames,
      selectedIn(screen, 'frames').startsWith(letter) || `${letter} is not under the cursor`,
    ];
  },
  expected: [20, true],
});

/** The event that is the topmost of those shown, the newest of which is of revision 111. */
const aPageUp = ({ terminal }: TestScreen): string =>
  ({ 60: '111 evict', 80: '110 fault', 100: '109 hit', 120: '108 free' })[terminal.cols] ?? '104 reset';

const EFFECTS: Readonly<Record<string, Effect>> = {
  help: shown('overlay', 'Help: ? or Esc closes it', 'accent'),
  quit: command('quit'),
  interrupt: command('interrupt'),
  suspend: command('suspend'),
  pause: state('‖ PAUSED', 111),
  'step-back': state('‖ PAUSED −1', 110),
  'step-forward': state('‖ PAUSED −9', 102, '{'),
  'leap-back': state('‖ PAUSED −10', 101),
  'leap-forward': state('‖ PAUSED −1', 110, 'home'),
  oldest: state('‖ PAUSED −11', 100),
  live: state('● LIVE', 111, '['),
  'next-happening': state('‖ PAUSED −9', 102, '{'),
  'previous-happening': state('‖ PAUSED −1', 110),
  'next-panel': focus('usage'),
  'previous-panel': focus('events'),
  zoom: {
    shows: (screen) => [screen.text().split('┌').length - 1, focused(screen)],
    expected: [1, ['frames']],
  },
  up: walk(-1, 0),
  down: walk(1, 0),
  left: walk(0, -1),
  right: walk(0, 1),
  'page-up': {
    first: ['8'],
    shows: (screen) => selectedIn(screen, 'events').startsWith(aPageUp(screen)),
    expected: true,
  },
  'page-down': {
    first: ['8', 'pageup'],
    shows: (screen) => selectedIn(screen, 'events'),
    expected: '',
  },
  enter: shown('overlay', 'Event 8 of 8', 'accent', '8'),
  filter: { ...shown('events', '8 Events without hits', 'accent', '8'), undo: ['f', 'f', 'f'] },
  'go-to': shown('keys', ' Go to ', 'badge'),
  'next-process': {
    shows: (screen) => [
      cellsIn(screen, 'frames')('[A]').length,
      inkOf(screen, 'frames', /(?<=\n.*)A/, (theme) => theme.process(0)) !== undefined,
      inkOf(screen, 'frames', /(?<=\n.*)C/, 'dim'),
    ],
    expected: [3, true, 'dim'],
  },
  redraw: {
    written: '\u001b[5;5HWRITTEN BY ANOTHER',
    shows: (screen) => screen.text().includes('WRITTEN BY ANOTHER'),
    expected: false,
  },
  theme: {
    shows: (screen) => new Set(cellsIn(screen, 'header')('● LIVE').map(lookIn)),
    expected: new Set([LIGHT.good]),
    undo: ['c', 'c'],
  },
  back: { first: ['?'], shows: (screen) => cellsIn(screen, 'overlay')('Help').length, expected: 0 },
  ...Object.fromEntries(PANEL_NAMES.map((name) => [name, focus(name, name === 'frames' ? '2' : '1')])),
};

const nameOf = ({ does }: Key): string => (typeof does === 'object' ? does.panel : does);

it('every key in the key table has an effect that is asserted here', () => {
  expect(Object.keys(EFFECTS).sort()).toEqual(KEY_TABLE.map(nameOf).sort());
});

describe.each([
  [60, 20],
  [80, 24],
  [100, 30],
  [120, 40],
  [200, 60],
])('at %dx%d', (columns, rows) => {
  /** Twelve revisions, 100 to 111, in each of which something notable happened. */
  let screen: TestScreen;
  beforeAll(async () => {
    screen = dashboardOn(columns, rows);
    const revisions = Array.from({ length: 12 }, (_, i) => madeStatus({ revision: 100 + i, seed: 1 + i }));
    await screen.show(...revisions);
    screen.wait(1000);
  });
  afterAll(() => screen.close());

  /** Lets go of everything, whatever the key before has done. */
  async function fromTheStart(first: readonly string[]): Promise<void> {
    while (!screen.line(0).includes('● LIVE') || screen.text().includes('Go to'))
      await screen.press('escape');
    await screen.press('escape', 'escape', 'escape', 'escape', '1', ...first);
  }

  for (const row of KEY_TABLE) {
    it.each(row.keys)(`%s: ${nameOf(row)}`, async (key) => {
      const {
        first = [],
        written = '',
        shows,
        expected,
        undo = [],
      } = EFFECTS[nameOf(row)] ?? command('none');
      await fromTheStart(first);
      screen.output.write(written);
      await screen.settle();
      expect(shows(screen)).not.toEqual(expected);
      screen.type(SENT[key] ?? key);
      await screen.drawn();
      const seen = shows(screen);
      if (undo.length > 0) await screen.press(...undo);
      expect(seen).toEqual(expected);
    });
  }
});

/** What stands in every panel, overlay and state, in which ink: at each size, in each theme. */
import { describe, expect, it } from 'vitest';
import type { EventKind, Status } from '../shared/status.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { attr, backgroundOf, underlined } from './attr.ts';
import type { Observation } from './observation.ts';
import type { TestDashboardOptions } from './testing/dashboard-on.ts';
import { cellsIn, type Ink, inWords, lookIn, lookOf, type Place } from './testing/inks.ts';
import { opened, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { DARK, LIGHT, MONOCHROME, type Theme } from './theme.ts';

const SIZES = ['60x20', '80x24', '100x30', '120x40', '200x60'] as const;
type Size = (typeof SIZES)[number];

interface But {
  /** Sizes that have no room for it. */
  readonly no?: readonly Size[];
  /** Its ink without colours, where that differs from what `ink` is there. */
  readonly bare?: Ink;
}
type Row = readonly [text: string | RegExp, ink: Ink, but?: But];

interface Scene {
  readonly options?: TestDashboardOptions;
  readonly arrange: (screen: TestDashboard) => Promise<void>;
  readonly looks: Readonly<Partial<Record<Place, readonly Row[]>>>;
}

const process =
  (fill: number): Ink =>
  (theme) =>
    theme.process(fill);
const onPanel =
  (fill: number): Ink =>
  (theme) =>
    theme.onPanel(fill);
const onTrack =
  (fill: number): Ink =>
  (theme) =>
    theme.onTrack(fill);
const changed =
  (fill: number): Ink =>
  (theme) =>
    theme.changed(fill);
const dimAndChanged: Ink = (theme) => underlined(theme.dim);
/** Of a segment: in the colour of the panel, on its own. */
const edge =
  (fill: number): Ink =>
  (theme) =>
    attr(backgroundOf(theme.text), backgroundOf(theme.process(fill)));
/** Dots of a curve, which are in one colour with it or in none. */
const dots =
  (curve: 'utilisation' | 'segmentUse' | 'faultRate'): Ink =>
  (theme) =>
    theme.coloured ? theme[curve] : theme.text;

const { paging, segmentation } = exampleStatus();
/** A clock whose hand is at frame 1; limits are rounded, that of a segment by 80 bytes. */
const MEMORY = exampleStatus({
  door: 'script',
  paging: {
    ...paging,
    replacement: { ...paging.replacement, policy: 'clock', hand: 1 },
    counters: { ...paging.counters, references: 12, hits: 9 },
  },
  segmentation: {
    ...segmentation,
    align: 100,
    segments: segmentation.segments.map((segment) =>
      segment.id === 1 ? { ...segment, limit: 120 } : segment,
    ),
  },
});
const event = (kind: EventKind, revision = 18) => {
  return { revision, time: 12, kind, frame: 5, text: `${kind} it is`, candidates: [] };
};
/** The revision after it: three kinds of events, and one that is older. */
const NEXT = {
  ...MEMORY,
  revision: 18,
  events: [event('free', 17), event('free'), event('hit'), event('fault')],
};
/** A segment more in the first of two holes. */
const [code, ...others] = segmentation.segments;
const PLACED = exampleStatus({
  revision: 18,
  segmentation: {
    ...segmentation,
    segments: [
      ...(code ? [code] : []),
      ...others,
      { id: 3, base: 1300, limit: 300, grows: 'up', name: null },
    ],
    holes: [
      { base: 1600, size: 100 },
      { base: 2000, size: 64_536 },
    ],
  },
  events: [event('segment-alloc')],
});
const EMPTY = { ...madeStatus({ processes: 0, segments: [] }), events: [] };
/** One of fifty bytes, and a hole of ten. */
const NARROW = [
  { id: 0, base: 1000, limit: 30_000, grows: 'up', name: null },
  { id: 2, base: 31_000, limit: 50, grows: 'up', name: null },
  { id: 1, base: 32_000, limit: 20_000, grows: 'up', name: null },
  { id: 3, base: 52_010, limit: 10_000, grows: 'up', name: null },
] as const;
const FULL = madeStatus({ totalFrames: 8, filled: 1.1 });
const VICTIM = { ...FULL, paging: { ...FULL.paging, nextVictim: 0 } };
const SCATTERED = madeStatus({ totalFrames: 65_536, processes: 2, filled: 0.6, run: 300 });

/** `MEMORY`, and keys that are pressed then. */
const memory =
  (...keys: readonly string[]): Scene['arrange'] =>
  async (screen) => {
    await screen.show(MEMORY);
    await screen.press(...keys);
  };
const shows =
  (statuses: readonly Status[], ...keys: readonly string[]): Scene['arrange'] =>
  async (screen) => {
    await screen.show(...statuses);
    await screen.press(...keys);
  };
/** What is seen of the file after the memory, or with nothing before. */
const sees =
  (observation: Observation, ...before: readonly Status[]): Scene['arrange'] =>
  async (screen) => {
    await screen.show(...before);
    await screen.observe(observation);
  };
const BAD = { kind: 'bad', problem: { line: 12, found: '"x"', expected: 'a number' } } as const;
const UNREADABLE = { kind: 'unreadable', reason: 'permission denied' } as const;
const FAILED = {
  command: 'memory-tracker rnu',
  lastLines: ['unknown command: rnu'],
  end: { code: 64, how: 'exited with 64', endedByUs: false },
  stop: async () => {},
};

const SMALLEST: readonly Size[] = ['60x20'];
const SMALL: readonly Size[] = ['60x20', '80x24'];
const MEDIUM: readonly Size[] = ['80x24', '100x30'];
const LARGE: readonly Size[] = ['120x40', '200x60'];
const ALL_BUT_SMALLEST: readonly Size[] = [...MEDIUM, ...LARGE];

const SCENES: Readonly<Record<string, Scene>> = {
  live: {
    arrange: memory(),
    looks: {
      header: [
        [' MEMORY ', 'badge'],
        ['8 frames × 4 KiB', 'strong', { no: SMALLEST }],
        ['clock', 'text'],
        ['75% used', 'strong'],
        [/(?<=used {2})3 faults/, 'text', { no: SMALL }],
        ['● LIVE', 'good'],
        ['rev 17', 'strong'],
        ['0.4 s ago', 'dim'],
        [/› access.*?(?= ·)/, 'dim', { no: SMALL }],
        [/ · /, 'dim', { no: SMALL }],
        ['9 hits', 'text', { no: SMALL }],
        ['3 faults (3 cold)', 'text', { no: SMALL }],
      ],
      keys: [
        [' ? ', 'key'],
        [' help ', 'text'],
        [' Space ', 'key'],
        [' pause ', 'text'],
      ],
      frames: [
        [/┌─/, 'focusedBorder'],
        [/│(?=\n)/, 'focusedBorder'],
        [/─+┘/, 'focusedBorder'],
        ['1 Frames', 'accent'],
        ['▸ hand 1', 'text'],
        [/(?<=\n│ *)0/, 'dim'],
        [/(?<=\n│ *)4/, 'dim'],
        [/(?<=▸)A 1 +R /, process(0)],
        [/(?<=\n.*)▸/, 'warning'],
        [/B 2 +RD/, process(1)],
        [/P1 {2}/, process(0)],
        ['loaded 12', process(1), { no: SMALLEST }],
        ['·', 'dim'],
        [/(?<=└─ )A/, process(0)],
        [/(?<=└─ A )P1/, 'text'],
        [/(?<=└─.*)B/, process(1)],
        [/(?<=└─.*)editor/, 'text'],
      ],
      usage: [
        [/┌─/, 'border'],
        [/│(?=\n)/, 'border'],
        [/─+┘/, 'border'],
        ['2 Usage', 'strong'],
        ['6 of 8 used', 'text', { no: SMALLEST }],
        [/(?<=\n│ )A[ A]{3}/, process(0)],
        [/(?<=\n│ A+ *)B[ B]/, process(1)],
        [/·+(?= │)/, 'dim'],
        [/(?<=^.*\n.*\n.*\n│ )[ ·]{6}/, onTrack(0)],
        [/(?<=\n│ )[ A]{6}(?=.*\n│ 4 50%)/, process(0)],
        ['4 50%', 'strong'],
        ['2 25%', 'strong'],
        [/(?<=\n│ )A(?= P1)/, process(0)],
        [/(?<=A )P1/, 'text'],
        ['editor', 'text'],
      ],
      pages: [
        ['3 Pages', 'strong'],
        ['B editor', 'text', { no: SMALLEST }],
        [/7 Trend/, 'dim', { no: [...LARGE, '100x30'] }],
        ['PAGE  FRAME  V R D', 'strong'],
        [/1(?= +5 {2}1 1 0)/, 'text'],
        [/5(?= {2}1 1 0)/, onPanel(1)],
        [/(?<=5 {2})1 1 0/, 'text'],
        [/2 +4 {2}1 1 1/, 'selected'],
        [/3 +disk {2}0 0 0/, 'dim'],
      ],
      segments: [
        ['4 Segments', 'strong'],
        ['3 of 5', 'text', { no: SMALL }],
        [/ID NAME +BASE +LIMIT/, 'strong'],
        [' 0 ', process(0)],
        [/code +1000 +100/, 'text'],
        [' 2 ', process(2)],
        ['Holes by address', 'strong', { no: SMALLEST }],
        ['1300: 400 B', 'text', { no: SMALLEST }],
      ],
      space: [
        ['6 Segment space', 'strong'],
        [/(≈ not|first fit|1 − largest).*?(?= ─)/, 'text'],
        [/▏(?=1)/, edge(1)],
        [/(?<=▏)1 +/, process(1)],
        ['2 stack', process(2)],
        [/░+/, 'dim'],
        [/╌+(?= 400 B)/, 'dim'],
        ['400 B', 'text'],
        [/≈ (◆ )?63.0 KiB ≈/, 'accent'],
        ['63.0 KiB largest', 'accent', { no: SMALL }],
        [/(?<=\n│ )1000/, 'dim'],
        ['66536', 'dim'],
      ],
    },
  },
  'the usage in the focus': {
    arrange: memory('2'),
    looks: {
      usage: [
        [/┌─/, 'focusedBorder'],
        ['2 Usage', 'accent'],
      ],
      frames: [
        [/┌─/, 'border'],
        ['1 Frames', 'strong'],
      ],
    },
  },
  'the pages in the focus, alone': {
    arrange: memory('3', 'e'),
    looks: {
      pages: [
        ['3 Pages', 'accent'],
        ['B editor: 9 pages, 7 on disk', 'text'],
        [/LOADED +USED/, 'strong'],
        ['disk S', 'dim'],
        [/11 +–/, 'text'],
      ],
      keys: [
        [' e ', 'key', { no: SMALLEST }],
        [' unzoom ', 'text', { no: SMALLEST }],
      ],
    },
  },
  'the inspector': {
    arrange: memory('5'),
    looks: {
      inspector: [
        [/┌─/, 'focusedBorder'],
        ['5 Inspector', 'accent'],
        ['frame', 'dim'],
        ['4, B editor', 'text'],
        ['bits', 'dim'],
        ['V 1  R 1  D 1', 'text'],
        ['counters', 'dim', { no: SMALL }],
        ['9 hits', 'text', { no: SMALL }],
      ],
    },
  },
  'the segment space, alone': {
    arrange: memory('6', 'e'),
    looks: {
      space: [
        ['6 Segment space', 'accent'],
        [/FROM +TO +BYTES +WHAT/, 'strong'],
        [/1,000 +1,100 +100/, 'text'],
        ['segment 0 code', onPanel(0)],
        [/hole(?=\W)/, 'dim'],
        [/headers and \w+/, 'dim'],
        ['hole, the largest', 'dim'],
      ],
    },
  },
  'segments and holes of less than a column': {
    arrange: shows([madeStatus({ segments: NARROW })]),
    looks: {
      space: [
        ['▌', onPanel(2)],
        ['╎', 'dim'],
      ],
    },
  },
  'the trend': {
    arrange: memory('7'),
    looks: {
      trend: [
        ['7 Trend', 'accent'],
        ['utilisation', 'dim', { no: ALL_BUT_SMALLEST }],
        [/(?<=utilisation +)█+·+/, 'utilisation', { no: ALL_BUT_SMALLEST }],
        [/(?<=·) 75%/, 'text', { no: ALL_BUT_SMALLEST }],
        [/segments(?= {3})/, 'dim', { no: ALL_BUT_SMALLEST }],
        [/(?<=segments +)·+/, 'utilisation', { no: ALL_BUT_SMALLEST }],
        ['fault rate', 'dim', { no: ALL_BUT_SMALLEST }],
        ['25.0%', 'text', { no: ALL_BUT_SMALLEST }],
        ['75% used', 'text', { no: [...SMALLEST, '100x30'] }],
        ['100', 'text', { no: SMALLEST }],
        ['⡇', 'dim', { no: SMALLEST }],
        [/⠒{20}/, 'dim', { no: SMALLEST }],
        [/[⠁-⣿](?=u)/, dots('utilisation'), { no: SMALLEST }],
        [/(?<=[⠁-⣿])u/, 'utilisation', { no: SMALLEST }],
        [/[⠁-⣿](?=s)/, dots('segmentUse'), { no: SMALLEST }],
        [/(?<=[⠁-⣿])s/, 'segmentUse', { no: SMALLEST }],
        [/s(?= seg(ments)? )/, 'segmentUse', { no: SMALLEST }],
        [/[⠁-⣿](?=f)/, dots('faultRate'), { no: SMALLEST }],
        [/(?<=[⠁-⣿])f/, 'faultRate', { no: SMALLEST }],
        ['rev 17', 'dim', { no: [...SMALLEST, '100x30'] }],
        [/u(?= (in use|used) )/, 'utilisation', { no: SMALLEST }],
        [/(?<=u )(in use|used)( %)?(?= )/, 'text', { no: SMALLEST }],
        [/f(?= (faults|\/))/, 'faultRate', { no: SMALLEST }],
        [/(?<=f )(faults|\/)\w*/, 'text', { no: SMALLEST }],
      ],
    },
  },
  'the events': {
    arrange: memory('8'),
    looks: {
      events: [
        ['8 Events', 'accent'],
        ['16 fault', 'dim'],
        ['P2 page 1', 'text'],
        ['17 evict', 'warning'],
        ['P2 page 0 left', 'strong'],
      ],
    },
  },
  'events of every look': {
    arrange: shows([NEXT], '8'),
    looks: {
      events: [
        ['17 free', 'dim'],
        ['18 free', 'accent'],
        ['18 hit', 'good'],
        ['hit it is', 'strong'],
        ['18 fault', 'warning'],
      ],
    },
  },
  'an event that is chosen': {
    arrange: shows([NEXT], '8', 'f', 'up'),
    looks: {
      events: [
        ['8 Events without hits', 'accent'],
        [/18 fault.*(?=│)/, 'selected'],
      ],
      keys: [
        [' f ', 'key'],
        [' events without hits ', 'text'],
      ],
    },
  },
  'no events': {
    arrange: shows([EMPTY], '8'),
    looks: { events: [['Nothing has happened yet.', 'dim']] },
  },
  'no events of that kind': {
    arrange: memory('8', 'f', 'f', 'f'),
    looks: { events: [['None lately.', 'dim']] },
  },
  'an empty memory': {
    arrange: shows([EMPTY]),
    looks: {
      usage: [['No frame is in use.', 'dim']],
      pages: [[/No process has/, 'dim']],
      segments: [['No segments.', 'dim']],
    },
  },
  'the frame under the cursor': {
    arrange: memory('right'),
    looks: { frames: [[/B 1 +R /, 'selected']] },
  },
  'a process that is followed': {
    arrange: memory('p'),
    looks: {
      frames: [
        [/A 1 +R /, process(0), { bare: 'strong' }],
        [/B 1 +R /, 'dim'],
        [/(?<=└─ )\[A\]/, process(0), { bare: 'strong' }],
        [/(?<=└─.*)B/, 'dim'],
      ],
      pages: [['3 Pages', 'strong']],
    },
  },
  'frames that were just changed': {
    arrange: shows([MEMORY, NEXT]),
    looks: { frames: [[/B 1 +R /, changed(1)]] },
  },
  'a next victim': {
    arrange: shows([VICTIM]),
    looks: {
      frames: [
        [/(?<=^.*)!.*(?= ─)/, 'text'],
        [/(?<=\n.*)!/, 'victim'],
        [/(?<=\n.*!)[A-D]/, 'victim'],
      ],
    },
  },
  'many frames in a cell': {
    arrange: shows([SCATTERED]),
    looks: {
      frames: [
        [/\d+ a cell/, 'text'],
        [/(?<=\n.*)A/, process(0)],
        [/(?<=\n.*)b/, onPanel(1)],
        ['·', 'dim'],
      ],
    },
  },
  'the help': {
    arrange: memory('?'),
    looks: {
      overlay: [
        [/┌─/, 'focusedBorder'],
        [/│(?=\n)/, 'focusedBorder'],
        [/─+┘/, 'focusedBorder'],
        ['Help: ? or Esc closes it', 'accent'],
        [/(?<=│ )\?/, 'strong'],
        ['this help', 'text'],
        ['Space', 'strong'],
        [/A 12(?= +the frame)/, 'selected', { no: SMALLEST }],
        [/A 12(?= +changed)/, changed(0), { no: SMALLEST }],
        ['↓ more below', 'accent', { no: LARGE }],
      ],
    },
  },
  'the end of the help': {
    arrange: memory('?', 'pagedown', 'pagedown', 'pagedown', 'pagedown', 'pagedown'),
    looks: {
      overlay: [
        ['↑ the end', 'accent', { no: LARGE }],
        ['× UNREADABLE', 'strong'],
        ['it cannot be read', 'text'],
      ],
    },
  },
  'an eviction in full': {
    arrange: memory('8', 'enter'),
    looks: {
      overlay: [
        [/┌─/, 'focusedBorder'],
        ['Event 3 of 3', 'accent'],
        ['evict', 'strong'],
        ['revision 17, time 12, frame 4', 'dim'],
        ['P2 page 0 left frame 4', 'text'],
        ['Candidates under', 'strong'],
        ['PROCESS', 'dim'],
        ['◂', 'warning'],
        [/P2 +0 +4 +loaded at 1/, 'strong'],
        ['evicted', 'dim'],
        [/A(?= P1)/, process(0)],
        [/P1 +0 +0 +loaded at 6/, 'text'],
        ['The first 2 candidates', 'dim'],
      ],
    },
  },
  'a fault in full': {
    arrange: memory('8', 'up', 'up', 'enter'),
    looks: {
      overlay: [
        ['fault', 'strong'],
        ['P2 page 1: loaded', 'text'],
        ['A frame was free', 'dim'],
      ],
    },
  },
  'a segment that was placed, in full': {
    arrange: shows([exampleStatus(), PLACED], '8', 'enter'),
    looks: {
      overlay: [
        ['segment alloc', 'strong'],
        ['Holes before it', 'strong'],
        [/BASE +SIZE/, 'dim'],
        ['◂', 'warning'],
        [/1300 +400/, 'strong'],
        ['taken, leaves 100', 'dim'],
        [/2000 +64536/, 'text'],
        ['large enough', 'dim'],
      ],
    },
  },
  'no event to tell in full': {
    arrange: shows([EMPTY], '8', 'enter'),
    looks: { keys: [['no event is listed', 'warning']] },
  },
  'paused, and what the step changed': {
    arrange: async (screen) => {
      await screen.show(MEMORY, NEXT, { ...NEXT, revision: 19 });
      screen.wait(1000);
      await screen.press('[');
    },
    looks: {
      header: [
        ['‖ PAUSED −1', 'warning'],
        ['rev 18', 'strong'],
      ],
      keys: [
        [' L End ', 'key'],
        [' live ', 'text'],
      ],
      frames: [[/B 1 +R /, changed(1)]],
    },
  },
  'paused, and what the step changed of others than the one that is followed': {
    arrange: async (screen) => {
      await screen.show(MEMORY, NEXT, { ...NEXT, revision: 19 });
      await screen.press('[', 'p');
    },
    looks: {
      frames: [
        [/A 1 +R /, process(0), { bare: 'strong' }],
        [/B 1 +R /, dimAndChanged],
      ],
    },
  },
  stale: {
    arrange: async (screen) => {
      await screen.show(MEMORY);
      screen.wait(11_000);
      await screen.drawn();
    },
    looks: {
      header: [
        ['○ STALE', 'warning'],
        ['11 s ago', 'dim'],
      ],
    },
  },
  'the tracker is gone': {
    options: { alive: false },
    arrange: memory(),
    looks: { header: [['○ TRACKER GONE (4242)', 'warning']] },
  },
  'the file is bad': {
    arrange: sees(BAD, MEMORY),
    looks: {
      header: [
        ['× BAD FILE line 12', 'alarm'],
        ['showing rev 17', 'strong'],
      ],
      window: [['memory_status.txt:12: found "x", expected a number', 'alarm']],
      keys: [[' ? ', 'key']],
    },
  },
  'the file cannot be read': {
    arrange: sees(UNREADABLE, MEMORY),
    looks: {
      header: [['× UNREADABLE', 'alarm']],
      window: [['memory_status.txt: permission denied', 'alarm']],
    },
  },
  'the file is gone': {
    arrange: sees({ kind: 'missing' }, MEMORY),
    looks: { header: [['○ WAITING: the file is gone', 'warning']] },
  },
  'the command alongside has failed': {
    options: { companion: FAILED },
    arrange: memory(),
    looks: { window: [[/memory-tracker rnu exited with 64: .*(?=\n)/, 'alarm']] },
  },
  'waiting for the file': {
    arrange: sees({ kind: 'missing' }),
    looks: {
      window: [
        [' MEMORY ', 'badge'],
        ['○ WAITING', 'warning'],
        ['Waiting for memory_status.txt', 'accent'],
        ['It is not there yet.', 'text'],
        ['npm run', 'strong'],
        ['The picture appears', 'dim'],
      ],
      keys: [
        [' ? ', 'key'],
        [' help ', 'text'],
      ],
    },
  },
  'a bad file, and nothing before it': {
    arrange: sees(BAD),
    looks: {
      window: [
        ['× BAD FILE line 12', 'alarm'],
        ['There is nothing to show yet', 'accent'],
        ['memory_status.txt:12: found', 'warning'],
        ['The picture appears', 'dim'],
      ],
    },
  },
  'a file that cannot be read, and nothing before it': {
    arrange: sees(UNREADABLE),
    looks: {
      window: [
        ['× UNREADABLE', 'alarm'],
        ['There is nothing to show yet', 'accent'],
        ['memory_status.txt: permission denied', 'warning'],
      ],
    },
  },
  'where to go, as it is typed': {
    arrange: memory('g', '7', '8'),
    looks: {
      keys: [
        [' Go to ', 'badge'],
        ['78', 'strong'],
        [/(?<=78) /, 'selected'],
        ['frame 12', 'dim'],
      ],
    },
  },
  'where there is no way to': {
    arrange: memory('g', '7', '8', 'enter'),
    looks: { keys: [[/(?<=78 {3})\w.*\w/, 'warning']] },
  },
  'a key that does nothing': {
    arrange: memory('1'),
    looks: { keys: [['that panel has the focus', 'warning']] },
  },
  'a window that is too small': {
    arrange: async (screen) => {
      await screen.show(MEMORY);
      screen.resize(59, 20);
      await screen.drawn();
    },
    looks: { window: [['needs 60x20, has 59x20', 'warning']] },
  },
};

function expectLooks(screen: TestDashboard, looks: Scene['looks'], size: Size, theme: Theme): void {
  const found: (readonly string[])[] = [];
  const expected: (readonly string[])[] = [];
  for (const place of Object.keys(looks) as Place[]) {
    const cellsOf = cellsIn(screen, place);
    for (const [text, ink, { no = [], bare = ink } = {}] of looks[place] ?? []) {
      const row = `${place}: ${text}`;
      const look = lookOf(theme.coloured ? ink : bare, theme);
      found.push([row, ...new Set(cellsOf(text).map((cell) => inWords(lookIn(cell))))]);
      expected.push([row, ...(no.includes(size) ? [] : [inWords(look)])]);
    }
  }
  expect(found).toEqual(expected);
}

describe.each(SIZES)('at %s', (size) => {
  const [columns = 0, rows = 0] = size.split('x').map(Number);
  describe.each([DARK, LIGHT, MONOCHROME])('$name', (theme) => {
    it.each(Object.entries(SCENES))('%s', async (_, { options, arrange, looks }) => {
      const screen = opened(columns, rows, { ...options, theme });
      await arrange(screen);
      expectLooks(screen, looks, size, theme);
    });
  });
});

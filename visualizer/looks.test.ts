/**
 * What stands in the panels, in which ink: at each size, in each theme. The looks of frames that something marks, of the
 * events, the key line, what lies over the panels, and the states are in `*-looks.test.ts` beside what draws them.
 */
import { attr, backgroundOf } from './attr.ts';
import { type Ink, onPanel, process } from './testing/inks.ts';
import { ALL_BUT_SMALLEST, describeLooks, LARGE, SMALL, SMALLEST } from './testing/looks.ts';
import { EMPTY, memory, shows } from './testing/scenes.ts';
import { madeStatus } from './testing/statuses.ts';

const onTrack =
  (fill: number): Ink =>
  (theme) =>
    theme.onTrack(fill);

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

/** One of fifty bytes, and a hole of ten. */
const NARROW = [
  { id: 0, base: 1000, limit: 30_000, grows: 'up', name: null },
  { id: 2, base: 31_000, limit: 50, grows: 'up', name: null },
  { id: 1, base: 32_000, limit: 20_000, grows: 'up', name: null },
  { id: 3, base: 52_010, limit: 10_000, grows: 'up', name: null },
] as const;

describeLooks({
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
  'an empty memory': {
    arrange: shows([EMPTY]),
    looks: {
      usage: [['No frame is in use.', 'dim']],
      pages: [[/No process has/, 'dim']],
      segments: [['No segments.', 'dim']],
    },
  },
});

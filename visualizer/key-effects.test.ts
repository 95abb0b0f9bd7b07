/** Every key in the key table, typed as a terminal sends it, and what it does to the screen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_TABLE, type Key } from './keys.ts';
import { PANELS } from './panels/registry.ts';
import { dashboardOn } from './testing/dashboard-on.ts';
import { madeStatus } from './testing/statuses.ts';
import { digitOf, PANEL_NAMES } from './view/panel-names.ts';

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
  'C-z': '\u001a',
};

/** Twelve revisions, 100 to 111, in each of which something notable happened. */
let screen: TestScreen;
beforeAll(async () => {
  screen = dashboardOn(120, 40);
  const revisions = Array.from({ length: 12 }, (_, i) => madeStatus({ revision: 100 + i, seed: 1 + i }));
  await screen.show(...revisions);
  screen.wait(1000);
});
afterAll(() => screen.close());

/** Lets go of everything, whatever the key before has done. */
async function fromTheStart(first: readonly string[]): Promise<void> {
  while (!screen.line(0).includes('● LIVE') || screen.text().includes('Go to')) await screen.press('escape');
  while (screen.text().includes('8 Events without')) await screen.press('f', 'f', 'f');
  await screen.press('escape', 'escape', 'escape', 'escape', '1');
  await screen.press(...first);
}

/** The digit of the panel that has the focus: its title is in the accent colour. */
function focused(): number | undefined {
  return PANEL_NAMES.map(digitOf).find((digit, index) => {
    const title = `${digit} ${PANELS[PANEL_NAMES[index] ?? 'frames'].title}`;
    const { x, y } = screen.find(title);
    return screen.cell(x, y).foreground === 117;
  });
}

/** The line of the event that is chosen, or none. */
function chosenEvent(): string | undefined {
  const { x, y } = screen.find('8 Events');
  const lines = screen.lines().map((line, index) => ({ line: line.slice(x - 2), index }));
  return lines.find(({ index }) => index > y && screen.cell(x, index).background === 231)?.line.trim();
}

const inspectedFrame = (): string | undefined => /frame +(\d+), /.exec(screen.text())?.[1];
const toFrame20 = ['g', '2', '0', 'enter'];

interface Effect {
  /** Keys pressed before. */
  readonly first?: readonly string[];
  readonly shows: () => unknown;
  readonly expected: unknown;
}

const state = (expected: string, ...first: readonly string[]): Effect => ({
  first,
  shows: () => /(‖ PAUSED( −\d+)?|● LIVE)/.exec(screen.line(0))?.[0],
  expected,
});
const command = (expected: string): Effect => ({ shows: () => screen.commands.at(-1), expected });
const text = (expected: string, ...first: readonly string[]): Effect => ({
  first,
  shows: () => (screen.text().includes(expected) ? expected : screen.text()),
  expected,
});
const frame = (expected: string): Effect => ({ first: toFrame20, shows: inspectedFrame, expected });

const EFFECTS: Readonly<Record<string, Effect>> = {
  help: text('Help: ? or Esc closes it'),
  quit: command('quit'),
  interrupt: command('interrupt'),
  suspend: command('suspend'),
  pause: state('‖ PAUSED'),
  'step-back': state('‖ PAUSED −1'),
  'step-forward': state('‖ PAUSED −9', '{'),
  'leap-back': state('‖ PAUSED −10'),
  'leap-forward': state('‖ PAUSED −1', 'home'),
  oldest: state('‖ PAUSED −11'),
  live: state('● LIVE', '['),
  'next-happening': state('‖ PAUSED −9', '{'),
  'previous-happening': state('‖ PAUSED −1'),
  'next-panel': { shows: focused, expected: 2 },
  'previous-panel': { shows: focused, expected: 8 },
  zoom: {
    shows: () => [screen.line(2).slice(0, 12), screen.text().includes('2 Usage')],
    expected: ['┌─ 1 Frames ', false],
  },
  up: frame('12'),
  down: frame('28'),
  left: frame('19'),
  right: frame('21'),
  'page-up': { first: ['8'], shows: () => chosenEvent()?.slice(0, 7), expected: '108 fre' },
  'page-down': { first: ['8', 'up', 'up'], shows: chosenEvent, expected: undefined },
  enter: text('Event 8 of 8: Enter or Esc closes it', '8'),
  filter: text('8 Events without hits'),
  'go-to': { shows: () => screen.line(39).slice(0, 30), expected: ' Go to     frame 12 or 0xc · p' },
  'next-process': text('3 Pages A shell: 8 pages, 3 on disk'),
  theme: { shows: () => screen.cell(60, 0).background, expected: 255 },
  back: { first: ['?'], shows: () => screen.text().includes('Help: '), expected: false },
  ...Object.fromEntries(
    PANEL_NAMES.map((name) => [
      name,
      { first: [name === 'frames' ? '2' : '1'], shows: focused, expected: digitOf(name) },
    ]),
  ),
};

const nameOf = ({ does }: Key): string => (typeof does === 'object' ? does.panel : does);

describe('every key in the key table', () => {
  it('has an effect that is asserted here', () => {
    expect(Object.keys(EFFECTS).sort()).toEqual(KEY_TABLE.map(nameOf).sort());
  });

  for (const row of KEY_TABLE) {
    for (const key of row.keys) {
      it(`${key}: ${nameOf(row)}`, async () => {
        const effect = EFFECTS[nameOf(row)];
        await fromTheStart(effect?.first ?? []);
        screen.type(SENT[key] ?? key);
        await screen.drawn();
        expect(effect?.shows()).toEqual(effect?.expected);
        // Two more make the colours what they were.
        if (row.does === 'theme') await screen.press('c', 'c');
      });
    }
  }
});

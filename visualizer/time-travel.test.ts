/** Pause and rewind: the whole screen is that of the revision shown, while recording goes on behind. */
import { describe, expect, it } from 'vitest';
import type { EventKind, Status } from '../shared/status.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { HISTORY_BYTES } from './history.ts';
import { opened, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { DARK, LIGHT, MONOCHROME } from './theme.ts';

/** Revision 100 + i of a memory in which everything changes all the time. */
function story(i: number): Status {
  return madeStatus({ revision: 100 + i, seed: 1 + i, references: 1000 + 10 * i, faults: 100 + i });
}

const SIZES = [
  [60, 20],
  [80, 24],
  [100, 30],
  [120, 40],
  [200, 60],
] as const;

/** At 80x24, of 4,096 frames. */
const FRAMES_PER_CELL = 16;

async function withRevisions(count: number, columns = 120, rows = 40) {
  const screen = opened(columns, rows);
  await screen.show(...Array.from({ length: count }, (_, i) => story(i)));
  screen.wait(1000);
  return screen;
}

/** Files so large that the history keeps the last of them alone. */
async function showLarge(screen: TestDashboard, ...revisions: readonly number[]): Promise<void> {
  for (const revision of revisions) {
    const bytes = new Uint8Array(HISTORY_BYTES / 2 + 1);
    await screen.observe({ kind: 'ok', status: story(revision - 100), bytes });
  }
}

/** Without the line of the state, and that of the keys. */
const panels = (screen: TestDashboard): string => screen.lines().slice(1, -1).join('\n');

describe.each(SIZES)('time travel at %dx%d', (columns, rows) => {
  it('shows the whole screen as it was, and how far back that is', async () => {
    const screen = await withRevisions(12, columns, rows);
    const live = screen.text();
    await screen.press('[', '[', '[');
    expect(screen.line(0)).toContain('‖ PAUSED −3  rev 108');
    expect(screen.text()).not.toBe(live);
    const third = screen.text();
    await screen.press('[', ']');
    expect(screen.text()).toBe(third);
    await screen.press('{');
    expect(screen.line(0)).toContain('‖ PAUSED −11  rev 100');
    await screen.press('S-l');
    expect(screen.line(0)).toContain('● LIVE  rev 111');
  });

  it('shows every revision as it was when it was the newest, down to the last character', async () => {
    const screen = opened(columns, rows);
    const asItWas: string[] = [];
    for (let i = 0; i < 10; i++) {
      await screen.show(story(i));
      asItWas.push(panels(screen));
    }
    expect(new Set(asItWas).size).toBe(10);
    // "before" in the inspector is what had been seen by then; three sizes have no room for it.
    expect(asItWas.some((text) => /before +[A-D] .*page/.test(text))).toBe(rows >= 40);
    for (let back = 1; back < 10; back++) {
      await screen.press('[');
      expect(screen.line(0)).toContain(`‖ PAUSED −${back}  rev ${109 - back}`);
      expect(panels(screen)).toBe(asItWas[9 - back]);
    }
  });

  it('goes with n and N from one fault, eviction or release to the next', async () => {
    const screen = opened(columns, rows);
    const of = (revision: number, kind: EventKind): Status =>
      exampleStatus({
        revision,
        events: [{ revision, time: 12, kind, frame: null, text: kind, candidates: [] }],
      });
    const kinds = ['alloc', 'fault', 'hit', 'evict', 'free', 'map', 'segment-free', 'reset'] as const;
    await screen.show(...kinds.map((kind, index) => of(20 + index, kind)));
    const stops: string[] = [];
    const step = async (key: string): Promise<void> => {
      await screen.press(key);
      stops.push(/rev \d+/.exec(screen.line(0))?.[0] ?? '');
    };
    for (const key of ['S-n', 'S-n', 'S-n', 'S-n', 'S-n', 'n', 'n', 'n', 'n']) await step(key);
    const expected = [26, 24, 23, 21, 21, 23, 24, 26, 26];
    expect(stops).toEqual(expected.map((revision) => `rev ${revision}`));
  });

  it('goes on recording behind a pause', async () => {
    const screen = await withRevisions(3, columns, rows);
    await screen.press('space');
    expect(screen.line(0)).toContain('‖ PAUSED  rev 102');
    await screen.show(madeStatus({ revision: 103 }), madeStatus({ revision: 104 }));
    expect(screen.line(0)).toContain('‖ PAUSED −2  rev 102');
    await screen.press('space');
    expect(screen.line(0)).toContain('● LIVE  rev 104');
  });

  it('shows what the step changed for as long as one looks at it', async () => {
    const screen = opened(columns, rows);
    const hit = { revision: 18, time: 13, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    await screen.show(exampleStatus(), exampleStatus({ revision: 18, events: [hit] }));
    screen.wait(60_000);
    await screen.press('space');
    const { x, y } = screen.find('B 1');
    expect(screen.cell(x, y).underline).toBe(true);
  });

  it('says so when the file is bad meanwhile', async () => {
    const screen = await withRevisions(3, columns, rows);
    await screen.press('[');
    await screen.observe({ kind: 'bad', problem: { line: 3, found: 'x', expected: 'y' } });
    expect(screen.line(0)).toMatch(/PAUSED −1 +× BAD FILE line 3 +showing rev 101/);
  });
});

describe('time travel', () => {
  it('stays on a revision for as long as one looks at it, though it is no longer kept', async () => {
    const screen = await withRevisions(4);
    await screen.press('[', '[', 'g', '5', 'enter');
    expect(screen.line(0)).toContain('‖ PAUSED −2  rev 101  1 s ago');
    const asItWas = panels(screen);
    expect(asItWas).toMatch(/before +[A-D] .*page/);
    await showLarge(screen, 104, 105);
    screen.wait(1000);
    await screen.drawn();
    expect(screen.line(0)).toContain('‖ PAUSED −4  rev 101  not kept  2 s ago');
    const { x, y } = screen.find('not kept');
    expect(screen.cell(x, y)).toMatchObject({ foreground: 214 });
    expect(panels(screen)).toBe(asItWas);
    await showLarge(screen, 106);
    expect(screen.line(0)).toContain('‖ PAUSED −5  rev 101  not kept');
    expect(panels(screen)).toBe(asItWas);
  });

  it('has nothing before a revision that is no longer kept, and after it the oldest that is', async () => {
    for (const forward of [']', '}', 'n']) {
      const screen = await withRevisions(3);
      await screen.press('[');
      await showLarge(screen, 103, 104);
      for (const back of ['[', '{', 'home', 'S-n']) {
        await screen.press(back);
        expect(screen.line(0)).toContain('‖ PAUSED −3  rev 101  not kept');
        expect(screen.line(39)).toContain('nothing older is kept');
      }
      await screen.press(forward);
      expect(screen.line(0)).toContain('‖ PAUSED  rev 104  0.0 s ago');
      await screen.press('[');
      expect(screen.line(0)).toContain('‖ PAUSED  rev 104');
      expect(screen.line(39)).toContain('nothing older is kept');
    }
  });

  it('does not deny what it has forgotten, nor what went before it looked', async () => {
    const screen = opened(60, 20);
    const events = exampleStatus().events.map((event) => ({ ...event, kind: 'fault' as const }));
    const without = (revision: number): Status => exampleStatus({ revision, events: [] });
    await screen.show(exampleStatus({ revision: 18, events }), without(19));
    // The events of revision 18 tell of faults before it.
    await screen.press('S-n');
    expect(screen.line(19).trimEnd()).toBe(' no earlier fault, eviction or release is kept');
    await screen.press('space');
    for (const revision of [20, 21, 22]) {
      const status = revision === 20 ? exampleStatus({ revision, events }) : without(revision);
      await screen.observe({ kind: 'ok', status, bytes: new Uint8Array(HISTORY_BYTES / 2 + 1) });
    }
    await screen.press('n');
    expect(screen.line(19).trimEnd()).toBe(' no later fault, eviction or release is kept');
  });

  it('goes live beyond the newest, and says so', async () => {
    const screen = await withRevisions(4, 80, 24);
    await screen.press('[', ']');
    expect(screen.line(0)).toContain('‖ PAUSED');
    await screen.press(']');
    expect(screen.line(0)).toContain('● LIVE');
    expect(screen.line(23).trimEnd()).toBe(' live again: nothing is newer');
  });

  it('says in the smallest window too that what it shows is no longer kept', async () => {
    const screen = opened(60, 20);
    await screen.show(story(0), story(1));
    await screen.press('[');
    await showLarge(screen, 102, 1353);
    expect(screen.line(0)).toMatch(/‖ PAUSED −3 +rev 100 +not kept/);
  });

  for (const theme of [DARK, LIGHT, MONOCHROME]) {
    it(`tells the cursor, what changed and the next victim apart: ${theme.name}`, async () => {
      const screen = opened(80, 24, { theme });
      // A column for a cell: there is no gap in which the next victim could be marked.
      const before = madeStatus({ totalFrames: 4096, processes: 1, filled: 1.1, run: 4096, revision: 9 });
      const now = { ...before, revision: 10, paging: { ...before.paging, nextVictim: 4095 } };
      const hit = {
        revision: 10,
        time: 13,
        kind: 'hit' as const,
        frame: 3000,
        text: 'a hit',
        candidates: [],
      };
      await screen.show(before, { ...now, events: [hit] });
      await screen.press('space', 'g', '2', '0', '0', '0', 'enter');
      const { x, y } = screen.find('│   0 ');
      const columns = Number(/\d+/.exec(screen.line(y + 1))?.[0]) / FRAMES_PER_CELL;
      const lookAt = (frame: number) => {
        const cell = Math.floor(frame / FRAMES_PER_CELL);
        return screen.cell(x + 6 + (cell % columns), y + Math.floor(cell / columns));
      };
      const looks = [100, 2000, 3000, 4095].map((frame) => JSON.stringify(lookAt(frame)));
      expect(new Set(looks).size).toBe(4);
      expect(lookAt(4095)).toMatchObject({ character: '!' });
      expect(lookAt(3000)).toMatchObject({ underline: true });
    });
  }

  it('leads into a memory of another size, and back', async () => {
    const screen = opened(80, 24);
    await screen.show(madeStatus({ revision: 9 }));
    await screen.press('g', '6', '3', 'enter');
    // TOTAL_FRAMES was edited: the tracker began afresh.
    await screen.show({ ...exampleStatus({ revision: 0 }), session: '00000002' });
    expect(screen.line(0)).toContain('8 frames × 4 KiB');
    expect(screen.text()).toContain('6 of 8 used');
    expect(screen.text()).toMatch(/│0 A 0 .*A 1/);
    // A frame that is no more is not under the cursor.
    await screen.press('5');
    expect(screen.text()).toMatch(/frame +4, B editor/);
    await screen.press('[');
    expect(screen.line(0)).toContain('64 frames × 4 KiB');
    expect(screen.text()).toMatch(/frame +63, /);
  });
});

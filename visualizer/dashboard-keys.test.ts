import { describe, expect, it, vi } from 'vitest';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { keyLine } from './keys.ts';
import { opened, type TestDashboard, withRevisions } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { FIRST_UI } from './view/ui.ts';

describe('keys as they are typed', () => {
  it('reach the dashboard as the key table names them', async () => {
    const screen = await withRevisions(3);
    for (const [typed, command] of [
      ['q', 'quit'],
      ['\u0003', 'interrupt'],
      ['\u001a', 'suspend'],
    ] as const) {
      screen.type(typed);
      await screen.drawn();
      expect(screen.commands.at(-1)).toBe(command);
    }
    for (const [typed, words] of [
      ['?', 'Help: ? or Esc'],
      ['?', '1 Frames'],
      ['[', 'PAUSED −1'],
      ['\u001b[H', 'PAUSED −2'],
      ['L', '● LIVE'],
      [' ', '‖ PAUSED  rev'],
      ['\u001b[F', '● LIVE'],
      ['\u001b[B', '5 Inspector'],
      ['e', '1 Frames'],
      ['\u001b', '2 Usage'],
    ] as const) {
      screen.type(typed);
      await screen.drawn();
      expect(screen.text()).toContain(words);
    }
  });
});

describe('the key line', () => {
  const keysOf = (screen: TestDashboard): string[] => screen.line(23).trim().split(/ {2,}/);

  it('is cut at whole items', async () => {
    const all = keyLine(FIRST_UI, true).flatMap(({ label, short }) => [label, short]);
    for (const columns of [60, 71, 80, 97, 120, 200]) {
      const screen = await withRevisions(1, columns, 24);
      const words = keysOf(screen);
      expect(words).toEqual(all.slice(0, words.length));
      expect(words.length % 2).toBe(0);
      screen.close();
    }
  });

  it('begins with the way back while a past revision is shown', async () => {
    for (const columns of [60, 80, 200]) {
      const screen = await withRevisions(3, columns, 24);
      expect(screen.line(23)).toContain(' Space  pause ');
      expect(screen.line(23)).not.toContain('live');
      await screen.press('[');
      expect(keysOf(screen).slice(0, 2)).toEqual(['L End', 'live']);
      expect(screen.line(23)).toContain(' Space  go on ');
      await screen.press('S-l');
      expect(screen.line(23)).toContain(' Space  pause ');
      screen.close();
    }
  });

  it('says what Enter, e and the arrows do where one is', async () => {
    const screen = await withRevisions(1, 160, 24);
    const now = (): string[] =>
      ['e', '↑↓←→', 'Enter'].map((key) => keysOf(screen)[keysOf(screen).indexOf(key) + 1] ?? '');
    const words = async (...keys: readonly string[]): Promise<string[]> => {
      await screen.press(...keys);
      return now();
    };
    expect(await words('right')).toEqual(['zoom', 'walk', 'inspect']);
    expect(await words('3')).toEqual(['zoom', 'scroll', 'inspect']);
    expect(await words('8')).toEqual(['zoom', 'choose', 'why']);
    expect(await words('enter')).toEqual(['zoom', 'choose', 'close']);
    expect(await words('escape', '6', 'e')).toEqual(['unzoom', 'scroll', 'inspect']);
    await screen.press('7');
    expect(keysOf(screen)).not.toContain('↑↓←→');
    await screen.press('5');
    expect(keysOf(screen)).not.toContain('Enter');
    expect(now().slice(0, 2)).toEqual(['unzoom', 'scroll, walk']);
    await screen.press('e');
    expect(now().slice(0, 2)).toEqual(['zoom', 'walk']);
  });

  it('has but the keys that do something before there is a file', async () => {
    const screen = opened(80, 24);
    await screen.observe({ kind: 'missing' });
    expect(keysOf(screen)).toEqual(['?', 'help', 'q', 'quit', 'c', 'colours']);
    await screen.press('8', 'e');
    expect(screen.line(23).trimEnd()).toBe(' there is no memory yet');
    await screen.show(madeStatus());
    expect(screen.text()).toContain('┌─ 1 Frames');
  });
});

describe('a key that does nothing', () => {
  it('says so in the place of the keys, for a moment', async () => {
    const screen = await withRevisions(2, 80, 24);
    const keys = screen.line(23);
    await screen.press('S-l');
    expect(screen.line(23).trimEnd()).toBe(' this is live: nothing is newer');
    expect(screen.cell(1, 23)).toMatchObject({ foreground: 214, background: 234 });
    await screen.press('right');
    expect(screen.line(23)).toBe(keys);
    await screen.press('f');
    expect(screen.line(23).trimEnd()).toBe(' events without hits');
    await vi.waitFor(
      async () => {
        await screen.settle();
        // For the filter stays on, and the keys say so too.
        expect(screen.line(23)).toMatch(/^ f {2}events without hits {2}\? {2}help {2}q {2}quit /);
      },
      { timeout: 4000 },
    );
  });
});

describe('panels', () => {
  it('are zoomed to the whole window and back', async () => {
    const screen = await withRevisions(1, 80, 24);
    for (const [key, title] of [
      ['1', '1 Frames'],
      ['2', '2 Usage'],
      ['3', '3 Pages'],
      ['4', '4 Segments'],
      ['5', '5 Inspector'],
      ['6', '6 Segment space'],
      ['7', '7 Trend'],
      ['8', '8 Events'],
    ] as const) {
      await screen.press(key, 'e');
      expect(screen.line(1)).toContain(`┌─ ${title}`);
      expect(screen.line(22)).toMatch(/^└─.*─┘$/);
      await screen.press('e');
      expect(screen.text()).toContain('1 Frames');
    }
  });

  it('show which one has the focus by the colour of their border', async () => {
    const screen = await withRevisions(1, 120, 40);
    expect(screen.cell(0, 2).foreground).toBe(117);
    await screen.press('tab');
    expect(screen.cell(0, 2).foreground).toBe(240);
    const usage = screen.find('2 Usage');
    expect(screen.cell(usage.x - 3, usage.y).foreground).toBe(117);
  });
});

describe('the cursor', () => {
  it('walks the frames, and inspector and page table follow', async () => {
    const screen = await withRevisions(1, 120, 40);
    await screen.press('left', 'up');
    expect(screen.text()).toMatch(/frame +54, B editor/);
    const { x, y } = screen.find('B  5');
    expect(screen.cell(x, y)).toMatchObject({ foreground: 234, background: 231, bold: true });
    expect(screen.text()).toMatch(/3 Pages B editor/);
    await screen.press('escape');
    expect(screen.text()).toMatch(/frame +63, B editor/);
  });

  it('tells a free frame’s place in the free-frame list', async () => {
    const screen = await withRevisions(1, 120, 40);
    await screen.show(exampleStatus({ session: '00000001' }));
    await screen.press('right', 'right');
    expect(screen.text()).toMatch(/turn +number 2 of 2 free/);
    await screen.press('right');
    expect(screen.text()).toMatch(/turn +next of 2 free/);
  });
});

describe('colours', () => {
  it('cycle from dark to light to none and back', async () => {
    const screen = await withRevisions(1);
    const background = (): number | null => screen.cell(2, 5).background;
    const seen = [background()];
    for (let i = 0; i < 3; i++) {
      await screen.press('c');
      seen.push(background());
    }
    expect(seen).toEqual([234, 255, null, 234]);
  });
});

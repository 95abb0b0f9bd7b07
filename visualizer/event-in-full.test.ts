/** Enter on an event: all that the tracker kept of it, over the panels. */
import { describe, expect, it } from 'vitest';
import { MAX_EVENTS, type Status, type StatusEvent } from '../shared/status.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { shown, type TestDashboard } from './testing/shown.ts';
import { expectWholeBoxes } from './testing/whole-boxes.ts';

const example = (columns: number, rows: number) => shown(columns, rows, exampleStatus());

for (const [columns, rows] of [
  [60, 20],
  [80, 24],
  [120, 40],
] as const) {
  describe(`Enter on an event, at ${columns}x${rows}`, () => {
    it('shows the candidates, the victim first, with the number that decided', async () => {
      const screen = await example(columns, rows);
      await screen.press('8', 'enter');
      expect(screen.text()).toContain('Event 3 of 3: Enter or Esc closes it');
      expect(screen.text()).toContain('evict  revision 17, time 12, frame 4');
      expect(screen.text()).toContain('P2 page 0 left frame 4: loaded first');
      expect(screen.text()).toMatch(/Candidates under lru, the victim first/);
      const { x, y } = screen.find('◂ ');
      expect(screen.line(y)).toMatch(/◂ +P2 +0 +4 +loaded at 1 /);
      expect(screen.line(y + 1)).toMatch(/ A P1 +0 +0 +loaded at 6 /);
      expect(screen.cell(x, y)).toMatchObject({ foreground: 214, bold: true });
      const letter = screen.line(y + 1).indexOf('A P1');
      expect(screen.cell(letter, y + 1)).toMatchObject({ foreground: 16, background: 214 });
      expect(screen.text()).toContain('The first 2 candidates of 8 pages that could have gone.');
      await screen.press('escape');
      expect(screen.text()).not.toContain('Event 3 of 3');
    });
  });
}

it('one candidate alone is the first of those that could have gone', async () => {
  const events = exampleStatus().events.map((event) => ({
    ...event,
    candidates: event.candidates.slice(0, 1),
  }));
  const screen = await shown(80, 24, exampleStatus({ events }));
  await screen.press('8', 'enter');
  expect(screen.text()).toContain('The first of 8 pages that could have gone.');
});

describe('the events', () => {
  it('end in dots where one goes on below the panel, and never without', async () => {
    const text = `${'word '.repeat(30)}end`;
    const events = Array.from({ length: 12 }, (_, index) => ({
      ...{ revision: index + 1, time: index, kind: 'free' as const, frame: null, text, candidates: [] },
    }));
    const screen = await shown(120, 40, { ...exampleStatus(), events });
    await screen.press('8');
    for (const _ of events) {
      await screen.press('up');
      const { x, y } = screen.find('8 Events');
      const panel = screen.lines().slice(y + 1, -2);
      const last = panel
        .at(-1)
        ?.slice(x - 2, -1)
        .trimEnd();
      expect(last).toMatch(/(end|…)$/);
    }
  });

  it('end at a whole word, and before the border', async () => {
    const text = 'segment 1 freed: 48400 bytes at 67970 are a new hole among several others of the space';
    const events = Array.from({ length: 12 }, (_, index) => ({
      ...{ revision: index + 1, time: index, kind: 'free' as const, frame: null, text, candidates: [] },
    }));
    const words = new Set(['', '…', 'free', ...text.split(' ')]);
    for (let columns = 60; columns < 180; columns += 7) {
      const screen = await shown(columns, 40, { ...exampleStatus(), events });
      await screen.press('8');
      const { x, y } = screen.find('8 Events');
      const lines = screen.lines().slice(y + 1, -2);
      const inside = lines.map((line) => line.slice(x - 2, line.indexOf('│', x - 1)));
      expect(inside.length).toBeGreaterThan(3);
      for (const line of inside) {
        expect(line.at(-1)).toBe(' ');
        const strange = line.split(' ').filter((word) => !words.has(word) && !/^\d+$/.test(word));
        expect([columns, strange]).toEqual([columns, []]);
      }
      screen.close();
    }
  });

  it('have a cursor, which leads from one to the other, open or not', async () => {
    const screen = await example(120, 40);
    await screen.press('8', 'up');
    const { x, y } = screen.find('17 evict');
    expect(screen.cell(x, y).background).toBe(231);
    await screen.press('up');
    expect([screen.cell(x, y).background, screen.cell(x, y - 1).background]).toEqual([234, 231]);
    await screen.press('enter');
    expect(screen.text()).toContain('Event 2 of 3');
    expect(screen.text()).toContain('A frame was free, so no page had to go');
    await screen.press('down');
    expect(screen.text()).toContain('Event 3 of 3');
    // The last stays the last.
    await screen.press('down');
    expect(screen.text()).toContain('Event 3 of 3');
    await screen.press('enter', 'down');
    expect(screen.cell(x, y).background).toBe(234);
  });

  it('keep the chosen one while others come', async () => {
    const screen = await example(120, 40);
    await screen.press('8', 'up', 'up');
    const example17 = exampleStatus();
    const hit = { revision: 18, time: 12, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    await screen.show(exampleStatus({ revision: 18, events: [...example17.events.slice(1), hit] }));
    const { x, y } = screen.find('16 fault');
    expect(screen.cell(x, y).background).toBe(231);
  });

  it.each([
    [60, 20],
    [80, 24],
    [120, 40],
  ] as const)(
    'say how many are below the chosen one, and what shows them, at %dx%d',
    async (columns, rows) => {
      const screen = await shown(columns, rows, run(8));
      const note = (): string => /(?:Esc shows|↓) \d+ newer/.exec(screen.text())?.[0] ?? '';
      await screen.press('8', 'up', 'enter', 'escape');
      expect(note()).toBe('');
      for (let revision = 9; revision <= 16; revision++) await screen.show(run(revision));
      expect(screen.line(0)).toContain('● LIVE  rev 16');
      const below = Number(/\d+/.exec(note())?.[0]);
      expect(note()).toBe(`Esc shows ${below} newer`);
      expect(below).toBeGreaterThan(0);
      expectWholeBoxes(screen);
      // Behind another panel it stays so.
      await screen.press('1');
      if (rows === 40) expect(note()).toBe(`Esc shows ${below} newer`);
      // One event after the other, with Esc between.
      await screen.press('8', 'enter');
      expect(screen.text()).toContain('fault  revision 8');
      await screen.press('escape', 'down', 'enter');
      expect(screen.text()).toContain('evict  revision 9');
      await screen.press('escape', 'e');
      if (note() !== '') expect(note()).toMatch(/^↓ \d+ newer$/);
      await screen.press('e', 'escape');
      expect(note()).toBe('');
      expect(screen.text()).toMatch(/16 (fault|evict)/);
    },
  );

  it.each([
    [80, 24],
    [120, 40],
  ] as const)('of the revision shown are there when one steps to it, at %dx%d', async (columns, rows) => {
    const screen = await shown(columns, rows, run(1));
    for (let revision = 2; revision <= 19; revision++) await screen.show(run(revision));
    const last = (): string => {
      const { x, y } = screen.find('8 Events');
      const panel = screen
        .lines()
        .slice(y)
        .map((line) => line.slice(x - 2));
      return panel.flatMap((line) => /^. ?(\d+) (?:fault|evict)/.exec(line)?.[1] ?? []).at(-1) ?? '';
    };
    for (const keys of [['['], ['['], ['S-n'], ['n'], [']'], ['{'], ['}'], ['home'], ['S-l']]) {
      await screen.press('8', ...Array<string>(8).fill('up'), 'enter', 'escape', ...keys);
      expect([keys, last()]).toEqual([keys, /rev (\d+)/.exec(screen.line(0))?.[1]]);
    }
    // Of one that is read, too, once it is closed.
    await screen.press('[', '[', ...Array<string>(12).fill('up'), 'enter', ']');
    expect(screen.text()).toMatch(/┌─ Event \d+ of \d+: /);
    await screen.press('escape');
    expect(last()).toBe('18');
  });

  it('that go on below the panel are not among the newer ones', async () => {
    const { events } = run(16);
    for (let columns = 60; columns < 140; columns += 4) {
      const screen = await shown(columns, 40, run(8));
      await screen.press('8', 'up');
      await screen.show(run(16));
      const heads = [...screen.text().matchAll(/│ +(\d+) (fault|evict) /g)];
      const [, revision, kind] = heads.at(-1) ?? [];
      const last = events.findIndex((event) => event.revision === Number(revision) && event.kind === kind);
      const below = / Esc shows (\d+) newer /.exec(screen.text())?.[1];
      expect([columns, below]).toEqual([columns, String(events.length - 1 - last)]);
      screen.close();
    }
  });

  it('are shown from the chosen one on where there is no room for all', async () => {
    const screen = await example(80, 24);
    await screen.press('8', 'pageup');
    const { x, y } = screen.find('15 alloc');
    expect(screen.cell(x, y).background).toBe(231);
  });

  it('are filtered with f: all, without hits, faults and evictions, segments', async () => {
    const { events } = exampleStatus();
    const hit = { revision: 17, time: 12, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    const screen = await shown(120, 40, exampleStatus({ events: [...events, hit] }));
    const { x, y } = screen.find('8 Events');
    const panel = (): string =>
      screen
        .lines()
        .slice(y)
        .map((line) => line.slice(x - 3))
        .join('\n');
    const kinds = (): string[] => [...panel().matchAll(/1[567] (\w+)/g)].map(([, kind]) => kind ?? '');
    const seen: [string, string[]][] = [];
    for (let i = 0; i < 5; i++) {
      seen.push([/8 Events ([a-z ,]*)/.exec(panel())?.[1]?.trim() ?? '', kinds()]);
      await screen.press('f');
    }
    expect(seen).toEqual([
      ['', ['alloc', 'fault', 'evict', 'hit']],
      ['without hits', ['alloc', 'fault', 'evict']],
      ['of faults', ['fault', 'evict']],
      ['of segments', []],
      ['', ['alloc', 'fault', 'evict', 'hit']],
    ]);
    // Enter and the arrows go by what is shown; the eviction behind a fault is found all the same.
    await screen.press('f', '8', 'up', 'up', 'enter');
    expect(screen.text()).toContain('Event 1 of 2 (events of faults): Enter or Esc closes it');
    expect(screen.text()).toContain('fault  revision 16');
    await screen.press('escape', 'f');
    expect(screen.text()).toContain('None lately. (f shows others)');
  });

  it.each([
    [60, 20],
    [80, 24],
    [100, 30],
    [120, 40],
    [144, 40],
  ] as const)('say that a filter is on for as long as it is, at %dx%d', async (columns, rows) => {
    const screen = await example(columns, rows);
    await screen.press('8');
    for (const filter of ['without hits', 'of faults', 'of segments']) {
      // A key that does something ends the notice of the one before.
      await screen.press('f', 'e', 'e');
      const { x, y } = screen.find(`8 Events ${filter} `);
      expect(screen.cell(x, y)).toMatchObject({ foreground: 117, bold: true });
      expect(screen.line(rows - 1)).toMatch(new RegExp(`^ f {2}events ${filter} `));
      expectWholeBoxes(screen);
      // Behind a tab too, the keys say so.
      await screen.press('3', 'up', '8', '5', '4');
      expect(screen.line(rows - 1)).toMatch(new RegExp(`^ f {2}events ${filter} `));
      await screen.press('8');
    }
    await screen.press('f', 'e', 'e');
    expect(screen.text()).toContain('8 Events ');
    expect(screen.text()).not.toMatch(/8 Events of|events of|without hits/);
  });

  it.each([60, 80, 120])('say so in full too, in a window of %d columns', async (columns) => {
    const screen = await example(columns, 24);
    await screen.press('8', 'f', 'f', 'enter');
    expect(screen.text()).toMatch(/┌─ Event 2 of 2 \(events of faults\): (Enter or )?Esc closes it.* ─*┐/);
    expect(screen.text()).toContain('evict  revision 17');
  });

  it('say that there is none yet', async () => {
    const screen = await shown(80, 24, exampleStatus({ events: [] }));
    await screen.press('8', 'up', 'enter');
    expect(screen.text()).toContain('Nothing has happened yet.');
    expect(screen.line(23).trimEnd()).toBe(' no event is listed');
  });

  it('of a segment that was placed show the holes it could have had, where the revision before was seen', async () => {
    const screen = await example(80, 24);
    const { segmentation } = exampleStatus();
    const placed = {
      revision: 18,
      time: 12,
      kind: 'segment-alloc' as const,
      frame: null,
      text: 'segment 3: 300 bytes',
      candidates: [],
    };
    const holes = [
      { base: 1600, size: 100 },
      { base: 2000, size: 64_536 },
    ];
    await screen.show(
      exampleStatus({ revision: 18, events: [placed], segmentation: { ...segmentation, holes } }),
    );
    await screen.press('8', 'enter');
    expect(screen.text()).toContain('Holes before it, in the order of their list; 300 bytes were wanted');
    const { y } = screen.find('◂  ');
    expect(screen.line(y)).toMatch(/◂ +1300 +400 {2}taken, leaves 100 /);
    expect(screen.line(y + 1)).toMatch(/ 2000 +64536 {2}large enough /);
    // The first revision that was seen has none before it.
    await screen.press('escape', 'escape', '[');
    await screen.show(
      exampleStatus({ revision: 19, session: '00000002', events: [{ ...placed, revision: 19 }] }),
    );
    await screen.press('S-l', 'enter');
    expect(screen.text()).toContain('segment alloc  revision 19');
    expect(screen.text()).not.toContain('Holes before it');
    expect(screen.text()).toContain('Which holes it could have had is not known: revision 18 was not seen.');
  });

  it('of a segment say so where more than its hole changed with it', async () => {
    const screen = await example(80, 24);
    const { segmentation } = exampleStatus();
    const placed = { revision: 18, time: 12, frame: null, text: 'segment 3: 300 bytes', candidates: [] };
    await screen.show(
      exampleStatus({
        revision: 18,
        events: [{ ...placed, kind: 'segment-alloc' }],
        segmentation: { ...segmentation, holes: [{ base: 3000, size: 63_536 }] },
      }),
    );
    await screen.press('8', 'enter');
    expect(screen.text()).toContain('Not exactly one hole changed with it, so that none can be named.');
  });
});

/** A run: each revision is a fault that evicts, two events, but the 20th, which is a hit. The file keeps the last 32. */
function run(revision: number): Status {
  const events = Array.from({ length: revision }, (_, index): StatusEvent[] => {
    const [page, frame] = [index + 8, index % 8];
    const happened = { revision: index + 1, time: index + 1, frame, candidates: [] };
    if (index === 19) return [{ ...happened, kind: 'hit', text: 'a hit' }];
    const candidates = [{ pid: 'P1', page: index, frame, number: `used at ${index}` }];
    return [
      { ...happened, kind: 'evict', text: `P1 page ${index} left`, candidates },
      { ...happened, kind: 'fault', text: `P1 page ${page} came` },
    ];
  });
  const { paging } = exampleStatus();
  return exampleStatus({
    revision,
    events: events.flat().slice(-MAX_EVENTS),
    paging: { ...paging, time: 11 + revision },
  });
}

describe('a fault whose eviction the file has lost', () => {
  const first = [...Array<string>(MAX_EVENTS).fill('up'), 'enter'];

  it('does not say that a frame was free', async () => {
    const screen = await shown(80, 24, run(20));
    await screen.press('8', ...first);
    expect(screen.text()).toContain('Event 1 of 32: ');
    expect(screen.text()).toContain('fault  revision 4, time 4, frame 3');
    expect(screen.text()).toContain('The file no longer tells whether a page had to go for it.');
    expect(screen.text()).not.toContain('A frame was free');
  });

  it('still has its candidates where they were seen', async () => {
    const screen = await shown(80, 24, run(19));
    await screen.show(run(20));
    await screen.press('8', ...first);
    expect(screen.text()).toContain('Event 1 of 32: ');
    expect(screen.text()).toContain('fault  revision 4, time 4, frame 3');
    expect(screen.text()).toContain('P1 page 3 left');
    const { y } = screen.find('◂ ');
    expect(screen.line(y)).toMatch(/◂ {2}A P1 +3 +3 +used at 3 /);
  });
});

describe('an event that is being read', () => {
  /** What lies over the panels, and its title. */
  const read = (screen: TestDashboard) => {
    const { x, y } = screen.find('┌─ Event');
    const lines = screen.lines().map((line) => line.slice(x));
    const width = (lines[y]?.indexOf('┐') ?? 0) + 1;
    const end = lines.findIndex((line, index) => index > y && line.startsWith('└'));
    return { title: lines[y] ?? '', lines: lines.slice(y + 1, end).map((line) => line.slice(0, width)) };
  };

  it.each([
    [60, 20],
    [80, 24],
    [120, 40],
  ] as const)('stays on the screen, whatever comes, at %dx%d', async (columns, rows) => {
    const screen = await shown(columns, rows, run(19));
    await screen.press('8', 'enter');
    const before = read(screen);
    expect(before.title).toContain('Event 32 of 32: ');
    expect(before.lines.length).toBeGreaterThan(6);
    expect(before.lines.join('\n')).toMatch(
      /fault {2}revision 19.*P1 page 26 came.*P1 page 18 left.*◂ {2}A P1/s,
    );
    await screen.show(run(20));
    expect(read(screen).title).toContain('Event 31 of 32: ');
    expect(read(screen).lines).toEqual(before.lines);
    await screen.show(run(60));
    expect(read(screen).title).toMatch(/┌─ Event no longer listed: .* ─*┐/);
    expect(read(screen).lines).toEqual(before.lines);
    await screen.show(exampleStatus({ ...run(60), session: '00000002', revision: 61 }));
    expect(read(screen).title).toMatch(/┌─ Event of another memory: .* ─*┐/);
    expect(read(screen).lines).toEqual(before.lines);
    await screen.press('enter', '[', 'enter', '[');
    expect(read(screen).title).toMatch(/┌─ Event of a later revision: .*Esc closes it.* ─*┐/);
    expect(read(screen).lines.join('\n')).toContain('fault  revision 60');
  });

  it('has neighbours in what is listed now, when it no longer is itself', async () => {
    const screen = await shown(80, 24, run(19));
    await screen.press('8', 'enter');
    await screen.show(run(60));
    await screen.press('down');
    expect(screen.text()).toContain('Event 1 of 32: ');
    expect(screen.text()).toContain('evict  revision 45');
    await screen.press('down');
    expect(screen.text()).toContain('Event 2 of 32: ');
    // Before it was written it is still to come.
    await screen.press('escape', 'enter', '[');
    expect(screen.text()).toContain('Event of a later revision: ');
    expect(screen.text()).toContain('fault  revision 45');
    await screen.press('up');
    expect(screen.text()).toContain('Event 32 of 32: ');
    expect(screen.text()).toContain('fault  revision 19');
  });

  it('is forgotten once it is closed and no longer listed: the arrows begin at the newest', async () => {
    const screen = await shown(80, 24, run(19));
    await screen.press('8', 'enter');
    await screen.show(run(60));
    await screen.press('escape', 'up', 'enter');
    expect(screen.text()).toContain('Event 32 of 32: ');
    expect(screen.text()).toContain('fault  revision 60');
  });

  it('is not taken for the event of another memory in its place', async () => {
    const screen = await shown(80, 24, run(19));
    await screen.press('8', 'up', 'enter');
    await screen.show({ ...run(19), session: '00000002' });
    expect(screen.text()).toContain('Event of another memory: ');
    await screen.press('enter');
    const { x, y } = screen.find('19 fault');
    expect(screen.cell(x, y).background).toBe(234);
  });

  it.each([60, 80])(
    'stays when a filter hides it, and is listed again after that, in %d columns',
    async (columns) => {
      const screen = await shown(columns, 24, run(20));
      await screen.press('8', 'enter', 'f');
      expect(read(screen).title).toMatch(/┌─ Event not listed \(events without hits\): .* ─*┐/);
      expect(screen.text()).toContain('hit  revision 20');
      await screen.press('f', 'f', 'f');
      expect(screen.text()).toContain('Event 32 of 32: ');
      expect(screen.text()).toContain('hit  revision 20');
    },
  );
});

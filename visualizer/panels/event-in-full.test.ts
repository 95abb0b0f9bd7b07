/** Enter on an event: all that the tracker kept of it, over the panels. */
import { describe, expect, it } from 'vitest';
import { MAX_EVENTS } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { run } from '../testing/run-of-faults.ts';
import { example, shown, type TestDashboard } from '../testing/shown.ts';

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

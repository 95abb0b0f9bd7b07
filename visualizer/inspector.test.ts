import { describe, expect, it } from 'vitest';
import { DISK, type StatusEvent, SWAPPED } from '../shared/status.ts';
import { exampleStatus, pageRuns } from '../shared/testing/example-status.ts';
import { opened, shown, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { Picture } from './view/picture.ts';

/** Its lines, without border. */
function inspectorOf(screen: TestDashboard): string[] {
  const { x, y } = screen.find('5 Inspector');
  const lines = screen
    .lines()
    .slice(y + 1)
    .map((line) => line.slice(x - 2));
  return lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('─')),
    )
    .map((line) => line.slice(1).replace(/ *│.*$/, ''));
}

/** A frame that was another process's, is referenced, in the TLB, and the next victim. */
function muchToSay() {
  const [first, second] = [madeStatus({ seed: 1 }), madeStatus({ seed: 2, revision: 129 })];
  const [before, now] = [new Picture(first), new Picture(second)];
  const frame = Array.from({ length: 64 }, (_, candidate) => candidate).findIndex((candidate) => {
    const owners = [before.ownerOf(candidate)?.pid, now.ownerOf(candidate)?.pid];
    return owners[0] && owners[1] && owners[0] !== owners[1];
  });
  const { page = 0 } = now.occupant(frame) ?? {};
  const { paging } = second;
  const content = [{ pid: now.ownerOf(frame)?.pid ?? '', page, frame }];
  const tlb = { ...paging.tlb, content };
  return { statuses: [first, { ...second, paging: { ...paging, tlb, nextVictim: frame } }], frame };
}

describe('the inspector', () => {
  it.each([
    [100, 34, '2 hits, 3 faults'],
    [120, 40, '2 hits, 3 faults of 5'],
    [180, 50, '2 hits 40.0% · 3 faults (3 cold)'],
  ])('has the counters whole, on one line, at %dx%d', async (columns, rows, counters) => {
    const screen = await shown(columns, rows, exampleStatus());
    await screen.press('5');
    const line = screen.lines().find((text) => text.includes('│ counters ')) ?? '';
    expect(line.split(/│ counters +/)[1]?.replace(/ *│$/, '')).toBe(counters);
  });

  it('calls the turn of a free frame and the whole free list by two names', async () => {
    const screen = await shown(80, 24, exampleStatus());
    await screen.press('g', '6', 'enter', '5', 'e');
    expect(screen.text()).toMatch(/turn +number 2 of 2 free/);
    expect(screen.text().match(/│ free list /g)).toHaveLength(1);
  });

  it('says of a frame in a cell of many what the cell stands for', async () => {
    const screen = await shown(100, 30, madeStatus({ totalFrames: 1_048_576, processes: 5, run: 3000 }));
    await screen.press('g', ...'98304', 'enter', '5');
    const each = Number(/1 Frames ([\d,]+) a cell/.exec(screen.text())?.[1]?.replace(',', ''));
    expect(screen.text()).toMatch(new RegExp(`│ cell +(frames )?98304–${98_303 + each} `));
    expect(screen.text()).toMatch(/│ in use +[\d,]+ of [\d,]+: [A-E]/);
    expect(screen.text()).toMatch(/│ frame +98304, /);
    // Alone on the screen it is about the frame only.
    await screen.press('e');
    expect(screen.text()).not.toMatch(/│ cell /);
  });

  it('names the policy, the TLB and the placement with their conventions', async () => {
    const status = madeStatus();
    const { paging } = status;
    const replacement = {
      ...paging.replacement,
      policy: 'nru',
      refOnLoad: false,
      period: 1000,
      hand: 0,
    } as const;
    const tlb = { ...paging.tlb, flush: true };
    const segmentation = { ...status.segmentation, coalesce: false, header: 8 };
    const screen = await shown(80, 24, { ...status, paging: { ...paging, replacement, tlb }, segmentation });
    await screen.press('5', 'e');
    expect(screen.text()).toContain('nru (a load does not set R, R cleared every 1000 references)');
    expect(screen.text()).toContain('lru (emptied when the process changes)');
    expect(screen.text()).toContain('placement first fit, holes by address, no coalescing, 8-byte headers');
  });

  it.each([
    [120, 40],
    [180, 50],
  ])('loses no fact about the frame to another, at %dx%d', async (columns, rows) => {
    const { statuses, frame } = muchToSay();
    const screen = opened(columns, rows);
    await screen.show(...statuses);
    await screen.press('g', ...String(frame), 'enter', '5');
    const text = inspectorOf(screen).join('\n');
    for (const name of ['frame', 'page', 'bits', 'physical', 'next', 'TLB', 'loaded', 'used', 'before']) {
      expect(text).toMatch(new RegExp(`(^| )${name} `, 'm'));
    }
  });

  it('has two short facts on one line rather than lose one, at 80x24', async () => {
    const { statuses, frame } = muchToSay();
    const screen = opened(80, 24);
    await screen.show(...statuses);
    await screen.press('g', ...String(frame), 'enter', '5');
    const lines = inspectorOf(screen);
    expect(lines[0]).toMatch(/^frame +\d+, [A-D] \w+$/);
    expect(lines.join('\n')).toMatch(/^physical +0x\w+ {2}next victim$/m);
    expect(lines.join('\n')).toMatch(/^loaded +at \d+ {2}used at \d+$/m);
    const { x, y } = screen.find('used at');
    expect([screen.cell(x, y).foreground, screen.cell(x + 5, y).foreground]).toEqual([245, 252]);
  });

  it('says in its border how many facts have no room, and which key shows them', async () => {
    const screen = await shown(80, 24, exampleStatus());
    await screen.press('5');
    const count = /└─ e shows (\d+) more ─/.exec(screen.text())?.[1];
    const facts = inspectorOf(screen).length;
    await screen.press('e');
    expect(screen.text()).not.toContain(' more ─');
    const all = inspectorOf(screen).filter((line) => /^\w/.test(line)).length;
    expect(Number(count)).toBe(all - facts);
  });

  it('counts each of two facts on a line that has no room', async () => {
    const { statuses, frame } = muchToSay();
    for (let rows = 20; rows < 36; rows++) {
      const screen = opened(80, rows);
      await screen.show(...statuses);
      await screen.press('g', ...String(frame), 'enter', '5');
      const count = Number(/└─ e shows (\d+) more ─/.exec(screen.text())?.[1] ?? 0);
      const names =
        /(?:^| {2})(frame|page|bits|physical|next|hand|TLB|loaded|used|before|unused|counters|policy|free list|lately) /g;
      const lines = inspectorOf(screen);
      // One of which not all is there is among those that are counted.
      const seen =
        (lines.join('\n').match(new RegExp(names, 'gm'))?.length ?? 0) -
        (/…$/.test(lines.at(-1) ?? '') ? 1 : 0);
      await screen.press('e');
      const all = inspectorOf(screen).join('\n').match(new RegExp(names, 'gm'))?.length ?? 0;
      expect([rows, seen + count]).toEqual([rows, all]);
      screen.close();
    }
  });

  it('names the panel with the key, where the keys go to another', async () => {
    const screen = await shown(120, 40, exampleStatus());
    const { x, y } = screen.find(' 5 e shows ');
    expect(screen.line(y)).toMatch(/└─ 5 e shows \d+ more ─+┘ *$/);
    expect(screen.cell(x + 1, y).background).toBe(245);
    await screen.press('5');
    expect(screen.text()).toMatch(/└─ e shows \d+ more ─/);
  });

  it('scrolls alone on the screen up and down, and left and right lead to another frame, from its beginning', async () => {
    const status = exampleStatus();
    const [event] = status.events.filter(({ frame }) => frame === 4);
    const events = Array.from({ length: 30 }, (_, revision) => ({ ...event, revision }) as StatusEvent);
    const screen = await shown(60, 20, { ...status, events });
    await screen.press('g', '4', 'enter', '5', 'e');
    const total = Number(/ lines 1–16 of (\d+) ─┐/.exec(screen.text())?.[1]);
    const seen = inspectorOf(screen);
    expect(seen[0]).toBe('frame     4, B editor');
    for (let from = 17; from + 15 <= total; from += 16) {
      await screen.press('pagedown');
      expect(screen.text()).toContain(` lines ${from}–${from + 15} of ${total} ─┐`);
      seen.push(...inspectorOf(screen));
    }
    const left = total - seen.length;
    await screen.press('pagedown');
    expect(screen.text()).toContain(` lines ${total - 15}–${total} of ${total} ─┐`);
    if (left > 0) seen.push(...inspectorOf(screen).slice(-left));
    for (const { revision } of events) {
      expect(seen).toContainEqual(expect.stringContaining(` rev ${revision} evict: `));
    }
    await screen.press('pagedown');
    expect(screen.text()).toContain('no further that way');
    await screen.press('up');
    expect(screen.text()).toContain(` lines ${total - 16}–${total - 1} of ${total} ─┐`);
    await screen.press('right');
    expect(inspectorOf(screen)[0]).toBe('frame     5, B editor');
    // Not alone, the same keys walk rows of frames.
    await screen.press('left', 'e', 'pageup');
    expect(inspectorOf(screen)[0]).toMatch(/^frame {5}0, /);
  });

  it('cuts what it has no room for at whole items of a list', async () => {
    const status = exampleStatus();
    const { paging } = status;
    const content = [0, 1, 2, 3].map((page) => ({ pid: 'P1', page, frame: page }));
    // So many as there are no frames: the panel does not ask.
    content.push(...content, ...content, ...content);
    const counters = { ...paging.counters, references: 1_234, hits: 678, faults: 556 };
    const full = { ...status, paging: { ...paging, counters, tlb: { ...paging.tlb, entries: 16, content } } };
    const cut: string[] = [];
    for (let columns = 60; columns < 200; columns += 9) {
      for (const rows of [20, 24, 50, 60]) {
        const screen = await shown(columns, rows, full);
        await screen.press('5');
        cut.push(...inspectorOf(screen).filter((line) => /(→|counters).*…/.test(line)));
        screen.close();
      }
    }
    expect(cut.filter((line) => line.includes('→')).length).toBeGreaterThan(0);
    for (const line of cut) {
      expect(line).toMatch(/^(TLB +lru:)? +(\d→\d, )?(P1 \d→\d, )*…$|^counters +678 hits, …$/);
    }
  });

  it('has the address that was asked for whole at 60x20, where the frame is', async () => {
    const screen = await shown(60, 20, exampleStatus());
    await screen.press('g', ...'editor:0x1a2b', 'enter', '5');
    expect(inspectorOf(screen).slice(0, 2)).toEqual(['frame     5, B editor', 'address   0x1a2b→0x5a2b']);
  });

  it('says who had a frame before as the log does, though its page was replaced twice in one revision', async () => {
    const before = exampleStatus({ revision: 17, events: [] });
    const now = exampleStatus({ revision: 18 });
    const [p1, editor] = now.paging.processes;
    if (!p1 || !editor) throw new Error('no processes');
    const evict = (page: number): StatusEvent => ({
      revision: 18,
      time: 14,
      kind: 'evict',
      frame: 0,
      text: `evicted ${page === 0 ? 'P1' : 'editor'} page ${page} from frame 0`,
      candidates: [{ pid: page === 0 ? 'P1' : 'editor', page, frame: 0, number: '' }],
    });
    const counters = { ...now.paging.counters, evictions: before.paging.counters.evictions + 2 };
    const processes = [
      { ...p1, table: pageRuns([0, DISK, 1, SWAPPED], [1, 1, 3, 0]) },
      { ...editor, table: pageRuns([1, 5, 1, 0], [2, 4, 1, 0], [3, DISK, 1, SWAPPED], [4, 0, 1, 0]) },
    ];
    const screen = await shown(100, 34, before);
    await screen.show({
      ...now,
      events: [evict(0), evict(3)],
      paging: { ...now.paging, processes, counters },
    });
    await screen.press('g', '0', 'enter', '5', 'e');
    expect(screen.text()).toMatch(/│ before +B editor page 3, until rev 18/);
    await screen.show({ ...now, revision: 20, events: [], paging: { ...before.paging, counters } });
    expect(screen.text()).toMatch(/│ earlier +B editor page 4, gone by rev 20/);
  });

  it('breaks no address', async () => {
    for (const [columns, rows] of [
      [60, 20],
      [80, 24],
      [100, 30],
    ] as const) {
      const made = madeStatus({ totalFrames: 64, processes: 1, filled: 1.1, run: 64 });
      const processes = made.paging.processes.map((process) => ({
        ...process,
        table: { ...process.table, pages: process.table.pages.map((page) => page + 33_550_000) },
      }));
      const screen = await shown(columns, rows, { ...made, paging: { ...made.paging, processes } });
      await screen.press('g', '6', '3', 'enter', '5');
      const { x } = screen.find('5 Inspector');
      const lines = screen.lines().map((line) => line.slice(x));
      const addresses = lines.filter((line) => line.includes('0x1ffe'));
      expect(addresses).toHaveLength(1);
      expect(addresses[0]).toMatch(/ 0x1ffe........?(–|…|[0-9a-f])* *│/);
      expect(lines[lines.findIndex((line) => line.includes('0x1ffe')) + 1]).not.toMatch(
        /^.{4,16}[0-9a-f]+ *│$/,
      );
      screen.close();
    }
  });
});

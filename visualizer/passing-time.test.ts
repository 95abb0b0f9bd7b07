/** What passing time does to the picture, without anything else happening. */
import { describe, expect, it, vi } from 'vitest';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { FLASH_MS } from './dashboard.ts';
import { opened, shown } from './testing/shown.ts';

/** The palette and the background of the dark theme. */
const SKY = 117;
const PANEL = 234;

describe('the age of what was there at the start', () => {
  it('is the same live, paused and live again', async () => {
    const screen = opened(120, 40);
    screen.wait(300_000);
    await screen.show(exampleStatus());
    screen.wait(1000);
    for (const key of ['unbound', 'space', 'S-l']) {
      await screen.press(key);
      expect(screen.line(0)).toContain('rev 17  5 min ago');
    }
    await screen.show(exampleStatus({ revision: 18 }));
    screen.wait(2000);
    await screen.press('[');
    expect(screen.line(0)).toContain('PAUSED −1  rev 17  5 min ago');
    await screen.press(']');
    expect(screen.line(0)).toContain('PAUSED  rev 18  2 s ago');
  });
});

describe('frames that just changed', () => {
  it('flash once, and then are as before', async () => {
    const screen = await shown(80, 24, exampleStatus());
    const { x, y } = screen.find('B 1');
    expect(screen.cell(x, y).background).toBe(SKY);
    const hit = { revision: 18, time: 13, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    await screen.show(exampleStatus({ revision: 18, events: [hit] }));
    expect(screen.cell(x, y)).toMatchObject({ foreground: SKY, background: PANEL, underline: true });
    screen.wait(500);
    await new Promise((resolve) => setTimeout(resolve, 420));
    await screen.drawn();
    expect(screen.cell(x, y)).toMatchObject({ background: SKY, underline: false });
  });

  it('stand out where they are free now, too', async () => {
    const before = exampleStatus({ events: [] });
    const screen = await shown(80, 24, before);
    const { x, y } = screen.find('B 1');
    const [p1, editor] = before.paging.processes;
    if (!p1 || !editor) throw new Error('no processes');
    const { table } = editor;
    const kept = table.frames.indexOf(5);
    const without = <Values extends Float64Array | Int32Array | Uint8Array>(values: Values): Values =>
      values.filter((_, run) => run !== kept) as Values;
    const processes = [
      p1,
      {
        ...editor,
        table: {
          pages: without(table.pages),
          frames: without(table.frames),
          counts: without(table.counts),
          bits: without(table.bits),
          uses: without(table.uses),
        },
      },
    ];
    await screen.show({ ...before, revision: 18, paging: { ...before.paging, processes } });
    expect(screen.cell(x, y)).toMatchObject({ character: '·', foreground: 231, bold: true, underline: true });
  });

  it('stop by themselves, and nothing else on the screen is another', async () => {
    const screen = await shown(120, 40, exampleStatus());
    const { x, y } = screen.find('B 1');
    const hit = { revision: 18, time: 13, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    await screen.show(exampleStatus({ revision: 18, events: [hit] }));
    expect(screen.cell(x, y).underline).toBe(true);
    screen.wait(FLASH_MS);
    await vi.waitFor(async () => {
      await screen.settle();
      expect(screen.cell(x, y)).toMatchObject({ background: SKY, underline: false });
    });
    const left = screen.text();
    await screen.drawn();
    const drawnAnew = screen.text();
    expect(left).toContain('0.0 s ago');
    expect(drawnAnew).toBe(left.replace('0.0 s ago', '0.4 s ago'));
  });
});

describe('a timer that is early by a millisecond', () => {
  it('ends the flash all the same', async () => {
    const screen = await shown(120, 40, exampleStatus());
    const { x, y } = screen.find('B 1');
    const hit = { revision: 18, time: 13, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    await screen.show(exampleStatus({ revision: 18, events: [hit] }));
    screen.wait(FLASH_MS - 1);
    await vi.waitFor(async () => {
      await screen.settle();
      expect(screen.cell(x, y)).toMatchObject({ background: SKY, underline: false });
    });
  });
});

describe('a second in which nothing happens', () => {
  it('draws the age anew and nothing else', async () => {
    const screen = await shown(120, 40, exampleStatus());
    const [header, ...panels] = screen.lines();
    expect(header).toMatch(/● LIVE {2}rev 17 {2}0\.4 s ago {2}$/);
    screen.wait(7000);
    screen.dashboard.tick();
    await screen.settle();
    const [headerNow, ...panelsNow] = screen.lines();
    expect(headerNow).toMatch(/^ MEMORY .* {2}● LIVE {2}rev 17 {2}7 s ago {4}$/);
    expect(panelsNow).toEqual(panels);
  });

  it('says when the tracker has been silent for too long', async () => {
    const screen = await shown(120, 40, exampleStatus({ door: 'script' }));
    expect(screen.text()).toContain('● LIVE');
    screen.wait(60_000);
    screen.dashboard.tick();
    await screen.settle();
    expect(screen.text()).toContain('○ STALE');
    expect(screen.text()).not.toContain('LIVE');
  });
});

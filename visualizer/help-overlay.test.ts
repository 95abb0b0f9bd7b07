/** The help: every key and sign, at every size, from the table that binds the keys. */
import { describe, expect, it } from 'vitest';
import { KEY_TABLE } from './keys.ts';
import { withRevisions } from './testing/shown.ts';

/** Each sign of the panels and each state of the header, and the beginning of what the help says of it. */
const SIGNS = [
  /A 12 RD +process A, page 12, /,
  /a +under half of it in use /,
  /· +a free frame /,
  /4 a cell +each stands for 4 frames /,
  /A 12 +the frame at the cursor /,
  /A 12 +changed in this revision /,
  /!A +the next victim /,
  /▸A +the clock hand /,
  /&A +both at one frame /,
  /\[A\] +the process followed \(p\) /,
  /# +a process beyond A to Z /,
  /V R D +valid, referenced, dirty /,
  /disk +a page not loaded yet /,
  /disk S +one that was swapped out /,
  /LOADED USED +when, in logical time /,
  /– +not since, or not known /,
  /7→2 +page 7 is in frame 2 /,
  /▸1600: +next fit goes on here /,
  /◂ +the one that was taken /,
  /… 5 more +cut short; so many more /,
  /u +curve: frames in use, % /,
  /f +curve: faults in 100 or /,
  /▏ +the left edge of each /,
  /▌ +a very small segment /,
  /╌ ╎ +a hole; a very small one /,
  /◆ +the largest hole /,
  /≈ +a long hole, cut short /,
  /░ +headers and rounding /,
  /› +the last command /,
  /● LIVE +watched; idle or at work /,
  /‖ PAUSED +in the past; −2: two ago /,
  /not kept +too old to come back to /,
  /○ STALE +at work, silent for 10 s /,
  /○ GONE +the tracker has ended /,
  /○ WAITING +there is no file /,
  /× BAD FILE +it cannot be understood /,
  /× UNREADABLE +it cannot be read /,
];

describe('the help', () => {
  for (const [columns, rows] of [
    [80, 24],
    [120, 40],
    [60, 20],
  ] as const) {
    it(`has every row of the key table, whole, at ${columns}x${rows}`, async () => {
      const screen = await withRevisions(1, columns, rows);
      await screen.press('?');
      expect(screen.text()).toContain('Help: ? or Esc closes it');
      // Down to its end, as a person would, where it is longer than the window.
      const seen = new Set<string>();
      for (const line of screen.lines()) seen.add(line);
      while (screen.text().includes('↓ more below')) {
        await screen.press('down');
        for (const line of screen.lines()) seen.add(line);
      }
      for (const { label, help } of KEY_TABLE) {
        if (help === null) continue;
        const row = `${label.padEnd(columns < 80 ? 12 : 8)} ${help} `;
        expect([row, [...seen].some((line) => line.includes(row))]).toEqual([row, true]);
      }
      const all = [...seen].join('\n');
      for (const sign of SIGNS) expect(all).toMatch(sign);
      await screen.press('escape');
      expect(screen.text()).not.toContain('Help:');
    });
  }

  it.each([
    [80, 24],
    [100, 30],
    [120, 40],
    [200, 60],
  ])(
    'has its columns side by side, each in its own order, three blanks between them, at %ix%i',
    async (columns, rows) => {
      const screen = await withRevisions(1, columns, rows);
      await screen.press('?');
      const { x, y } = screen.find('┌─ Help');
      const lines = screen.lines().map((line) => line.slice(x, line.indexOf('│', x + 1)));
      const [first = ''] = lines.slice(y + 1);
      const starts = ['?', 'A 12 RD', 'u  ']
        .map((label) => first.indexOf(label))
        .filter((start) => start >= 0);
      expect(starts).toHaveLength(columns < 120 ? 2 : 3);
      const end = lines.findIndex((line, row) => row > y && line.startsWith('└'));
      for (const line of lines.slice(y + 1, end)) {
        for (const start of starts.slice(1)) expect(line.slice(start - 3, start)).toMatch(/^ *$/);
      }
    },
  );

  it.each([
    [60, 20],
    [60, 28],
    [80, 24],
    [120, 28],
    [120, 40],
  ])('leaves the header, what is wrong and the keys in sight, at %ix%i', async (columns, rows) => {
    const screen = await withRevisions(1, columns, rows);
    const header = (): string[] => screen.lines().slice(0, rows < 28 ? 1 : 2);
    const messages = (): string[] => screen.lines().slice(-4, -1);
    const calm = header();
    await screen.press('?');
    expect(header()).toEqual(calm);
    await screen.press('?');
    const problem = { line: 12, found: 'x '.repeat(300), expected: 'y '.repeat(300) };
    await screen.observe({ kind: 'bad', problem });
    const before = [...header(), ...messages()];
    expect(messages()[0]).toContain('memory_status.txt:12: found x');
    await screen.press('?');
    expect([...header(), ...messages()]).toEqual(before);
    expect(screen.line(rows - 1)).toMatch(/^ \? {2}help/);
    let all = screen.text();
    while (screen.text().includes('↓ more below')) {
      await screen.press('pagedown');
      all += screen.text();
    }
    for (const sign of SIGNS) expect(all).toMatch(sign);
  });
});

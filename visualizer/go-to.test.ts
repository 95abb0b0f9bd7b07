/** `g` at the keyboard: the prompt on the key line, and where it leads. */
import { describe, expect, it } from 'vitest';
import { DISK, type PageRuns, type Status } from '../shared/status.ts';
import { exampleStatus, frameRuns, pageRuns, timedRuns } from '../shared/testing/example-status.ts';
import { opened } from './testing/shown.ts';

async function example(columns: number, rows: number) {
  const screen = opened(columns, rows);
  await screen.show(exampleStatus());
  return {
    ...screen,
    /** The last line. */
    keys: () => screen.line(rows - 1).trimEnd(),
    async types(text: string): Promise<void> {
      screen.type(text);
      await screen.drawn();
    },
  };
}

describe('g', () => {
  for (const [columns, rows] of [
    [60, 20],
    [80, 24],
    [120, 40],
  ] as const) {
    it(`takes the key line for what is typed, at ${columns}x${rows}`, async () => {
      const screen = await example(columns, rows);
      await screen.types('g');
      expect(screen.keys()).toMatch(/^ Go to {5}frame 12 or 0xc · page P1 5/);
      expect(screen.keys().length).toBeLessThanOrEqual(columns);
      // Keys are text now: this would be quit, pause and zoom.
      await screen.types('q e ');
      expect(screen.keys()).toMatch(/^ Go to {2}q e {4}frame 12/);
      expect(screen.cell(12, rows - 1)).toMatchObject({ background: 231 });
      expect(screen.commands).toEqual([]);
      await screen.types('\u001b');
      expect(screen.keys()).toMatch(/^ \? {2}help/);
    });
  }

  it('leads to a frame, to a page, to an address', async () => {
    const screen = await example(120, 40);
    await screen.types('g0x3\r');
    expect(screen.text()).toMatch(/frame +3, A P1/);
    const { x, y } = screen.find('A 3');
    expect(screen.cell(x, y).background).toBe(231);
    await screen.types('geditor 1\r');
    expect(screen.text()).toMatch(/frame +5, B editor/);
    await screen.types('gP1:0x2010\r');
    expect(screen.text()).toMatch(/frame +2, A P1/);
    await screen.types('g@0x4000\r');
    expect(screen.text()).toMatch(/frame +4, B editor/);
    await screen.types('geditor:0x1a2b\r');
    expect(screen.text()).toMatch(/│ address +editor:0x1a2b → 0x5a2b/);
    await screen.press('right', 'left');
    expect(screen.text()).not.toContain('0x5a2b');
    await screen.types('g@0x7010\r');
    expect(screen.text()).toMatch(/│ address +physical 0x7010/);
    await screen.types('gP1\r');
    expect(screen.text()).toMatch(/3 Pages A P1: 4 pages/);
    const other = screen.find('B 2');
    expect(screen.cell(other.x, other.y).background).toBe(234);
  });

  it.each([
    [120, 40],
    [80, 24],
    [60, 20],
  ])(
    'stays in a panel that shows what is there, alone on the screen or not, at %dx%d',
    async (columns, rows) => {
      const screen = await example(columns, rows);
      await screen.press('5', 'e');
      await screen.types('g2\r');
      expect(screen.text()).toMatch(/┌─ 5 Inspector ─/);
      expect(screen.text()).toMatch(/frame +2, A P1/);
      expect(screen.text()).not.toContain('1 Frames');
      await screen.press('e', '3');
      await screen.types('geditor 2\r');
      expect(screen.text()).toMatch(/┌─ 3 Pages /);
      const ofEditor = screen.find('2      4');
      expect(screen.cell(ofEditor.x, ofEditor.y).background).toBe(231);
      await screen.press('e');
      await screen.types('g1\r');
      expect(screen.text()).toMatch(/┌─ 3 Pages A P1/);
      const ofP1 = screen.find('1     1');
      expect(screen.cell(ofP1.x, ofP1.y).background).toBe(231);
      await screen.types('g7\r');
      expect(screen.text()).toMatch(/┌─ 1 Frames ─/);
      expect(screen.text()).not.toContain('3 Pages');
    },
  );

  it.each([
    [60, 20],
    [80, 24],
  ])('says above the frames where an address is in memory, at %dx%d', async (columns, rows) => {
    const screen = await example(columns, rows);
    await screen.types('geditor:0x1a2b\r');
    expect(screen.line(1)).toMatch(/1 Frames ─+ (editor|B):0x1a2b → (physical )?0x5a2b( |$)/);
    await screen.press('escape');
    expect(screen.text()).not.toContain('0x5a2b');
  });

  it.each([
    [60, 20],
    [80, 24],
    [120, 40],
  ])('goes on saying where the address that was asked for is, at %dx%d', async (columns, rows) => {
    const screen = opened(columns, rows);
    const title = (): string => screen.line(screen.find('1 Frames').y);
    const { paging } = exampleStatus();
    const memory = (revision: number, ofP1: PageRuns, ofP2: PageRuns): Status =>
      exampleStatus({
        revision,
        events: [],
        paging: {
          ...paging,
          totalFrames: 2,
          freeList: frameRuns(),
          processes: [
            { pid: 'P1', letter: 'A', table: ofP1, waste: [] },
            { pid: 'P2', letter: 'B', table: ofP2, waste: [] },
          ],
          loads: timedRuns(),
          uses: timedRuns(),
          nextVictim: 1,
          tlb: { ...paging.tlb, content: [] },
        },
      });
    await screen.show(memory(17, pageRuns([5, 0, 1, 0]), pageRuns([1, 1, 1, 0], [2, DISK, 1, 0])));
    const inspected = (): string => {
      const { x } = screen.find('5 Inspector');
      return screen
        .lines()
        .map((line) => line.slice(x - 2))
        .join('\n');
    };
    screen.type('gP1:0x5abc\r');
    await screen.drawn();
    expect(title()).toMatch(/ (P1|A):0x5abc → (physical )?0xabc /);
    await screen.press('5');
    expect(inspected()).toMatch(/frame +0, A.*address +[^│]*0xabc.*page +5/s);
    await screen.show(memory(18, pageRuns([5, DISK, 1, 0]), pageRuns([2, 0, 1, 0], [3, 1, 1, 0])));
    expect(title()).toContain(' P1:0x5abc on disk ');
    expect(screen.text()).not.toContain('0x2abc');
    expect(inspected()).toMatch(/frame +0, B.*address +(P1|A):0x5abc on /s);
    await screen.show(memory(19, pageRuns([5, 1, 1, 0]), pageRuns([2, 0, 1, 0])));
    expect(title()).toMatch(/ (P1|A):0x5abc → (physical )?0x1abc /);
    // The cursor is where the address is, in every revision.
    expect(inspected()).toMatch(/frame +1, A.*address +[^│]*0x1abc.*page +5/s);
    const { x, y } = screen.find('A 5');
    expect(screen.cell(x, y).background).toBe(231);
    await screen.press('[', '[');
    expect(inspected()).toMatch(/frame +0, A.*address +[^│]*0xabc.*page +5/s);
    await screen.press('S-l');
    // The next victim has the room that is left, and all of it when the address is let go.
    if (columns === 120) expect(title()).toContain('  ! next victim: frame 1, A page 5 ');
    await screen.press('[', 'escape');
    expect(title()).not.toContain('0x5abc');
    expect(title()).toContain('! ');
    screen.type('g@0xabc\r');
    await screen.drawn();
    expect(title()).toMatch(/ (P2|B):0x2abc → (physical )?0xabc /);
  });

  it('says what is not there, in the colour of a warning, until one types on', async () => {
    const screen = await example(80, 24);
    await screen.types('g8\r');
    expect(screen.keys()).toBe(' Go to  8   no frame 8: the last frame is 7');
    const { x, y } = screen.find('no frame 8');
    expect(screen.cell(x, y)).toMatchObject({ foreground: 214, bold: true });
    await screen.types('\u007f7');
    expect(screen.keys()).toMatch(/^ Go to {2}7 {3}frame 12/);
    await screen.types('\r');
    expect(screen.keys()).toMatch(/^ \? {2}help/);
  });

  it('shows the end of what is too long, and after it the whole answer', async () => {
    const screen = await example(80, 24);
    const text = 'this is a long text and it goes on until the end';
    await screen.types(`g${text}`);
    expect(screen.keys()).toContain(`${text} `);
    await screen.types('\r');
    expect(screen.keys()).toMatch(
      /^ Go to {2}…[a-z ]* until the end {3}not understood: this is a long text…$/,
    );
  });

  it.each([
    ['@0x999999', 'the last address is 0x7fff'],
    ['@9999999', 'the last address is 0x7fff'],
    ['editor 8', 'page 8 of editor is on disk, in no frame'],
    ['a-process-that-nobody-has', 'there are P1, editor'],
    ['P1 a-very-long-number-of-a-page', 'not a page number'],
  ])('answers %s whole in 60 columns, without what stands beside it', async (text, answer) => {
    const screen = await example(60, 20);
    await screen.types(`g${text}\r`);
    expect(screen.keys().endsWith(`   ${answer}`)).toBe(true);
    expect(screen.keys()).toMatch(/^ Go to {2}\S/);
    expect(screen.keys()).not.toMatch(/…$/);
  });

  it('leaves Ctrl-C and Ctrl-Z what they are', async () => {
    const screen = await example(80, 24);
    await screen.types('g1\u0003\u001a');
    expect(screen.commands).toEqual(['interrupt', 'suspend']);
  });

  it('goes to frames of the revision that is shown', async () => {
    const screen = await example(80, 24);
    const { paging } = exampleStatus();
    const processes = paging.processes.filter(({ pid }) => pid === 'P1');
    await screen.show(exampleStatus({ revision: 18, paging: { ...paging, processes, totalFrames: 8 } }));
    await screen.types('geditor 1\r');
    expect(screen.keys()).toContain('no process editor: there is P1');
    await screen.types('\u001b');
    await screen.types('[');
    await screen.types('geditor 1\r');
    expect(screen.line(0)).toContain('PAUSED −1');
    await screen.press('5');
    expect(screen.text()).toMatch(/frame +5, B editor/);
  });
});

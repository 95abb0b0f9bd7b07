import { describe, expect, it } from 'vitest';
import { attr, BOLD, INVERSE, NONE, UNDERLINE } from '../attr.ts';
import { Grid } from '../surface.ts';
import { fakeTerminal } from '../testing/fake-terminal.ts';
import { toAnsi } from './ansi.ts';

describe('the picture as text with colours', () => {
  it('shows the same cells in a terminal, and leaves its look as it was', async () => {
    const cells = new Grid(12, 2, attr(252, 234));
    cells.put(0, 0, 'A 12', attr(16, 214, BOLD));
    cells.put(4, 0, '│', attr(117, 234, UNDERLINE));
    cells.put(0, 1, 'x', attr(NONE, NONE, INVERSE));
    const screen = fakeTerminal(14, 4);
    screen.output.write(`${toAnsi(cells).replaceAll('\n', '\r\n')}after`);
    await screen.settle();
    expect(screen.cell(0, 0)).toMatchObject({ character: 'A', foreground: 16, background: 214, bold: true });
    expect(screen.cell(4, 0)).toMatchObject({ character: '│', foreground: 117, underline: true });
    expect(screen.cell(11, 0)).toMatchObject({ character: ' ', background: 234 });
    expect(screen.cell(12, 0)).toMatchObject({ background: null });
    expect(screen.cell(0, 1)).toMatchObject({ character: 'x', inverse: true, foreground: null });
    expect(screen.cell(0, 2)).toMatchObject({ character: 'a', background: null, inverse: false });
  });

  it('has a line a row and no code but those for colours', () => {
    const text = toAnsi(new Grid(5, 3, attr(252, 234, BOLD)));
    expect(text.split('\n')).toHaveLength(4);
    expect(text.replace(/\u001b\[[\d;]*m/g, '')).toBe('     \n     \n     \n');
  });

  it('has no code at all where there is no colour', () => {
    const cells = new Grid(5, 1, attr(NONE, NONE));
    cells.put(0, 0, 'ab', attr(NONE, NONE));
    expect(toAnsi(cells)).toBe('ab\n');
  });
});

/** Are the borders on a screen whole? */
import { expect } from 'vitest';
import type { TestDashboard } from './shown.ts';

/** Every box has its four corners, at the same columns above and below, and borders between them that nothing breaks. */
export function expectWholeBoxes(screen: TestDashboard): void {
  const lines = screen.lines().map((line) => line.padEnd(screen.terminal.cols));
  const corners = lines.flatMap((line, y) =>
    Array.from(line, (character, x) => ({ character, x, y })).filter(({ character }) => character === '┌'),
  );
  for (const { x, y } of corners) {
    const right = lines[y]?.indexOf('┐', x) ?? -1;
    const bottom = lines.findIndex((line, index) => index > y && line[x] === '└');
    expect([right > x, bottom > y, lines[bottom]?.[right]]).toEqual([true, true, '┘']);
    for (let row = y + 1; row < bottom; row++)
      expect([lines[row]?.[x], lines[row]?.[right]]).toEqual(['│', '│']);
  }
  expect(corners.length).toBeGreaterThan(0);
}

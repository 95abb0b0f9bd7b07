import { describe, expect, it } from 'vitest';
import { actionOf, KEY_TABLE } from './keys.ts';
import { PANEL_NAMES } from './view/panel-names.ts';

describe('the key table', () => {
  it('binds no key twice', () => {
    const keys = KEY_TABLE.flatMap(({ keys: bound }) => bound);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('explains every row, by itself or by the row before', () => {
    expect(KEY_TABLE[0]?.help).not.toBeNull();
    for (const { help, short } of KEY_TABLE) if (short !== null) expect(help).not.toBeNull();
  });

  it('has the keys that people know from other dashboards', () => {
    expect(
      ['q', '?', 'space', '[', ']', '{', '}', 'S-l', 'tab', 'e', 'p', 'n', 'S-n', 'escape', 'C-l'].map(
        actionOf,
      ),
    ).toEqual([
      'quit',
      'help',
      'pause',
      'step-back',
      'step-forward',
      'leap-back',
      'leap-forward',
      'live',
      'next-panel',
      'zoom',
      'next-process',
      'next-happening',
      'previous-happening',
      'back',
      'redraw',
    ]);
    for (const [index, panel] of PANEL_NAMES.entries())
      expect(actionOf(String(index + 1))).toEqual({ panel });
    expect(actionOf('x')).toBeNull();
  });
});

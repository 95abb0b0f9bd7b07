/** Esc takes back what can be seen: what was chosen and is out of sight costs no press of its own. */
import { describe, expect, it } from 'vitest';
import type { Status } from '../shared/status.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { shown, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

const NOTHING = ' nothing to let go of';
const keyLine = (screen: TestDashboard): string => screen.lines().at(-1)?.trimEnd() ?? '';
const state = (screen: TestDashboard): string | undefined => /● LIVE|‖ PAUSED/.exec(screen.line(0))?.[0];

const withFrames = (totalFrames: number, revision: number): Status => madeStatus({ totalFrames, revision });

describe('Esc', () => {
  it('goes live at once where a filter hides the chosen event', async () => {
    const screen = await shown(100, 30, madeStatus());
    await screen.press('8', 'up', 'up', 'up', 'f', 'space');
    expect(screen.text()).toContain('Events without hits');
    expect(state(screen)).toBe('‖ PAUSED');
    await screen.press('escape');
    expect(state(screen)).toBe('● LIVE');
  });

  it('goes live at once where the cursor is on no frame of a smaller memory', async () => {
    const screen = await shown(100, 30, withFrames(64, 128));
    await screen.press('g', '5', '0', 'enter');
    await screen.show(withFrames(16, 129));
    await screen.press('space', 'escape');
    expect(state(screen)).toBe('● LIVE');
  });

  it('goes live at once where the process that was followed has ended', async () => {
    const screen = await shown(100, 30, withFrames(64, 128));
    await screen.press('p', 'p', 'p', 'p');
    await screen.show(exampleStatus({ revision: 129 }));
    await screen.press('space', 'escape');
    expect(state(screen)).toBe('● LIVE');
  });

  it('leaves a process followed that only the past did not have yet', async () => {
    const screen = await shown(100, 30, exampleStatus({ revision: 127 }));
    await screen.show(withFrames(64, 128));
    await screen.press('p', 'p', 'p', '[', 'escape');
    expect(state(screen)).toBe('● LIVE');
    expect(screen.text()).toContain('[C] browser');
  });

  it('says so where nothing that was chosen can be seen', async () => {
    const screen = await shown(100, 30, madeStatus());
    await screen.press('8', 'up', 'up', 'up', 'f');
    const before = screen.lines().slice(1, -1);
    await screen.press('escape');
    expect(keyLine(screen)).toBe(NOTHING);
    expect(screen.lines().slice(1, -1)).toEqual(before);
    await screen.press('f', 'f', 'f', 'escape');
    expect(keyLine(screen)).not.toBe(NOTHING);
  });

  it('says so where rows were scrolled there and back', async () => {
    const segments = Array.from({ length: 60 }, (_, id) => {
      return { id, base: 1000 + 1000 * id, limit: 500, grows: 'up', name: null } as const;
    });
    const screen = await shown(80, 24, madeStatus({ segments }));
    await screen.press('4', 'pagedown', 'escape');
    expect(keyLine(screen)).not.toBe(NOTHING);
    await screen.press('pagedown', 'pageup', 'escape');
    expect(keyLine(screen)).toBe(NOTHING);
  });
});

/** In which of the theme's inks something stands on the screen: for tests that name a look by what it means. */

import { type Attr, BOLD, backgroundOf, flagsOf, foregroundOf, INVERSE, NONE, UNDERLINE } from '../attr.ts';
import { PANELS } from '../panels/registry.ts';
import type { Theme } from '../theme.ts';
import { digitOf, PANEL_NAMES, type PanelName } from '../view/panel-names.ts';
import type { FakeCell } from './fake-terminal.ts';
import type { TestDashboard } from './shown.ts';

/** A key of the theme, or what one of its functions answers. */
export type Ink =
  | Exclude<keyof Theme, 'name' | 'coloured' | 'process' | 'onPanel' | 'onTrack' | 'changed'>
  | ((theme: Theme) => Attr);

/** Those of a process or a segment, by the number of its colour. */
export const process =
  (fill: number): Ink =>
  (theme) =>
    theme.process(fill);
export const onPanel =
  (fill: number): Ink =>
  (theme) =>
    theme.onPanel(fill);
export const changed =
  (fill: number): Ink =>
  (theme) =>
    theme.changed(fill);

export function lookOf(ink: Ink, theme: Theme): Attr {
  return typeof ink === 'function' ? ink(theme) : theme[ink];
}

/** A panel, what lies over them, or a part of the window. */
export type Place = PanelName | 'overlay' | 'header' | 'keys' | 'window';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** With its border. Null when it is not on the screen. */
function boxOf(screen: TestDashboard, place: Place): Box | null {
  const lines = screen.lines().map((line) => line.padEnd(screen.terminal.cols));
  if (place === 'window') return { x: 0, y: 0, lines };
  const panels = lines.findIndex((line) => line.includes('┌'));
  if (place === 'header') return { x: 0, y: 0, lines: lines.slice(0, panels) };
  if (place === 'keys') return { x: 0, y: lines.length - 1, lines: lines.slice(-1) };
  const panel = PANEL_NAMES.find((name) => name === place);
  const title = panel ? `${digitOf(panel)} ${PANELS[panel].title}` : '(Help|Event)';
  const corner = new RegExp(`┌─ ${title}`);
  const y = lines.findIndex((line) => corner.test(line));
  if (y < 0) return null;
  const x = lines[y]?.search(corner) ?? 0;
  const right = lines[y]?.indexOf('┐', x) ?? 0;
  const bottom = lines.findIndex((line, index) => index > y && line[x] === '└');
  return { x, y, lines: lines.slice(y, bottom + 1).map((line) => line.slice(x, right + 1)) };
}

/** Finds the cells of what stands first in that place; none when it does not. A line of a place ends in `\n` there. */
export function cellsIn(screen: TestDashboard, place: Place): (text: string | RegExp) => FakeCell[] {
  const box = boxOf(screen, place);
  const all = box?.lines.join('\n') ?? '';
  return (text) => {
    const at = typeof text === 'string' ? all.indexOf(text) : all.search(text);
    if (!box || at < 0) return [];
    const found = typeof text === 'string' ? text : (text.exec(all)?.[0] ?? '');
    const before = all.slice(0, at).split('\n');
    return found.split('\n').flatMap((line, row) => {
      const x = box.x + (row === 0 ? (before.at(-1)?.length ?? 0) : 0);
      return Array.from(line, (_, column) => screen.cell(x + column, box.y + before.length - 1 + row));
    });
  };
}

/** As blessed packs it. */
export function lookIn({ foreground, background, bold, underline, inverse }: FakeCell): Attr {
  const flags = (bold ? BOLD : 0) | (underline ? UNDERLINE : 0) | (inverse ? INVERSE : 0);
  return (flags << 18) | ((foreground ?? NONE) << 9) | (background ?? NONE);
}

/** For people who read of a test that failed. */
export function inWords(look: Attr): string {
  const flags = [
    flagsOf(look) & BOLD ? ' bold' : '',
    flagsOf(look) & UNDERLINE ? ' underlined' : '',
    flagsOf(look) & INVERSE ? ' inverse' : '',
  ];
  return `${foregroundOf(look)} on ${backgroundOf(look)}${flags.join('')}`;
}

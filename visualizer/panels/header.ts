/** The header: which machine, how full, what state; and below it, where there is a second line, the counters. */

import type { Attr } from '../attr.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import {
  commandWords,
  counterWords,
  fitting,
  heaviestFitting,
  machineWords,
  stateWords,
  type Words,
  widthOf,
} from '../view/headline.ts';
import type { Picture } from '../view/picture.ts';
import type { View } from '../view-model.ts';

const NAME = ' MEMORY ';
/** Between two words of a line. */
const BETWEEN = '  ';
const DOT = ' · ';
const GAP = 2;
/** A command is left whole up to 36 columns and its sign; a longer one is cut, to no less than `least`, for weightier counters. */
const COMMAND = { whole: 38, least: 20 };
/** Counters that weigh no more are not worth it. */
const LIGHT = 4;

export function drawHeader(surface: Surface, view: View, theme: Theme): void {
  const { machine } = view;
  const twoLines = surface.height > 1;
  // Between what the machine is and what state it is in there is always a gap.
  const room = surface.width - NAME.length - 2 - GAP;
  const state = stateWords({
    liveness: view.liveness,
    status: machine?.picture.status ?? null,
    ageMs: view.ageMs,
    behind: view.behind,
    kept: view.kept,
  });
  const left = machine ? machineWords(machine.picture) : [];
  if (machine && !twoLines)
    left.push(commandWords(machine.picture.status, Math.max(30, Math.floor(surface.width / 2)), 3));
  const kept = fitting([...left, ...state], room, BETWEEN.length);

  surface.put(0, 0, NAME, theme.badge);
  drawWords(
    surface,
    NAME.length + 1,
    0,
    kept.filter((words) => left.includes(words)),
    theme,
  );
  const right = kept.filter((words) => state.includes(words));
  const width = right.reduce((sum, words) => sum + widthOf(words) + BETWEEN.length, -BETWEEN.length);
  drawWords(surface, surface.width - 1 - width, 0, right, theme);

  if (machine && twoLines)
    drawWords(surface, 1, 1, secondLine(machine.picture, surface.width - 2), theme, DOT);
}

/** The command and the counters: as much of the command as the weightiest of those leave. */
function secondLine(picture: Picture, room: number): Words[] {
  const counters = counterWords(picture);
  const weighty = counters.filter(({ weight }) => weight > LIGHT);
  const whole = widthOf(commandWords(picture.status, room, 9));
  const reserved = whole <= COMMAND.whole ? whole : COMMAND.least;
  const kept = heaviestFitting(weighty, room - reserved - DOT.length, DOT.length);
  const taken = kept.reduce((sum, { text }) => sum + DOT.length + text.length, 0);
  return heaviestFitting([commandWords(picture.status, room - taken, 9), ...counters], room, DOT.length);
}

function drawWords(
  surface: Surface,
  x: number,
  y: number,
  words: readonly Words[],
  theme: Theme,
  between = BETWEEN,
): void {
  let at = x;
  for (const [index, { text, tone }] of words.entries()) {
    if (index > 0) at = surface.put(at, y, between, theme.dim);
    at = surface.put(at, y, text, lookOf(tone, theme));
  }
}

function lookOf(tone: Words['tone'], theme: Theme): Attr {
  return theme[tone];
}

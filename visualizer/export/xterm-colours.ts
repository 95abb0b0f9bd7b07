/** The 256 colours of an xterm as a browser writes them. The first 16 are whatever a terminal says; these are usual. */
const SYSTEM = [
  ...['#000000', '#cd3131', '#0dbc79', '#e5e510', '#2472c8', '#bc3fbc', '#11a8cd', '#e5e5e5'],
  ...['#666666', '#f14c4c', '#23d18b', '#f5f543', '#3b8eea', '#d670d6', '#29b8db', '#ffffff'],
];

/** Strengths of red, green and blue in the colour cube. */
const LEVELS = [0, 95, 135, 175, 215, 255];
const CUBE = 16;
const GREYS = 232;

/** `#rrggbb` of a colour from 0 to 255. */
export function rgbOf(colour: number): string {
  if (colour < CUBE) return SYSTEM[colour] ?? '#000000';
  const cube = colour - CUBE;
  const strengths =
    colour >= GREYS
      ? new Array<number>(3).fill(8 + 10 * (colour - GREYS))
      : [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((level) => LEVELS[level] ?? 0);
  return `#${strengths.map((strength) => strength.toString(16).padStart(2, '0')).join('')}`;
}

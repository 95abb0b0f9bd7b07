/**
 * Every glyph that is not ASCII, in ASCII, a column for a column: the one table for the screen, the pictures and the
 * text. Cells and lines pass through here on their way out, so that nothing else knows of it. The signs of frames, of the
 * segment space and of the states are different characters here too, and none is that of a border; ~ says that something
 * was cut short.
 */
import { dotsOf } from './export/glyph-shapes.ts';

const TABLE: Readonly<Record<string, string>> = {
  ...{ '─': '-', '━': '=', '│': '|', '┌': '+', '┐': '+', '└': '+', '┘': '+' },
  // The segment space: where a segment begins, one of a column, holes, the largest, a long one; headers and rounding.
  ...{ '▏': '[', '▌': '{', '╌': ':', '╎': ';', '◆': '*', '≈': '~', '░': '%' },
  // Bars: eighths from the left, but for those above; from below.
  ...{ '█': '#', '▉': '#', '▊': '#', '▋': '#', '▍': '=', '▎': '=', '▐': '#' },
  ...{ '▁': '_', '▂': '_', '▃': '_', '▄': '=', '▅': '=', '▆': '#', '▇': '#' },
  // States: live, silent or waiting, in trouble, paused; the last command.
  ...{ '●': '@', '○': 'o', '×': 'x', '‖': '"', '›': '$' },
  // Marks and arrows.
  ...{ '▸': '>', '◂': '<', '▴': '^', '▾': 'v', '◇': 'o', '•': '*', '·': '.' },
  ...{ '→': '>', '←': '<', '↑': '^', '↓': 'v', '↔': '-', '‹': '<', '»': '>', '«': '<' },
  // Punctuation and arithmetic.
  ...{ '…': '~', '–': '-', '—': '-', '−': '-', '‐': '-', '÷': '/', '±': '~', '≤': '<', '≥': '>' },
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '√': 'V', '✓': 'v', '✗': 'x', '\u00a0': ' ' },
};

/** `text` with one ASCII character for each of its characters; ASCII stays as it is, line ends too. */
export function ascii(text: string): string {
  return text.replace(/[^\u0000-\u007f]/gu, asciiOf);
}

/** One character. A letter loses its accents; what has no likeness is a `?`. */
export function asciiOf(character: string): string {
  if (character <= '\u007f') return character;
  const known = TABLE[character];
  if (known !== undefined) return known;
  const dots = dotsOf(character);
  if (dots.length > 0) return curveOf(dots);
  if (character === '\u2800') return ' ';
  const [letter = ''] = character.normalize('NFD');
  return letter <= '\u007f' ? letter || '?' : '?';
}

/** A piece of a curve: steep where its dots stand above each other, else at the height where most of them are. */
function curveOf(dots: ReturnType<typeof dotsOf>): string {
  const rows = dots.map(([, row]) => row);
  const mean = (column: number): number | null => {
    const own = dots.filter((dot) => dot[0] === column);
    return own.length === 0 ? null : own.reduce((sum, [, row]) => sum + row, 0) / own.length;
  };
  if (Math.max(...rows) - Math.min(...rows) >= 2) {
    const [left, right] = [mean(0), mean(1)];
    if (left === null || right === null || left === right) return '|';
    return left > right ? '/' : '\\';
  }
  const height = rows.reduce((sum, row) => sum + row, 0) / rows.length;
  return height < 1 ? "'" : height <= 2 ? '-' : '_';
}

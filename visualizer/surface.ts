/**
 * What panels draw on: a rectangle of character cells. On a terminal it is a part of the screen (screen.ts);
 * for `--once` and for pictures it is a `Grid` in memory. Panels cannot tell, and need not.
 *
 * Whatever is put outside the rectangle is not drawn, so that no panel can run over another.
 */
import type { Attr } from './theme.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Surface {
  readonly width: number;
  readonly height: number;
  /** Writes `text`, a column a character, from (x, y) to the right; answers the column after it. */
  put(x: number, y: number, text: string, look: Attr): number;
}

/** The part of a surface that a panel gets. */
export function part(surface: Surface, rect: Rect): Surface {
  const { x: left, y: top, width, height } = rect;
  return {
    width,
    height,
    put(x, y, text, look) {
      const end = x + text.length;
      if (y < 0 || y >= height || x >= width || end <= 0) return end;
      const from = Math.max(0, -x);
      surface.put(left + x + from, top + y, text.slice(from, width - x), look);
      return end;
    },
  };
}

/** Cells in memory. */
export class Grid implements Surface {
  readonly width: number;
  readonly height: number;
  readonly #characters: string[];
  readonly #looks: Attr[];

  constructor(width: number, height: number, look: Attr) {
    this.width = width;
    this.height = height;
    this.#characters = new Array<string>(width * height).fill(' ');
    this.#looks = new Array<Attr>(width * height).fill(look);
  }

  /** Blanks in this look everywhere. */
  clear(look: Attr): void {
    this.#characters.fill(' ');
    this.#looks.fill(look);
  }

  put(x: number, y: number, text: string, look: Attr): number {
    if (y < 0 || y >= this.height) return x + text.length;
    for (let i = 0; i < text.length; i++) {
      const column = x + i;
      if (column < 0 || column >= this.width) continue;
      this.#characters[y * this.width + column] = text[i] ?? ' ';
      this.#looks[y * this.width + column] = look;
    }
    return x + text.length;
  }

  character(x: number, y: number): string {
    return this.#characters[y * this.width + x] ?? ' ';
  }

  look(x: number, y: number): Attr {
    return this.#looks[y * this.width + x] ?? 0;
  }

  /** The characters, a string a row, without the blanks at its end. */
  lines(): string[] {
    return Array.from({ length: this.height }, (_, y) =>
      this.#characters
        .slice(y * this.width, (y + 1) * this.width)
        .join('')
        .trimEnd(),
    );
  }
}

/**
 * What panels draw on: a rectangle of character cells. They are those of a `Grid` in memory, which `--once` prints as
 * text and painter.ts brings to the screen, or those of the screen itself. Panels cannot tell, and need not.
 *
 * Whatever is put outside the rectangle is not drawn, so that no panel can run over another.
 */
import type { Attr } from './attr.ts';

const BLANK = 32;

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
  return new Part(surface, rect);
}

class Part implements Surface {
  readonly width: number;
  readonly height: number;
  readonly #left: number;
  readonly #top: number;
  readonly #whole: Surface;

  constructor(whole: Surface, { x, y, width, height }: Rect) {
    this.width = width;
    this.height = height;
    this.#left = x;
    this.#top = y;
    this.#whole = whole;
  }

  put(x: number, y: number, text: string, look: Attr): number {
    const end = x + text.length;
    if (y < 0 || y >= this.height || x >= this.width || end <= 0) return end;
    const from = Math.max(0, -x);
    const inside = from === 0 && end <= this.width ? text : text.slice(from, this.width - x);
    this.#whole.put(this.#left + x + from, this.#top + y, inside, look);
    return end;
  }
}

/** Cells in memory. */
export class Grid implements Surface {
  readonly width: number;
  readonly height: number;
  /** UTF-16: a string for every cell would be more garbage than all else that a picture leaves. */
  readonly #codes: Uint16Array;
  readonly #looks: Int32Array;
  /** 1 for each row that something was put on since it was taken. */
  readonly #news: Uint8Array;

  constructor(width: number, height: number, look: Attr) {
    this.width = width;
    this.height = height;
    this.#codes = new Uint16Array(width * height);
    this.#looks = new Int32Array(width * height);
    this.#news = new Uint8Array(Math.max(0, height));
    this.clear(look);
  }

  /** Blanks in this look everywhere. */
  clear(look: Attr): void {
    this.#codes.fill(BLANK);
    this.#looks.fill(look);
    this.#news.fill(1);
  }

  /** Whether anything was put on row `y` since this was asked last. */
  takeNews(y: number): boolean {
    const isNews = this.#news[y] === 1;
    this.#news[y] = 0;
    return isNews;
  }

  put(x: number, y: number, text: string, look: Attr): number {
    const end = x + text.length;
    if (y < 0 || y >= this.height) return end;
    this.#news[y] = 1;
    const row = y * this.width;
    const last = Math.min(end, this.width);
    for (let column = Math.max(0, x); column < last; column++) {
      this.#codes[row + column] = text.charCodeAt(column - x);
      this.#looks[row + column] = look;
    }
    return end;
  }

  code(x: number, y: number): number {
    return this.#codes[y * this.width + x] ?? BLANK;
  }

  character(x: number, y: number): string {
    return String.fromCharCode(this.code(x, y));
  }

  look(x: number, y: number): Attr {
    return this.#looks[y * this.width + x] ?? 0;
  }

  /** The characters, a string a row, without the blanks at its end. */
  lines(): string[] {
    return Array.from({ length: this.height }, (_, y) =>
      String.fromCharCode(...this.#codes.subarray(y * this.width, (y + 1) * this.width)).trimEnd(),
    );
  }
}

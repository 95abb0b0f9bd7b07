/**
 * The look of a cell, in blessed's own packing: flags, foreground and background in one integer, so that a cell can be
 * painted without a style object.
 */

/** flags << 18 | foreground << 9 | background; a colour is an xterm index, or `NONE`. */
export type Attr = number;

/** The terminal's own colour. */
export const NONE = 0x1ff;

export const BOLD = 1;
export const UNDERLINE = 2;
export const INVERSE = 8;

export function attr(foreground: number, background: number, flags = 0): Attr {
  return (flags << 18) | (foreground << 9) | background;
}

export function foregroundOf(look: Attr): number {
  return (look >> 9) & 0x1ff;
}

export function underlined(look: Attr): Attr {
  return look | (UNDERLINE << 18);
}

export function backgroundOf(look: Attr): number {
  return look & 0x1ff;
}

export function flagsOf(look: Attr): number {
  return look >> 18;
}

/**
 * The one way for text from outside (a file, an argument, a path) to reach a terminal or the status file.
 * Control characters, escape sequences, bidirectional marks, line separators and lone surrogates are written as
 * `\u{1b}`, so that nothing in a name or a trace can move a cursor, colour a line or turn text around.
 */

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** `value` as JSON on one line; what is unsafe in a string of it becomes `\u001b`, which reads back as the same. */
export function printableJson(value: object): string {
  return JSON.stringify(value).replace(UNSAFE, (character) =>
    Array.from({ length: character.length }, (_, i) => {
      return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
    }).join(''),
  );
}

/** `text` with everything that is not plainly printable written as `\u{hex}`; at most `limit` characters long. */
export function printable(text: string, limit = 200): string {
  const safe = text
    .slice(0, limit * 2)
    .replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  if (safe.length <= limit) return safe;
  const halfCharacter = /\p{Cs}$/u;
  return `${safe.slice(0, limit - 1).replace(halfCharacter, '')}…`;
}

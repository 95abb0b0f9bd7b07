/** Started where there is no directory any more: a whole path still means something there, a relative one nothing. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../shared/testing/temporary-directory.ts';
import { Terminals } from '../shared/testing/tmux.ts';
import { Place } from './faults/place.ts';
import { MAIN } from './faults/watcher.ts';

const GONE = 'mkdir gone; cd gone; rmdir ../gone; unset MEMORY_STATUS_FILE;';
const REFUSAL = 'this directory has been removed; go to another, or give --file a path from /';

function inRemovedDirectory(...args: readonly string[]) {
  const script = `${GONE} exec "$@"`;
  return spawnSync('sh', ['-c', script, 'sh', process.execPath, MAIN, ...args], {
    cwd: temporaryDirectory(),
    encoding: 'utf8',
  });
}

describe('in a directory that has been removed', () => {
  it('a file with its whole path is shown as anywhere', () => {
    const { file } = new Place();
    for (const args of [['--once'], ['--once', '--size', '80x24'], ['--once', '--', 'true']]) {
      const { stdout, stderr } = inRemovedDirectory('--file', file, ...args);
      expect({ args, stdout, stderr }).toEqual({
        args,
        stdout: expect.stringMatching(/rev(ision)? 101/),
        stderr: '',
      });
    }
  });

  it('any other is refused in a sentence, with 74', () => {
    for (const args of [
      ['--once'],
      ['--once', '--size', '80x24'],
      ['--once', '--svg', 'a.svg'],
      ['--plain'],
    ]) {
      const { status, stdout, stderr } = inRemovedDirectory(...args);
      expect([status, stdout, stderr]).toEqual([74, '', `visualizer: memory_status.txt: ${REFUSAL}\n`]);
    }
  });

  it('a picture without its whole path cannot be written there', () => {
    const { file } = new Place();
    const { status, stderr } = inRemovedDirectory('--once', '--file', file, '--svg', 'a.svg');
    expect([status, stderr]).toEqual([74, expect.stringMatching(/^visualizer: cannot write a\.svg: .*\n$/)]);
  });

  it('the dashboard and the narration show the file with its whole path, and leave the terminal alone otherwise', async () => {
    const terminals = new Terminals(100, 30);
    const { file } = new Place();
    terminals.type(0, `${GONE} node ${MAIN}; echo "ended: $?"`);
    const screen = await terminals.shows(0, /^ended: 74$/m);
    expect(screen.replaceAll('\n', '')).toContain(REFUSAL);
    terminals.type(0, `node ${MAIN} --file ${file}; echo "ended again: $?"`);
    await terminals.shows(0, /LIVE/);
    terminals.press(0, 'q');
    await terminals.shows(0, /^ended again: 0$/m);
    terminals.type(0, `clear; node ${MAIN} --plain --file ${file}`);
    await terminals.shows(0, /revision 101/);
  });
});

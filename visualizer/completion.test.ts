/** Completion as the shells ask for it: the script that the tracker prints, and what the built visualizer answers it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FIT_NAMES } from '../shared/status.ts';
import { Terminals } from '../shared/testing/tmux.ts';
import { OPTIONS } from './command-line.ts';
import { completions } from './completion.ts';
import { THEMES } from './theme.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

it.each([
  ['--th', ['--theme']],
  ['--theme ', Object.keys(THEMES)],
  ['--theme l', ['light']],
  ['--theme = l', ['light']],
  ['--theme =', Object.keys(THEMES)],
  ['--theme=', Object.keys(THEMES).map((name) => `--theme=${name}`)],
  ['--once --size=1', ['--size=120x40']],
  ['--svg =', []],
  ['--svg=', []],
  ['--once =', []],
  ['--once --size 1', ['120x40']],
  ['--once --s', ['--size', '--svg']],
  ['--no', ['--no-ascii']],
  ['--file ', []],
  ['--once --svg pic', []],
  ['-- memory-tracker --', []],
  ['pic', []],
  ['constructor ', Object.keys(OPTIONS).map((name) => `--${name}`)],
  // What was given, and what it rules out, is not offered.
  ['--theme light --file x --th', []],
  ['--file x --fi', []],
  ['--theme=light --th', []],
  ['--svg=a=b.svg --pl', []],
  ['--plain --s', []],
  ['--plain --a', ['--ascii']],
  ['--once --pl', []],
  ['--size 80x24 --pl', []],
  ['--once --ansi --s', ['--size']],
  ['--ascii --no', []],
])('%j is completed with %j', (line, words) => {
  expect(completions(line.split(' '))).toEqual(words);
});

it('offers every option where nothing has begun', () => {
  expect(completions([''])).toEqual(
    expect.arrayContaining(['--file', '--once', '--plain', '--ascii', '--help']),
  );
});

it('bash completes both commands with the one script', () => {
  const ask = `
    memory-tracker() { node ${dist}tracker/main.js "$@"; }
    memory-visualizer() { node ${dist}visualizer/main.js "$@"; }
    source <(SHELL=/bin/bash memory-tracker completion)
    complete -p memory-tracker memory-visualizer
    for line in 'memory-visualizer --theme l' 'memory-tracker show segm' \
      'memory-visualizer --theme =' 'memory-tracker init --fit ='; do
      COMP_WORDS=($line); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      "_\${COMP_WORDS[0]}_yargs_completions"
      echo "$line: \${COMPREPLY[*]}"
    done`;
  const said = execFileSync('bash', ['--norc', '-c', ask], { encoding: 'utf8' });
  expect(said).toMatch(/ memory-tracker\n.* memory-visualizer\n/);
  expect(said).toMatch(/^memory-visualizer --theme l: light$/m);
  expect(said).toMatch(/^memory-tracker show segm: segments$/m);
  // Nothing has been typed behind the sign.
  expect(said).toContain(`\nmemory-visualizer --theme =: ${Object.keys(THEMES).join(' ')}\n`);
  expect(said).toContain(`\nmemory-tracker init --fit =: ${FIT_NAMES.join(' ')}\n`);
});

it('bash completes what stands after -- as the command that it is', () => {
  const ask = `
    memory-tracker() { node ${dist}tracker/main.js "$@"; }
    source <(SHELL=/bin/bash memory-tracker completion)
    complete_line() {
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
      _memory-visualizer_yargs_completions
      echo "$*: \${COMPREPLY[*]}"
    }
    complete_line memory-visualizer --theme dark -- memory-tr
    _command_offset() { COMPREPLY=("the completion of \${COMP_WORDS[$1]}"); }
    complete_line memory-visualizer -- memory-tracker show segm`;
  const said = execFileSync('bash', ['--norc', '-c', ask], { encoding: 'utf8' });
  expect(said).toMatch(/^memory-visualizer --theme dark -- memory-tr: memory-tracker( |$)/m);
  expect(said).toMatch(/ show segm: the completion of memory-tracker$/m);
});

const zshIsHere = spawnSync('zsh', ['--version']).status === 0;

it.runIf(zshIsHere)(
  'zsh completes the options, and what stands after -- as the command that it is',
  async () => {
    const terminals = new Terminals(100, 20);
    terminals.type(0, 'zsh -f');
    terminals.type(0, "PS1='%% '; autoload -U compinit; compinit -D -u");
    for (const name of ['tracker', 'visualizer'])
      terminals.type(0, `memory-${name}() { node ${dist}${name}/main.js "$@" }`);
    terminals.type(0, 'source <(SHELL=/bin/zsh memory-tracker completion); clear; echo ready');
    await terminals.shows(0, /^ready$/m);
    for (const [line, completed] of [
      ['memory-visualizer --theme l', /^% memory-visualizer --theme light ?$/m],
      ['memory-visualizer --theme dark -- memory-tracker show segm', / -- memory-tracker show segments ?$/m],
      ['memory-visualizer -- memory-visual', / -- memory-visualizer ?$/m],
    ] as const) {
      terminals.press(
        0,
        ...line.split(' ').flatMap((word, index) => (index === 0 ? [word] : ['Space', word])),
        'Tab',
      );
      await terminals.shows(0, completed);
      terminals.press(0, 'C-u');
      terminals.type(0, 'clear');
    }
  },
);

it('zsh is given both names too', () => {
  const script = execFileSync('node', [`${dist}tracker/main.js`, 'completion'], {
    encoding: 'utf8',
    env: { ...process.env, SHELL: '/bin/zsh' },
  });
  for (const name of ['memory-tracker', 'memory-visualizer']) {
    expect(script).toContain(`compdef _${name}_yargs_completions ${name}\n`);
    expect(script).toContain(`${name} --get-yargs-completions`);
  }
  expect(script.match(/_normal/g)).toHaveLength(1);
  // There is one command that prints it.
  expect(script).not.toContain('memory-visualizer completion');
});

/** What `npm pack` would put into the package: what runs, and no vulnerable package with it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly bundled: readonly string[];
}

function pack(): Packed {
  const answer = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parsed = JSON.parse(answer) as Packed[] | Record<string, Packed>;
  const [packed] = Object.values(parsed);
  if (!packed) throw new Error('npm pack described no package');
  return packed;
}

function versionOf(name: string): number[] {
  const description = JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8')) as {
    version: string;
  };
  return description.version.split('.').map(Number);
}

describe('the package', () => {
  const { files, bundled } = pack();
  const own = files.map(({ path }) => path).filter((path) => !path.startsWith('node_modules/'));

  it('contains the two programs, the examples, the README and the licence, and nothing else of ours', () => {
    const rest = own.filter(
      (path) => !/^dist\/[\w/.-]+\.js$|^tracker\/examples\/[\w.-]+\.(txt|gz)$/.test(path),
    );
    expect(rest.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(own).toContain('dist/tracker/main.js');
    expect(own).toContain('dist/visualizer/main.js');
  });

  it('brings blessed-contrib and what it needs along, because our overrides act only here', () => {
    expect(bundled).toEqual(expect.arrayContaining(['blessed-contrib', 'lodash', 'map-canvas', 'xml2js']));
  });

  it('brings the mended versions', () => {
    const [lodashMajor = 0, lodashMinor = 0] = versionOf('lodash');
    expect([lodashMajor, lodashMinor >= 18]).toEqual([4, true]);
    const [xmlMajor = 0, xmlMinor = 0] = versionOf('xml2js');
    expect([xmlMajor, xmlMinor >= 6]).toEqual([0, true]);
  });
});

/** What `npm pack` would put into the package: what runs, and no vulnerable package with it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from './testing/temporary-directory.ts';

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

interface Description {
  readonly version: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Overrides;
}

interface Overrides {
  readonly [name: string]: string | Overrides;
}

function description(): Description {
  return JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Description;
}

/** Overrides by package, however deep they stand. */
function flat(overrides: Overrides): Record<string, string> {
  const all = Object.entries(overrides).map(([name, version]) =>
    typeof version === 'string' ? { [name]: version } : flat(version),
  );
  return Object.assign({}, ...all);
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

  it('brings all that it needs along, because our overrides act only here', () => {
    const needed = [...Object.keys(description().dependencies), 'lodash', 'map-canvas', 'xml2js'];
    expect(bundled).toEqual(expect.arrayContaining(needed));
  });

  it('works where it is installed for all, without a network', { timeout: 120_000 }, () => {
    const place = temporaryDirectory();
    const npm = (...args: readonly string[]) =>
      execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const tarball = npm('pack', '--ignore-scripts', '--silent', '--pack-destination', place).trim();
    npm('install', '--global', '--offline', '--prefix', place, join(place, tarball));
    const run = (program: string, ...args: readonly string[]) =>
      execFileSync(join(place, 'bin', program), args, { cwd: place, encoding: 'utf8' });
    expect(run('memory-tracker', 'help', 'alloc')).toContain('memory-tracker alloc P1 4');
    expect(run('memory-tracker', 'help')).not.toMatch(/(?<!memory-)tracker (COMMAND|alloc|alone)|npm run/);
    const [exercises = ''] = /\/\S+\/examples$/m.exec(run('memory-tracker', 'help', 'run')) ?? [];
    expect(existsSync(join(exercises, 'exercise-belady.txt'))).toBe(true);
    expect(run('memory-tracker', 'alloc', 'P1', '4')).toContain('P1: 4 pages allocated');
    expect(run('memory-visualizer', '--help')).toMatch(/^memory-visualizer [\s\S]* memory-tracker demo/);
    expect(run('memory-visualizer', '--once', '--size', '80x24')).toContain('4 of 64 used');
    const complaint = (program: string, ...args: readonly string[]) =>
      spawnSync(join(place, 'bin', program), args, { cwd: place, encoding: 'utf8' }).stderr;
    expect(complaint('memory-tracker', 'free', 'P9')).toMatch(/^memory-tracker: there is no process P9/);
    expect(complaint('memory-visualizer', '--thme')).toMatch(
      /^memory-visualizer: .*\nTry memory-visualizer --help\.\n$/,
    );
    for (const args of [
      ['--once', '--file', 'none.txt'],
      ['--once', '--', 'false'],
    ]) {
      expect(complaint('memory-visualizer', ...args)).toMatch(/^memory-visualizer: /);
    }
  });

  it('names every version exactly, so that what was tested is what is installed', () => {
    const { dependencies, devDependencies, overrides } = description();
    const named = Object.entries({ ...dependencies, ...devDependencies, ...flat(overrides) });
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('runs nothing when it is installed', () => {
    const hooks = ['preinstall', 'install', 'postinstall'];
    const scripts = ['.', ...Object.keys(description().dependencies).map((name) => `node_modules/${name}`)]
      .map((place) => JSON.parse(readFileSync(`${root}${place}/package.json`, 'utf8')) as Description)
      .flatMap((each) => Object.keys(each.scripts ?? {}));
    expect(scripts.filter((name) => hooks.includes(name))).toEqual([]);
  });

  it('has no script of which npm warns where it is installed', () => {
    expect(Object.keys(description().scripts ?? {})).not.toContain('prepare');
  });

  it('brings the mended versions', () => {
    const [lodashMajor = 0, lodashMinor = 0] = versionOf('lodash');
    expect([lodashMajor, lodashMinor >= 18]).toEqual([4, true]);
    const [xmlMajor = 0, xmlMinor = 0] = versionOf('xml2js');
    expect([xmlMajor, xmlMinor >= 6]).toEqual([0, true]);
  });
});

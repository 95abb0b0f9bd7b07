/** The package that this is part of: its package.json is one folder up in the sources and two in what is built. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export function version(): string {
  return found()?.version ?? 'unknown';
}

/** What a shell calls the tracker where the package is installed; elsewhere `tracker` stands for what npm runs. */
export function trackerName(isInstalled = installed()): string {
  return isInstalled ? 'memory-tracker' : 'tracker';
}

/** What starts the tracker, as it is typed. */
export function trackerCommand(isInstalled = installed()): string {
  return isInstalled ? trackerName(true) : 'npm run -s tracker --';
}

/** The same of the visualizer. */
export function visualizerName(isInstalled = installed()): string {
  return isInstalled ? 'memory-visualizer' : 'visualizer';
}

export function visualizerCommand(isInstalled = installed()): string {
  return isInstalled ? visualizerName(true) : 'npm run -s visualizer --';
}

/** Whether this runs from an installed package, not from a clone. */
export function installed(): boolean {
  return path.basename(path.dirname(ownFolder() ?? '')) === 'node_modules';
}

/** The folder of the project, or of the package where it is installed. */
export function ownFolder(): string | null {
  return found()?.folder ?? null;
}

function found(): { readonly folder: string; readonly version: string } | null {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    try {
      const own = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      if (own.name === 'memory-tracker') return { folder, version: String(own.version) };
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

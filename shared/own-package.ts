/** The package that this is part of: its package.json is one folder up in the sources and two in what is built. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export function version(): string {
  return found()?.version ?? 'unknown';
}

/** What a shell calls the tracker where the package is installed; elsewhere `tracker` stands for what npm runs. */
export function trackerName(): string {
  return installed() ? 'memory-tracker' : 'tracker';
}

/** The same of the visualizer. */
export function visualizerName(): string {
  return installed() ? 'memory-visualizer' : 'visualizer';
}

/** What starts the visualizer, as it is typed. */
export function visualizerCommand(): string {
  return installed() ? visualizerName() : 'npm run -s visualizer --';
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

/** From the package's own package.json, which is one folder up in the sources and two in what is built. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export function version(): string {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    try {
      const { name, version: found } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      if (name === 'memory-tracker') return String(found);
    } catch {
      // Not in this folder.
    }
  }
  return 'unknown';
}

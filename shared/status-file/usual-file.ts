/** The status file that both programs mean when the command line names none. */
export const DEFAULT_FILE = 'memory_status.txt';

export function usualFile(env: Readonly<Record<string, string | undefined>>): string {
  return env.MEMORY_STATUS_FILE || DEFAULT_FILE;
}

/**
 * The signals by which others end a program; those by which it ends itself in trouble (SEGV, ABRT) are left alone. Of
 * SIGUSR1 Node would make something else: it would open the port of its debugger.
 */
export const ENDING_SIGNALS = [
  ...(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const),
  ...(['SIGUSR1', 'SIGUSR2', 'SIGALRM', 'SIGVTALRM', 'SIGXCPU', 'SIGIO', 'SIGPWR', 'SIGSTKFLT'] as const),
] as const;

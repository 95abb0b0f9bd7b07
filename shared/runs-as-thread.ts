/** Whether a module can be started as a thread where it stands: TypeScript needs a Node that reads it. */
export function runsAsThread({ protocol, pathname }: URL): boolean {
  return protocol === 'file:' && (!pathname.endsWith('.ts') || 'typescript' in process.features);
}

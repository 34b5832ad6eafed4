/**
 * Database connections of a process. Ten for the public are enough for two cores: more only lengthen the queue for a hot
 * row. Beside them the office has some of its own, for which nobody of the public waits.
 */
const alone = { web: 10, office: 4, worker: 6, command: 4 } as const;

/** From so many web processes on, each has fewer. */
const many = 5;
const amongMany = { ...alone, web: 6, office: 2 } as const;

/** The worker has ten with its queue's; commands, checks and the superuser take the rest. */
const others = 60;

export type Connected = keyof typeof alone;

/** The most connections that one process opens for something. */
export function connectionsOf(what: Connected, { webProcesses }: { webProcesses: number }): number {
  return (webProcesses < many ? alone : amongMany)[what];
}

/** How many connections a server of our own must have room for. */
export function connectionsNeeded(webProcesses: number): number {
  const each = connectionsOf('web', { webProcesses }) + connectionsOf('office', { webProcesses });
  return Math.max(200, webProcesses * each + others);
}

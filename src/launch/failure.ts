/** Something the administrator can put right. The message is a whole sentence for them; no stack trace is shown. */
export class LaunchFailure extends Error {
  override name = 'LaunchFailure';
}

/** The sentence for what went wrong while starting, or undefined when only a stack trace can tell. */
export function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Also of a failure or a wrong setting from another copy of its class: the tests load the sources, the product a bundle.
  if (error.name === 'LaunchFailure' || error.constructor.name === 'ConfigError') return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  const where = path ?? 'its data folder';
  switch (code) {
    case 'ENOSPC':
      return `The disk is full: no room for ${where}. Free some space and start again; nothing that was saved is lost.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Turno may not write to ${where}. Start it as the owner of that folder, or choose another one with TURNO_DATA.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${where} is not a folder Turno can use for its data. Choose another one with TURNO_DATA.`;
    default:
      return undefined;
  }
}

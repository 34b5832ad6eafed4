import type { LoginScheme } from '../viewer.ts';

export type DoorScheme = Exclude<LoginScheme, 'local'>;

/** One way to a provider, as federations offer it. */
export interface Door {
  readonly scheme: DoorScheme;
  /** of the provider, as people know it */
  readonly name: string;
  /** the address it begins at, with what is wanted there */
  href(intent: string | undefined): string;
}

/** The doors as they are now: providers come and go while the program runs. */
export type Doors = () => readonly Door[];

/** In the order of the login page. */
export const doorSchemes: readonly DoorScheme[] = ['spid', 'cie', 'eidas'];

/** Those that an account may be linked with, of the doors there are. */
export function schemesOf(doors: readonly Door[]): DoorScheme[] {
  return doorSchemes.filter((scheme) => doors.some((door) => door.scheme === scheme));
}

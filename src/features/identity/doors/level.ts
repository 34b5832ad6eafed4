import type { LoginLevel } from '../viewer.ts';

/** The level that an address asks for; undefined where it asks for none that a federation has. */
export function levelOf(text: string): 2 | 3 | undefined {
  if (text === '2') return 2;
  return text === '3' ? 3 : undefined;
}

export function withLevel(path: string, level: LoginLevel): string {
  return `${path}?level=${level}`;
}

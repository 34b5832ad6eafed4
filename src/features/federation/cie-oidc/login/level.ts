import type { ProvedLogin } from '#features/identity/index.ts';

export type Level = ProvedLogin['level'];

const levels: readonly Level[] = [1, 2, 3];

/** How the levels are called in the federation (`acr`). */
export function acrOf(level: Level): string {
  return `https://www.spid.gov.it/SpidL${level}`;
}

export function levelOf(acr: unknown): Level | undefined {
  return levels.find((level) => acrOf(level) === acr);
}

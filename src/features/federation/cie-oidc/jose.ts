import type * as Jose from 'jose';
import { loadLater } from '#platform/load-later.ts';

/** Signs, reads and checks JSON Web Tokens: read with the first login by CIE. */
export const jose = loadLater<typeof Jose>('jose');

import { createHash } from 'node:crypto';
import type { FormValues } from '#platform/http/form.ts';

/** A mark of what a form shows: the same as long as nobody changed what is there. */
export function markOf(values: FormValues): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 16);
}

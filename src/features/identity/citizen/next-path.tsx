import { localPath } from '#platform/http/page.ts';
import type { FormValues } from '#platform/http/form.ts';
import { formValue } from '#platform/http/form.ts';

/** Where to go afterwards, as asked in the address; undefined when nothing was asked. Only a path of this site. */
export function nextOf(query: unknown): string | undefined {
  const next = typeof query === 'object' && query !== null && 'next' in query ? query.next : undefined;
  return checked(typeof next === 'string' ? next : undefined);
}

/** The same from a form that carried it along. */
export function nextIn(values: FormValues): string | undefined {
  return checked(formValue(values, 'next'));
}

/** An address that carries it along. */
export function withNext(path: string, next: string | undefined): string {
  if (next === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`;
}

/** Whether somebody is in the middle of a booking: then the way must be short, and say that the seat is safe. */
export function isBooking(next: string | undefined): boolean {
  return next?.startsWith('/holds/') === true;
}

/** The form's own memory of where to go. */
export function NextField({ next }: { next: string | undefined }) {
  return next === undefined ? null : <input type="hidden" name="next" value={next} />;
}

function checked(next: string | undefined): string | undefined {
  if (next === undefined || next === '') return undefined;
  const path = localPath(next);
  return path === next ? path : undefined;
}

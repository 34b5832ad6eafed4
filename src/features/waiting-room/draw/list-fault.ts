import type { ListedTicket } from './formula.ts';

type ListFault = 'gap-in-numbers' | 'ticket-twice' | 'ticket-added' | 'ticket-dropped';

/**
 * What is wrong with a list by itself: numbers go from one up without gaps, nobody is in it twice, and there are as many as
 * was signed at closing.
 */
export function listFault(
  tickets: readonly ListedTicket[],
  participants: number,
): { readonly fault: ListFault | undefined; readonly detail: string } {
  const inside = new Set<string>();
  const numbers = new Set<number>();
  let gap: number | undefined;
  for (const [at, { number, pseudonym, state }] of tickets.entries()) {
    if (numbers.has(number)) return { fault: 'ticket-twice', detail: String(number) };
    numbers.add(number);
    if (number !== at + 1) gap ??= at + 1;
    if (state !== 'in') continue;
    if (inside.has(pseudonym)) return { fault: 'ticket-twice', detail: String(number) };
    inside.add(pseudonym);
  }
  if (tickets.length > participants) return { fault: 'ticket-added', detail: String(participants + 1) };
  if (tickets.length < participants) return { fault: 'ticket-dropped', detail: String(gap ?? tickets.length + 1) };
  return { fault: gap === undefined ? undefined : 'gap-in-numbers', detail: String(gap ?? '') };
}

import { z } from 'zod';

/** Most items of one answer. */
const most = 200;

/** `?limit=&cursor=` of a list that is read whole before a page is cut from it. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1, 'out-of-range').max(most, 'out-of-range').default(most),
  cursor: z
    .string()
    .max(1_000)
    .transform((text, context) => {
      const place = readCursor(text);
      if (place) return place;
      context.addIssue({ code: 'custom', message: 'invalid-cursor' });
      return z.NEVER;
    })
    .optional()
    .describe('nextCursor of the answer before'),
});

/** Where the page before ended: the key of its last item, and how many items there were up to it. */
interface Place {
  readonly key: string;
  readonly index: number;
}

/** Cuts a page from a list. It goes on after the last item seen, or where that was if the item is gone by now. */
export function pageOf<Item>(
  items: readonly Item[],
  { limit, cursor }: { limit: number; cursor?: Place | undefined },
  keyOf: (item: Item) => string,
): { items: Item[]; nextCursor: string | null } {
  const seen = cursor === undefined ? -1 : items.findIndex((item) => keyOf(item) === cursor.key);
  const first = cursor !== undefined && seen === -1 ? cursor.index : seen + 1;
  const page = items.slice(first, first + limit);
  const last = page.at(-1);
  const index = first + page.length;
  return {
    items: page,
    nextCursor: last !== undefined && index < items.length ? writeCursor(keyOf(last), index) : null,
  };
}

function writeCursor(key: string, index: number): string {
  return Buffer.from(JSON.stringify([key, index])).toString('base64url');
}

const placeInCursor = z.tuple([z.string(), z.int().min(0)]);

function readCursor(text: string): Place | undefined {
  try {
    const [key, index] = placeInCursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { key, index };
  } catch {
    return undefined;
  }
}

import { describe, expect, it } from 'vitest';
import { pageOf, pageQuery } from './paging.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];
const page = (items: readonly string[], query: object) => pageOf(items, pageQuery.parse(query), (item) => item);

describe('a list in pages', () => {
  it('gives every item once', () => {
    const first = page(letters, { limit: '2' });
    const second = page(letters, { limit: '2', cursor: first.nextCursor });
    const third = page(letters, { limit: '2', cursor: second.nextCursor });
    expect([first.items, second.items, third.items]).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(third.nextCursor).toBeNull();
  });
  it('skips none when an earlier item is gone meanwhile', () => {
    const { nextCursor } = page(letters, { limit: '2' });
    expect(page(['b', 'c', 'd', 'e'], { limit: '2', cursor: nextCursor }).items).toEqual(['c', 'd']);
  });
  it('ends without a cursor when the last page is full', () => {
    expect(page(letters, { limit: '5' }).nextCursor).toBeNull();
    expect(page([], {}).nextCursor).toBeNull();
  });
  it.each([{ limit: '0' }, { limit: '201' }, { limit: 'abc' }, { limit: '' }, { cursor: 'abc' }, { cursor: '' }])(
    'refuses %o',
    (query) => expect(pageQuery.safeParse(query).success).toBe(false),
  );
});

import { describe, expect, it } from 'vitest';
import {
  commitmentOf,
  finalOf,
  keyOf,
  type ListedTicket,
  listOf,
  placesInSlices,
  placesOf,
  readList,
  rootOf,
} from './formula.ts';

const seed = '00112233445566778899aabbccddeeff'.repeat(2);
const weights = [1, 1, 3, 1, 1, 2];
const six: ListedTicket[] = weights.map((weight, at) => ({
  number: at + 1,
  pseudonym: `0${String(at + 1).repeat(31)}`,
  weight,
  state: at === 3 ? 'left' : 'in',
}));
const root = '8516c4ff0f1dafc5d03498c6bf2f17fbc86081951b871a41bef6b4a2f3679874';

describe('the formula of a draw, by values worked out in another language', () => {
  it('commits to rules and seed', () => {
    expect(commitmentOf('{"v":1}', seed)).toBe('7b97cea7bee8b86bfc8a3151d7e6711edc1403086b15194022a520f5ac3a16d3');
  });

  it('spells the list a line a ticket, and reads it again', () => {
    expect(listOf(six)).toMatch(/^1 0{1}1{31} 1 in\n2 /);
    expect(rootOf(listOf(six))).toBe(root);
    expect(readList(listOf(six))).toEqual(six);
    expect(readList('')).toEqual([]);
  });

  it('orders by the seed and the list alone where nothing is mixed in', () => {
    const final = finalOf(seed, root, '');
    expect(final).toBe('d84548163e566754f742cb11b823a5e64e63bb4ca5f4933f452f7878256f1e2b');
    expect(placesOf(final, six)).toEqual([5, 3, 6, 1, 2]);
    expect(keyOf(final, `0${'5'.repeat(31)}`, 1)).toBe(
      '0cb3fe21a4d0026ee642d499739d0119e99c482a4b907733673ae97af0c28f26',
    );
  });

  it('orders otherwise with a public value', async () => {
    const final = finalOf(seed, root, '3-17-29-45-81');
    expect(final).toBe('df20a2cc172a62863aa9d24f2372f47edaa6b114568878618cd560d13b5f9d01');
    expect(placesOf(final, six)).toEqual([3, 1, 5, 6, 2]);
    expect(await placesInSlices(final, six, 2)).toEqual([3, 1, 5, 6, 2]);
  });

  it.each(['1 abc 1 in\n', `01 ${'a'.repeat(32)} 1 in\n`, `1 ${'A'.repeat(32)} 1 in\n`, `1 ${'a'.repeat(32)} 0 in\n`])(
    'reads no list spelled otherwise: %j',
    (list) => {
      expect(readList(list)).toBeUndefined();
    },
  );

  it('reads no list whose last line does not end', () => {
    expect(readList(listOf(six).slice(0, -1))).toBeUndefined();
  });

  it('gives every place to everybody equally often, and the first twice as often with weight two', () => {
    const firsts = new Map<number, number>();
    const three = [1, 1, 2].map((weight, at) => ({ ...(six[at] as ListedTicket), weight, state: 'in' as const }));
    for (let draw = 0; draw < 8000; draw += 1) {
      const [first = 0] = placesOf(finalOf(seed, root, String(draw)), three);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // 2000, 2000, 4000 expected; four standard deviations are 155 and 179
    expect(firsts.get(1)).toBeGreaterThan(1845);
    expect(firsts.get(2)).toBeGreaterThan(1845);
    expect(firsts.get(3)).toBeGreaterThan(3821);
    expect(firsts.get(3)).toBeLessThan(4179);
  });
});

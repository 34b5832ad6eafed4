import { expect, it } from 'vitest';
import { jsonObjects } from './json-objects.ts';

async function objectsOf(text: string, cut = 3): Promise<unknown[]> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += cut) yield text.slice(at, at + cut);
  }
  const found: unknown[] = [];
  for await (const { text: object } of jsonObjects(pieces())) found.push(JSON.parse(object));
  return found;
}

it('reads a list, an object with rows, and lines, in pieces of any length', async () => {
  const rows = [{ a: '}{"][' }, { a: 'x\\"y', b: { c: [1, { d: 2 }] } }, {}];
  for (const cut of [1, 2, 7, 1000]) {
    expect(await objectsOf(JSON.stringify(rows, null, 1), cut)).toEqual(rows);
    expect(await objectsOf(rows.map((row) => JSON.stringify(row)).join('\n'), cut)).toEqual(rows);
    const whole = { format: 'turno-offices', version: 1, rows, after: { x: 1 } };
    expect(await objectsOf(JSON.stringify(whole), cut)).toEqual([{ format: 'turno-offices', version: 1 }, ...rows]);
  }
});

it('gives what is cut short as it is, for whoever parses it to refuse', async () => {
  await expect(objectsOf('[{"a": 1}, {"a": ')).rejects.toThrow(SyntaxError);
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptOf } from '#features/waiting-room/index.ts';
import { projectPath } from '#platform/root.ts';
import { buildProof, drawSecrets, tickets } from '#test/build-proof.ts';
import { drawAnswer } from './draw-command.ts';
import { ownCheck } from '../features/waiting-room/draw/own-check.ts';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turno-draw-'));
});
afterAll(() => rm(folder, { recursive: true }));

const list = tickets(30).map((ticket) => ({
  ...ticket,
  weight: (ticket.number % 3) + 1,
  state: ticket.number % 7 === 0 ? ('left' as const) : ('in' as const),
}));
const proof = buildProof(list);
const swapped = { ...proof, drawn: proof.drawn && { ...proof.drawn, places: proof.drawn.places.toReversed() } };

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const turno = (...args: string[]) => drawAnswer(args);

describe('turno draw verify', () => {
  it('says that a draw is correct, or what is wrong, and ends accordingly', async () => {
    const good = await turno('verify', await file('good.json', proof));
    expect(good).toMatchObject({ code: 0, said: expect.stringMatching(/^correct\n/) as string });
    expect(good.said).toContain('Public value: 3-17-29-45-81.');
    const unmixed = await turno('verify', await file('unmixed.json', buildProof(list, { mixing: null })));
    expect(unmixed).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^correct, if the office kept its seed secret\n/) as string,
    });
    const bad = await turno('verify', await file('bad.json', swapped));
    expect(bad).toEqual({ code: 1, said: 'not correct: place 1 does not belong to whom the formula says\n' });
    const awaited = await turno('verify', await file('open.json', { ...proof, publicValue: null, drawn: null }));
    expect(awaited).toMatchObject({ code: 3, said: expect.stringMatching(/^not revealed yet\n/) as string });
    expect(await turno('verify', await file('none.json', 'no JSON'))).toMatchObject({ code: 1 });
    expect(await turno('verify')).toMatchObject({ code: 2 });
  });

  it('checks a receipt and what was noted too', async () => {
    const path = await file('good.json', proof);
    const { room, commitment } = proof;
    const joinedAt = Temporal.Instant.from('2026-12-05T10:00:00Z');
    const of = (name: number) =>
      receiptOf(drawSecrets, {
        room,
        commitment,
        number: 4,
        pseudonym: String(name).padStart(32, '0'),
        weight: 2,
        joinedAt,
      });
    const own = await turno('verify', path, '--receipt', await file('own.json', of(4)), '--commitment', commitment);
    expect(own.code).toBe(0);
    const other = await turno('verify', path, '--receipt', await file('other.json', of(5)));
    expect(other).toEqual({
      code: 1,
      said: 'not correct: number 4 of the receipt is not in the list as it was given\n',
    });
    expect(await turno('verify', path, '--root', 'f'.repeat(64))).toMatchObject({ code: 1 });
  });
});

describe('the documented lines', () => {
  const blockOf = async (language: string) =>
    new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(await readFile(projectPath('docs', 'draw.md'), 'utf8'))?.[1] ??
    '';

  it('are those of the public page, and agree with the product', async () => {
    expect(await blockOf('js')).toBe(ownCheck);
    const script = await file('check.mjs', ownCheck);
    const check = (path: string) => run(process.execPath, [script, path]);
    expect((await check(await file('good.json', proof))).stdout).toBe('correct\n');
    await expect(check(await file('bad.json', swapped))).rejects.toThrow('another order');
    await expect(check(await file('seed.json', { ...proof, seed: 'f'.repeat(64) }))).rejects.toThrow('another seed');
    const dropped = {
      ...proof,
      closed: proof.closed && { ...proof.closed, list: proof.closed.list.slice(proof.closed.list.indexOf('\n') + 1) },
    };
    await expect(check(await file('list.json', dropped))).rejects.toThrow('another list');
  });

  it('agree in Python too, where there is one', async ({ skip }) => {
    const hasPython = await run('python3', ['--version']).then(
      () => true,
      () => false,
    );
    if (!hasPython) skip();
    const script = await file('check.py', await blockOf('python'));
    expect((await run('python3', [script, await file('good.json', proof)])).stdout).toBe('correct\n');
    await expect(run('python3', [script, await file('bad.json', swapped)])).rejects.toThrow('another order');
  });
});

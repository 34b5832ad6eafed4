import { describe, expect, it } from 'vitest';
import { buildProof, drawSecrets, drawSeed, tickets } from '#test/build-proof.ts';
import { createSecrets } from '#platform/secrets.ts';
import { commitmentOf, finalOf, listOf, placesOf, rootOf } from './formula.ts';
import type { Proof } from './proof.ts';
import { receiptOf } from './receipt.ts';
import { signStatement, closedStatement } from './statements.ts';
import { verify } from './verify.ts';

const proof = buildProof();
const closed = proof.closed as NonNullable<Proof['closed']>;
const drawn = proof.drawn as NonNullable<Proof['drawn']>;
const lines = closed.list.split('\n').slice(0, -1);
const withList = (changed: readonly string[], more: Partial<typeof closed> = {}): Proof => ({
  ...proof,
  closed: { ...closed, list: changed.map((line) => `${line}\n`).join(''), ...more },
});
const withPlaces = (places: number[]): Proof => ({ ...proof, drawn: { ...drawn, places } });
const otherSeed = 'f'.repeat(64);
const signature =
  `A${drawn.signature.slice(1)}` === drawn.signature ? `B${drawn.signature.slice(1)}` : `A${drawn.signature.slice(1)}`;

describe('a draw checked from its public data', () => {
  it('is correct, and correct if the office kept its seed secret where nothing is mixed in', () => {
    expect(verify(proof)).toMatchObject({ ok: true, result: 'correct' });
    expect(verify(buildProof(tickets(9), { mixing: null }))).toMatchObject({
      ok: true,
      result: 'correct-if-seed-kept',
    });
    expect(verify(buildProof([]))).toMatchObject({ ok: true, result: 'correct' });
  });

  it('says what is still awaited', () => {
    const revealed = { ...proof, publicValue: null, drawn: null };
    expect(verify(revealed)).toMatchObject({ ok: true, result: 'not-revealed', awaits: 'public-value' });
    expect(verify({ ...proof, drawn: null })).toMatchObject({ result: 'not-revealed', awaits: 'draw' });
    expect(verify({ ...revealed, closed: null, seed: null })).toMatchObject({ awaits: 'closing' });
  });

  const changed = (places: number[], one: number, other: number) => {
    const swapped = [...places];
    [swapped[one], swapped[other]] = [places[other] ?? 0, places[one] ?? 0];
    return swapped;
  };
  const [first = 0, second = 0, ...others] = drawn.places;
  const added = `10 ${'9'.repeat(32)} 1 in`;
  const rootWith = (changedLines: readonly string[]) => rootOf(changedLines.map((line) => `${line}\n`).join(''));

  it.each<[string, Proof, string, string?]>([
    ['another seed', { ...proof, seed: otherSeed }, 'wrong-seed'],
    [
      'another seed with its own commitment',
      { ...proof, seed: otherSeed, commitment: commitmentOf(proof.rules, otherSeed) },
      'bad-signature',
      'announced',
    ],
    ['another commitment', { ...proof, commitment: '0'.repeat(64) }, 'wrong-commitment'],
    ['other rules', { ...proof, rules: proof.rules.replace('600', '900') }, 'rules-changed'],
    ['rules of another release', { ...proof, room: 'batch-8-1' }, 'rules-changed', 'room'],
    ['another root', { ...proof, closed: { ...closed, listRoot: '0'.repeat(64) } }, 'wrong-root'],
    ['an added ticket', withList([...lines, added]), 'ticket-added', '10'],
    [
      'an added ticket with its root',
      withList([...lines, added], { listRoot: rootWith([...lines, added]) }),
      'ticket-added',
      '10',
    ],
    [
      'an added ticket, its root and count',
      withList([...lines, added], { listRoot: rootWith([...lines, added]), participants: 10 }),
      'bad-signature',
      'closed',
    ],
    ['a dropped ticket', withList(lines.toSpliced(4, 1)), 'ticket-dropped', '5'],
    ['a dropped last ticket', withList(lines.slice(0, -1)), 'ticket-dropped', '9'],
    [
      'a dropped ticket, the root and count made good',
      withList(lines.toSpliced(4, 1), { listRoot: rootWith(lines.toSpliced(4, 1)), participants: 8 }),
      'gap-in-numbers',
      '5',
    ],
    ['a ticket of another name', withList(lines.with(3, `4 ${'8'.repeat(32)} 1 in`)), 'ticket-changed'],
    ['a ticket said to have left', withList(lines.with(3, (lines[3] ?? '').replace(' in', ' left'))), 'ticket-changed'],
    ['a heavier ticket', withList(lines.with(3, (lines[3] ?? '').replace(' 1 in', ' 3 in'))), 'ticket-changed'],
    ['a person twice', withList([...lines.slice(0, 8), `9 ${'1'.padStart(32, '0')} 1 in`]), 'ticket-twice', '9'],
    ['a list spelled otherwise', withList([`0${lines[0]}`, ...lines.slice(1)]), 'list-not-readable'],
    ['another public value', { ...proof, publicValue: '3-17-29-45-82' }, 'wrong-public-value', '3-17-29-45-82'],
    ['the same public value, spelled otherwise', { ...proof, publicValue: '17-3-29-45-81' }, 'wrong-public-value'],
    ['no public value', { ...proof, publicValue: null }, 'wrong-public-value'],
    ['two places swapped', withPlaces(changed(drawn.places, 2, 5)), 'wrong-place', '3'],
    ['a place left out', withPlaces([second, ...others]), 'place-missing', String(first)],
    ['a place given twice', withPlaces([first, first, ...others]), 'place-twice', String(first)],
    ['a place for nobody', withPlaces([first, second, 77, ...others]), 'place-of-nobody', '77'],
    ['a signature that is none', { ...proof, drawn: { ...drawn, signature } }, 'bad-signature', 'drawn'],
    ['another key', { ...proof, publicKey: 'a'.repeat(64) }, 'bad-signature', 'publicKey'],
  ])('finds %s', (_, tampered, fault, detail) => {
    expect(verify(tampered)).toMatchObject({ ok: false, fault, ...(detail !== undefined && { detail }) });
  });

  it.each([
    null,
    [],
    'text',
    {},
    { ...proof, seed: 'short' },
    { ...proof, announced: { ...proof.announced, at: 'yesterday' } },
  ])('takes no other document for a proof: %#', (document) => {
    expect(verify(document)).toMatchObject({ ok: false, fault: 'not-a-proof' });
  });

  it('finds a list that was fixed only when the public value could be known', () => {
    const at = '2026-12-12T19:00:00Z';
    const { listRoot, participants } = closed;
    const { room, commitment } = proof;
    const late = signStatement(
      drawSecrets,
      closedStatement({ room, commitment, listRoot, participants, closedAt: at }),
    );
    expect(verify({ ...proof, closed: { ...closed, at, signature: late } })).toMatchObject({
      fault: 'closed-too-late',
    });
  });

  it('finds what was changed and signed anew, by what somebody has noted or was given', () => {
    const forged = buildProof(tickets(10));
    expect(verify(forged)).toMatchObject({ ok: true });
    expect(verify(forged, { listRoot: closed.listRoot })).toMatchObject({ fault: 'root-not-as-noted' });
    expect(verify(forged, { commitment: otherSeed })).toMatchObject({ fault: 'commitment-not-as-noted' });
    const joinedAt = Temporal.Instant.from('2026-12-05T10:00:00.123456Z');
    const { room, commitment } = proof;
    const of = (number: number, name: number) =>
      receiptOf(drawSecrets, {
        room,
        commitment,
        number,
        pseudonym: String(name).padStart(32, '0'),
        weight: 1,
        joinedAt,
      });
    expect(verify(proof, { receipt: of(4, 4) })).toMatchObject({ ok: true });
    expect(verify(proof, { receipt: of(4, 40) })).toMatchObject({ fault: 'receipt-not-in-list', detail: '4' });
    expect(verify(proof, { receipt: of(10, 10) })).toMatchObject({ fault: 'receipt-not-in-list', detail: '10' });
    expect(verify(proof, { receipt: { ...of(4, 4), number: 5 } })).toMatchObject({ fault: 'receipt-not-signed' });
    const stranger = createSecrets('another secret, of somebody who is not the office at all');
    const false_ = receiptOf(stranger, {
      room,
      commitment,
      number: 4,
      pseudonym: '4'.padStart(32, '0'),
      weight: 1,
      joinedAt,
    });
    expect(verify(proof, { receipt: false_ })).toMatchObject({ fault: 'receipt-not-signed' });
  });

  it('leaves out those who had left, and keeps the order of the others as the formula says', () => {
    const list = tickets(5).map((ticket) => (ticket.number === 2 ? { ...ticket, state: 'left' as const } : ticket));
    const own = buildProof(list);
    expect(own.drawn?.places.toSorted()).toEqual([1, 3, 4, 5]);
    expect(own.drawn?.places).toEqual(placesOf(finalOf(drawSeed, rootOf(listOf(list)), '3-17-29-45-81'), list));
  });
});

import { createSecrets } from '#platform/secrets.ts';
import { rulesHashOf, spellRules } from '../src/features/waiting-room/draw/draw-rules.ts';
import {
  commitmentOf,
  finalOf,
  type ListedTicket,
  listOf,
  placesOf,
  rootOf,
} from '../src/features/waiting-room/draw/formula.ts';
import type { Proof } from '../src/features/waiting-room/draw/proof.ts';
import {
  announcedStatement,
  closedStatement,
  drawnStatement,
  publicKeyOf,
  signStatement,
} from '../src/features/waiting-room/draw/statements.ts';
import type { Mixing } from '../src/features/waiting-room/tables.ts';

export const drawSecrets = createSecrets('a secret of draws in tests, long enough for them');
export const drawSeed = '00112233445566778899aabbccddeeff'.repeat(2);

export const lottery: Mixing = {
  it: 'I cinque numeri estratti sulla ruota nazionale del Lotto',
  en: 'The five numbers of the national wheel of the Lotto',
  day: '2026-12-12',
  source: 'https://lotto.prova.example',
  form: { kind: 'numbers', count: 5, highest: 90 },
};

export const tickets = (count: number): ListedTicket[] =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    pseudonym: String(at + 1).padStart(32, '0'),
    weight: 1,
    state: 'in',
  }));

/** A finished draw, as the product would publish it. */
export function buildProof(
  list: readonly ListedTicket[] = tickets(9),
  { mixing = lottery, publicValue = '3-17-29-45-81' }: { mixing?: Mixing | null; publicValue?: string | null } = {},
): Proof {
  const publicKey = publicKeyOf(drawSecrets);
  const room = 'batch-7-1';
  const rules = spellRules({
    formula: 'turno-draw-1',
    room,
    office: 'cons-prova',
    ordering: 'draw',
    joinsAt: '2026-12-01T09:00:00Z',
    closesAt: '2026-12-10T09:00:00Z',
    opensAt: '2026-12-13T09:00:00Z',
    turnSeconds: 600,
    publicKey,
    mixing: mixing && { ...mixing, from: '2026-12-11T23:00:00Z' },
  });
  const commitment = commitmentOf(rules, drawSeed);
  const rulesHash = rulesHashOf(rules);
  const text = listOf(list);
  const listRoot = rootOf(text);
  const value = mixing ? publicValue : null;
  const [announcedAt, closedAt, drawnAt] = ['2026-11-30T09:00:00Z', '2026-12-10T09:00:00.25Z', '2026-12-12T20:05:00Z'];
  const at = { room, commitment, listRoot };
  const participants = list.length;
  const sign = (statement: string) => signStatement(drawSecrets, statement);
  return {
    format: 'turno-draw-proof-1',
    room,
    rules,
    rulesHash,
    commitment,
    publicKey,
    announced: { at: announcedAt, signature: sign(announcedStatement({ ...at, rulesHash, announcedAt })) },
    closed: {
      at: closedAt,
      participants,
      listRoot,
      signature: sign(closedStatement({ ...at, participants, closedAt })),
      list: text,
    },
    seed: drawSeed,
    publicValue: value,
    drawn: {
      at: drawnAt,
      signature: sign(drawnStatement({ ...at, seed: drawSeed, publicValue: value ?? '', drawnAt })),
      places: placesOf(finalOf(drawSeed, listRoot, value ?? ''), list),
    },
    cancelled: null,
  };
}

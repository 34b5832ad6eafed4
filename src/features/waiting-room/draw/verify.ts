import { readRules, rulesHashOf, type DrawRules } from './draw-rules.ts';
import { commitmentOf, finalOf, type ListedTicket, placesOf, readList, rootOf } from './formula.ts';
import { listFault } from './list-fault.ts';
import { type Proof, proofShape } from './proof.ts';
import { isSpelled } from './public-value.ts';
import { isReceiptSigned, type Receipt } from './receipt.ts';
import { announcedStatement, closedStatement, drawnStatement, isSigned } from './statements.ts';

export type Fault =
  | 'not-a-proof'
  | 'rules-not-readable'
  | 'rules-changed'
  | 'wrong-commitment'
  | 'wrong-seed'
  | 'bad-signature'
  | 'closed-too-early'
  | 'closed-too-late'
  | 'list-not-readable'
  | 'gap-in-numbers'
  | 'ticket-twice'
  | 'ticket-added'
  | 'ticket-dropped'
  | 'ticket-changed'
  | 'wrong-root'
  | 'wrong-public-value'
  | 'place-missing'
  | 'place-twice'
  | 'place-of-nobody'
  | 'wrong-place'
  | 'commitment-not-as-noted'
  | 'root-not-as-noted'
  | 'receipt-not-signed'
  | 'receipt-of-another-draw'
  | 'receipt-not-in-list';

export type Verdict =
  | { readonly ok: true; readonly result: 'correct' | 'correct-if-seed-kept'; readonly proof: Proof }
  | {
      readonly ok: true;
      readonly result: 'not-revealed';
      readonly awaits: 'closing' | 'public-value' | 'draw';
      readonly proof: Proof;
    }
  /** `detail`: the line, place or statement at fault */
  | { readonly ok: false; readonly fault: Fault; readonly detail: string };

/** What somebody knows from elsewhere: noted before the draw, or their own receipt. */
export interface Known {
  readonly commitment?: string | undefined;
  readonly listRoot?: string | undefined;
  readonly receipt?: Receipt | undefined;
}

class Found extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, detail = '') {
    super(detail);
    this.fault = fault;
  }
}

/** Works everything out again from what is public, and says whether it is so, or what is wrong first. */
export function verify(document: unknown, known: Known = {}): Verdict {
  const read = proofShape.safeParse(document);
  if (!read.success) return { ok: false, fault: 'not-a-proof', detail: read.error.issues[0]?.path.join('.') ?? '' };
  const proof = read.data;
  try {
    const rules = checkPromise(proof, known);
    const tickets = checkList(proof, rules, known);
    checkValue(proof, rules);
    const awaits = tickets === undefined ? 'closing' : proof.drawn ? undefined : awaited(proof, rules);
    if (awaits) return { ok: true, result: 'not-revealed', awaits, proof };
    checkPlaces(proof, rules, tickets ?? []);
    return { ok: true, result: rules.mixing ? 'correct' : 'correct-if-seed-kept', proof };
  } catch (error) {
    if (error instanceof Found) return { ok: false, fault: error.fault, detail: error.message };
    throw error;
  }
}

function checkPromise(proof: Proof, known: Known): DrawRules {
  const { rules: text, seed, commitment, publicKey, room } = proof;
  const isPromised = (one: { commitment?: string; rulesHash?: string }) => {
    const said = { room, announcedAt: proof.announced.at, commitment, rulesHash: proof.rulesHash, ...one };
    return isSigned(publicKey, announcedStatement(said), proof.announced.signature);
  };
  const rulesHash = rulesHashOf(text);
  const isSame = rulesHash === proof.rulesHash;
  if (!isSame && isPromised({})) throw new Found('rules-changed');
  const rules = readRules(text);
  if (rules === undefined) throw new Found('rules-not-readable');
  if (rules.room !== room) throw new Found('rules-changed', 'room');
  if (seed !== null && commitmentOf(text, seed) !== commitment) {
    if (isPromised({ rulesHash })) throw new Found('wrong-seed');
    throw new Found(isSame ? 'wrong-commitment' : 'rules-changed');
  }
  if (!isSame) throw new Found('rules-changed', 'rulesHash');
  if (rules.publicKey !== publicKey) throw new Found('bad-signature', 'publicKey');
  if (!isPromised({})) throw new Found('bad-signature', 'announced');
  if (known.commitment !== undefined && known.commitment !== commitment) throw new Found('commitment-not-as-noted');
  const { receipt } = known;
  if (receipt && !(isReceiptSigned(receipt) && receipt.publicKey === publicKey)) throw new Found('receipt-not-signed');
  if (receipt && !(receipt.room === room && receipt.commitment === commitment))
    throw new Found('receipt-of-another-draw');
  return rules;
}

function checkList(proof: Proof, rules: DrawRules, known: Known): readonly ListedTicket[] | undefined {
  const { closed, room, commitment, publicKey } = proof;
  if (closed === null) {
    if (proof.drawn || proof.publicValue !== null) throw new Found('not-a-proof', 'closed');
    return undefined;
  }
  const root = rootOf(closed.list);
  const { at: closedAt, participants, listRoot } = closed;
  const isFixed = (one: { listRoot?: string; participants?: number }) =>
    isSigned(
      publicKey,
      closedStatement({ room, commitment, listRoot, participants, closedAt, ...one }),
      closed.signature,
    );
  const tickets = readList(closed.list);
  if (tickets === undefined) throw new Found('list-not-readable');
  if (root !== listRoot) {
    // The root is as it was signed with this list: somebody touched the root alone.
    if (isFixed({ listRoot: root, participants: tickets.length })) throw new Found('wrong-root');
    const { fault, detail } = listFault(tickets, participants);
    throw new Found(fault ?? 'ticket-changed', detail);
  }
  const { fault, detail } = listFault(tickets, participants);
  if (fault) throw new Found(fault, detail);
  if (!isFixed({})) throw new Found('bad-signature', 'closed');
  if (isBefore(closedAt, rules.closesAt)) throw new Found('closed-too-early', closedAt);
  if (rules.mixing && !isBefore(closedAt, rules.mixing.from)) throw new Found('closed-too-late', closedAt);
  if (known.listRoot !== undefined && known.listRoot !== root) throw new Found('root-not-as-noted');
  if (known.receipt) checkReceipt(tickets, rules, known.receipt);
  return tickets;
}

function checkReceipt(tickets: readonly ListedTicket[], rules: DrawRules, receipt: Receipt): void {
  const line = tickets[receipt.number - 1];
  const isThere = line?.pseudonym === receipt.pseudonym && line.weight === receipt.weight;
  // Whoever came after the closing is in no list: their place is their number.
  if (!isThere && (line || isBefore(receipt.joinedAt, rules.closesAt)))
    throw new Found('receipt-not-in-list', String(receipt.number));
}

function checkValue({ publicValue }: Proof, { mixing }: DrawRules): void {
  if (publicValue === null) return;
  if (mixing === null) throw new Found('wrong-public-value', publicValue);
  if (!isSpelled(mixing.form, publicValue)) throw new Found('wrong-public-value', publicValue);
}

const awaited = (proof: Proof, { mixing }: DrawRules) =>
  mixing && proof.publicValue === null ? ('public-value' as const) : ('draw' as const);

function checkPlaces(proof: Proof, { mixing }: DrawRules, tickets: readonly ListedTicket[]): void {
  const { closed, drawn, seed, room, commitment, publicKey } = proof;
  if (closed === null || drawn === null) return;
  if (seed === null) throw new Found('wrong-seed');
  if (mixing && proof.publicValue === null) throw new Found('wrong-public-value');
  const publicValue = proof.publicValue ?? '';
  const { listRoot } = closed;
  const said = { room, commitment, listRoot, seed, publicValue, drawnAt: drawn.at };
  const isSaid = isSigned(publicKey, drawnStatement(said), drawn.signature);
  const right = placesOf(finalOf(seed, listRoot, publicValue), tickets);
  const wrongAt = right.findIndex((number, at) => drawn.places[at] !== number);
  if (wrongAt >= 0 || right.length !== drawn.places.length) {
    const own = placesFault(drawn.places, right);
    if (own) throw new Found(own.fault, own.detail);
    if (!isSaid) throw new Found('wrong-public-value', publicValue);
    throw new Found('wrong-place', String(wrongAt + 1));
  }
  if (!isSaid) throw new Found('bad-signature', 'drawn');
}

/** What can be said of places without knowing the order. */
function placesFault(
  places: readonly number[],
  right: readonly number[],
): { fault: Fault; detail: string } | undefined {
  const entitled = new Set(right);
  const seen = new Set<number>();
  for (const number of places) {
    if (!entitled.has(number)) return { fault: 'place-of-nobody', detail: String(number) };
    if (seen.has(number)) return { fault: 'place-twice', detail: String(number) };
    seen.add(number);
  }
  const missing = right.find((number) => !seen.has(number));
  return missing === undefined ? undefined : { fault: 'place-missing', detail: String(missing) };
}

const isBefore = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0;

/** What anybody can run to check a draw, knowing nothing of ours: as docs/draw.md and the public page show it. */
export const ownCheck = `import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const { rules, commitment, seed, publicValue, closed, drawn } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
if (sha256(rules + '\\n' + seed) !== commitment) throw new Error('other rules or another seed than was promised');
if (sha256(closed.list) !== closed.listRoot) throw new Error('another list than was fixed at closing');

const final = sha256(seed + ':' + closed.listRoot + ':' + (publicValue ?? ''));
const tickets = closed.list.split('\\n').map((line) => line.split(' ')).filter((ticket) => ticket[3] === 'in');
const keyed = tickets.map(([number, pseudonym, weight]) => {
  const keys = Array.from({ length: Number(weight) }, (_, lot) => sha256(final + ':' + pseudonym + ':' + (lot + 1)));
  return { number: Number(number), key: keys.sort()[0] };
});
const order = keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ number }) => number);
if (order.join() !== drawn.places.join()) throw new Error('another order than the formula gives');
console.log(JSON.parse(rules).mixing ? 'correct' : 'correct, if the office kept its seed secret');
`;

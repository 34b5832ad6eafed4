import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { BatchQueueFull } from '#platform/micro-batch.ts';

// OWASP's recommendation for argon2id, which is the library's default: 19 MiB, two passes, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing runs beside the event loop, on two threads at most, so that a crowd at the login leaves room for the rest. */
const atOnce = 2;
const mostWaiting = 500;

const waiting: (() => void)[] = [];
let running = 0;

/** @throws BatchQueueFull when too many wait; the caller is asked to come back */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), parameters));
}

/** Whether the password fits. Takes as long where there is no hash, so that the time tells nothing of the account. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const stored = passwordHash ?? (await decoy);
  const fits = await inTurn(() => verify(stored, password.normalize('NFKC')));
  return fits && passwordHash !== null;
}

let decoy: Promise<string> | undefined;

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new BatchQueueFull('too many passwords are waiting');
    // Whoever finishes hands the place over, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

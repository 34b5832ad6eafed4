import type { Secrets } from '#platform/secrets.ts';

/** How long it is taken for granted that nobody need wait. */
const minutes = 10;

/** What somebody gets where nobody waits: written nowhere, worth nothing once people do wait. */
export interface Pass {
  readonly offeringId: number;
  /** milliseconds of the epoch */
  readonly until: number;
}

export function givePass(
  secrets: Secrets,
  { offeringId, now }: { offeringId: number; now: Temporal.Instant },
): { signed: string; pass: Pass } {
  const until = now.add({ minutes }).epochMilliseconds;
  return { signed: secrets.sign('ticket', `pass.${offeringId}.${until}`), pass: { offeringId, until } };
}

/** Undefined when it is not one of ours. */
export function readPass(secrets: Secrets, signed: string): Pass | undefined {
  const [, offering, until] = /^pass\.(\d{1,9})\.(\d{1,13})$/.exec(secrets.verify('ticket', signed) ?? '') ?? [];
  return until === undefined ? undefined : { offeringId: Number(offering), until: Number(until) };
}

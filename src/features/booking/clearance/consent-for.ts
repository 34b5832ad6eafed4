import { firstStatus } from '../confirmation/confirmation.rules.ts';
import type { HoldAndRules } from '../hold/lock-hold.ts';
import type { Channel } from '../status.rules.ts';
import type { ClearanceMode } from './clearance.rules.ts';
import { clearanceDeadline } from './deadline.rules.ts';

type Consent = { ok: true; mode: 'none' | ClearanceMode; dueOn: Temporal.PlainDate | null } | { ok: false };

/** What a booking for these seats needs of the municipality: nothing of the office's own; and by when, where it must answer. */
export function consentFor(
  held: Pick<
    HoldAndRules,
    'clearance' | 'clearanceRule' | 'officeMunicipality' | 'confirmation' | 'startsAt' | 'timeZone'
  >,
  request: { residence?: string | null; channel: Channel; now: Temporal.Instant },
): Consent {
  const { residence, channel, now } = request;
  if (held.clearance === 'none' || (residence && residence === held.officeMunicipality))
    return { ok: true, mode: 'none', dueOn: null };
  if (held.clearance === 'notify') return { ok: true, mode: 'notify', dueOn: null };
  const { startsAt, timeZone: zone } = held;
  const { window } = firstStatus(held.confirmation, { startsAt, zone, channel, now });
  // At the desk nobody may know the municipality yet: the office sees to it.
  const rule = residence ? held.clearanceRule : { ...held.clearanceRule, tooLate: 'shorten' as const };
  const deadline = clearanceDeadline(rule, { startsAt, zone, closesAt: window?.closesAt ?? null, now });
  return deadline.ok ? { ok: true, mode: 'required', dueOn: deadline.dueOn } : { ok: false };
}

import type { LocalText } from '#platform/language.ts';

export type ClearanceMode = 'notify' | 'required';

/** Of `required`: to-ask, asked, granted or refused. Of `notify`: to-tell, then told. */
export const clearanceStates = ['to-ask', 'asked', 'granted', 'refused', 'to-tell', 'told'] as const;
export type ClearanceState = (typeof clearanceStates)[number];

/** How the municipality was reached; `turno`: its own office answers in the system. */
export const handChannels = ['pec', 'email', 'phone', 'post', 'portal'] as const;
export type ClearanceChannel = (typeof handChannels)[number] | 'turno';

export interface Clearance {
  readonly id: string;
  readonly mode: ClearanceMode;
  readonly state: ClearanceState;
  /** cadastral code; null until somebody says it */
  readonly residence: string | null;
  readonly municipality: string | null;
  /** its letters: PD */
  readonly province: string | null;
  readonly channel: ClearanceChannel | null;
  readonly askedOn: Temporal.PlainDate | null;
  readonly protocol: string | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly remindedOn: Temporal.PlainDate | null;
  readonly answeredOn: Temporal.PlainDate | null;
  readonly answerProtocol: string | null;
  readonly reason: string | null;
  /** the name of who answered by a link */
  readonly answeredBy: string | null;
  /** the name of the office that answers in the system */
  readonly answeringOffice: LocalText | null;
  readonly atDeadline: 'cancel' | 'stays';
  /** The request left from the system, and so reminders do too. */
  readonly certified: boolean;
}

/** The booking waits for it: it cannot be confirmed before. */
export function isAwaited(clearance: { mode: ClearanceMode; state: ClearanceState } | null): boolean {
  return clearance?.mode === 'required' && clearance.state !== 'granted' && clearance.state !== 'refused';
}

/** The day after it was to come has begun. */
export function isOverdue(
  clearance: { state: ClearanceState; dueOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): boolean {
  return (
    clearance.state === 'asked' && clearance.dueOn !== null && Temporal.PlainDate.compare(clearance.dueOn, today) < 0
  );
}

/** What an office may record next. */
export type ClearanceStep = 'municipality' | 'asked' | 'reminded' | 'granted' | 'refused' | 'told';

/** The steps that may follow; an answer may come without a request that anybody wrote down. */
export function possibleSteps(clearance: { mode: ClearanceMode; state: ClearanceState }): readonly ClearanceStep[] {
  switch (clearance.state) {
    case 'to-ask':
      return ['asked', 'granted', 'refused', 'municipality'];
    case 'asked':
      return ['granted', 'refused', 'reminded', 'municipality'];
    case 'to-tell':
      return ['told', 'municipality'];
    case 'granted':
    case 'refused':
    case 'told':
      return [];
  }
}

/** A municipality, as people choose it. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

/** Days that fit: nothing is asked or answered tomorrow, nor answered before it was asked. */
export function stepDayFault(
  day: Temporal.PlainDate,
  limits: { today: Temporal.PlainDate; notBefore: Temporal.PlainDate | null },
): 'future' | 'before-request' | undefined {
  if (Temporal.PlainDate.compare(day, limits.today) > 0) return 'future';
  const { notBefore } = limits;
  return notBefore !== null && Temporal.PlainDate.compare(day, notBefore) < 0 ? 'before-request' : undefined;
}

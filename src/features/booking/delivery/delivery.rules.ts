import { checkCodiceFiscale, type CodiceFiscaleFault, personName } from '#features/identity/index.ts';
import type { CompletionRules } from '#features/offices/index.ts';
import {
  type AddressFault,
  checkAddress,
  checkAddressLine,
  type PostalAddress,
  type SentAddress,
} from './address.rules.ts';

/** Who may collect the document. */
export interface Delegate {
  readonly givenName: string;
  readonly familyName: string;
  /** `1980-05-05` */
  readonly birthDate: string;
  readonly codiceFiscale?: string | undefined;
}

/** How the document reaches the person, and who may collect it. */
export interface Delivery {
  readonly mode: 'office' | 'address';
  /** in one line */
  readonly address?: string | undefined;
  /** in its parts; absent where it was sent as one line */
  readonly postal?: PostalAddress | undefined;
  readonly delegate?: Delegate | undefined;
}

/** As typed or sent: nothing is known of it yet. */
export interface SentDelivery {
  readonly mode: string;
  readonly address?: string | SentAddress | undefined;
  readonly delegate?: Partial<Record<keyof Delegate, string | undefined>> | undefined;
}

export type DeliveryFault =
  | AddressFault
  | { readonly field: 'mode'; readonly reason: 'required-choice' | 'not-offered' }
  | { readonly field: 'delegate'; readonly reason: 'not-offered' }
  | {
      readonly field: `delegate.${'givenName' | 'familyName' | 'birthDate' | 'codiceFiscale'}`;
      readonly reason:
        | 'required'
        | 'name'
        | 'too-long'
        | 'date'
        | 'date-future'
        | 'minor'
        | `codice-fiscale-${CodiceFiscaleFault}`;
    };

/** Whoever collects for another is of age. */
const ofAge = 18;

/**
 * Checks a wish against what the office offers; all faults at once, by field. Nothing is kept of a wish for what happens
 * anyway: collecting in person where nothing else is offered.
 */
export function checkDelivery(
  sent: SentDelivery,
  { rules, today }: { rules: CompletionRules; today: Temporal.PlainDate },
): { ok: true; delivery: Delivery | null } | { ok: false; faults: DeliveryFault[] } {
  const faults: DeliveryFault[] = [];
  const place = checkPlace(sent, rules, (fault) => faults.push(fault));
  const delegate = sent.delegate && checkDelegate(sent.delegate, today, (fault) => faults.push(fault));
  if (sent.delegate && (!rules.delegate || rules.delivery === 'none')) {
    return {
      ok: false,
      faults: [...faults.filter(({ field }) => !field.startsWith('delegate')), notOffered('delegate')],
    };
  }
  if (faults.length > 0 || place === undefined) return { ok: false, faults };
  if (rules.delivery === 'none') return { ok: true, delivery: null };
  return { ok: true, delivery: { ...place, ...(delegate && { delegate }) } };
}

type Tell = (fault: DeliveryFault) => unknown;

function notOffered(field: 'mode' | 'delegate'): DeliveryFault {
  return { field, reason: 'not-offered' };
}

function checkPlace(
  { mode, address }: SentDelivery,
  { delivery, deliveryModes }: CompletionRules,
  tell: Tell,
): Omit<Delivery, 'delegate'> | undefined {
  const offers = (wanted: (typeof deliveryModes)[number]): boolean =>
    delivery !== 'none' && deliveryModes.includes(wanted);
  if (mode === 'office') {
    if (delivery === 'none' || offers('office')) return { mode };
    tell(notOffered('mode'));
    return undefined;
  }
  if (mode !== 'address') {
    tell({ field: 'mode', reason: 'required-choice' });
    return undefined;
  }
  if (!offers('italy') && !offers('abroad')) {
    tell(notOffered('mode'));
    return undefined;
  }
  const checked =
    typeof address === 'string'
      ? checkAddressLine(address)
      : checkAddress(address ?? {}, { italy: offers('italy'), abroad: offers('abroad') });
  if (checked.ok) return { mode, ...checked.address };
  checked.faults.forEach(tell);
  return undefined;
}

function checkDelegate(
  sent: NonNullable<SentDelivery['delegate']>,
  today: Temporal.PlainDate,
  tell: Tell,
): Delegate | undefined {
  const names = (['givenName', 'familyName'] as const).map((name) => {
    const read = personName(100).safeParse(sent[name] ?? '');
    if (read.success) return read.data;
    const reason = read.error.issues[0]?.message;
    tell({ field: `delegate.${name}`, reason: reason === 'name' || reason === 'too-long' ? reason : 'required' });
    return undefined;
  });
  const [givenName, familyName] = names;
  const born = birthDateOf(sent.birthDate?.trim() ?? '', today);
  if (!born.ok) tell({ field: 'delegate.birthDate', reason: born.reason });
  if (givenName === undefined || familyName === undefined || !born.ok) return undefined;
  const code = sent.codiceFiscale?.trim() ?? '';
  if (code === '') return { givenName, familyName, birthDate: born.date.toString() };
  const checked = checkCodiceFiscale(code, { givenName, familyName, birthDate: born.date });
  if (checked.ok) return { givenName, familyName, birthDate: born.date.toString(), codiceFiscale: checked.code };
  tell({ field: 'delegate.codiceFiscale', reason: `codice-fiscale-${checked.reason}` });
  return undefined;
}

function birthDateOf(
  typed: string,
  today: Temporal.PlainDate,
): { ok: true; date: Temporal.PlainDate } | { ok: false; reason: 'required' | 'date' | 'date-future' | 'minor' } {
  if (typed === '') return { ok: false, reason: 'required' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return { ok: false, reason: 'date' };
  try {
    const date = Temporal.PlainDate.from(typed, { overflow: 'reject' });
    if (date.year < today.year - 130) return { ok: false, reason: 'date' };
    if (Temporal.PlainDate.compare(date, today) > 0) return { ok: false, reason: 'date-future' };
    const isMinor = Temporal.PlainDate.compare(date.add({ years: ofAge }), today) > 0;
    return isMinor ? { ok: false, reason: 'minor' } : { ok: true, date };
  } catch {
    return { ok: false, reason: 'date' };
  }
}

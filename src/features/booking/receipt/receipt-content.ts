import { clockTime, dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import type { Block } from '#platform/pdf/blocks.ts';
import { familyFor, printable } from '#platform/pdf/fonts.ts';
import { bookingBadgeTexts } from '#ui/booking-badge.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { reasonName } from '../form/reasons.text.ts';
import { arrangementWords } from '../arrangement/arrangement-words.ts';
import { printedUrl } from './booking-address.ts';
import { visitTexts } from '../visit/visit.text.ts';
import { papersOf } from '../visit/what-to-bring.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { receiptTexts } from './receipt.text.ts';
import { rulesInWords } from './receipt-rules.ts';
import { stillAwaited } from './still-awaited.ts';

export interface ReceiptSetting {
  readonly language: Language;
  readonly publicUrl: string;
  readonly now: Temporal.Instant;
}

/** A receipt in words, part by part. */
export interface ReceiptContent {
  readonly documentTitle: string;
  readonly title: string;
  /** What it still waits for, before all else; empty where nothing. */
  readonly awaited: string;
  readonly office: string;
  readonly day: string;
  readonly time: string;
  readonly zone: string;
  readonly service: string;
  readonly status: string;
  readonly code: string;
  readonly codeLabel: string;
  readonly qr: string | undefined;
  readonly who: readonly Block[];
  readonly where: readonly Block[];
  readonly bring: readonly Block[];
  /** Across the page, below all that. */
  readonly foot: readonly Block[];
}

export function receiptContent(facts: ReceiptFacts, setting: ReceiptSetting): ReceiptContent {
  const { language, now } = setting;
  const { office, service, code, startsAt, live } = facts;
  const t = receiptTexts.for(language);
  const zone = office.timeZone;
  const city = localText(office.city, language);
  const isOff = facts.status === 'cancelled';
  return {
    documentTitle: t('documentTitle', { code }),
    title: isOff ? t('cancelledTitle') : t('title'),
    awaited: stillAwaited(facts, zone, language).join(' '),
    office: localText(office.name, language),
    day: capital(longDate(dayIn(startsAt, zone), language)),
    time: clockTime(startsAt, zone),
    zone: t('zone', { city, offset: offsetInWords(startsAt, zone) }),
    service: localText(service.name, language),
    status: `${t('status')}: ${bookingBadgeTexts.for(language)(facts.status)}`,
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
    codeLabel: t('code'),
    qr: live ? t('qr', { code }) : undefined,
    who: people(facts, language),
    where: where(facts, setting),
    bring: isOff ? [{ kind: 'text', text: t('cancelled'), strong: true }] : papers(facts, setting),
    foot: [
      ...(isOff ? [] : rulesInWords(facts, setting)),
      { kind: 'text', text: t('free'), strong: true },
      { kind: 'text', text: t('privacy', { url: printedUrl(`${setting.publicUrl}/privacy`) }) },
      {
        kind: 'text',
        text: t('state', { date: dayMonthYear(dayIn(now, zone), language), time: clockTime(now, zone), city }),
      },
    ],
  };
}

function people(
  { people: names, reason, notes, arrangement, completed = [] }: ReceiptFacts,
  language: Language,
): Block[] {
  const t = receiptTexts.for(language);
  const items = names.map((name, index) =>
    familyFor(printable(name)) ? name : t('unwritable', { number: index + 1 }),
  );
  return [
    { kind: 'heading', text: t('people', { count: names.length }) },
    { kind: 'list', mark: 'dot', items },
    ...(reason ? [{ kind: 'text', text: `${t('reason')}: ${reasonName(reason, language)}` } as const] : []),
    ...(notes ? [{ kind: 'text', text: `${t('notes')}: ${notes}` } as const] : []),
    ...completed.map((text) => ({ kind: 'text', text }) as const),
    ...arrangementWords(arrangement, language).map((text) => ({ kind: 'text', text }) as const),
  ];
}

function where({ office }: ReceiptFacts, { language, publicUrl }: ReceiptSetting): Block[] {
  const t = receiptTexts.for(language);
  const url = printedUrl(`${publicUrl}/offices/${office.code}`);
  const contacts = [office.phone, office.email, office.website && printedUrl(office.website)].filter(
    (known) => known !== null,
  );
  const { directions, accessibility } = office;
  return [
    { kind: 'heading', text: t('where') },
    { kind: 'text', text: localText(office.name, language), strong: true },
    { kind: 'text', text: office.address ?? t('noAddress', { url }) },
    ...(directions ? [{ kind: 'text', text: localText(directions, language) } as const] : []),
    ...(accessibility
      ? [{ kind: 'text', text: `${t('accessibility')}: ${localText(accessibility, language)}` } as const]
      : []),
    { kind: 'heading', text: t('contacts') },
    ...(contacts.length > 0 ? contacts : [t('noContacts', { url })]).map((text) => ({ kind: 'text', text }) as const),
  ];
}

/** A party with more people than that finds what each should know on the booking's page. */
const fewPeople = 4;

function papers(facts: ReceiptFacts, { language, publicUrl }: ReceiptSetting): Block[] {
  const t = receiptTexts.for(language);
  const { office, service, visit } = facts;
  const nothing = { kind: office.kind, service: { ...service, rules: {} }, reason: null, people: [], fees: null };
  const day = dayIn(facts.startsAt, office.timeZone);
  const { documents, toKnow, fee } = papersOf(visit ?? { ...nothing, day }, language);
  const url = printedUrl(`${publicUrl}/offices/${office.code}/${service.code}`);
  const known = facts.people.length > fewPeople ? [] : toKnow;
  return [
    { kind: 'heading', text: t('documents') },
    documents.length > 0
      ? { kind: 'list', mark: 'box', items: documents }
      : { kind: 'text', text: t('documentsUnknown', { url }) },
    ...(known.length > 0
      ? ([
          { kind: 'heading', text: visitTexts.for(language)('toKnow') },
          { kind: 'list', mark: 'dot', items: known },
        ] as const)
      : []),
    ...(fee.length > 0 ? [{ kind: 'heading', text: t('fee') } as const] : []),
    ...fee.map((text) => ({ kind: 'text', text }) as const),
  ];
}

/** `UTC+1`, `UTC−5`, `UTC+5:30` */
function offsetInWords(instant: Temporal.Instant, zone: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] =
    /^([+-])(\d\d):(\d\d)/.exec(instant.toZonedDateTimeISO(zone).offset) ?? [];
  const ahead = `${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return ahead === '0' ? 'UTC' : `UTC${sign === '-' ? '−' : '+'}${ahead}`;
}

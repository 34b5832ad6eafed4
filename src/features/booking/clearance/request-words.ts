import { dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import type { Block } from '#platform/pdf/blocks.ts';
import type { Secrets } from '#platform/secrets.ts';
import { clearanceLinkPath } from './clearance-link.ts';
import type { RegisteredPerson, RequestFacts } from './request-facts.query.ts';
import { requestTexts } from './request.text.ts';

/** Municipalities are written to in Italian. */
const language: Language = 'it';

/** A request in words, for paper and for mail. */
export interface RequestWords {
  readonly subject: string;
  readonly language: Language;
  readonly to: string;
  readonly from: string;
  readonly blocks: readonly Block[];
}

export function requestWords(
  facts: RequestFacts,
  { secrets, publicUrl, reminder = false }: { secrets: Secrets; publicUrl: string; reminder?: boolean },
): RequestWords {
  const t = requestTexts.for(language);
  const { code } = facts;
  const service = localText(facts.serviceName, language);
  const office = localText(facts.officeName, language);
  const isTold = facts.mode === 'notify';
  const count = facts.people.length;
  return {
    subject: t(isTold ? 'toldSubject' : 'subject', { service, code }),
    language,
    to: t('to', { municipality: facts.municipality ?? '' }),
    from: t('from', { office: [office, facts.officeAddress].filter(Boolean).join(', ') }),
    blocks: [
      ...(reminder ? [{ kind: 'text', text: t('reminder'), strong: true } as const] : []),
      { kind: 'text', text: t(isTold ? 'told' : 'intro', { count }) },
      { kind: 'heading', text: t('people') },
      { kind: 'list', mark: 'dot', items: facts.people.map(personWords) },
      { kind: 'heading', text: t('appointment') },
      { kind: 'text', text: t('service', { service }) },
      { kind: 'text', text: t('office', { office }) },
      { kind: 'text', text: t('when', { day: longDate(dayIn(facts.startsAt, facts.zone), language) }) },
      { kind: 'text', text: t('number', { code }) },
      ...(isTold ? [] : answerBlocks(facts, publicUrl + clearanceLinkPath(secrets, facts))),
    ],
  };
}

/** The same as plain text, to be copied or sent. */
export function requestAsText({ to, from, blocks }: RequestWords): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => `- ${item}`);
    return block.kind === 'heading' ? ['', block.text] : [block.text];
  });
  return [to, from, '', ...lines].join('\n');
}

/** Who it is, with what the register knows them by. */
export function personWords({ givenName, familyName, codiceFiscale, birthDate }: RegisteredPerson): string {
  const t = requestTexts.for(language);
  const name = `${givenName} ${familyName}`;
  if (codiceFiscale !== null) return t('person', { name, codiceFiscale });
  return birthDate === null ? t('personAlone', { name }) : t('born', { name, date: dayMonthYear(birthDate, language) });
}

function answerBlocks(facts: RequestFacts, url: string): Block[] {
  const t = requestTexts.for(language);
  const { dueOn, atDeadline, officeEmail, officePhone } = facts;
  const by = dueOn && t('by', { last: longDate(dueOn, language) });
  const contacts = [officeEmail, officePhone].filter((known) => known !== null).join(', ');
  const line = (text: string): Block => ({ kind: 'text', text });
  return [
    { kind: 'heading', text: t('answer') },
    ...(by ? [line(atDeadline === 'cancel' ? `${by} ${t('else')}` : by)] : []),
    line(t('link', { url })),
    line(t('linkOnce')),
    line(t('byHand')),
    line(t('refusal')),
    ...(contacts ? [line(t('contacts', { contacts }))] : []),
  ];
}

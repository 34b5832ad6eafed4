import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Service } from '#features/offices/index.ts';
import { projectPath } from '#platform/root.ts';
import { receiptContent } from './receipt-content.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { receiptPdf } from './receipt-pdf.ts';

const folder = projectPath('data', 'services');
const services = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  // Shipped with the product and checked when they are imported.
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Service);
const at = (text: string) => Temporal.Instant.from(text);
const setting = { language: 'it', publicUrl: 'https://turno.example', now: at('2026-11-22T09:00:00Z') } as const;

const office: ReceiptFacts['office'] = {
  code: 'cons-london',
  kind: 'consular',
  name: { it: 'Consolato Generale d’Italia a Londra', en: 'Consulate General of Italy in London' },
  city: { it: 'Londra', en: 'London' },
  timeZone: 'Europe/London',
  address: '1 Prova Street, London',
  email: 'sede@consolato.example',
  phone: '+44 20 0000 0000',
  website: 'https://consolato.example',
  directions: null,
  accessibility: null,
};

function facts(more: Partial<ReceiptFacts> & { service?: Service } = {}): ReceiptFacts {
  const [service] = services;
  if (!service) throw new Error('the catalogue is empty');
  return {
    code: 'K7QF29MX',
    startsAt: at('2027-01-14T09:20:00Z'),
    endsAt: at('2027-01-14T09:40:00Z'),
    live: true,
    accountId: 7,
    people: ['Ada Đorđević'],
    reason: 'expiry',
    notes: null,
    isWrittenTo: true,
    office,
    service,
    status: 'booked',
    preCheck: null,
    takenInChargeAt: null,
    confirmOpensAt: at('2027-01-04T00:00:00Z'),
    confirmClosesAt: at('2027-01-12T00:00:00Z'),
    confirmUndeliveredAt: null,
    cancelClosesAt: at('2027-01-14T09:20:00Z'),
    ...more,
  };
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

function wordsOf(of: ReceiptFacts, language: 'it' | 'en' = 'it'): string {
  const { who, where, bring, foot, ...head } = receiptContent(of, { ...setting, language });
  const blocks = [who, where, bring, foot].flat();
  return [
    ...Object.values(head),
    ...blocks.map((block) => (block.kind === 'list' ? block.items.join(' · ') : block.text)),
  ].join('\n');
}

describe('the receipt as PDF', () => {
  it('is one page with a structure, its language and a described picture', async () => {
    const pdf = await receiptPdf(facts(), setting);
    const file = pdf.toString('latin1');
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.length).toBeLessThan(60_000);
    expect(file).toMatch(/\/Lang \(it-IT\)/);
    expect(file).toMatch(/\/StructTreeRoot/);
    expect(file).toMatch(/\/S \/Figure[^]{0,200}\/Alt \(/);
    for (const kind of ['H1', 'H2', 'P', 'L', 'LI', 'LBody']) expect(file).toMatch(new RegExp(`/S /${kind}\\b`));
    const english = await receiptPdf(facts(), { ...setting, language: 'en' });
    expect(english.toString('latin1')).toMatch(/\/Lang \(en-GB\)/);
  });

  const long = (words: string, most: number): string => words.repeat(most).slice(0, most);
  const everybody = ['Ada Đorđević', 'Nguyễn Thị Ánh', 'Łukasz Şahin', 'Иван Петров', 'محمد علي', '田中 太郎'];
  it.each(services.map((service) => [service.code, service] as const))(
    'keeps to one page for %s, with six people, long notes and an office that explains much',
    async (_code, service) => {
      for (const kind of service.kinds) {
        const there = {
          ...office,
          kind,
          directions: { it: long('Prendi la metropolitana. ', 1000) },
          accessibility: { it: long('Entra dal cortile. ', 1000) },
        };
        const notes = long('Nota per la sede. ', 500);
        for (const language of ['it', 'en'] as const) {
          const full = { service, office: there, people: everybody, notes, accountId: null, isWrittenTo: false };
          const preCheck = { state: 'to-send', dueAt: at('2027-01-12T00:00:00Z') } as const;
          const of = facts(language === 'it' ? full : { ...full, status: 'awaiting-clearance', preCheck });
          expect(pagesOf(await receiptPdf(of, { ...setting, language }))).toBe(1);
        }
      }
    },
  );
});

describe('what the receipt says', () => {
  it('gives day and hour on the office’s clock, who comes, where, and what to bring', () => {
    const words = wordsOf(facts());
    for (const part of [
      'Giovedì 14 gennaio 2027',
      '09:20',
      'ora di Londra (UTC)',
      'K7QF 29MX',
      'Ada Đorđević',
      '1 Prova Street',
    ]) {
      expect(words).toContain(part);
    }
    expect(wordsOf(facts({ startsAt: at('2027-07-14T08:20:00Z') }))).toContain('ora di Londra (UTC+1)');
    expect(words).toContain('Devi confermare che verrai, dal 4 gennaio 2027 all’11 gennaio 2027 compreso');
    expect(words).toContain('turno.example/bookings/K7QF29MX');
    expect(words).toContain('Prenotare è gratis');
  });

  it('tells who has no account where the booking is found, and who has no e-mail to note the dates', () => {
    const words = wordsOf(facts({ accountId: null, isWrittenTo: false }));
    expect(words).toContain('turno.example/find-booking');
    expect(words).toContain('Segna queste date');
    expect(words).not.toContain('con il tuo account');
  });

  it.each(['it', 'en'] as const)('says first what it still waits for, on one page, in %s', async (language) => {
    const english = language === 'en';
    const clearance = facts({ status: 'awaiting-clearance' });
    const sent = { state: 'to-send', dueAt: at('2027-01-12T00:00:00Z') } as const;
    const missing = facts({ status: 'awaiting-office', preCheck: sent });
    const examined = facts({ status: 'booked', preCheck: { state: 'to-examine', dueAt: null } });
    for (const [of, ...parts] of [
      [clearance, english ? 'clearance (nulla osta) is missing' : 'manca il nulla osta del comune'],
      [
        missing,
        ...(english ? ['the office has to confirm', 'by 11 January'] : ['confermarlo la sede', 'l’11 gennaio']),
      ],
      [examined, english ? 'still looking at the documents' : 'sta ancora controllando'],
    ] as const) {
      const { awaited } = receiptContent(of, { ...setting, language });
      for (const part of parts) expect(awaited).toContain(part);
      expect(pagesOf(await receiptPdf(of, { ...setting, language }))).toBe(1);
    }
    for (const of of [facts(), facts({ status: 'cancelled', preCheck: sent, live: false })]) {
      expect(receiptContent(of, { ...setting, language }).awaited).toBe('');
    }
  });

  it('says that the office has taken it in charge, or that it is cancelled', () => {
    expect(wordsOf(facts({ takenInChargeAt: setting.now }))).toContain('ha preso in carico');
    const cancelled = wordsOf(facts({ status: 'cancelled', live: false }));
    expect(cancelled).toContain('Questo appuntamento è annullato');
    expect(cancelled).not.toContain('Puoi annullare');
  });

  it('is written in English when the booking is', () => {
    const words = wordsOf(facts(), 'en');
    expect(words).toContain('Thursday 14 January 2027');
    expect(words).toContain('What to bring');
  });

  it('says so where a name cannot be printed', () => {
    expect(wordsOf(facts({ people: ['田中 太郎'] }))).toContain('Persona 1: nome in un alfabeto');
  });
});

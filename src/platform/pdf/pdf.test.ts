import { describe, expect, it } from 'vitest';
import { drawBlocks } from './blocks.ts';
import { familyFor, printable } from './fonts.ts';
import { closePdf, openPdf } from './pdf.ts';

const now = Temporal.Instant.from('2026-11-22T09:00:00Z');

describe('a printed page', () => {
  it('tells a screen reader its language, its title and what its parts are', async () => {
    const pdf = openPdf({ title: 'Ricevuta', language: 'it', author: 'Consolato', now });
    drawBlocks(
      pdf,
      pdf.root,
      [
        { kind: 'heading', text: 'Che cosa portare' },
        { kind: 'list', mark: 'box', items: ['Una fotografia', 'Il passaporto'] },
        { kind: 'text', text: 'Prenotare è gratis.' },
      ],
      { x: 40, y: 40, width: 300, scale: 1 },
    );
    const file = (await closePdf(pdf)).toString('latin1');
    expect(file).toMatch(/^%PDF-1\.7/);
    expect(file).toMatch(/\/Lang \(it-IT\)/);
    expect(file).toMatch(/\/Marked true/);
    expect(file).toMatch(/\/DisplayDocTitle true/);
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    for (const kind of ['Document', 'H2', 'L', 'LI', 'LBody', 'P']) expect(file).toMatch(new RegExp(`/S /${kind}\\b`));
    expect(file.match(/\/S \/LI\b/g)).toHaveLength(2);
  });

  it.each(['Ada Đorđević', 'Łukasz Şahin', 'Gheorghiță', 'Ő Ű', 'Ærøskøbing', 'Ẃ'])(
    'writes %s in the letters of the site',
    (name) => expect(familyFor(name)?.isMain).toBe(true),
  );

  it.each(['Nguyễn Thị Ánh', 'Иван Петров', 'Παπαδόπουλος', 'محمد علي', 'דוד כהן'])(
    'writes %s whole, in another family',
    (name) => expect(familyFor(name)?.isMain).toBe(false),
  );

  it('knows what it cannot write, instead of printing boxes', () => {
    expect(familyFor('田中 太郎')).toBe(undefined);
    expect(familyFor('कमला')).toBe(undefined);
  });

  it('writes letters with their marks composed, and no invisible ones', () => {
    expect(printable('Pe\u0301rez\u200B\n  Ada')).toBe('P\u00E9rez Ada');
  });
});

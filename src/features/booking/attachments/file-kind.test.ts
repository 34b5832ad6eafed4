import { describe, expect, it } from 'vitest';
import { jpeg, pdf, png } from '#test/files.ts';
import { kindOf } from './file-kind.rules.ts';
import { cleanFileName, dispositionOf } from './file-name.rules.ts';

describe('a file is known by its bytes', () => {
  it.each([
    ['application/pdf', pdf],
    ['image/jpeg', jpeg],
    ['image/png', png],
  ] as const)('%s', (kind, bytes) => expect(kindOf(bytes)).toEqual({ ok: true, kind }));

  it.each([
    ['empty', Buffer.alloc(0)],
    ['wrong-kind', Buffer.from('<html><script>alert(1)</script>')],
    ['wrong-kind', Buffer.from('GIF89a')],
    ['wrong-kind', Buffer.from('MZ %PDF-1.4')],
    ['corrupt', pdf.subarray(0, 60)],
    ['corrupt', jpeg.subarray(0, 20)],
    ['corrupt', png.subarray(0, -12)],
    ['corrupt', Buffer.concat([png.subarray(0, 20), Buffer.from([9]), png.subarray(21)])],
    ['corrupt', Buffer.from('%PDF-1.4')],
  ] as const)('and refused where it is %s', (reason, bytes) => expect(kindOf(bytes)).toEqual({ ok: false, reason }));
});

describe('a file’s name', () => {
  it.each([
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Users\\ada\\prova residenza.PDF', 'application/pdf', 'prova residenza.PDF'],
    ['evil\u202egpj.exe', 'image/jpeg', 'evilgpj.exe.jpg'],
    ['.pdf', 'application/pdf', 'pdf.pdf'],
    ['a.pdf', 'application/pdf', 'a.pdf'],
    ['', 'image/png', 'documento.png'],
    ['<a href="x">.png', 'image/png', 'a href=x.png'],
  ] as const)('%j is kept as something safe', (sent, kind, kept) => expect(cleanFileName(sent, kind)).toBe(kept));

  it('reaches every browser whole', () => {
    expect(dispositionOf('perché "no".pdf')).toBe(
      `attachment; filename="perch_ _no_.pdf"; filename*=UTF-8''perch%C3%A9%20%22no%22.pdf`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { decodeFile, mostRows, readContacts, writeContacts } from './contacts-file.ts';

const rowsOf = (text: string) => {
  const read = readContacts(text);
  if (!read.ok) throw new Error(read.fault.reason);
  return read.rows;
};
const faultOf = (text: string) => {
  const read = readContacts(text);
  return read.ok ? undefined : read.fault;
};

describe('a file of contacts', () => {
  it('is read with semicolons, commas or tabs, quotes, BOM and Windows line ends', () => {
    const expected = [{ line: 2, code: 'cons-london', cells: { phone: '+44 20', address: 'Via A; 1' } }];
    expect(rowsOf('\uFEFFcode;phone;address\r\nCONS-London;+44 20;"Via A; 1"\r\n')).toEqual(expected);
    expect(rowsOf('code,phone,address\ncons-london,+44 20,Via A; 1')).toEqual(expected);
    expect(rowsOf('Code\tPhone\tAddress\ncons-london\t+44 20\tVia A; 1\n\n')).toEqual(expected);
  });

  it('is read in UTF-8, in the Windows alphabet and in UTF-16', () => {
    expect(decodeFile(Buffer.from('Città', 'utf8'))).toBe('Città');
    expect(decodeFile(Buffer.from([0x43, 0x69, 0x74, 0x74, 0xe0]))).toBe('Città');
    expect(decodeFile(Buffer.from('\uFEFFCittà', 'utf16le'))).toBe('Città');
    expect(decodeFile(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]))).toBeUndefined();
  });

  it('that is no such file is told apart, with the line', () => {
    expect(faultOf('')).toEqual({ reason: 'empty' });
    expect(faultOf('code;phone')).toEqual({ reason: 'empty' });
    expect(faultOf('codice;phone\nx;1')).toEqual({ reason: 'no-code' });
    expect(faultOf('code;telefono\nx;1')).toEqual({ reason: 'unknown-column', column: 'telefono' });
    expect(faultOf('code;phone;phone\nx;1;2')).toEqual({ reason: 'column-twice', column: 'phone' });
    expect(faultOf('code;phone\nx;1\ny;1;2')).toEqual({ reason: 'columns', line: 3 });
    expect(faultOf('code;phone\nx;"1')).toMatchObject({ reason: 'broken' });
    expect(faultOf(`code;phone\n${'x;1\n'.repeat(mostRows + 1)}`)).toEqual({ reason: 'too-many-rows' });
  });

  it('never makes a formula of a cell, and is read back as it was', () => {
    const office = {
      id: 1,
      code: 'cons-london',
      kind: 'consular' as const,
      name: { it: 'Londra' },
      city: { it: 'Londra' },
      address: '=HYPERLINK("x")',
      email: null,
      phone: '+44 20 7312',
      website: null,
      lat: null,
      lon: null,
      languages: ['it'],
      hours: { it: 'Lunedì\nmartedì', en: 'Monday' },
      directions: null,
      accessibility: null,
      notice: null,
    };
    const file = writeContacts([office]);
    expect(file).not.toMatch(/[;"]=HYPERLINK/);
    expect(rowsOf(file)[0]?.cells).toEqual({
      address: '=HYPERLINK("x")',
      phone: '+44 20 7312',
      hours_it: 'Lunedì\nmartedì',
      hours_en: 'Monday',
    });
    expect(readContacts(writeContacts([]))).toMatchObject({ ok: false, fault: { reason: 'empty' } });
  });
});

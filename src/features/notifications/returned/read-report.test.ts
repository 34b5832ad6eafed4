import { describe, expect, it } from 'vitest';
import {
  foldedReport,
  holidayAnswer,
  plainReport,
  type ReportWish,
  wordyReport,
  wrappedReport,
} from '#test/delivery-reports.ts';
import { readReport } from './read-report.ts';

const wish: ReportWish = {
  to: 'bounce+7.abc@turno.example',
  recipient: 'giulia.ferri@posta.example',
  messageId: '<message-7.abc@turno.example>',
};
const read = (text: string) => readReport(Buffer.from(text));

describe('a delivery report', () => {
  it('says what failed, in every shape that servers give it', async () => {
    expect(await read(plainReport(wish))).toMatchObject({ verdict: 'bounced', code: '5.1.1', marks: ['7.abc'] });
    expect(await read(foldedReport(wish))).toMatchObject({ verdict: 'bounced', code: '5.2.2', marks: ['7.abc'] });
    expect(await read(wrappedReport(wish))).toMatchObject({ verdict: 'bounced', code: '5.7.1', marks: ['7.abc'] });
  });

  it('holds the envelope’s mark, written as RFC 3461 has it', async () => {
    const report = await read(plainReport({ ...wish, envelopeId: '7+2Eabc' }));
    expect(report.marks).toEqual(['7.abc', '7.abc']);
  });

  it.each([
    ['failed', '4.4.7', 'bounced'],
    ['FAILED', '5.0.0', 'bounced'],
    ['delayed', '4.2.2', 'none'],
    ['relayed', '2.0.0', 'none'],
    ['expanded', '2.0.0', 'none'],
    ['delivered', '2.0.0', 'delivered'],
    ['nonsense', '5.1.1', 'bounced'],
    ['nonsense', '4.1.1', 'none'],
    ['', '', 'bounced'],
  ])('with action “%s” and status “%s” is read as %s', async (action, status, verdict) => {
    expect((await read(plainReport({ ...wish, action, status }))).verdict).toBe(verdict);
  });

  it('of several recipients tells the worst', async () => {
    const text = plainReport({ ...wish, action: 'delivered', status: '2.0.0' }).replace(
      '\r\nRemote-MTA',
      '\r\n\r\nFinal-Recipient: rfc822; other@posta.example\r\nAction: failed\r\nStatus: 5.1.1\r\nRemote-MTA',
    );
    expect(await read(text)).toMatchObject({ verdict: 'bounced', code: '5.1.1' });
  });

  it('gives a code and never a word of the server', async () => {
    const report = await read(plainReport({ ...wish, status: 'giulia.ferri@posta.example', diagnostic: 'Giulia?' }));
    expect(JSON.stringify({ ...report, recipients: [] })).not.toMatch(/giulia/i);
  });
});

describe('a report in words', () => {
  it.each([
    ['The user has gone: #5.1.1', 'bounced', '5.1.1'],
    ['Remote host said: 550 unknown', 'bounced', undefined],
    ['I’m afraid this is a permanent error.', 'bounced', undefined],
    ['Messaggio non recapitato.', 'bounced', undefined],
    ['4.2.2 the mailbox is full for now', 'none', undefined],
  ])('“%s” is read as %s', async (words, verdict, code) => {
    expect(await read(wordyReport({ ...wish, words }))).toMatchObject({ verdict, code });
  });

  it('that is only a warning changes nothing', async () => {
    const words = 'Your e-mail is delayed; 550 so far. We will keep trying for four days.';
    expect((await read(wordyReport({ ...wish, words, subject: 'Warning' }))).verdict).toBe('none');
  });

  it('is not somebody’s holiday, nor what a list or a reader’s program sends', async () => {
    expect((await read(holidayAnswer(wish))).verdict).toBe('none');
    const listed = `List-Id: <posta.example>\r\n${wordyReport({ ...wish, words: '550 no' })}`;
    expect((await read(listed)).verdict).toBe('none');
    const seen = `Content-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n${wordyReport({ ...wish, words: '550' })}`;
    expect((await read(seen)).verdict).toBe('none');
  });
});

describe('rubbish', () => {
  it('is read without harm, however it is cut and mixed', async () => {
    const seeds = [plainReport(wish), foldedReport(wish), wrappedReport(wish), wordyReport({ ...wish, words: 'x' })];
    // A plain generator, so that a failure comes again.
    let state = 12_345;
    const random = (most: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % most;
    };
    for (let round = 0; round < 400; round += 1) {
      const bytes = Buffer.from(seeds[round % seeds.length] ?? '');
      for (let change = 0; change < 12; change += 1) bytes[random(bytes.length)] = random(256);
      const from = random(bytes.length);
      const mixed = Buffer.concat([bytes.subarray(from), bytes.subarray(0, random(bytes.length))]);
      const report = await readReport(round % 2 === 0 ? bytes : mixed);
      expect(['bounced', 'delivered', 'none']).toContain(report.verdict);
      expect(report.code ?? '5.0.0').toMatch(/^[245]\.\d+\.\d+$/);
    }
  });

  it('nested beyond reason is turned down or read in good time', async () => {
    const depth = 3_000;
    const open = Array.from(
      { length: depth },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    );
    const started = performance.now();
    await readReport(Buffer.from(open.join(''))).catch(() => undefined);
    await readReport(Buffer.from(`Content-Type: message/delivery-status\r\n\r\n${'5.1.1.'.repeat(60_000)}`));
    await readReport(Buffer.from(`Content-Type: message/delivery-status\r\n\r\n${'\n \n'.repeat(10_000)}`));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

import { createTransport } from 'nodemailer';

/** Hands an e-mail to a mail server of ours as other mail servers do; answers its last word. */
export async function sendReport(to: { port: number; address: string; text: string }): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: to.port, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from: '', to: to.address }, raw: to.text });
    return 'taken';
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'responseCode') : undefined;
    return String(code);
  } finally {
    transport.close();
  }
}

import { z } from 'zod';
import { type AccountSettings, type CertifiedAccount } from '#features/certified-mail/index.ts';
import { emailField } from '#features/identity/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { optionalLine } from '../contact-fields.ts';

/** Only the ports of mail: nobody looks for other servers by this form. */
export const smtpPorts = [465, 587, 25] as const;
export const imapPorts = [993, 143] as const;

/** A server's full name, as its certificate has it; a number or a name of the own network is none. */
const host = z
  .string()
  .default('')
  .transform((typed) => typed.trim().toLowerCase())
  .refine((name) => name !== '', 'required')
  .refine((name) => name.length <= 200 && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(name), 'host')
  .refine((name) => !/\.(local|internal|lan|home|localhost)$/.test(name), 'host');

const portOf = (ports: readonly number[]) =>
  z.coerce.number({ error: 'required-choice' }).refine((port) => ports.includes(port), 'required-choice');

const line = (most: number) => optionalLine(most).refine((text) => text !== null, 'required');

/** `hasPassword`: one is kept, which stays when none is typed. */
export function accountSchema({ hasPassword }: { hasPassword: boolean }) {
  return z
    .object({
      sender: emailField,
      username: line(200),
      password: z
        .string()
        .max(200, 'too-long')
        .default('')
        .refine((typed) => hasPassword || typed !== '', 'required'),
      smtpHost: host,
      smtpPort: portOf(smtpPorts),
      imapHost: host,
      imapPort: portOf(imapPorts),
      folder: line(120),
      doneFolder: optionalLine(120),
      active: z.string().optional(),
    })
    .refine(({ folder, doneFolder }) => folder !== doneFolder, { path: ['doneFolder'], message: 'same-folder' })
    .transform(
      ({ password, username, folder, active, ...rest }): AccountSettings => ({
        ...rest,
        username: username ?? '',
        folder: folder ?? '',
        password: password === '' ? null : password,
        active: active === 'yes',
      }),
    );
}

/** What the form shows; never the password. */
export function accountValues(account: CertifiedAccount | undefined): FormValues {
  return {
    sender: account?.sender ?? '',
    username: account?.username ?? '',
    smtpHost: account?.smtpHost ?? '',
    smtpPort: String(account?.smtpPort ?? smtpPorts[0]),
    imapHost: account?.imapHost ?? '',
    imapPort: String(account?.imapPort ?? imapPorts[0]),
    folder: account?.folder ?? 'INBOX',
    doneFolder: account?.doneFolder ?? '',
    active: account === undefined || account.active ? 'yes' : '',
  };
}

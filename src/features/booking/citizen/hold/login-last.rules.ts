import type { Held } from './held.ts';

/**
 * Whether somebody who holds this seat fills in the form and sees the summary before they log in: at a municipality, where
 * nothing of the form depends on the account. Who has to be identified, served by the office, invited, or sends files, logs
 * in first, so that nobody types for nothing.
 */
export function logsInLast({
  office,
  offering,
  files,
  owner,
}: Pick<Held, 'office' | 'offering' | 'files' | 'owner'>): boolean {
  const { loginLevel, servedOnly, inviteOnly, oneTimeCode } = offering;
  return (
    office.kind === 'municipal' &&
    owner.kind !== 'list' &&
    loginLevel === 'account' &&
    !servedOnly &&
    !inviteOnly &&
    !oneTimeCode &&
    files.length === 0
  );
}

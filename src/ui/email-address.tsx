/** An address that breaks after its @ where it is too long for its column. */
export function EmailAddress({ email }: { email: string }) {
  const [mailbox, domain] = email.split('@');
  return (
    <span translate={false} class="text-break">
      {mailbox}@<wbr />
      {domain}
    </span>
  );
}

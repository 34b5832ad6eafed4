import type { Office } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';
import { appointmentTexts } from '../letters/appointment.text.ts';

/** How to reach the office with one touch, or that it has not said so. */
export function LinkContacts({ office, language }: { office: Office; language: Language }) {
  const { email, phone, website } = office;
  if (!email && !phone && !website) return <>{appointmentTexts.for(language)('noContacts')}</>;
  return (
    <ul class="list-unstyled mb-0">
      {email && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {phone && (
        <li>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
        </li>
      )}
      {website && <li>{isWeb(website) ? <a href={website}>{website}</a> : website}</li>}
    </ul>
  );
}

// Typed by an office: only the web's own schemes become a link.
function isWeb(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

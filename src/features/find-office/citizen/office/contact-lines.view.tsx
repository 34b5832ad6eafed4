import type { Language } from '#platform/language.ts';
import type { Office } from '#features/offices/index.ts';
import { allOfficesTexts } from '../search/all-offices.text.ts';
import { telephoneLink, webAddress } from './contact-links.ts';

type Contacts = Pick<Office, 'address' | 'phone' | 'email' | 'website'>;

/** Address, telephone, e-mail and website of an office, a line each; or that it has not entered them. */
export function ContactLines({ language, office }: { language: Language; office: Contacts }) {
  const { address, phone, email, website } = office;
  const site = website === null ? undefined : webAddress(website);
  if (!address && !phone && !email && !site) {
    return <span class="t-muted">{allOfficesTexts.for(language)('noContacts')}</span>;
  }
  return (
    <ul class="list-unstyled mb-0">
      {address && <li translate={false}>{address}</li>}
      {phone && (
        <li>
          <a href={telephoneLink(phone)}>{phone}</a>
        </li>
      )}
      {email && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {site && (
        <li>
          <a href={site.href}>{site.label}</a>
        </li>
      )}
    </ul>
  );
}

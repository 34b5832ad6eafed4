import type { Language, LocalText } from '#platform/language.ts';
import { Cards } from '#ui/card.tsx';
import type { Office } from '#features/offices/index.ts';
import { OfficeCard } from './office-card.view.tsx';
import { officeTexts } from '../office/office.text.ts';

/** What to do when an office takes no bookings: how to reach it, and others that take them. */
export function OfficesInstead(props: {
  language: Language;
  office: Office;
  instead: readonly {
    office: Office;
    km: number | null;
    first: { date: Temporal.PlainDate; serviceName: LocalText } | undefined;
  }[];
}) {
  const { language, office, instead } = props;
  const t = officeTexts.for(language);
  const reachable = office.address ?? office.email ?? office.phone ?? office.website;
  return (
    <section aria-labelledby="instead">
      <h2 id="instead">{t('instead')}</h2>
      <p>{reachable ? t('insteadContacts') : t('insteadNoContacts')}</p>
      {instead.length > 0 && (
        <>
          <p>{office.kind === 'consular' ? t('insteadConsular') : t('insteadMunicipal')}</p>
          <Cards>
            {instead.map((other) => (
              <OfficeCard
                key={other.office.code}
                language={language}
                office={other.office}
                first={other.first}
                km={office.kind === 'municipal' ? other.km : undefined}
              />
            ))}
          </Cards>
        </>
      )}
    </section>
  );
}

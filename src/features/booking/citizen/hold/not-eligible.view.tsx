import { ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { timesPath } from '#ui/frame/site-paths.ts';
import type { Refusal } from '../../eligibility/rule.ts';
import { inWords } from '../../eligibility/words.ts';
import { type Held, holdPath } from './held.ts';
import { HeldBar, heldUntil, kickerOf } from './held-bar.view.tsx';
import { notEligibleTexts } from './not-eligible.text.ts';
import type { Place } from './seat-wish.ts';

interface Props {
  context: PageContext;
  refusal: Refusal;
  place: Place;
  day: Temporal.PlainDate;
  party: number;
  /** The seat that is kept meanwhile; undefined when none was taken. */
  held?: Held;
}

/** Why this account may not book here, and what to do instead; a seat that is held stays held meanwhile. */
export function NotEligibleView({ context, refusal, place, day, party, held }: Props) {
  const { language } = context;
  const t = notEligibleTexts.for(language);
  const times = timesPath({ officeCode: place.office.code, serviceCode: place.offering.serviceCode, day, party });
  const words = inWords(refusal, { language, back: held ? holdPath(held.hold) : times });
  const [first, ...others] = words.ways;
  return (
    <Layout context={context} title={words.title} width="text" bar={held && <HeldBar context={context} held={held} />}>
      <PageHeading title={words.title} kicker={kickerOf(place, language)} lead={words.about} />
      {held && <p>{t('kept', { time: heldUntil(held, language) })}</p>}
      {first && (
        <div class="t-actions">
          <ButtonLink href={first.href}>{first.label}</ButtonLink>
          {others.map(({ href, label }) => (
            <ButtonLink key={href} href={href} kind="secondary">
              {label}
            </ButtonLink>
          ))}
        </div>
      )}
      <p class="mt-3">
        <a href={times}>{t('times')}</a> ·{' '}
        <a href={`/offices?service=${place.offering.serviceCode}`}>{t('otherOffices')}</a>
      </p>
    </Layout>
  );
}

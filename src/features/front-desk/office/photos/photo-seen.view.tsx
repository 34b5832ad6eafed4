import { askWords, declarationsFor } from '#features/booking/index.ts';
import type { CheckResult } from '#features/photo/index.ts';
import { localeOf } from '#platform/language.ts';
import { bookingPath } from '../../at-office.ts';
import { ChecksAtDesk } from './checks-at-desk.view.tsx';
import { decideTexts } from './decide.text.ts';
import type { OnePhotoProps } from './photos.view.tsx';
import { photosTexts } from './photos.text.ts';

/** The photo as it is cut, with the measures of the document over it. */
export function CutPhoto({ context, at, shown }: OnePhotoProps) {
  const { booking, person, photo, details } = shown;
  const t = photosTexts.for(context.language);
  if (photo === undefined) return <p class="t-photo-none">{t('gone')}</p>;
  const { position, id, width, height } = photo;
  const src = `${bookingPath(at.office, booking.code)}/photo/picture?person=${position}&id=${id}`;
  const name = `${person.givenName} ${person.familyName}`;
  return (
    <figure class="t-photo-large">
      <input type="checkbox" id="guides" class="t-lines-switch" checked data-key="g" />
      <label for="guides">{t('guides')}</label>
      <div class="t-photo-seen">
        <img src={src} alt={t('alt', { name })} width={width} height={height} data-photo-to-see />
        <Guides />
      </div>
      <figcaption class="t-muted">
        {t('guidesAbout')}{' '}
        {details &&
          t('crop', { width: details.crop.width, height: details.crop.height, toWidth: width, toHeight: height })}
      </figcaption>
    </figure>
  );
}

/**
 * In millimetres of the document: the eyes between 23 and 31 from the lower edge, a head that fills 70 to 80 of a hundred
 * parts of the height (Ministero dell’Interno).
 */
function Guides() {
  return (
    <svg class="t-photo-lines" viewBox="0 0 35 45" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="14" width="35" height="8" class="t-guide-band" />
      <path d="M0 3.4h35M0 37.4h35" class="t-guide-head" />
      <path d="M17.5 0v45" class="t-guide-middle" />
    </svg>
  );
}

/** What its person says, why another was asked for before, and what the checks found. */
export function WhatIsKnown(props: OnePhotoProps) {
  const { context, shown } = props;
  const { language } = context;
  const t = decideTexts.for(language);
  const { photo, decisions, details } = shown;
  const before = decisions.findLast(({ outcome, photoId }) => outcome === 'another-asked' && photoId !== photo?.id);
  return (
    <>
      {before && (
        <div class="t-photo-before">
          <p class="mb-1">{t('before')}</p>
          <ul class="mb-0">
            {askWords(before.why, language).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {details && <Says {...props} checks={details.checks} />}
      {photo && <ChecksAtDesk checks={photo.checks} language={language} />}
    </>
  );
}

function Says({ context, shown, checks }: OnePhotoProps & { checks: readonly CheckResult[] }) {
  const { language } = context;
  const t = photosTexts.for(language);
  const said = shown.details?.said;
  if (said === undefined) return null;
  const { declared, headCovered, reason } = said;
  const listed = new Intl.ListFormat(localeOf(language));
  const open = declarationsFor(checks, said).filter((one) => !declared.includes(one));
  const isNothing = reason === null && !headCovered && declared.length === 0;
  return (
    <section aria-labelledby="says">
      <h3 id="says" class="h4">
        {t('says')}
      </h3>
      {isNothing && <p class="t-muted">{t('nothing')}</p>}
      {reason && (
        <p class="t-photo-reason">
          <strong>{t('reason')}:</strong> {t(reason.kind)}.
          {reason.words && (
            <>
              <br />
              {reason.words}
            </>
          )}
        </p>
      )}
      {headCovered && (
        <p>
          <strong>{t('covered')}</strong>
        </p>
      )}
      {declared.length > 0 && <p>{t('declares', { list: listed.format(declared.map((one) => t(one))) })}</p>}
      {!isNothing && open.length > 0 && <p>{t('declaresNot', { list: listed.format(open.map((one) => t(one))) })}</p>}
    </section>
  );
}

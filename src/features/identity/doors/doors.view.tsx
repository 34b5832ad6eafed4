import type { Language } from '#platform/language.ts';
import { type Door, type DoorScheme, schemesOf } from './door.ts';
import { doorTexts } from './door.text.ts';

/** The buttons that lead to the federations, as their rules want them to look. `intent` goes along with each. */
export function DoorButtons(props: {
  language: Language;
  doors: readonly Door[];
  intent: string;
  /** only these */
  schemes?: readonly DoorScheme[] | undefined;
}) {
  const { language, doors, intent, schemes = schemesOf(doors) } = props;
  return (
    <div class="t-doors">
      {schemesOf(doors)
        .filter((scheme) => schemes.includes(scheme))
        .map((scheme) => (
          <SchemeButton
            key={scheme}
            language={language}
            scheme={scheme}
            intent={intent}
            doors={doors.filter((door) => door.scheme === scheme)}
          />
        ))}
    </div>
  );
}

interface SchemeProps {
  language: Language;
  scheme: DoorScheme;
  doors: readonly Door[];
  intent: string;
}

/** One button where there is one provider; otherwise one that opens the list of them. */
function SchemeButton({ language, scheme, doors, intent }: SchemeProps) {
  const t = doorTexts.for(language);
  const [only, ...others] = doors;
  if (only === undefined) return null;
  const face = (
    <>
      <DoorMark scheme={scheme} />
      <span class="t-door-words">{t(scheme)}</span>
    </>
  );
  if (scheme !== 'spid' && others.length === 0)
    return (
      <div>
        <a class={looks[scheme]} href={only.href(intent)} rel="nofollow">
          {face}
        </a>
        <NoSuchDoor language={language} scheme={scheme} />
      </div>
    );
  return (
    <div>
      <details class="t-door-list">
        <summary class={looks[scheme]}>{face}</summary>
        <p class="t-muted mb-1">{t('spidChoose')}</p>
        <ul>
          {doors.map((door) => (
            <li key={door.href(undefined)}>
              <a href={door.href(intent)} rel="nofollow">
                {door.name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <NoSuchDoor language={language} scheme={scheme} />
    </div>
  );
}

const looks = {
  spid: 't-door t-door-spid',
  cie: 't-door t-door-cie',
  eidas: 't-door t-door-eidas',
} as const;

function NoSuchDoor({ language, scheme }: { language: Language; scheme: DoorScheme }) {
  const t = doorTexts.for(language);
  if (scheme === 'eidas') return <p class="t-door-help">{t('eidasAbout')}</p>;
  const href = scheme === 'spid' ? 'https://www.spid.gov.it/' : 'https://www.cartaidentita.interno.gov.it/';
  return (
    <p class="t-door-help">
      {t(`${scheme}None`)} <a href={href}>{t(`${scheme}Link`)}</a>
    </p>
  );
}

/** A sign of our own drawing: a person, a card, a ring of twelve. */
function DoorMark({ scheme }: { scheme: DoorScheme }) {
  return (
    <svg class="t-door-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      {scheme === 'spid' && (
        <g fill="currentColor">
          <circle cx="16" cy="10" r="6" />
          <path d="M4 29a12 11 0 0 1 24 0z" />
        </g>
      )}
      {scheme === 'cie' && (
        <g fill="none" stroke="currentColor" stroke-width="2.4">
          <rect x="2.5" y="6" width="27" height="20" rx="3" />
          <circle cx="10.5" cy="14" r="3" />
          <path d="M6 22a4.5 4 0 0 1 9 0M19 12h7M19 17h7M19 22h4" />
        </g>
      )}
      {scheme === 'eidas' && (
        <g fill="currentColor">
          {Array.from({ length: 12 }, (_, index) => (index * Math.PI) / 6).map((turn) => (
            <circle
              key={turn}
              cx={(16 + 12 * Math.sin(turn)).toFixed(2)}
              cy={(16 - 12 * Math.cos(turn)).toFixed(2)}
              r="1.9"
            />
          ))}
        </g>
      )}
    </svg>
  );
}

import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import type { IdentityHolder } from '../people.ts';
import { loginTexts } from './login.text.ts';

/** One line for each thing one may choose, with its button. */
export function Choices(props: {
  caption: string;
  rows: readonly { key: string; about: ComponentChildren; button: ComponentChildren }[];
}) {
  return (
    <ul class="t-idp-choices" aria-label={props.caption}>
      {props.rows.map(({ key, about, button }) => (
        <li key={key}>
          <div>{about}</div>
          {button}
        </li>
      ))}
    </ul>
  );
}

/** Closed until somebody asks for it. */
export function More({ title, about, children }: { title: string; about: string; children: ComponentChildren }) {
  return (
    <details class="t-idp-more">
      <summary>
        <h2 class="h4">{title}</h2>
        <span class="t-muted">{about}</span>
      </summary>
      {children}
    </details>
  );
}

/** A button for each person: whoever is pressed logs in. */
export function People(props: { caption: string; people: readonly IdentityHolder[]; language: Language }) {
  const { caption, people, language } = props;
  const t = loginTexts.for(language);
  return (
    <Choices
      caption={caption}
      rows={people.map((holder) => ({
        key: holder.key,
        about: <Person holder={holder} language={language} />,
        button: (
          <Button
            small
            name="person"
            value={holder.key}
            label={`${t('enter')}: ${holder.givenName} ${holder.familyName}`}
          >
            {t('enter')}
          </Button>
        ),
      }))}
    />
  );
}

function Person({ holder, language }: { holder: IdentityHolder; language: Language }) {
  const t = loginTexts.for(language);
  const { codiceFiscale, code } = holder;
  return (
    <>
      <strong translate={false}>{`${holder.givenName} ${holder.familyName}`}</strong>
      <br />
      <span class="t-muted">
        {codiceFiscale === null ? t('as-code', { code }) : t('as-hint', { code: codiceFiscale })}
        {holder.email === null && holder.group === 'new' && `; ${t('no-email')}`}
      </span>
    </>
  );
}

/** A button that sends one answer. */
export function Send(props: { name: string; value: string; what: string; language: Language }) {
  const { name, value, what, language } = props;
  const t = loginTexts.for(language);
  return (
    <Button small kind="secondary" name={name} value={value} label={t('sendAnswer', { what })}>
      {t('send')}
    </Button>
  );
}

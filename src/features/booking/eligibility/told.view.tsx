import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import type { NoticeName, RefusalReason } from './eligibility.text.ts';
import type { Told } from './rule.ts';
import { inWords } from './words.ts';

/** What a rule says, as a box of a page, with the ways on. */
export function ToldBox(props: {
  language: Language;
  told: Told<RefusalReason | NoticeName>;
  tone: 'info' | 'warning';
  /** The page to come back to. */
  back: string;
}) {
  const { language, told, tone, back } = props;
  const { title, about, ways } = inWords(told, { language, back });
  return (
    <Alert language={language} tone={tone} title={title}>
      <p class={ways.length > 0 ? undefined : 'mb-0'}>{about}</p>
      {ways.length > 0 && (
        <Actions>
          {ways.map(({ label, href }, index) => (
            <ButtonLink key={href} href={href} kind={index === 0 ? 'primary' : 'secondary'}>
              {label}
            </ButtonLink>
          ))}
        </Actions>
      )}
    </Alert>
  );
}

/** The same as a plain line, for what everybody should know and nobody has to do. */
export function ToldLine(props: { language: Language; told: Told<NoticeName>; back: string }) {
  const { title, about } = inWords(props.told, props);
  return (
    <p>
      <strong>{title}.</strong> {about}
    </p>
  );
}

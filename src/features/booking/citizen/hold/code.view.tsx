import { type Language, localText } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { OfficeTime } from '#ui/calendar/office-time.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { timeAtOffice } from '../../hold/held-everywhere.ts';
import { secondsUntil } from '../../one-time-code/code.rules.ts';
import type { SentCode } from '../../one-time-code/code.query.ts';
import { codeTexts } from './code.text.ts';
import { type Held, holdPath } from './held.ts';

export interface CodeStep {
  readonly email: string;
  /** The last one; undefined when none was sent to this browser for this seat. */
  readonly sent: SentCode | undefined;
  /** From when one may be asked for; undefined when nothing stands against it. */
  readonly againAt: Temporal.Instant | undefined;
}

/** The six digits from the e-mail: where they were sent, until when they are good, and what becomes of the seat meanwhile. */
export function CodeFields({ form, held, code }: { form: FormState; held: Held; code: CodeStep }) {
  const { language } = form;
  const t = codeTexts.for(language);
  const address = <strong translate={false}>{code.email}</strong>;
  const { sent } = code;
  const { office } = held;
  const city = office.kind === 'municipal' ? undefined : localText(office.city, language);
  const clock = { language, zone: office.timeZone, city };
  return (
    <section id="code" aria-labelledby="code-title">
      <h2 id="code-title">{t('title')}</h2>
      <p>
        {sent ? t('sent') : t('none')} {address}.
      </p>
      <TextField
        form={form}
        name="otp"
        label={t('label')}
        hint={
          sent &&
          (sent.good ? (
            <>
              {t('good')} <OfficeTime {...clock} instant={sent.expiresAt} />. {t('left', { left: sent.left })}
            </>
          ) : (
            t('dead')
          ))
        }
        inputmode="numeric"
        autocomplete="one-time-code"
        size="short"
        maxlength={7}
      />
      <p class="t-muted">
        {t(held.hold.extended ? 'seatLast' : 'seat')} {sent && t('missing')} {again()}
      </p>
    </section>
  );

  function at(instant: Temporal.Instant): string {
    const { kind: officeKind, city: officeCity, timeZone } = held.office;
    return timeAtOffice({ officeKind, officeCity, timeZone }, instant, language);
  }

  function again(): string {
    const { againAt } = code;
    if (!againAt || Temporal.Instant.compare(held.now, againAt) >= 0) return sent ? t('againNow') : '';
    const seconds = secondsUntil(againAt, held.now);
    return seconds <= 90 ? t('againIn', { seconds }) : t('againAt', { time: at(againAt.add({ seconds: 59 })) });
  }
}

/** After "Book", so that the Enter key books. */
export function AskCodeButton({ language, held, code }: { language: Language; held: Held; code: CodeStep }) {
  const t = codeTexts.for(language);
  return (
    <Button kind="secondary" formaction={holdPath(held.hold, 'code')}>
      {code.sent ? t('askAgain') : t('ask')}
    </Button>
  );
}

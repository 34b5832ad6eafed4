import type { Offering } from '#features/offices/index.ts';
import type { TicketPerson } from '#features/waiting-room/index.ts';
import { DateField } from '#ui/fields/date-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { typedDate } from '#ui/fields/typed-date.ts';
import type { AskedOfPeople } from '../../people.ts';
import { peopleTexts } from './people.text.ts';

interface PersonFieldsProps {
  form: FormState;
  position: number;
  offering: Offering & Pick<AskedOfPeople, 'abroad'>;
  /** the account's own person: the browser may fill in what it knows */
  isMe: boolean;
  /** they waited with a ticket, which is theirs alone */
  fixed: TicketPerson | undefined;
}

/** Who somebody is. Of whoever waited in a room it is said, and cannot be changed. */
export function PersonFields(props: PersonFieldsProps) {
  const { form, position, offering, isMe, fixed } = props;
  const t = peopleTexts.for(form.language);
  const name = (field: string): string => `people.${position}.${field}`;
  const known = (token: string): string => (isMe ? token : 'off');
  const isAbroad = isMe && Boolean(offering.abroad);
  const needsCode = offering.codiceFiscale === 'required' && !isAbroad;
  const codeHint = isAbroad ? 'codiceFiscaleAbroad' : needsCode ? 'codiceFiscaleHint' : 'codiceFiscaleIfAny';
  const asksBirth = offering.birthDate === 'required' && (fixed === undefined || fixed.birthDate === null);
  return (
    <>
      {fixed ? (
        <OfTicket form={form} person={fixed} />
      ) : (
        <>
          <TextField
            form={form}
            name={name('givenName')}
            label={t('givenName')}
            hint={t('givenNameHint')}
            autocomplete={known('given-name')}
            maxlength={100}
          />
          <TextField
            form={form}
            name={name('familyName')}
            label={t('familyName')}
            autocomplete={known('family-name')}
            maxlength={100}
          />
        </>
      )}
      {asksBirth && (
        <>
          <DateField form={form} name={name('birthDate')} label={t('birthDate')} autocomplete={known('bday')} />
          <TextField
            form={form}
            name={name('birthPlace')}
            label={t('birthPlace')}
            hint={t('birthPlaceHint')}
            autocomplete="off"
            maxlength={100}
            optional
          />
        </>
      )}
      {!fixed && (
        <TextField
          form={form}
          name={name('codiceFiscale')}
          label={t('codiceFiscale')}
          size="code"
          autocomplete="off"
          maxlength={24}
          hint={t(codeHint)}
          optional={!needsCode}
        />
      )}
    </>
  );
}

function OfTicket({ form, person }: { form: FormState; person: TicketPerson }) {
  const t = peopleTexts.for(form.language);
  const { givenName, familyName, codiceFiscale, birthDate, birthPlace } = person;
  const rows = [
    { key: t('givenName'), value: givenName },
    { key: t('familyName'), value: familyName },
    ...(birthDate ? [{ key: t('birthDate'), value: typedDate(birthDate) }] : []),
    ...(birthPlace ? [{ key: t('birthPlace'), value: birthPlace }] : []),
    ...(codiceFiscale
      ? [
          {
            key: t('codiceFiscale'),
            value: (
              <span class="t-code" translate={false}>
                {codiceFiscale}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <SummaryList language={form.language} rows={rows} />
      <p class="t-hint">{t('ofTicket')}</p>
    </>
  );
}

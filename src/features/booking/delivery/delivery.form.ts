import { type FormValues, formValue } from '#platform/http/form.ts';
import { readTypedDate, typedDate } from '#ui/fields/typed-date.ts';
import type { Delivery, SentDelivery } from './delivery.rules.ts';

/** A typed form as a wish: an address only where mail was chosen, somebody who collects only where the box is ticked. */
export function sentDelivery(values: FormValues): SentDelivery {
  const value = (name: string): string => formValue(values, name);
  const birthDate = value('delegate.birthDate').trim();
  return {
    mode: value('mode'),
    address: {
      careOf: value('address.careOf'),
      street: value('address.street'),
      postalCode: value('address.postalCode'),
      city: value('address.city'),
      province: value('address.province'),
      country: value('address.country'),
    },
    ...(value('hasDelegate') === 'yes' && {
      delegate: {
        givenName: value('delegate.givenName'),
        familyName: value('delegate.familyName'),
        // What is no day stays as typed: it is told as such.
        birthDate: readTypedDate(birthDate)?.toString() ?? birthDate,
        codiceFiscale: value('delegate.codiceFiscale'),
      },
    }),
  };
}

/** What the form shows of what was chosen. */
export function shownDelivery(delivery: Delivery | null): FormValues {
  const { postal, delegate } = delivery ?? {};
  return {
    mode: delivery?.mode ?? '',
    'address.careOf': postal?.careOf ?? '',
    'address.street': postal?.street ?? delivery?.address ?? '',
    'address.postalCode': postal?.postalCode ?? '',
    'address.city': postal?.city ?? '',
    'address.province': postal?.province ?? '',
    'address.country': postal?.country ?? 'IT',
    hasDelegate: delegate ? 'yes' : '',
    'delegate.givenName': delegate?.givenName ?? '',
    'delegate.familyName': delegate?.familyName ?? '',
    'delegate.birthDate': delegate ? typedDate(Temporal.PlainDate.from(delegate.birthDate)) : '',
    'delegate.codiceFiscale': delegate?.codiceFiscale ?? '',
  };
}

import { z } from 'zod';

const text = (most: number) =>
  z
    .string()
    .max(most, 'too-long')
    .nullish()
    .transform((sent) => sent ?? undefined);

const addressBody = z.object({
  careOf: text(200),
  street: text(300),
  postalCode: text(30),
  city: text(200),
  province: text(200).describe('the two letters of an Italian province; a state or region abroad'),
  country: text(10).describe('ISO 3166-1 alpha-2; IT unless it says otherwise'),
});

/** How the document reaches its person, as programs send it: what is missing or wrong is told field by field. */
export const deliveryBody = z.object({
  mode: z.enum(['office', 'address'], 'required-choice'),
  address: z
    .union([z.string().max(600, 'too-long'), addressBody], 'wrong-type')
    .nullish()
    .transform((sent) => sent ?? undefined)
    .describe('where registered mail goes: its parts, or all in one line'),
  delegate: z
    .object({
      givenName: text(200),
      familyName: text(200),
      birthDate: text(40),
      codiceFiscale: text(40),
    })
    .nullish()
    .transform((sent) => sent ?? undefined)
    .describe('who may collect the document: name, surname and birth date are needed'),
});

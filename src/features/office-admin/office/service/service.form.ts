import type { Offering, Office, Service } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { markOf } from '../../seen-mark.ts';
import { checksSchema, checksShown } from './checks.form.ts';
import { completionSchema, completionShown } from './completion.form.ts';
import { confirmationSchema, confirmationShown } from './confirmation.form.ts';
import type { ServicePart } from './parts.ts';
import { peopleSchema, peopleShown } from './people.form.ts';
import { textsSchema, textsShown } from './texts.form.ts';
import { documentsSchema, documentsShown } from './documents.form.ts';
import { visitSchema, visitShown } from './visit.form.ts';
import { whenSchema, whenShown } from './when.form.ts';
import { whoSchema, whoShown } from './who.form.ts';

/** The service at an office whose rules are edited. */
export interface Edited {
  readonly offering: Offering;
  readonly service: Service;
  readonly kind: Office['kind'];
  /** those it is written in */
  readonly languages: readonly string[];
}

/** What the form of a part must be. */
export function partSchema(part: ServicePart, edited: Edited) {
  const { offering, languages } = edited;
  switch (part) {
    case 'texts':
      return textsSchema(languages);
    case 'documents':
      return documentsSchema(languages);
    case 'visit':
      return visitSchema(edited);
    case 'who':
      return whoSchema;
    case 'people':
      return peopleSchema(offering);
    case 'when':
      return whenSchema;
    case 'confirmation':
      return confirmationSchema;
    case 'checks':
      return checksSchema;
    case 'completion':
      return completionSchema;
  }
}

/** What the form of a part shows, with the mark of what its editor has before them. */
export function partShown(part: ServicePart, edited: Edited): FormValues {
  const shown = valuesOf(part, edited);
  return { ...shown, seen: markOf(shown) };
}

/** Tells whether a part is still as its editor saw it. */
export function seenMark(part: ServicePart, edited: Edited): string {
  return markOf(valuesOf(part, edited));
}

function valuesOf(part: ServicePart, edited: Edited): FormValues {
  const { offering } = edited;
  switch (part) {
    case 'texts':
      return textsShown(offering, edited);
    case 'documents':
      return documentsShown(offering, edited);
    case 'visit':
      return visitShown(offering);
    case 'who':
      return whoShown(offering);
    case 'people':
      return peopleShown(offering);
    case 'when':
      return whenShown(offering);
    case 'confirmation':
      return confirmationShown(offering);
    case 'completion':
      return completionShown(offering);
    case 'checks':
      return checksShown(offering);
  }
}

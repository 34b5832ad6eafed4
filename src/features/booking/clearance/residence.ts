import type { Office, Offering } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { municipalitiesNamed, municipalityByCode } from './municipality.query.ts';
import { residenceTexts } from './residence.text.ts';

/** The field of the forms that ask for the municipality. */
export const residenceField = 'residence';

type ResidenceRead = { ok: true; residence: string | null } | { ok: false; errors: FieldError[] };

/** The municipality that has to consent, by its name as typed; null where the offering asks for none. No query then. */
export async function readResidence(
  db: Db | Tx,
  typed: string,
  wish: {
    offering: Pick<Offering, 'clearance'>;
    office: Pick<Office, 'kind'>;
    optional?: boolean;
    language: Language;
  },
): Promise<ResidenceRead> {
  const { offering, office, optional = false, language } = wish;
  if (offering.clearance === 'none') return { ok: true, residence: null };
  const t = residenceTexts.for(language);
  const required = t(office.kind === 'municipal' ? 'requiredMunicipal' : 'required');
  const name = typed.trim().slice(0, 100);
  if (name === '') return optional ? { ok: true, residence: null } : wrong('required', required);
  const named = await municipalitiesNamed(db, name);
  const [only, ...others] = named;
  if (only === undefined) return wrong('unknown', t('unknown'));
  if (others.length === 0) return { ok: true, residence: only.code };
  return wrong('several', t('several', { names: named.map((one) => t('named', { ...one })).join(', ') }));

  function wrong(reason: string, message: string): ResidenceRead {
    return { ok: false, errors: [fieldError(residenceField, reason, language, message)] };
  }
}

/** The same by cadastral code, as the API's clients send it. */
export async function checkResidence(
  db: Db | Tx,
  sent: string | undefined,
  wish: { offering: Pick<Offering, 'clearance'>; optional?: boolean; language: Language },
): Promise<ResidenceRead> {
  const { offering, optional = false, language } = wish;
  const t = residenceTexts.for(language);
  const field = 'clearance.residence';
  if (offering.clearance === 'none') return { ok: true, residence: null };
  if (sent === undefined) {
    return optional
      ? { ok: true, residence: null }
      : { ok: false, errors: [fieldError(field, 'required', language, t('required'))] };
  }
  const found = await municipalityByCode(db, sent);
  if (found) return { ok: true, residence: found.code };
  return { ok: false, errors: [fieldError(field, 'unknown', language, t('unknown'))] };
}

import { emailField } from '#features/identity/index.ts';
import {
  changeOffices,
  createOffices,
  localOfficeColumns,
  movableOfficeColumns,
  officeRows,
} from '#features/offices/index.ts';
import { attemptAll } from '#platform/attempt.ts';
import type { Db, Tx } from '#platform/database.ts';
import * as read from '../cells/readers.ts';
import { changesIn, columnFields, recordOf } from '../column-fields.ts';
import { faultAt, type Field, type Reading, type ReadRow, textIn } from '../field.ts';
import { type Group, type ImportRun, type Kind, type Outcome, refused } from '../import-run.ts';
import { notFitting } from '../not-fitting.ts';

const codeField: Field = {
  name: 'code',
  also: ['codice', 'codice_sede', 'codice_ufficio'],
  mandatory: true,
  read: (text) => {
    const code = text.trim().toLowerCase();
    return /^[a-z0-9-]{1,80}$/.test(code) ? { ok: true, value: code } : { ok: false, reason: 'code' };
  },
};

const also = {
  kind: ['tipo'],
  name: ['nome', 'denominazione'],
  city: ['citta', 'localita'],
  country: ['paese', 'stato'],
  municipality_code: ['comune', 'codice_catastale', 'belfiore'],
  province_code: ['provincia', 'sigla'],
  time_zone: ['fuso_orario', 'fuso'],
  lat: ['latitudine'],
  lon: ['longitudine', 'lng'],
  languages: ['lingue'],
  address: ['indirizzo'],
  email: ['e_mail', 'mail', 'posta_elettronica'],
  phone: ['telefono', 'tel'],
  website: ['sito', 'sito_web'],
  hours: ['orari', 'orario_al_pubblico'],
  directions: ['come_arrivare'],
  accessibility: ['accessibilita'],
  notice: ['avviso', 'avvisi'],
  active: ['attivo', 'attiva'],
};

/** The offices themselves. */
export async function officesKind(db: Db, run: Pick<ImportRun, 'wouldBe' | 'accountId' | 'now'>): Promise<Kind> {
  const columns = await movableOfficeColumns(db);
  const local = { local: localOfficeColumns };
  const fields = [
    codeField,
    { name: 'parent', also: ['sede_madre', 'ufficio_principale'], read: codeField.read },
    {
      name: 'site_kind',
      also: ['tipo_sportello'],
      read: read.choice({
        honorary: ['onorario'],
        correspondent: ['corrispondente'],
        branch: ['sportello', 'delegazione'],
      }),
    },
    ...columnFields(columns, {
      ...local,
      also,
      read: {
        kind,
        country: capitals,
        municipality_code: capitals,
        province_code: capitals,
        time_zone: zone,
        email,
        website,
      },
    }),
  ];
  return { name: 'offices', fields, batch: 500, take };

  async function take(tx: Tx, groups: readonly Group[]): Promise<Outcome[]> {
    const rows = groups.map(([row]) => row);
    const codes = rows.map(({ values }) => String(values['code']));
    const standing = new Map((await officeRows(tx, codes)).map((office) => [office.code, office]));
    const seen = new Set<string>();
    const outcomes = new Map<ReadRow, Outcome>();
    const made = [];
    const changed = [];
    for (const [index, row] of rows.entries()) {
      const code = codes[index] ?? '';
      const before = standing.get(code);
      const parent = parentIn(row);
      if (seen.has(code)) outcomes.set(row, refused(faultAt(row.raw, codeField, { reason: 'twice' })));
      else if (before === undefined) {
        const record = { ...begun(row), ...recordOf(columns, row.values, local) };
        const lacking = (['kind', 'name'] as const).filter((name) => record[name] === undefined);
        if (lacking.length > 0) outcomes.set(row, refused(...lacking.map((name) => missing(row, name))));
        else made.push({ row, code, record, parent });
      } else {
        const record = changesIn(recordOf(columns, row.values, { ...local, before: before.row }), before.row);
        const isMoved = parent !== undefined && (parent?.code ?? null) !== before.parent;
        if (Object.keys(record).length > 0 || isMoved) changed.push({ row, code, id: before.id, record, parent });
        else outcomes.set(row, { became: 'same' });
      }
      seen.add(code);
    }
    const failed = [
      ...(await attemptAll(tx, made, (offices) => createOffices(tx, { columns, offices, now: run.now }))),
      ...(await attemptAll(tx, changed, (offices) => changeOffices(tx, { ...run, columns, offices }))),
    ];
    for (const { row } of changed) outcomes.set(row, { became: 'changed' });
    for (const { row, code } of made) {
      outcomes.set(row, { became: 'created' });
      run.wouldBe.add(`office ${code}`);
    }
    for (const { item, error } of failed) {
      outcomes.set(item.row, refused(notFitting(item.row, error)));
      if (!standing.has(item.code)) run.wouldBe.delete(`office ${item.code}`);
    }
    return rows.map((row) => outcomes.get(row) ?? { became: 'same' });
  }
}

/** What an office is when its row says nothing about it: one in Italy. */
function begun({ values }: ReadRow): Record<string, unknown> {
  const name = values['name_it'];
  const city = name === undefined || values['city_it'] !== undefined ? {} : { city: { it: name } };
  return { country: 'IT', time_zone: 'Europe/Rome', languages: ['it'], ...city };
}

function parentIn({ values }: ReadRow): { code: string; kind: string } | null | undefined {
  const code = textIn(values, 'parent');
  if (code === null) return values['parent'] === null ? null : undefined;
  return { code, kind: textIn(values, 'site_kind') ?? 'branch' };
}

function missing(row: ReadRow, name: 'kind' | 'name') {
  return faultAt(row.raw, { name: name === 'name' ? 'name_it' : name }, { reason: 'required' });
}

const kind = read.choice({ municipal: ['comunale', 'comune', 'anagrafe'], consular: ['consolare', 'consolato'] });

function capitals(text: string): Reading {
  return { ok: true, value: text.toUpperCase() };
}

function zone(text: string): Reading {
  try {
    return { ok: true, value: Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId };
  } catch {
    return { ok: false, reason: 'choice', detail: 'Europe/Rome, Europe/London …' };
  }
}

function email(text: string): Reading {
  const parsed = emailField.safeParse(text);
  return parsed.success ? { ok: true, value: text.trim() } : { ok: false, reason: 'email' };
}

/** Only what a link may lead to. */
function website(text: string): Reading {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return url === null || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')
    ? { ok: false, reason: 'choice', detail: 'https://…' }
    : { ok: true, value: /^https?:\/\//i.test(text) ? text : `https://${text}` };
}

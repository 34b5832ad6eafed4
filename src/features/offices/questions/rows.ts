import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { LocalText } from '#platform/language.ts';
import type { AskedOf, Control, QuestionOption } from './question.query.ts';

/** jsonb: read parsed, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;
type Maybe<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;
type MaybeJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>;

export interface QuestionTable {
  id: GeneratedAlways<number>;
  offering_id: number;
  code: string;
  asked_of: AskedOf[];
  control: Control;
  label: Json<LocalText>;
  hint: MaybeJson<LocalText>;
  mandatory: boolean;
  max_length: Generated<number>;
  pattern: Maybe<string>;
  pattern_message: MaybeJson<LocalText>;
  options: Json<readonly QuestionOption[]>;
  position: number;
}

export interface RequestedFileTable {
  id: GeneratedAlways<number>;
  offering_id: number;
  code: string;
  label: Json<LocalText>;
  hint: MaybeJson<LocalText>;
  mandatory: boolean;
  max_bytes: Generated<number>;
  position: number;
}

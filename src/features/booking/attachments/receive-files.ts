import type { FastifyRequest } from 'fastify';
import type { RequestedFile } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { SentFile } from '#platform/http/file-fields.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { fileFaultError } from './file-faults.text.ts';
import { kindOf } from './file-kind.rules.ts';
import { cleanFileName } from './file-name.rules.ts';
import { type FileOwner, keepAttachment } from './keep-attachment.ts';
import { readFiles } from './read-files.ts';

/** What came of a form with files: each good one is kept, whatever is wrong with the others. */
export interface Received {
  /** a form of ours; otherwise nothing was kept */
  readonly own: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly kept: readonly string[];
  readonly errors: readonly FieldError[];
}

/** The field of a requested file. */
export function fieldOf(file: Pick<RequestedFile, 'code'>): string {
  return `files.${file.code}`;
}

/** Takes the files that a form or a program sends for what an offering asks for. */
export async function receiveFiles(
  deps: Deps,
  request: FastifyRequest,
  wish: {
    owner: FileOwner;
    accountId: number;
    files: readonly RequestedFile[];
    /** the field of each file; as in our forms unless it says otherwise */
    named?: (file: RequestedFile) => string;
    /** sent by a program that logs in with a token of its own */
    withoutForm?: boolean;
  },
): Promise<Received> {
  const { owner, accountId, files, named = fieldOf, withoutForm = false } = wish;
  const byField = new Map(files.map((file) => [named(file), file]));
  const kept: string[] = [];
  const errors: FieldError[] = [];
  const mostOf = (field: string): number | undefined => byField.get(field)?.maxBytes;
  const read = await readFiles(request, { mostOf, accountId, take, withoutForm });
  return { ...read, kept, errors };

  async function take(sent: SentFile): Promise<void> {
    const file = byField.get(sent.field);
    if (file === undefined) return;
    const checked = sent.tooLarge ? ({ ok: false, reason: 'too-large' } as const) : kindOf(sent.bytes);
    const outcome = checked.ok ? await keep(file, sent, checked.kind) : checked;
    if (outcome.ok) kept.push(outcome.id);
    else errors.push(fileFaultError(sent.field, outcome.reason, file, request.language));
  }

  function keep(file: RequestedFile, { name, bytes }: SentFile, kind: Parameters<typeof cleanFileName>[1]) {
    const wanted = { owner, accountId, file, name: cleanFileName(name, kind), kind, bytes, now: deps.clock.now() };
    return transact(deps.db, (tx) => keepAttachment(tx, deps.secrets, wanted));
  }
}

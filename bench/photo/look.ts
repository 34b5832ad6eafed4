import type { CheckResult } from '#features/photo/check.ts';
import type { Engine } from '#features/photo/engine/load-engine.ts';
import { loadEngineHere } from '#features/photo/engine/on-server.ts';
import { examineCut } from '#features/photo/examine/examine-cut.ts';
import { examineUpload } from '#features/photo/examine/examine-upload.ts';
import type { Looked } from './looked.ts';

const today = Temporal.PlainDate.from('2026-11-22');

/** Looks at photos as the photo process does, in this one. */
export interface Look {
  readonly engine: Engine;
  /** `asCut`: the whole picture is the portrait, as if somebody had put the frame there. */
  at(bytes: Buffer, asCut: boolean): Promise<Pick<Looked, 'verdict' | 'checks' | 'cpu'>>;
}

export async function openLook(): Promise<Look> {
  const engine = await loadEngineHere();
  return {
    engine,
    async at(bytes, asCut) {
      const before = process.cpuUsage();
      const examined = await examineUpload(engine, { bytes, today });
      const { user, system } = process.cpuUsage(before);
      const cpu = (user + system) / 1e6;
      const { source } = examined;
      if (!asCut || source === undefined) return { ...said(examined), cpu };
      const crop = { left: 0, top: 0, width: source.width, height: source.height };
      return { ...said(await examineCut(engine, { bytes: source.jpeg, crop, before: examined.checks })), cpu };
    },
  };
}

function said({ verdict, checks }: Pick<Looked, 'verdict'> & { readonly checks: readonly CheckResult[] }) {
  const told = checks.map(({ id, verdict: one, finding, figure }) => {
    return [id, { verdict: one, finding, value: figure?.value ?? null }] as const;
  });
  return { verdict, checks: Object.fromEntries(told) };
}

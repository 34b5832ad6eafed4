import type { FormValues } from '#platform/http/form.ts';

/** An address or a form as plain texts, whatever was sent. */
export function textsSent(from: unknown): FormValues {
  const entries = Object.entries(typeof from === 'object' && from !== null ? from : {}).flatMap(
    ([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[name, value.replaceAll('\0', '')]];
      const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
      return list.length > 0 ? [[name, list]] : [];
    },
  );
  return Object.fromEntries(entries);
}

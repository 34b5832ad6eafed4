/** What a report says of a message. `delayed` and the like are no verdict. */
export type Verdict = 'bounced' | 'delivered' | 'none';

export interface DeliveryStatus {
  readonly verdict: Verdict;
  /** RFC 3463, as `5.1.1`; undefined where the report has none */
  readonly code: string | undefined;
  readonly envelopeId: string | undefined;
}

const rank: Readonly<Record<Verdict, number>> = { none: 0, delivered: 1, bounced: 2 };
const mostGroups = 20;
const mostText = 64 * 1024;

/** Reads the machine's part of a delivery report (RFC 3464): the worst that it says of any recipient. */
export function readDeliveryStatus(text: string): DeliveryStatus {
  const [message = new Map<string, string>(), ...recipients] = fieldGroups(text);
  // Some leave the part about the message out.
  const groups = message.has('action') || message.has('status') ? [message, ...recipients] : recipients;
  const envelopeId = message.get('original-envelope-id');
  const worst = groups
    .map(verdictOf)
    .reduce((a, b) => (rank[b.verdict] > rank[a.verdict] ? b : a), { verdict: 'none', code: undefined });
  return { ...worst, envelopeId: envelopeId && decodeXtext(envelopeId) };
}

function verdictOf(fields: ReadonlyMap<string, string>): { verdict: Verdict; code: string | undefined } {
  const status = enhancedCode(fields.get('status'));
  // Where the status says nothing the server's own words may hold a code.
  const said = enhancedCode(fields.get('diagnostic-code'));
  const code = status === undefined || status.endsWith('.0.0') ? (said ?? status) : status;
  switch (fields.get('action')?.toLowerCase()) {
    case 'failed':
      return { verdict: 'bounced', code };
    case 'delivered':
      return { verdict: 'delivered', code };
    case 'delayed':
    case 'relayed':
    case 'expanded':
      return { verdict: 'none', code };
    default:
      if (code?.startsWith('5')) return { verdict: 'bounced', code };
      return { verdict: 'none', code };
  }
}

/** The first code of RFC 3463 in a text; never anything else of it. */
export function enhancedCode(text: string | undefined): string | undefined {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/.exec(text ?? '')?.[0];
}

/** Groups of `Name: value` fields, parted by blank lines; folded lines are one. */
function fieldGroups(text: string): Map<string, string>[] {
  return text
    .slice(0, mostText)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/, mostGroups)
    .map((group) => {
      const fields = group
        .replace(/\n[ \t]+/g, ' ')
        .split('\n')
        .flatMap((line) => {
          const colon = line.indexOf(':');
          return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
        });
      return new Map(fields);
    })
    .filter((fields) => fields.size > 0);
}

/** RFC 3461: `+2B` is a plus sign. */
function decodeXtext(text: string): string {
  return text.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

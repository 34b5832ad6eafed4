import type { Profile } from '../profiles.ts';
import type { ServiceProvider } from '../service-provider.ts';
import { formats, namespaces } from '../xml/names.ts';
import { attribute, childOf, childrenOf, isNamed, readXml, textOf } from '../xml/read.ts';

/** A login that our service provider asks for. */
export interface AskedLogin {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  /** where the answer goes */
  readonly consumer: string;
  /** names of the attributes of the set that was asked for */
  readonly attributes: readonly string[];
}

/** What may be wrong with a request, with the code of SPID's table of messages. */
export const requestFaults = {
  binding: 'nr04',
  signature: 'nr05',
  xml: 'nr08',
  scoping: 'nr08',
  version: 'nr09',
  issuer: 'nr10',
  'issuer-format': 'nr10',
  id: 'nr11',
  context: 'nr12',
  comparison: 'nr12',
  'force-authn': 'nr12',
  instant: 'nr13',
  destination: 'nr14',
  'is-passive': 'nr15',
  consumer: 'nr16',
  'name-id': 'nr17',
  'attribute-set': 'nr18',
  'relay-state': 'nr08',
} as const;

export type RequestFault = keyof typeof requestFaults;

const skew = Temporal.Duration.from({ minutes: 1 });
const ncName = /^[A-Za-z_][\w.-]*$/;
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** Checks a request as the rules of SPID, and where they differ those of CIE, have a provider do. `longest` is how old it may be. */
export function checkAuthnRequest(
  message: { xml: string; relayState: string | undefined },
  by: {
    profile: Profile;
    serviceProvider: ServiceProvider;
    destination: string;
    now: Temporal.Instant;
    longest: Temporal.Duration;
  },
): { ok: true; asked: AskedLogin } | { ok: false; faults: readonly RequestFault[] } {
  const { profile, serviceProvider } = by;
  const root = readXml(message.xml);
  if (root === undefined || !isNamed(root, namespaces.protocol, 'AuthnRequest')) return { ok: false, faults: ['xml'] };
  const issuer = childOf(root, namespaces.assertion, 'Issuer');
  const policy = childOf(root, namespaces.protocol, 'NameIDPolicy');
  const context = childOf(root, namespaces.protocol, 'RequestedAuthnContext');
  const classes = childrenOf(context, namespaces.assertion, 'AuthnContextClassRef').map(textOf);
  const level = classes.length === 1 ? levelOf(classes[0]) : undefined;
  const id = attribute(root, 'ID') ?? '';
  const consumer = consumerOf(root, serviceProvider);
  const attributes = attributesOf(root, serviceProvider);
  const wrong: Record<RequestFault, boolean> = {
    binding: false,
    signature: false,
    xml: false,
    'relay-state': message.relayState === undefined || message.relayState === '' || message.relayState.length > 80,
    version: attribute(root, 'Version') !== '2.0',
    issuer: textOf(issuer) !== serviceProvider.entityId,
    'issuer-format':
      attribute(issuer, 'Format') !== formats.entity || (attribute(issuer, 'NameQualifier') ?? '') === '',
    id: !ncName.test(id) || id.length < 20,
    context: level === undefined,
    comparison: !profile.comparisons.includes(attribute(context, 'Comparison') ?? ''),
    'force-authn': (level ?? 1) >= profile.forcedFrom && attribute(root, 'ForceAuthn') !== 'true',
    instant: !isCurrent(attribute(root, 'IssueInstant'), by),
    destination: attribute(root, 'Destination') !== by.destination,
    'is-passive': attribute(root, 'IsPassive') !== undefined,
    consumer: consumer === undefined,
    'name-id': attribute(policy, 'Format') !== formats.transient || attribute(policy, 'AllowCreate') !== undefined,
    'attribute-set': attributes === undefined,
    scoping: childrenOf(root, namespaces.protocol, 'Scoping').length > 0,
  };
  const faults = (Object.keys(wrong) as RequestFault[]).filter((fault) => wrong[fault]);
  if (faults.length > 0 || level === undefined || consumer === undefined || attributes === undefined)
    return { ok: false, faults };
  return { ok: true, asked: { id, level, consumer, attributes } };
}

function levelOf(reference: string | undefined): 1 | 2 | 3 | undefined {
  const found = /^https:\/\/www\.spid\.gov\.it\/SpidL([123])$/.exec(reference ?? '')?.[1];
  return found === undefined ? undefined : (Number(found) as 1 | 2 | 3);
}

/** By its index, and then by that alone, or by address and binding, which must be known too. */
function consumerOf(root: Element, { consumers }: ServiceProvider): string | undefined {
  const index = attribute(root, 'AssertionConsumerServiceIndex');
  const location = attribute(root, 'AssertionConsumerServiceURL');
  const binding = attribute(root, 'ProtocolBinding');
  if (index !== undefined) {
    if (location !== undefined || binding !== undefined) return undefined;
    return consumers.find((consumer) => String(consumer.index) === index)?.location;
  }
  if (binding !== 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST') return undefined;
  return consumers.find((consumer) => consumer.location === location)?.location;
}

function attributesOf(root: Element, { attributeSets }: ServiceProvider): readonly string[] | undefined {
  const index = attribute(root, 'AttributeConsumingServiceIndex');
  // Who asks for no set is sent no attributes.
  if (index === undefined) return [];
  return attributeSets.find((set) => String(set.index) === index)?.names;
}

function isCurrent(
  written: string | undefined,
  { now, longest }: { now: Temporal.Instant; longest: Temporal.Duration },
): boolean {
  if (written === undefined || !utc.test(written)) return false;
  try {
    const at = Temporal.Instant.from(written);
    return Temporal.Instant.compare(at, now.subtract(longest)) >= 0 && Temporal.Instant.compare(at, now.add(skew)) <= 0;
  } catch {
    return false;
  }
}

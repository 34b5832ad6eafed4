import type { JSONWebKeySet } from 'jose';
import { configurationAddress, type EntityStatement, readOwnStatement, readStatement } from './entity-statement.ts';
import { FederationFault } from './federation-fault.ts';
import type { FetchDocument } from './fetch-document.ts';
import { applyPolicy, type Metadata, mergePolicies, unknownOperators } from './metadata-policy.ts';

/** Whom everybody trusts, and by which keys: known beforehand, from outside the federation. */
export interface TrustAnchor {
  readonly entity: string;
  readonly keys: JSONWebKeySet;
}

export interface TrustChain {
  /** Metadata of the entity, as the policies of its superiors leave them. */
  readonly metadata: Metadata;
  /** The first of the statements' ends. */
  readonly expiresAt: Temporal.Instant;
  /** The keys that the entity signs statements with, as its superior names them. */
  readonly keys: JSONWebKeySet;
  /** The signed statements, from the entity's own to the anchor's. */
  readonly statements: readonly string[];
}

interface Request {
  readonly entity: string;
  readonly type: string;
  readonly anchor: TrustAnchor;
  readonly now: Temporal.Instant;
}

/** An entity whose keys a superior that we trust has named. */
interface Trusted {
  readonly own: EntityStatement;
  readonly keys: JSONWebKeySet;
  /** What its superiors say, the nearest first. */
  readonly above: readonly EntityStatement[];
  /** What the anchor says of itself. */
  readonly top: EntityStatement;
}

/** Intermediates between an entity and the anchor that we are willing to climb over. */
const mostIntermediates = 3;
/** Superiors of one entity that are asked. */
const mostHints = 4;

/**
 * Climbs from an entity over its superiors to the anchor, whose keys we know, and back: each statement is believed only
 * when signed by a key that the one above it names.
 * @throws FederationFault
 */
export async function resolveTrustChain(fetchDocument: FetchDocument, request: Request): Promise<TrustChain> {
  const { entity, type, anchor, now } = request;
  const documents = new Map<string, Promise<string>>();

  const { own, keys, above, top } = await trusted(entity, []);
  const policies = above.map((statement) => policyOf(statement, type)).toReversed();
  const nearest = above[0]?.metadata?.[type] ?? {};
  const given = own.metadata?.[type];
  if (given === undefined) throw new FederationFault(entity, `has no metadata of ${type}`);
  let metadata: Metadata;
  try {
    metadata = applyPolicy({ ...given, ...nearest }, mergePolicies(policies));
  } catch (error) {
    throw new FederationFault(entity, 'its metadata break the policy of the federation', error);
  }
  const chain = [own, ...above, top];
  const end = Math.min(...chain.map(({ exp }) => exp));
  return {
    metadata,
    keys,
    expiresAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(end * 1000)),
    statements: chain.map(({ token }) => token),
  };

  /** Each once, however many ways lead there. */
  function document(address: string): Promise<string> {
    const known = documents.get(address) ?? fetchDocument(address);
    documents.set(address, known);
    return known;
  }

  /** `below`: the entities that led here, the first one first. */
  async function trusted(who: string, below: readonly string[]): Promise<Trusted> {
    const token = await document(configurationAddress(who));
    if (who === anchor.entity) {
      const own = await readStatement(token, { issuer: who, subject: who, keys: anchor.keys, now });
      checkConstraints(own, below.length - 1);
      return { own, keys: own.jwks, above: [], top: own };
    }
    const claimed = await readOwnStatement(token, { entity: who, now });
    const faults: unknown[] = [];
    for (const hint of hintsOf(claimed, [...below, who])) {
      try {
        const superior = await trusted(hint, [...below, who]);
        const statement = await statementAbout(who, superior);
        checkConstraints(statement, below.length);
        // Once more, by the keys that the superior names.
        const own = await readStatement(token, { issuer: who, subject: who, keys: statement.jwks, now });
        return { own, keys: statement.jwks, above: [statement, ...superior.above], top: superior.top };
      } catch (error) {
        faults.push(error);
      }
    }
    throw new FederationFault(who, 'no superior leads to the trust anchor', faults[0]);
  }

  function hintsOf(statement: EntityStatement, path: readonly string[]): string[] {
    const hints = (statement.authority_hints ?? []).filter((hint) => !path.includes(hint)).slice(0, mostHints);
    return path.length > mostIntermediates ? hints.filter((hint) => hint === anchor.entity) : hints;
  }

  async function statementAbout(subject: string, superior: Trusted): Promise<EntityStatement> {
    const issuer = superior.own.sub;
    const endpoint = superior.own.metadata?.['federation_entity']?.['federation_fetch_endpoint'];
    const url = typeof endpoint === 'string' ? URL.parse(endpoint) : null;
    if (url === null) throw new FederationFault(issuer, 'has no federation_fetch_endpoint');
    url.searchParams.set('sub', subject);
    const token = await document(url.href);
    return readStatement(token, { issuer, subject, keys: superior.keys, now });
  }

  /** `intermediates`: those between who sets the constraints and the entity that is asked for. */
  function checkConstraints({ constraints, sub }: EntityStatement, intermediates: number): void {
    if (intermediates > (constraints?.max_path_length ?? mostIntermediates)) {
      throw new FederationFault(sub, 'the path to it is longer than its superior allows');
    }
    for (const types of [constraints?.allowed_entity_types, constraints?.allowed_leaf_entity_types]) {
      if (types && !types.includes(type)) throw new FederationFault(sub, `is no superior for ${type}`);
    }
  }
}

function policyOf(statement: EntityStatement, type: string): Record<string, Record<string, unknown>> {
  const unknown = unknownOperators(statement.metadata_policy_crit ?? []);
  if (unknown.length > 0) throw new FederationFault(statement.iss, `asks for ${unknown.join(', ')}, unknown here`);
  return statement.metadata_policy?.[type] ?? {};
}

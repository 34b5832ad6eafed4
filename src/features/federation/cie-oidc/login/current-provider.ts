import type { Deps } from '#platform/deps.ts';
import { type OwnEntity } from '../own/entity-configuration.ts';
import { ownEntity } from '../own/own-entity.ts';
import { FederationFault } from '../trust/federation-fault.ts';
import { fetchDocuments } from '../trust/fetch-document.ts';
import { findProvider, type Provider } from '../trust/provider.ts';

/** The provider and we, as the federation knows us both now. */
export interface Parties {
  readonly provider: Provider;
  readonly own: OwnEntity;
}

interface Kept {
  readonly provider: Provider;
  readonly askedAt: Temporal.Instant;
}

/** A chain is asked for again so often, however long it is good for: a key or a member may have gone. */
const freshFor = Temporal.Duration.from({ hours: 1 });
/** Who sends wrong answers on purpose cannot make us ask more often. */
const leastBetween = Temporal.Duration.from({ minutes: 5 });
/** After a failure, the federation is left in peace for a moment. */
const pause = Temporal.Duration.from({ seconds: 10 });

/** The provider that the settings name: kept while its trust chain holds, asked for anew every hour. */
export function createCurrentProvider(deps: Deps) {
  let kept: Kept | undefined;
  let asking: Promise<Provider> | undefined;
  let failed: { at: Temporal.Instant; error: unknown } | undefined;

  return { parties, doubt };

  /** Something of the provider did not fit, as when its keys have changed: asked for anew, but not at everybody's bidding. */
  function doubt(): void {
    const now = deps.clock.now();
    if (kept && Temporal.Instant.compare(kept.askedAt.add(leastBetween), now) < 0) {
      kept = { ...kept, askedAt: now.subtract(freshFor) };
    }
  }

  /** @throws FederationFault when we are not set up for it, or nobody can be trusted now */
  async function parties(): Promise<Parties> {
    const us = await ownEntity(deps);
    const { cieOidc } = deps.config;
    if (!us.ok || cieOidc === undefined) throw new FederationFault('we', `lack ${us.ok ? 'settings' : us.missing}`);
    const now = deps.clock.now();
    const holds = kept !== undefined && Temporal.Instant.compare(kept.provider.chain.expiresAt, now) > 0;
    const fresh = holds && kept !== undefined && Temporal.Instant.compare(kept.askedAt.add(freshFor), now) > 0;
    if (kept !== undefined && fresh) return { own: us.own, provider: kept.provider };
    if (failed && Temporal.Instant.compare(failed.at.add(pause), now) > 0) {
      if (kept !== undefined && holds) return { own: us.own, provider: kept.provider };
      throw failed.error;
    }
    asking ??= findProvider(fetchDocuments(cieOidc), {
      entity: cieOidc.provider,
      anchor: us.anchor,
      plainHttp: cieOidc.plainHttp,
      now,
    }).finally(() => void (asking = undefined));
    try {
      const provider = await asking;
      kept = { provider, askedAt: now };
      failed = undefined;
      return { own: us.own, provider };
    } catch (error) {
      failed = { at: now, error };
      deps.log.warn({ err: error }, 'the provider of CIE cannot be trusted now');
      // What was found trustworthy is so until its chain ends.
      if (kept !== undefined && holds) return { own: us.own, provider: kept.provider };
      throw error;
    }
  }
}

export type CurrentProvider = ReturnType<typeof createCurrentProvider>;

interface Stored {
  readonly grantId?: string;
  readonly uid?: string;
  consumed?: number;
}

/** Where oidc-provider keeps things; clients are looked up by `findClient`. */
export function createMemoryAdapter(findClient: (clientId: string) => Promise<object | undefined>) {
  const all = new Map<string, Stored>();
  return (model: string) => ({
    find: async (id: string) => (model === 'Client' ? findClient(id) : all.get(`${model} ${id}`)),
    findByUid: async (uid: string) =>
      [...all].find(([key, stored]) => key.startsWith(`${model} `) && stored.uid === uid)?.[1],
    findByUserCode: async () => undefined,
    upsert: async (id: string, payload: Stored) => void all.set(`${model} ${id}`, payload),
    consume: async (id: string) => {
      const stored = all.get(`${model} ${id}`);
      if (stored) stored.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id: string) => void all.delete(`${model} ${id}`),
    revokeByGrantId: async (grantId: string) => {
      for (const [key, stored] of all) if (stored.grantId === grantId) all.delete(key);
    },
  });
}

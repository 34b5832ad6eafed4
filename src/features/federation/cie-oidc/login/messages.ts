/** What was said between the provider and us in one login, for the log that the federation asks us to keep. */
export interface Messages {
  readonly fetch: (url: string, options: RequestInit) => Promise<Response>;
  readonly kept: readonly Message[];
}

export interface Message {
  readonly to: string;
  readonly request: string;
  readonly status: number;
  readonly response: string;
}

/** Remembers each request with its answer as they pass. */
export function rememberMessages(): Messages {
  const kept: Message[] = [];
  return {
    kept,
    fetch: async (url, options) => {
      const response = await fetch(url, options);
      const text = await response.clone().text();
      kept.push({
        to: url,
        request: typeof options.body === 'string' ? options.body : '',
        status: response.status,
        response: text,
      });
      return response;
    },
  };
}

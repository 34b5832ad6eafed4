/** An identity provider, from its metadata. */
export interface SamlProvider {
  readonly entityId: string;
  /** as people know it */
  readonly name: string;
  /** where requests go, by redirect */
  readonly loginUrl: string;
  /** where questions about logging out go, and their answers; undefined when it does not speak of it */
  readonly logout: { readonly request: string; readonly answer: string } | undefined;
  /** signing certificates in PEM: several while one takes the place of another */
  readonly certificates: readonly string[];
}

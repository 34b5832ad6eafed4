/** What of a page and its elements the steps without words need: Playwright's page has it, and that of WebKit. */
export interface AnyPage {
  goto(path: string): Promise<unknown>;
  url(): string;
  waitForURL(wanted: RegExp | ((url: URL) => boolean)): Promise<void>;
  locator(css: string): AnyElement;
}

export interface AnyElement {
  first(): AnyElement;
  last(): AnyElement;
  click(): Promise<void>;
  fill(value: string): Promise<void>;
  check(): Promise<void>;
  innerText(): Promise<string>;
}

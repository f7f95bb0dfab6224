/**
 * What LivePerson Functions hand in: `lp-faas-toolbelt` (V1) or `core-functions-toolbelt` (V2), as far as it is used
 * here. V2 has no `HTTPClient`, which is how the two are told apart.
 *
 * @see https://developers.liveperson.com/liveperson-functions-getting-started-development-deep-dive-ui.html
 */
export type Toolbelt = {
  SecretClient(): SecretClient;
  HTTPClient?(): HttpClient;
};

/** The toolbelt of V1. */
export type ToolbeltV1 = Required<Toolbelt>;

/** Reads the account's Secret Storage; a missing secret rejects with `code` {@link SECRET_NOT_FOUND}. */
export type SecretClient = {
  readSecret(name: string, options?: { useCache?: boolean }): Promise<unknown>;
};

/** V1's way out through LivePerson's proxy; the interface of request-promise. */
export type HttpClient = (url: string, options: HttpClientOptions) => PromiseLike<unknown>;

/** The request-promise options that are used here. */
export type HttpClientOptions = {
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
  timeout: number;
  simple: false;
  resolveWithFullResponse: true;
  followRedirect: false;
};

/** Both toolbelts name the same code; the error's `name` is only "Error". */
export const SECRET_NOT_FOUND = "com.liveperson.faas.secret.not-found";

import type { AxiosAdapter } from "axios";
import { fetchAdapter } from "./fetch-adapter.ts";
import { httpClientAdapter } from "./http-client-adapter.ts";
import type { Toolbelt, ToolbeltV1 } from "./toolbelt.ts";

/** The way out of the platform. */
export type Transport = {
  adapter: AxiosAdapter;
  /** V1: LivePerson's proxy stands between, with an allowlist of domains and a rate limit of its own. */
  proxied: boolean;
};

/** The way out that this generation of LivePerson Functions documents. */
export function transportOf(toolbelt: Toolbelt): Transport {
  const isV1 = typeof toolbelt.HTTPClient === "function";
  return { adapter: isV1 ? httpClientAdapter(toolbelt as ToolbeltV1) : fetchAdapter(), proxied: isV1 };
}

import type { Generation } from "../build/generation.ts";
import type { FunctionsApi } from "./functions-api.ts";

/** An API that prints what it is asked, and knows an account without the function. */
export function dryRun(generation: Generation, domainApi: string): FunctionsApi {
  console.log(`No call is made. An account that has the function already gets an update instead.\n`);
  console.log(`GET ${domainApi}/api/account/{account}/service/baseURI.json?version=1.0\n`);
  return {
    async call(method, path, body) {
      const query = generation === "v1" ? "userId={user}&v=1" : "userId={user}";
      const address = `https://{faasUI}/api/account/{account}${path}${path.includes("?") ? "&" : "?"}${query}`;
      const shown = body && JSON.stringify({ timestamp: 0, ...body }, shortened, 2);
      console.log(`${method} ${address}\nAuthorization: Bearer …\n${shown ?? ""}`);
      if (path === "/runtimes") return [{ uuid: "{runtime}", name: "{runtime}", baseImageName: "{runtime}" }];
      return method === "GET" ? [] : { uuid: "{uuid}", manifest: { id: "{manifest}", version: 1 } };
    },
  };
}

function shortened(key: string, value: unknown): unknown {
  return key === "code" && typeof value === "string"
    ? `${value.split("\n")[0]} … (${value.length} characters)`
    : value;
}

import type { FunctionsApi } from "../account/functions-api.ts";
import type { Generation } from "../build/generation.ts";
import { NEW_MANIFEST, NEW_UUID, standInAccount } from "../stand-ins/functions-api/account.ts";

const RUNTIME = { uuid: "{runtime}", name: "{runtime}", baseImageName: "{runtime}" };

/** An API that prints what it is asked, and asks a stand-in for an account without the function. */
export function dryRun(generation: Generation, domainApi: URL): FunctionsApi {
  const account = standInAccount({ runtimes: [RUNTIME] });
  console.log(`No call is made. An account that has the function already gets an update instead.\n`);
  console.log(`GET ${domainApi.origin}/api/account/{account}/service/baseURI.json?version=1.0\n`);
  return {
    async call(method, path, shape, body) {
      const query = generation === "v1" ? "userId={user}&v=1" : "userId={user}";
      const address = `https://{faasUI}/api/account/{account}${path}${path.includes("?") ? "&" : "?"}${query}`;
      const shown = body && JSON.stringify({ timestamp: 0, ...body }, shortened, 2);
      console.log(withPlaceholders(`${method} ${address}\nAuthorization: Bearer …\n${shown ?? ""}`));
      return shape.parse(account(method, path, body).body);
    },
  };
}

function withPlaceholders(text: string): string {
  return text.replaceAll(NEW_UUID, "{uuid}").replaceAll(NEW_MANIFEST, "{manifest}");
}

function shortened(key: string, value: unknown): unknown {
  return key === "code" && typeof value === "string"
    ? `${value.split("\n")[0]} … (${value.length} characters)`
    : value;
}

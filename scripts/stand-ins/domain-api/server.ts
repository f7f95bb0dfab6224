import { createServer } from "node:http";
import { JSON_TYPE } from "../../kit/http-faults.ts";
import { type LoopbackServer, listenOnLoopback } from "../../kit/loopback.ts";

/**
 * LivePerson's domain API on loopback, which tells where a service of an account is.
 *
 * @param domains host and port by the name of the service; may change at any time
 * @see https://developers.liveperson.com/essential-resources-domain-api.html
 */
export function startDomainApi(account: string, domains: Record<string, string>): Promise<LoopbackServer> {
  const server = createServer(({ url = "" }, response) => {
    const [, service = ""] = PATH.exec(url.replace(`/account/${account}/`, "/account/+/")) ?? [];
    const baseURI = domains[service];
    if (!baseURI) return void response.writeHead(404, JSON_TYPE).end('{"error":"not found"}');
    response.writeHead(200, JSON_TYPE).end(JSON.stringify({ service, account, baseURI }));
  });
  return listenOnLoopback(server);
}

const PATH = /^\/api\/account\/\+\/service\/(\w+)\/baseURI\.json\?version=1\.0$/;

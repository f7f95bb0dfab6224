import { Agent, request } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { ToolbeltV1 } from "../../../src/runtime/toolbelt.ts";
import { MOCK_AI_VERSION, MOCK_APP_KEY } from "../../stand-ins/clinc/server.ts";
import type { Order } from "../measured-process.ts";

/** Takes one turn, whatever takes it. */
export type TakeTurn = (input: unknown) => Promise<unknown>;

type Lambda = (input: unknown, callback?: (error: unknown, result: unknown) => void) => Promise<unknown>;

/** What is measured: a function from a file, called as its generation calls it, or nothing but the POST. */
export async function loadSubject({ subject, file, host }: Order, toolbelt: ToolbeltV1): Promise<TakeTurn> {
  const endpoint = `${host}/v1/query`;
  switch (subject) {
    case "http":
      return bare((body) => postWithHttp(endpoint, body));
    case "client":
    case "requestPromise":
      return bare(async (body) => toolbelt.HTTPClient()(endpoint, { ...POST, body, ...CLIENT_OPTIONS }));
    case "fetch":
      return bare(async (body) => (await fetch(endpoint, { ...POST, body, redirect: "manual" })).text());
  }
  const { lambda } = await load(file);
  if (subject === "v2" || subject === "axiosAndZod") return lambda;
  return (input) =>
    new Promise((resolve, reject) => {
      lambda(input, (error, result) => (error ? reject(error) : resolve(result)));
    });
}

/** Node's own loaders; a bundler must not see them. */
async function load(file: string): Promise<{ lambda: Lambda }> {
  return file.endsWith(".cjs") ? createRequire(file)(file) : import(pathToFileURL(file).href);
}

const HEADERS = {
  "Content-Type": "application/json",
  Accept: "application/json",
  Authorization: `App-Key ${MOCK_APP_KEY}`,
};
const POST = { method: "POST", headers: HEADERS };
const CLIENT_OPTIONS = {
  timeout: 8_000,
  simple: false,
  resolveWithFullResponse: true,
  followRedirect: false,
} as const;

/** The POST of a turn and no more: the query is written, the answer is read to its end and not looked at. */
function bare(post: (body: string) => Promise<unknown>): TakeTurn {
  return (input) => {
    const { message, convId } = (input as { payload: { message: string; convId: string } }).payload;
    const query = {
      query: message,
      language: "en",
      device: "liveperson",
      dialog_seed: convId,
      ai_version: MOCK_AI_VERSION,
    };
    return post(JSON.stringify(query));
  };
}

const agent = new Agent({ keepAlive: true });

function postWithHttp(endpoint: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { ...HEADERS, "Content-Length": Buffer.byteLength(body) };
    const outgoing = request(endpoint, { method: "POST", headers, agent }, (incoming) => {
      let answer = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk) => {
        answer += chunk;
      });
      incoming.on("end", () => resolve(answer));
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

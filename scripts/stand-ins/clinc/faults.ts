import { gzipSync } from "node:zlib";
import {
  answersLate,
  drips,
  ERROR_PAGE,
  type HttpFault,
  JSON_TYPE,
  says,
  untilGone,
} from "../../kit/http-faults.ts";

/** More than a reply can be: the function stops reading at a million. */
const TOO_MUCH = 8_000_000;

/** Enough brackets to exhaust the stack of whatever walks through them, in an answer of legal length. */
function nested(levels: number): string {
  return `${"[".repeat(levels)}${"]".repeat(levels)}`;
}

/** Every way to fail, by name. */
export const CLINC_FAULTS = {
  slow: answersLate("answers after three seconds", 3_000),
  hangs: { title: "takes the query and never answers", strike() {} },
  hangs_in_body: {
    title: "falls silent in the middle of its answer",
    strike(response) {
      response.writeHead(200, JSON_TYPE).write('{"visuals":{"formattedResponse":"Your bal');
    },
  },
  drips: drips("sends its answer a byte at a time, for ever"),
  endless: {
    title: "never stops sending",
    strike(response) {
      response.writeHead(200, JSON_TYPE);
      untilGone(response, 5, () => response.write(" ".repeat(65_536)));
    },
  },
  huge: says("sends eight million characters", 200, {
    visuals: { formattedResponse: "x".repeat(TOO_MUCH) },
  }),
  bomb: {
    title: "sends eight million characters, packed small",
    strike(response) {
      response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" });
      response.end(gzipSync(" ".repeat(TOO_MUCH)));
    },
  },
  deep: {
    title: "sends an answer nested 200,000 levels deep",
    strike(response) {
      response.writeHead(200, JSON_TYPE);
      response.end(
        `{"visuals":{"formattedResponse":"Deep.","liveperson":${nested(200_000)}},"slots":${nested(200_000)}}`,
      );
    },
  },
  resets: { title: "resets the connection", strike: ({ socket }) => void socket?.resetAndDestroy() },
  hangs_up: {
    title: "closes the connection without an answer",
    strike: ({ socket }) => void socket?.destroy(),
  },
  cut_short: {
    title: "closes the connection in the middle of its answer",
    strike(response) {
      response.writeHead(200, { ...JSON_TYPE, "content-length": "5000" });
      response.write('{"visuals":{"formattedResponse":"Your bal', () => response.socket?.destroy());
    },
  },
  not_http: {
    title: "speaks something else than HTTP",
    strike: ({ socket }) => void socket?.end("220 mail.example ESMTP\r\n"),
  },
  garbled: {
    title: "announces gzip and sends none",
    strike(response) {
      response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end("no gzip at all");
    },
  },
  invalid_utf8: {
    title: "sends bytes that are no UTF-8",
    strike(response) {
      const [before, after] = ['{"intent":"greet","visuals":{"formattedResponse":"Caf', '!"}}'];
      response.writeHead(200, JSON_TYPE);
      response.end(Buffer.concat([Buffer.from(before), Buffer.from([0xe9, 0xff]), Buffer.from(after)]));
    },
  },
  redirects: says("redirects to another host", 308, "", { location: "http://localhost:9/v1/query" }),
  wrong_key: says("refuses the App-Key", 401, { detail: "No such access token." }),
  key_refused_politely: says("refuses the App-Key with a 200", 200, { detail: "No such access token." }),
  forbidden: says("forbids the query", 403, { detail: "You do not have permission to perform this action." }),
  proxy_refuses: says(
    "stands behind a proxy that refuses the host",
    403,
    "You do not have access to the page\n",
  ),
  no_api: says("has no Query API at this address", 404, { detail: "Not found." }),
  refuses_query: says("refuses the query", 400, { language: ["Unsupported language."] }),
  throttles: says(
    "limits the rate",
    429,
    { detail: "Request was throttled. Expected available in 40 seconds." },
    { "retry-after": "40" },
  ),
  throttles_briefly: says(
    "limits the rate for a moment",
    429,
    { detail: "Request was throttled." },
    { "retry-after": "0" },
  ),
  platform_throttles: says("is out of reach: LivePerson limits the rate", 429, "Too Many Requests"),
  busy: says("is busy for a moment", 503, { detail: "Busy." }, { "retry-after": "0" }),
  error: says("answers with a server error (500)", 500, { detail: "Internal server error." }),
  bad_gateway: says("is down: its gateway answers with a page (502)", 502, ERROR_PAGE),
  html: says("answers with a web page", 200, ERROR_PAGE),
  blank: says("answers with nothing", 200, ""),
  nonsense: says("answers with JSON that is no reply", 200, { hello: "world", visuals: 7, response: [null] }),
  list: says("answers with a list", 200, [1, 2, 3]),
  null: says("answers with null", 200, null),
} satisfies Record<string, HttpFault>;

/** The name of a way to fail. */
export type ClincFaultName = keyof typeof CLINC_FAULTS;

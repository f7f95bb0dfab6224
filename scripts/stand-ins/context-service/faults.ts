import { answersLate, drips, ERROR_PAGE, type HttpFault, says } from "../../kit/http-faults.ts";

/** Every way in which the service, or something on the way to it, fails, by name. A closed server refuses connections. */
export const CONTEXT_FAULTS = {
  slow: answersLate("answers after three seconds", 3_000),
  hangs: { title: "takes the call and never answers", strike() {} },
  drips: drips("sends its answer a byte at a time, for ever"),
  resets: { title: "resets the connection", strike: ({ socket }) => void socket?.resetAndDestroy() },
  hangs_up: {
    title: "closes the connection without an answer",
    strike: ({ socket }) => void socket?.destroy(),
  },
  not_http: {
    title: "speaks something else than HTTP",
    strike: ({ socket }) => void socket?.end("220 mail.example ESMTP\r\n"),
  },
  huge: says("sends two million characters", 200, { agent: { why: "x".repeat(2_000_000) } }),
  redirects: says("redirects to another host", 307, "", { location: "http://localhost:9/" }),
  wrong_key: says("refuses the key", 401, { error: "unauthorized" }),
  forbidden: says("forbids the call", 403, { error: "forbidden" }),
  proxy_refuses: says(
    "stands behind a proxy that refuses the host",
    403,
    "You do not have access to the page or resource you are trying to reach\n",
  ),
  no_account: says("knows no such account", 404, { error: "not found" }),
  too_large: says("has no room for more of this session", 413, "document too large"),
  throttles: says("limits the rate", 429, { error: "too many requests" }),
  error: says("answers with a server error (500)", 500, { error: "internal server error" }),
  bad_gateway: says("is down: its gateway answers with a page (502)", 502, ERROR_PAGE),
  html: says("answers with a web page", 200, ERROR_PAGE),
  blank: says("answers with a bare 200", 200, ""),
  list: says("answers with a list", 200, [1, 2, 3]),
} satisfies Record<string, HttpFault>;

/** The name of a way to fail. */
export type ContextFaultName = keyof typeof CONTEXT_FAULTS;

import type { ServerResponse } from "node:http";

/** What a server that is not well, or something on the way to it, does instead of answering. */
export type HttpFault = {
  /** For people. */
  title: string;
  /** @param answer sends what the healthy server says */
  strike(response: ServerResponse, answer: () => void): void;
};

/** The header of a JSON answer. */
export const JSON_TYPE = { "content-type": "application/json" };

/** What a gateway shows whose server is down. */
export const ERROR_PAGE = "<!doctype html><html><body><h1>Bad gateway</h1></body></html>";

/** Answers with this, a text as a web page and everything else as JSON. */
export function says(
  title: string,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): HttpFault {
  const isText = typeof body === "string";
  return {
    title,
    strike(response) {
      response.writeHead(status, { ...(isText ? { "content-type": "text/html" } : JSON_TYPE), ...headers });
      response.end(isText ? body : JSON.stringify(body));
    },
  };
}

/** Answers as a healthy server does, too late. */
export function answersLate(title: string, afterMs: number): HttpFault {
  return {
    title,
    strike(response, answer) {
      const timer = setTimeout(answer, afterMs);
      response.once("close", () => clearTimeout(timer));
    },
  };
}

/** Sends a byte now and then, for ever. */
export function drips(title: string): HttpFault {
  return {
    title,
    strike(response) {
      response.writeHead(200, JSON_TYPE);
      untilGone(response, 20, () => response.write(" "));
    },
  };
}

/** Repeats `step` until the other side has gone. */
export function untilGone(response: ServerResponse, everyMs: number, step: () => void): void {
  const timer = setInterval(step, everyMs);
  response.once("close", () => clearInterval(timer));
}

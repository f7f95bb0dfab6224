import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { freePort } from "../../scripts/kit/loopback.ts";
import { MOCK_ASSIST_AI_VERSION } from "../../scripts/stand-ins/clinc/assist.ts";
import { MOCK_AI_VERSION, MOCK_APP_KEY, startMockClinc } from "../../scripts/stand-ins/clinc/server.ts";
import { startMockContextService } from "../../scripts/stand-ins/context-service/server.ts";
import { MOCK_ACCOUNT, MOCK_CONTEXT_KEY } from "../../scripts/stand-ins/context-service/service.ts";
import { BUILT_DESK, type DeskProcess, startDeskProcess } from "../../scripts/stand-ins/desk/desk-process.ts";
import { SDK } from "../../src/agent/desk/variables.ts";
import { whenDone } from "./open-once.ts";
import { temporaryFolder } from "./temporary-files.ts";

/** Another one than the bot's. */
export const ASSIST_VERSION = MOCK_ASSIST_AI_VERSION;
/** 32 bytes, as `openssl rand -base64 32` prints them. */
export const SESSION_KEY = Buffer.alloc(32, "the key of the desks of the bank").toString("base64");

/** What a desk may be given beside what all of them have. */
export type DeskSetup = Record<string, string>;

/** What `localDesk` starts. */
export type LocalDesk = Awaited<ReturnType<typeof localDesk>>;

/** A built desk without a sign-in, its Clinc and its store; all of them end with the test, or those of `openOnce`. */
export async function localDesk(setup: DeskSetup = {}) {
  const world = await startWorld();
  const port = await freePort();
  const environment = {
    DESK_PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    DESK_SIGN_IN: "none",
    ...world.environment,
    ...setup,
  };
  const desk = await startDesk(environment);
  return { ...world, desk, widget: widgetAt(desk.address) };
}

/** A Clinc and a store, and the settings with which a desk reaches them. */
export async function startWorld() {
  const [clinc, store] = await Promise.all([startMockClinc(), startMockContextService()]);
  whenDone(() => Promise.all([clinc.close(), store.close()]));
  const environment = {
    DESK_SESSION_KEY: SESSION_KEY,
    CLINC_HOST: clinc.host,
    CLINC_APP_KEY: MOCK_APP_KEY,
    CLINC_AI_VERSION: MOCK_AI_VERSION,
    CLINC_ASSIST_AI_VERSION: ASSIST_VERSION,
    CLINC_CONTEXT_KEY: MOCK_CONTEXT_KEY,
    CONTEXT_HOST: store.host,
    CONTEXT_ACCOUNT: MOCK_ACCOUNT,
  };
  return { clinc, store, environment };
}

/** The built desk in a process of its own, which ends with the test, or those of `openOnce`. */
export async function startDesk(environment: Record<string, string>): Promise<DeskProcess> {
  const desk = await startDeskProcess(environment, { file: deskFolder() });
  whenDone(() => desk.end("SIGKILL"));
  return desk;
}

/** The built file in a folder of its own, with a page beside it. */
export function deskFolder(): string {
  const folder = temporaryFolder();
  const file = join(folder, "server.mjs");
  copyFileSync(BUILT_DESK, file);
  mkdirSync(join(folder, "public"));
  writeFileSync(
    join(folder, "public/index.html"),
    `<!doctype html><title>A widget</title><meta name="liveperson-sdk" content="${SDK}">`,
  );
  writeFileSync(join(folder, "public/widget.js"), "console.log('a widget')");
  return file;
}

/** The lines of the audit. */
export function auditOf(desk: DeskProcess): Array<Record<string, unknown>> {
  return desk
    .stdout()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/**
 * Asks for a briefing so many times, without a session and without waiting in between, on one connection.
 *
 * @returns the statuses, in their order
 */
export async function knock(
  address: string,
  times: number,
  given: Record<string, string> = {},
): Promise<number[]> {
  const { host, hostname, port } = new URL(address);
  const headers = {
    host,
    origin: address,
    "content-type": "application/json",
    "content-length": "2",
    ...given,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const call = (...more: string[]) =>
    ["POST /api/briefing HTTP/1.1\r\n", ...head, ...more, "\r\n{}"].join("");
  const socket = connect(Number(port), hostname);
  socket.write(call().repeat(times - 1) + call("connection: close\r\n"));
  const answers = await text(socket);
  return [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
}

/** What a call of the widget came to. */
export type WidgetAnswer = { status: number; headers: Headers; body: Record<string, unknown> };

/** Calls the desk as its page does. */
export type Widget = {
  /** @param given replaces headers; `undefined` takes one away */
  post(path: string, body: unknown, given?: Record<string, string | undefined>): Promise<WidgetAnswer>;
  /** Begins a session, and calls with its token from then on. */
  begin(body?: unknown, given?: Record<string, string>): Promise<WidgetAnswer>;
  token: string;
  origin: string;
};

/** @param address where the desk listens; @param origin of its page */
export function widgetAt(address: string, origin = address): Widget {
  const widget: Widget = {
    token: "",
    origin,
    async post(path, body, given = {}) {
      const usual = {
        origin,
        "content-type": "application/json",
        ...(widget.token && { authorization: `Bearer ${widget.token}` }),
      };
      const headers = Object.entries({ ...usual, ...given }).filter(([, value]) => value !== undefined);
      const answer = await fetch(`${address}${path}`, {
        method: "POST",
        headers: headers as Array<[string, string]>,
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      const text = await answer.text();
      const { status, headers: got } = answer;
      return { status, headers: got, body: text === "" ? {} : JSON.parse(text) };
    },
    async begin(body = {}, given = {}) {
      const answer = await widget.post("/api/session", body, { ...given, authorization: undefined });
      if (answer.status === 200) widget.token = String(answer.body.token);
      return answer;
    },
  };
  return widget;
}

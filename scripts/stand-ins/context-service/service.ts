import { fromJson } from "../../kit/json.ts";
import { type Properties, Sessions } from "./sessions.ts";

/** A request, whatever carried it; the path has its query, and the case of headers does not matter. */
export type ContextRequest = {
  method: string;
  path: string;
  headers: Record<string, unknown>;
  body: string;
};

/** A status, and what is answered with it. */
export type ContextAnswer = { status: number; body?: unknown };

/** LivePerson's Conversation Context Service, without a network. */
export type ContextService = {
  answer(request: ContextRequest): ContextAnswer;
  /** What is stored of a session and has not expired. */
  stored(account: string, namespace: string, sessionId: string): Properties;
  /** All that was stored without a time to live, as `account/namespace/session/property`. */
  lasting(): string[];
};

/** The key that the stand-in accepts unless told otherwise. */
export const MOCK_CONTEXT_KEY = "bW9jay1jb250ZXh0LWtleQ==";

/** The account that stand-ins play in. */
export const MOCK_ACCOUNT = "12345678";

/** LivePerson keeps these for itself. */
const RESERVED = /^(consumer|operational|conversation|faas|custom|sde)$/;

/** Where properties of no session stand. */
const NO_SESSION = "__default__";

const DONE: ContextAnswer = { status: 204 };
const BAD_REQUEST: ContextAnswer = { status: 400, body: { error: "bad request" } };
const NOT_FOUND: ContextAnswer = { status: 404, body: { error: "not found" } };
const NOT_ALLOWED: ContextAnswer = { status: 405, body: { error: "method not allowed" } };

/**
 * Version 1 of the REST interface, as far as LivePerson documents it: properties of sessions and of none, and times to
 * live, which count for what is written afterwards. That of a namespace counts, as it is written there, for what stands
 * in no session. What the service says with a refusal is not known.
 *
 * @param options.now milliseconds since the epoch; tests let time pass
 * @see https://developers.liveperson.com/conversation-orchestrator-conversation-context-service-methods-v1.html
 */
export function contextService(options: { key?: string; now?: () => number } = {}): ContextService {
  const { key = MOCK_CONTEXT_KEY, now = Date.now } = options;
  const sessions = new Sessions(now);
  return {
    answer: (request) => refusal(request, key) ?? route(request, sessions),
    stored: (...address) => sessions.read(address.join("/")),
    lasting: () => sessions.lasting(),
  };
}

function refusal({ method, headers, body }: ContextRequest, key: string): ContextAnswer | undefined {
  const header = (name: string) =>
    Object.entries(headers).find((entry) => entry[0].toLowerCase() === name)?.[1];
  if (header("maven-api-key") !== key) return { status: 401, body: { error: "unauthorized" } };
  const isJson = String(header("content-type")).startsWith("application/json");
  if (method !== "GET" && method !== "DELETE" && !isJson) return { status: 415, body: { error: "no JSON" } };
  return body === "" || fromJson(body) !== undefined ? undefined : BAD_REQUEST;
}

const NAMESPACE_PATH = /^\/v1\/account\/([^/]+)$/;
const SESSION_PATH = /^\/v1\/account\/([^/]+)\/namespace\/([^/]+)\/session$/;
const PROPERTIES_PATH = /^\/v1\/account\/([^/]+)\/([^/]+)(?:\/([^/]+))?\/properties(?:\/([^/]+))?$/;

function route(request: ContextRequest, sessions: Sessions): ContextAnswer {
  const { pathname, searchParams } = new URL(request.path, "http://stand-in.invalid");
  const seconds = Number(searchParams.get("ttlSecond"));
  const value = fromJson(request.body);
  const ofNamespace = matched(NAMESPACE_PATH, pathname);
  if (ofNamespace) return keep(request, sessions, [ofNamespace[0], text(value, "name"), NO_SESSION], seconds);
  const ofSession = matched(SESSION_PATH, pathname);
  if (ofSession) return keep(request, sessions, [...ofSession, text(value, "sessionId")], seconds);
  const ofProperties = matched(PROPERTIES_PATH, pathname);
  if (!ofProperties) return NOT_FOUND;
  const [account, namespace, session = NO_SESSION, name] = ofProperties;
  return isNamespace(namespace)
    ? onProperties(request.method, sessions, [account, namespace, session].join("/"), name, value)
    : BAD_REQUEST;
}

/** Creates a namespace or session, with a time to live where one is given. */
function keep(
  { method }: ContextRequest,
  sessions: Sessions,
  address: Array<string | undefined>,
  seconds: number,
): ContextAnswer {
  if (method !== "POST") return NOT_ALLOWED;
  const [, namespace, session] = address;
  if (!isNamespace(namespace) || !session) return BAD_REQUEST;
  if (seconds > 0) sessions.keepFor(address.join("/"), seconds);
  return DONE;
}

function onProperties(
  method: string,
  sessions: Sessions,
  session: string,
  name: string | undefined,
  value: unknown,
): ContextAnswer {
  const found = sessions.read(session);
  if (method === "GET") {
    if (name === undefined) return Object.keys(found).length > 0 ? { status: 200, body: found } : NOT_FOUND;
    return name in found ? { status: 200, body: found[name] } : NOT_FOUND;
  }
  if (method === "DELETE") {
    sessions.delete(session, name);
    return DONE;
  }
  if (method !== (name === undefined ? "PATCH" : "PUT")) return NOT_ALLOWED;
  const properties = name === undefined ? value : { [name]: value };
  if (!isObject(properties)) return BAD_REQUEST;
  return sessions.write(session, properties) ? DONE : { status: 413, body: "document too large" };
}

function isNamespace(name: string | undefined): boolean {
  return /^\w+$/.test(name ?? "") && !RESERVED.test(name ?? "");
}

function matched(path: RegExp, pathname: string): string[] | undefined {
  return path
    .exec(pathname)
    ?.slice(1)
    .map((segment) => segment && decodeURIComponent(segment));
}

function text(value: unknown, name: string): string | undefined {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === "string" ? found : undefined;
}

function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

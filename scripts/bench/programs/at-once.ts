import type { ToolbeltV1 } from "../../../src/runtime/toolbelt.ts";
import { contextService } from "../../stand-ins/context-service/service.ts";
import { type CannedReply, cannedReply } from "../canned-replies.ts";
import { beside } from "./beside.ts";

type Call = { method: string; headers: Record<string, string>; body?: string | undefined };
type Answer = { status: number; body: string };

/** Answers a call of the function, without a network and without waiting. */
export type AnswerAtOnce = (url: string, call: Call) => Answer;

/** Clinc, with one ready reply, and the service that keeps records, which remembers what it is told. */
export function answersAtOnce(reply: CannedReply, contextHost = "nowhere"): AnswerAtOnce {
  const fromClinc = { status: 200, body: cannedReply(reply) };
  const service = contextService();
  return (url, { method, headers, body = "" }) => {
    if (!url.startsWith(`${contextHost}/v1/account`)) return fromClinc;
    return beside(() => {
      const call = { method: method.toUpperCase(), path: url.slice(contextHost.length), headers, body };
      const answer = service.answer(call);
      return { status: answer.status, body: answer.body === undefined ? "" : JSON.stringify(answer.body) };
    });
  };
}

const HEADERS = { "content-type": "application/json" };

/** V1's client: like request-promise's, its promise can be listened to and aborted. */
export function clientAtOnce(answer: AnswerAtOnce): ReturnType<ToolbeltV1["HTTPClient"]> {
  const stream = { on: () => {}, abort: () => {} };
  return (url, call) => {
    const { status, body } = answer(url, call);
    return beside(() =>
      Object.assign(Promise.resolve({ statusCode: status, headers: HEADERS, body }), stream),
    );
  };
}

/** As little of a `Response` as carries a body: building a real one is the transport's work. */
export function fetchAtOnce(answer: AnswerAtOnce): typeof fetch {
  const headers = new Headers(HEADERS);
  return (async (url: string, call: Call) => {
    const { status, body } = answer(url, call);
    const chunks = body === "" ? [] : [{ done: false, value: beside(() => Buffer.from(body)) }];
    const read = async () => chunks.shift() ?? { done: true, value: undefined };
    return {
      status,
      ok: status < 300,
      headers,
      body: { getReader: () => ({ read }) },
      text: async () => body,
    };
  }) as unknown as typeof fetch;
}

const TAG_BYTES = 16;

/**
 * WebCrypto that does nothing: it takes a part of a turn that is not the function's, and waits for other threads. What is
 * sealed stays readable, and what is opened is what was sealed.
 */
export function cryptoAtOnce(): unknown {
  const bytes = (length: number) => new Uint8Array(length).buffer;
  const subtle = {
    importKey: async () => ({}),
    deriveBits: async () => bytes(2 * 32),
    encrypt: async (_: unknown, __: unknown, plain: Buffer) =>
      beside(() => new Uint8Array(Buffer.concat([plain, Buffer.alloc(TAG_BYTES)])).buffer),
    decrypt: async (_: unknown, __: unknown, sealed: Buffer) =>
      beside(() => new Uint8Array(sealed.subarray(0, -TAG_BYTES)).buffer),
    sign: async (_: unknown, __: unknown, text: Buffer) => beside(() => markOf(text)),
  };
  return { subtle, getRandomValues: <T>(array: T): T => array };
}

/** Another one for another text, which is all that is asked of a fingerprint here. */
function markOf(text: Buffer): ArrayBuffer {
  let hash = 0x811c9dc5;
  for (const byte of text) hash = Math.imul(hash ^ byte, 0x01000193);
  const mark = new Uint32Array(8);
  return mark.fill(hash).buffer;
}

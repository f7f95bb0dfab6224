import type { Place } from "./place.ts";

/** A property of a record with a part that only the function can read. */
type SealedProperty = "agent" | "bot";

/** Keeps from LivePerson what was said in one conversation. Nothing of it ever fails. */
export type Sealing = {
  /** The value as JSON, sealed, in Base64; `""` where it cannot be. */
  seal(property: SealedProperty, rev: number, value: unknown): Promise<string>;
  /** What was sealed with the same App-Key for just this conversation, property and rev; `undefined` for anything else. */
  unseal(property: SealedProperty, rev: number, sealed: string): Promise<unknown>;
  /** The same for the same text, without a way back to it: 16 bytes in Base64. `""` where there is none: never a match. */
  fingerprint(text: string): Promise<string>;
};

const INFO = "clinc-for-liveperson record 1";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const FINGERPRINT_BYTES = 16;

/**
 * The sealing of a conversation, to be kept with it: deriving the keys costs more than using them, and is done once, when
 * they are first needed.
 *
 * AES-256-GCM and HMAC-SHA-256 by WebCrypto, each with a key of its own, since one key must not serve two algorithms;
 * HKDF-SHA-256 derives both at once from the App-Key. Where a text stands is authenticated along, so that none can be put
 * into another conversation, property or rev. V1 on Node 18 and older has no WebCrypto: its records have no sealed part.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5869
 */
export function sealingOf(appKey: string, conversationId: string, { account, namespace }: Place): Sealing {
  let derived: ReturnType<typeof derive> | undefined;
  const keys = () => {
    derived ??= derive(appKey, conversationId);
    return derived;
  };
  const cipher = (property: SealedProperty, rev: number, iv: Uint8Array) => ({
    name: "AES-GCM",
    iv,
    additionalData: Buffer.from(`${account}/${namespace}/${conversationId}/${property}/${rev}`),
  });
  return {
    seal: (property, rev, value) =>
      orElse("", async () => {
        const { subtle, sealing } = await keys();
        const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
        const json = Buffer.from(JSON.stringify(value));
        const sealed = await subtle.encrypt(cipher(property, rev, nonce), sealing, json);
        return Buffer.concat([nonce, new Uint8Array(sealed)]).toString("base64");
      }),
    unseal: (property, rev, sealed) =>
      orElse(undefined, async () => {
        if (sealed === "") return undefined;
        const { subtle, sealing } = await keys();
        const bytes = Buffer.from(sealed, "base64");
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const json = await subtle.decrypt(cipher(property, rev, nonce), sealing, bytes.subarray(NONCE_BYTES));
        return JSON.parse(Buffer.from(json).toString());
      }),
    fingerprint: (text) =>
      orElse("", async () => {
        const { subtle, marking } = await keys();
        const whole = await subtle.sign("HMAC", marking, Buffer.from(text));
        return Buffer.from(whole, 0, FINGERPRINT_BYTES).toString("base64");
      }),
  };
}

/** WebCrypto is looked up when it is used: where there is none, this fails like anything that it refuses. */
async function derive(appKey: string, conversationId: string) {
  const { subtle } = globalThis.crypto;
  const hash = "SHA-256";
  const secret = await subtle.importKey("raw", Buffer.from(appKey), "HKDF", false, ["deriveBits"]);
  const source = { name: "HKDF", hash, salt: Buffer.from(conversationId), info: Buffer.from(INFO) };
  const bits = await subtle.deriveBits(source, secret, 2 * 8 * KEY_BYTES);
  const [sealing, marking] = await Promise.all([
    subtle.importKey("raw", bits.slice(0, KEY_BYTES), "AES-GCM", false, ["encrypt", "decrypt"]),
    subtle.importKey("raw", bits.slice(KEY_BYTES), { name: "HMAC", hash }, false, ["sign"]),
  ]);
  return { subtle, sealing, marking };
}

async function orElse<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

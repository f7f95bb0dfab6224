import { createDecipheriv, createHmac, hkdfSync, type webcrypto } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Place } from "../../src/record/place.ts";
import { sealingOf } from "../../src/record/sealing.ts";

const KEY = "0123456789abcdef0123456789abcdef01234567";
const PLACE: Place = {
  address: "https://z1.context.liveperson.net",
  account: "123",
  namespace: "clinc_conversation",
};
const mine = sealingOf(KEY, "conversation-1", PLACE);

afterEach(() => vi.unstubAllGlobals());

describe("what is sealed", () => {
  it("comes back as it was, also in another instance with the same key", async () => {
    const elsewhere = sealingOf(KEY, "conversation-1", { ...PLACE });
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.nat(), async (value, rev) => {
        const sealed = await mine.seal("bot", rev, value);
        expect(await elsewhere.unseal("bot", rev, sealed)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("does not come back where anything else is not the same", async () => {
    const sealed = await mine.seal("bot", 7, { open: "secret" });
    expect(await mine.unseal("bot", 7, sealed)).toEqual({ open: "secret" });
    const others = {
      property: mine.unseal("agent", 7, sealed),
      rev: mine.unseal("bot", 8, sealed),
      key: sealingOf(`${KEY}0`, "conversation-1", PLACE).unseal("bot", 7, sealed),
      conversation: sealingOf(KEY, "conversation-2", PLACE).unseal("bot", 7, sealed),
      account: sealingOf(KEY, "conversation-1", { ...PLACE, account: "124" }).unseal("bot", 7, sealed),
      namespace: sealingOf(KEY, "conversation-1", { ...PLACE, namespace: "bank_conversation" }).unseal(
        "bot",
        7,
        sealed,
      ),
    };
    for (const [what, unsealing] of Object.entries(others)) expect(await unsealing, what).toBeUndefined();
  });

  it("does not come back when a single bit of it was changed", async () => {
    const sealed = Buffer.from(await mine.seal("bot", 7, { open: "secret" }), "base64");
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(await mine.unseal("bot", 7, changed.toString("base64"))).toBeUndefined();
      }),
    );
  });

  it("does not come back when it was cut, lengthened, or is no sealed text at all", async () => {
    const sealed = Buffer.from(await mine.seal("bot", 7, { open: "secret" }), "base64");
    for (let length = 0; length < sealed.length; length++)
      expect(await mine.unseal("bot", 7, sealed.subarray(0, length).toString("base64"))).toBeUndefined();
    const longer = Buffer.concat([sealed, Buffer.of(0)]).toString("base64");
    for (const text of [longer, "no Base64 at all!", "AAAA"])
      expect(await mine.unseal("bot", 7, text)).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await mine.unseal("bot", 7, text)).toBeUndefined();
      }),
    );
  });

  it("never looks the same twice", async () => {
    const times = await Promise.all(Array.from({ length: 50 }, () => mine.seal("bot", 7, "the same")));
    expect(new Set(times).size).toBe(50);
    expect(new Set(times.map((sealed) => sealed.slice(0, 16))).size).toBe(50);
  });

  it("shows no word of what it holds", async () => {
    const words = fc.string({ minLength: 4, unit: "grapheme-ascii" });
    await fc.assert(
      fc.asyncProperty(words, async (word) => {
        fc.pre(!/^[\w+/=]+$/.test(word));
        const sealed = await mine.seal("bot", 1, { word });
        expect(sealed).not.toContain(word);
        expect(Buffer.from(sealed, "base64").toString("latin1")).not.toContain(word);
      }),
    );
  });

  it("is nothing where it cannot be written as JSON", async () => {
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    expect(await mine.seal("bot", 1, circle)).toBe("");
    expect(await mine.seal("bot", 1, 10n)).toBe("");
  });

  it("is AES-256-GCM as any other program knows it: nonce, text, tag", async () => {
    const info = "clinc-for-liveperson record 1";
    const key = Buffer.from(hkdfSync("sha256", KEY, "conversation-1", info, 32));
    const sealed = Buffer.from(await mine.seal("agent", 12, { a: "ä" }), "base64");
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from("123/clinc_conversation/conversation-1/agent/12"));
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    expect(plain.toString("utf8")).toBe('{"a":"ä"}');
  });
});

describe("a fingerprint", () => {
  it("is the same for the same text of the same conversation, and for nothing else", async () => {
    const again = sealingOf(KEY, "conversation-1", PLACE);
    const texts = ["", "my balance", "My balance", "my balance ", "x".repeat(10_000)];
    const all = [];
    for (const text of texts) {
      expect(await again.fingerprint(text)).toBe(await mine.fingerprint(text));
      all.push(await mine.fingerprint(text));
    }
    all.push(await sealingOf(KEY, "conversation-2", PLACE).fingerprint("my balance"));
    all.push(await sealingOf("another key", "conversation-1", PLACE).fingerprint("my balance"));
    expect(new Set(all).size).toBe(all.length);
  });

  it("is HMAC-SHA-256 with a key of its own, cut to 16 bytes", async () => {
    const info = "clinc-for-liveperson record 1";
    const key = Buffer.from(hkdfSync("sha256", KEY, "conversation-1", info, 64));
    const whole = createHmac("sha256", key.subarray(32)).update("my balance").digest();
    const found = await sealingOf(KEY, "conversation-1", PLACE).fingerprint("my balance");
    expect(found).toBe(whole.subarray(0, 16).toString("base64"));
  });
});

describe("the keys", () => {
  it("are derived once for a conversation, and not before they are needed", async () => {
    const { subtle } = globalThis.crypto;
    const deriving = vi.spyOn(subtle, "deriveBits");
    const importing = vi.spyOn(subtle, "importKey");
    const sealing = sealingOf(KEY, "conversation-3", PLACE);
    expect(await sealing.unseal("bot", 1, "")).toBeUndefined();
    expect(importing).not.toHaveBeenCalled();
    const [sealed] = await Promise.all([sealing.seal("bot", 1, "a"), sealing.fingerprint("a")]);
    await sealing.unseal("bot", 1, sealed);
    expect(importing).toHaveBeenCalledTimes(3);
    expect(deriving).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });

  it("stay inside WebCrypto, and each serves one algorithm alone", async () => {
    const importing = vi.spyOn(globalThis.crypto.subtle, "importKey");
    await sealingOf(KEY, "conversation-4", PLACE).fingerprint("a");
    const keys = importing.mock.settledResults.map(({ value }) => value as webcrypto.CryptoKey);
    expect(keys.map(({ algorithm, usages, extractable }) => [algorithm.name, usages, extractable])).toEqual([
      ["HKDF", ["deriveBits"], false],
      ["AES-GCM", ["encrypt", "decrypt"], false],
      ["HMAC", ["sign"], false],
    ]);
    vi.restoreAllMocks();
  });
});

describe.each([
  ["no WebCrypto at all", undefined],
  ["a WebCrypto without its subtle half", {}],
  ["a WebCrypto that refuses", { subtle: { importKey: () => Promise.reject(new Error("refused")) } }],
  [
    "a WebCrypto that throws",
    {
      subtle: {
        importKey: () => {
          throw new Error("thrown");
        },
      },
    },
  ],
])("with %s", (_, crypto) => {
  it("nothing is sealed, nothing unsealed, nothing has a fingerprint, and nothing fails", async () => {
    const sealed = await mine.seal("bot", 1, "a");
    vi.stubGlobal("crypto", crypto);
    const without = sealingOf(KEY, "conversation-1", PLACE);
    expect(await without.seal("bot", 1, "a")).toBe("");
    expect(await without.unseal("bot", 1, sealed)).toBeUndefined();
    expect(await without.fingerprint("a")).toBe("");
  });
});

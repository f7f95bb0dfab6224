import { EncryptJWT, jwtDecrypt } from "jose";
import type * as z from "zod/mini";

/**
 * What the desk hands out and wants back instead of keeping it: the beginning of a sign-in (a cookie), the one-time code
 * at its end, the agent's token, the id of a suggestion. None of them passes for another.
 */
export type Kind = "sign-in" | "code" | "agent" | "suggestion";

/** Seals and opens; whoever has the key, as every desk of a bank has, can open what another has sealed. */
export type Seal = {
  /** @param seconds that it counts */
  seal(kind: Kind, claims: Record<string, unknown>, seconds: number): Promise<string>;
  /** What was sealed as this kind and counts still; `undefined` for anything else. */
  open<Schema extends z.ZodMiniType>(
    kind: Kind,
    schema: Schema,
    sealed: string,
  ): Promise<z.infer<Schema> | undefined>;
};

const HEADER = { alg: "dir", enc: "A256GCM" };

/**
 * JSON Web Encryption with AES-256-GCM and the key of `DESK_SESSION_KEY`. Times are checked against this machine's clock.
 *
 * @param key 32 bytes
 * @param issuer the desk's public address: what one desk has sealed does not count at another one with the same key
 * @see https://www.rfc-editor.org/rfc/rfc7516
 */
export function sealWith(key: Uint8Array, issuer: string): Seal {
  return {
    seal: (kind, claims, seconds) =>
      new EncryptJWT(claims)
        .setProtectedHeader({ ...HEADER, typ: kind })
        .setIssuer(issuer)
        .setAudience(kind)
        .setIssuedAt()
        .setExpirationTime(`${seconds} seconds`)
        .encrypt(key),
    async open(kind, schema, sealed) {
      const opened = await jwtDecrypt(sealed, key, {
        issuer,
        audience: kind,
        typ: kind,
        requiredClaims: ["exp"],
        keyManagementAlgorithms: [HEADER.alg],
        contentEncryptionAlgorithms: [HEADER.enc],
      }).catch(() => undefined);
      return opened && schema.safeParse(opened.payload).data;
    },
  };
}

import { afterEach, describe, expect, it, vi } from "vitest";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { accessKeeper, type ClincAccess } from "../../src/clinc/access.ts";
import { Deadline } from "../../src/runtime/deadline.ts";
import { secretReader } from "../../src/runtime/secrets.ts";

const GOOD = {
  clinc_host: "api.clinc.example",
  clinc_app_key: "0123456789abcdef",
  clinc_ai_version: "00000000-0000-4000-8000-000000000101",
};

const soon = () => new Deadline(1000);

function keeperOf(secrets: Record<string, unknown>, prefix = "clinc") {
  return accessKeeper(secretReader(toolbeltV2(secrets)), prefix);
}

afterEach(() => vi.useRealTimers());

describe("the way to Clinc", () => {
  it.each([
    ["api.clinc.example", "https://api.clinc.example/v1/query"],
    ["https://api.clinc.example/", "https://api.clinc.example/v1/query"],
    ["https://api.clinc.example:8443/bank/", "https://api.clinc.example:8443/bank/v1/query"],
    ["https://api.clinc.example/v1/query/", "https://api.clinc.example/v1/query"],
    ["https://api.clinc.example/v1/query", "https://api.clinc.example/v1/query"],
    ["api.clinc.example/bank//", "https://api.clinc.example/bank/v1/query"],
    ["gateway.example/to/https://bank", "https://gateway.example/to/https://bank/v1/query"],
    [" api.clinc.example:443 ", "https://api.clinc.example/v1/query"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/query"],
    ["http://localhost", "http://localhost/v1/query"],
    ["http://127.10.20.30", "http://127.10.20.30/v1/query"],
  ])("is made of the host %j", async (host, endpoint) => {
    const access = await keeperOf({ ...GOOD, clinc_host: host }).current(soon());
    expect(access.endpoint).toBe(endpoint);
  });

  it.each([
    "http://api.clinc.example",
    "ftp://api.clinc.example",
    "ftp://localhost",
    "http://notlocalhost",
    "http://localhost.evil.example",
    "https://user:pass@api.clinc.example",
    "https://:pass@api.clinc.example",
    "api.clinc.example?x=1",
    "api clinc example",
    "https://",
    "api.clinc.example\\@evil.example",
  ])("is refused for the host %j, without repeating it", async (host) => {
    const failure = await keeperOf({ ...GOOD, clinc_host: host })
      .current(soon())
      .catch((error) => error);
    expect(failure).toMatchObject({ responsible: "settings", reason: "host_malformed" });
    expect(failure.message).toContain('"clinc_host"');
    expect(failure.message).not.toContain("evil");
    expect(failure.message).not.toContain("pass");
  });

  it("needs host and key, and says which is missing", async () => {
    for (const name of ["clinc_host", "clinc_app_key"]) {
      const failure = await keeperOf({ ...GOOD, [name]: "  " })
        .current(soon())
        .catch((error) => error);
      expect(failure).toMatchObject({ responsible: "settings", reason: "secret_missing" });
      expect(failure.message).toContain(`"${name}"`);
    }
  });

  it("names a missing key before a malformed host", async () => {
    await expect(keeperOf({ clinc_host: "http://api.clinc.example" }).current(soon())).rejects.toMatchObject({
      reason: "secret_missing",
    });
  });

  it("can do without an AI version, but not with a wrong one", async () => {
    const { clinc_ai_version, ...others } = GOOD;
    expect(await keeperOf(others).current(soon())).toMatchObject({ aiVersion: "" });
    expect(await keeperOf(GOOD).current(soon())).toMatchObject({ aiVersion: clinc_ai_version });
    await expect(keeperOf({ ...GOOD, clinc_ai_version: "production" }).current(soon())).rejects.toMatchObject(
      {
        reason: "ai_version_malformed",
      },
    );
  });

  it("refuses a key that would break the header", async () => {
    await expect(
      keeperOf({ ...GOOD, clinc_app_key: "abc\r\nX-Evil: 1" }).current(soon()),
    ).rejects.toMatchObject({
      reason: "app_key_malformed",
    });
  });

  it("takes secrets that arrive as objects, and another prefix", async () => {
    const secrets = { bank2_host: { value: "api.clinc.example" }, bank2_app_key: { value: "123456" } };
    expect(await keeperOf(secrets, "bank2").current(soon())).toMatchObject({ appKey: "123456" });
  });

  it.each([
    ["clinc_app_key", 1.23e22, "app_key_malformed"],
    ["clinc_app_key", { value: 123456 }, "app_key_malformed"],
    ["clinc_host", 127001, "host_malformed"],
    ["clinc_ai_version", 101, "ai_version_malformed"],
  ])("takes no %s that is stored as a number: how it was written is lost", async (name, value, reason) => {
    const failure = await keeperOf({ ...GOOD, [name]: value })
      .current(soon())
      .catch((error) => error);
    expect(failure).toMatchObject({ responsible: "settings", reason });
    expect(failure.message).toContain(`"${name}"`);
  });

  it("is read once in five minutes, and again when it is refused", async () => {
    vi.useFakeTimers();
    const secrets = { ...GOOD };
    const keeper = keeperOf(secrets);
    await keeper.current(soon());
    secrets.clinc_app_key = "changed";
    expect((await keeper.current(soon())).appKey).toBe(GOOD.clinc_app_key);
    expect((await keeper.fresh(soon())).appKey).toBe("changed");
    secrets.clinc_app_key = "again";
    vi.advanceTimersByTime(5 * 60_000 + 1);
    expect((await keeper.current(soon())).appKey).toBe("again");
  });

  it("is closed while the bot is switched off, for as long as the secrets are kept", async () => {
    vi.useFakeTimers();
    const secrets: Record<string, unknown> = { ...GOOD };
    const keeper = keeperOf(secrets);
    await keeper.current(soon());
    secrets.clinc_off = "apology";
    expect(await keeper.current(soon())).toMatchObject({ appKey: GOOD.clinc_app_key });
    vi.advanceTimersByTime(5 * 60_000);
    const refusal = { reason: "switched_off", responsible: "settings", way: "apology" };
    await expect(keeper.current(soon())).rejects.toMatchObject(refusal);
    delete secrets.clinc_off;
    await expect(keeper.current(soon())).rejects.toMatchObject(refusal);
    vi.advanceTimersByTime(5 * 60_000);
    expect(await keeper.current(soon())).toMatchObject({ appKey: GOOD.clinc_app_key });
  });

  it("is closed by two words only, in any case; another one is named once", async () => {
    const said: string[] = [];
    const keeperWith = (position: string) =>
      accessKeeper(secretReader(toolbeltV2({ ...GOOD, clinc_off: position })), "clinc", (complaint) =>
        said.push(complaint),
      );
    for (const position of ["transfer", " Apology\n"])
      await expect(keeperWith(position).current(soon())).rejects.toMatchObject({ reason: "switched_off" });
    await keeperWith("  ").current(soon());
    expect(said).toEqual([]);
    const keeper = keeperWith("true");
    await keeper.fresh(soon());
    await keeper.fresh(soon());
    expect(said).toEqual([
      'the secret "clinc_off" must be transfer or apology to switch the bot off; it works',
    ]);
  });

  it("does not look at the other secrets while the bot is switched off", async () => {
    const secrets = { clinc_host: "ftp://nowhere", clinc_off: "apology" };
    await expect(keeperOf(secrets).current(soon())).rejects.toMatchObject({ reason: "switched_off" });
  });

  it.each([
    ["open", {}, GOOD.clinc_app_key],
    ["closed", { clinc_off: "transfer" }, "switched_off"],
  ])("stays %s while the secret storage is down", async (_, position, found) => {
    vi.useFakeTimers();
    const secrets: Record<string, string> = { ...GOOD, ...position };
    let isDown = false;
    const keeper = accessKeeper(
      secretReader({
        SecretClient: () => ({
          readSecret: async (name) => {
            if (isDown)
              throw Object.assign(new Error("boom"), { code: "com.liveperson.faas.secret.failure" });
            return { key: name, value: secrets[name] };
          },
        }),
      }),
      "clinc",
    );
    const current = () =>
      keeper.current(soon()).then(
        ({ appKey }) => appKey,
        ({ reason }) => reason,
      );
    expect(await current()).toBe(found);
    isDown = true;
    vi.advanceTimersByTime(6 * 60_000);
    expect(await current()).toBe(found);
    expect(await current()).toBe(found);
  });

  it("stays what it was after a quarter of the time when the secret storage hangs", async () => {
    vi.useFakeTimers();
    const { keeper, storage } = await keeperWithHistory();
    storage.read = () => new Promise(() => {});
    let access: ClincAccess | undefined;
    keeper.current(new Deadline(1000)).then((read) => {
      access = read;
    });
    await vi.advanceTimersByTimeAsync(249);
    expect(access).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(access).toMatchObject({ appKey: GOOD.clinc_app_key });
  });

  it("asks a secret storage that was down again after a minute", async () => {
    vi.useFakeTimers();
    const { keeper, storage } = await keeperWithHistory();
    let reads = 0;
    storage.read = () => {
      reads += 1;
      return Promise.reject(new Error("boom"));
    };
    await keeper.current(soon());
    const readsOfOne = reads;
    vi.advanceTimersByTime(59_999);
    await keeper.current(soon());
    expect(reads).toBe(readsOfOne);
    vi.advanceTimersByTime(1);
    await keeper.current(soon());
    expect(reads).toBe(2 * readsOfOne);
  });

  it("is not what it was when a secret has become wrong or is gone", async () => {
    for (const [value, reason] of [
      ["", "secret_missing"],
      ["two words", "app_key_malformed"],
    ] as const) {
      vi.useFakeTimers();
      const { keeper, storage } = await keeperWithHistory();
      const { read } = storage;
      storage.read = (name) =>
        name === "clinc_app_key" ? Promise.resolve({ key: name, value }) : read(name);
      await expect(keeper.current(soon())).rejects.toMatchObject({ responsible: "settings", reason });
    }
  });
});

/** A keeper whose values have grown old, and the storage that it will ask. */
async function keeperWithHistory() {
  const storage = {
    read: async (name: string): Promise<unknown> => ({ key: name, value: GOOD[name as keyof typeof GOOD] }),
  };
  const SecretClient = () => ({ readSecret: (name: string) => storage.read(name) });
  const keeper = accessKeeper(secretReader({ SecretClient }), "clinc");
  await keeper.current(soon());
  vi.advanceTimersByTime(6 * 60_000);
  return { keeper, storage };
}

import type { AxiosAdapter } from "axios";
import { describe, expect, it } from "vitest";
import type { ContextFaultName } from "../../scripts/stand-ins/context-service/faults.ts";
import { startMockContextService } from "../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY as KEY } from "../../scripts/stand-ins/context-service/service.ts";
import { toolbeltOfLocalTool, toolbeltV1 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { recordPlace } from "../../src/record/place.ts";
import { recordStore } from "../../src/record/store.ts";
import { type Transport, transportOf } from "../../src/runtime/transport.ts";
import { CONTEXT_REASONS } from "../fixtures/context-reasons.ts";
import { closedPort } from "../support/loopback-server.ts";
import { TRANSPORTS } from "../support/transports.ts";

const ID = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";

/** The records of one instance. */
function storeOf(transport: Transport, host: string) {
  return recordStore(transport, recordPlace(host, "12345678", "clinc"), 24);
}

const FAULTS = Object.keys(CONTEXT_REASONS) as ContextFaultName[];

describe.each(TRANSPORTS)("a service on the way of $platform", ({ platform, transport }) => {
  const reasonOf = (fault: ContextFaultName, what: "read" | "write") => {
    if (fault === "proxy_refuses" && transport.proxied) return "context_not_allowed";
    // A client that shows bare bodies shows nothing of either: there a bare 200 is what a 204 is.
    const isHidden = fault === "blank" && what === "write" && platform === "V1 in LivePerson's local tool";
    return isHidden ? "" : CONTEXT_REASONS[fault][what];
  };

  /** A service of its own with an instance that has heard of it, so that the short caps hold. */
  async function meet(fault: ContextFaultName, method: string) {
    const service = await startMockContextService();
    const here = storeOf(transport, service.host);
    await here.read(ID, KEY);
    service.fault = (_, request) => (request.method === method ? fault : undefined);
    return { service, here };
  }

  it.concurrent.each(FAULTS)(
    "that is not well is told so of a read, and nothing fails: %s",
    async (fault) => {
      const { service, here } = await meet(fault, "GET");
      const { status, fault: told } = await here.read(ID, KEY);
      expect([status, told?.reason ?? ""]).toEqual([
        reasonOf(fault, "read") === "" ? "none" : "failed",
        reasonOf(fault, "read"),
      ]);
      await service.close();
    },
  );

  it.concurrent.each(FAULTS)(
    "that is not well is told so of a write, and nothing fails: %s",
    async (fault) => {
      const { service, here } = await meet(fault, "PATCH");
      const { status, fault: told } = await here.write(ID, KEY, { bot: { rev: 1 } });
      expect([status, told?.reason ?? ""]).toEqual([
        reasonOf(fault, "write") === "" ? "on" : "failed",
        reasonOf(fault, "write"),
      ]);
      await service.close();
    },
  );

  it.concurrent.each(FAULTS.filter((fault) => reasonOf(fault, "write") !== ""))(
    "is given nothing as long as it does not take how long to keep it: %s",
    async (fault) => {
      const { service, here } = await meet(fault, "POST");
      const { status, fault: told } = await here.write(ID, KEY, { bot: { rev: 1 } });
      expect([status, told?.reason]).toEqual(["failed", reasonOf(fault, "write")]);
      expect(service.seen.map(({ method }) => method)).not.toContain("PATCH");
      await service.close();
    },
  );
});

describe("a service that cannot be reached", () => {
  it.each(TRANSPORTS)("is nobody's setting when it is closed, on $platform", async ({ transport }) => {
    const here = storeOf(transport, `http://127.0.0.1:${await closedPort()}`);
    for (const outcome of [await here.read(ID, KEY), await here.write(ID, KEY, {})])
      expect(outcome).toMatchObject({
        status: "failed",
        fault: { responsible: "network", reason: "context_unavailable" },
      });
  });

  it.each([
    ["V1", toolbeltV1({}, [])],
    ["V1 in LivePerson's local tool", toolbeltOfLocalTool({}, [])],
  ])("is to be allowed first, on %s", async (_, toolbelt) => {
    const { status, fault } = await storeOf(transportOf(toolbelt), "z1").read(ID, KEY);
    expect(status).toBe("failed");
    expect(fault).toMatchObject({ responsible: "settings", reason: "context_not_allowed" });
    expect(fault?.remedy).toContain("*.context.liveperson.net");
  });

  it.each([
    ["ERR_SOCKET_CLOSED", true, "context_not_allowed"],
    ["ERR_SOCKET_CLOSED", false, "context_unavailable"],
    ["ENOTFOUND", false, "context_zone_wrong"],
    ["EAI_AGAIN", false, "context_unavailable"],
    ["ETIMEDOUT", true, "context_unavailable"],
    ["Z_DATA_ERROR", false, "context_unusable"],
    ["", false, "context_unavailable"],
  ])("by %j is told so (V1: %s): %s", async (code, proxied, reason) => {
    const adapter: AxiosAdapter = () => Promise.reject(Object.assign(new Error("down"), { code }));
    const { fault } = await storeOf({ adapter, proxied }, "z1").read(ID, KEY);
    expect(fault?.reason).toBe(reason);
  });
});

describe("LivePerson's proxy", () => {
  it.each([
    [403, "context_not_allowed"],
    [500, "context_unavailable"],
  ])("is believed where it forbids, and says nothing else: %i is %s", async (status, reason) => {
    const data = "You do not have access to the page";
    const adapter: AxiosAdapter = async (config) => ({ data, status, statusText: "", headers: {}, config });
    const { fault } = await storeOf({ adapter, proxied: true }, "z1").read(ID, KEY);
    expect(fault?.reason).toBe(reason);
  });
});

describe("a fault of the service", () => {
  it("says what to do, and shows neither key nor conversation nor address", async () => {
    const secret = "k3y-0123456789";
    for (const status of [200, 302, 400, 401, 403, 404, 413, 429, 500]) {
      const adapter: AxiosAdapter = async (config) => ({
        data: `echo of ${secret} and ${ID}`,
        status,
        statusText: "",
        headers: {},
        config,
      });
      const { fault } = await storeOf({ adapter, proxied: true }, "z1").write(ID, secret, {});
      expect(fault?.remedy).toMatch(/\w+ \w+ \w+/);
      const held = `${fault?.message} ${JSON.stringify(fault)} ${fault?.stack} ${JSON.stringify(fault?.cause)}`;
      for (const hidden of [secret, ID, "12345678", "z1.context"]) expect(held).not.toContain(hidden);
    }
  });

  it("is that of a key which no header can carry, and it is not sent", async () => {
    let calls = 0;
    const adapter: AxiosAdapter = async (config) => {
      calls += 1;
      return { data: "", status: 204, statusText: "", headers: {}, config };
    };
    for (const key of ["two words", "line\r\nX-Evil: 1", "schlüssel"]) {
      const { fault } = await storeOf({ adapter, proxied: false }, "z1").write(ID, key, {});
      expect(fault).toMatchObject({ responsible: "settings", reason: "context_key_refused" });
    }
    expect(calls).toBe(0);
  });
});

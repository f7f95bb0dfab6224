import { describe, expect, it, onTestFinished } from "vitest";
import { DOMAIN_API } from "../../../scripts/account/domain-api.ts";
import { LIMITS } from "../../../scripts/account/request.ts";
import type { Check } from "../../../scripts/doctor/check.ts";
import { examineRecord } from "../../../scripts/doctor/record.ts";
import { examineZone } from "../../../scripts/doctor/zone.ts";
import { startMockContextService } from "../../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY } from "../../../scripts/stand-ins/context-service/service.ts";
import {
  ACCOUNT,
  type MockAccount,
  startMockFunctionsApi,
} from "../../../scripts/stand-ins/functions-api/server.ts";
import { readSettings } from "../../../src/bot/settings.ts";
import { recordPlace } from "../../../src/record/place.ts";

async function domainApi(content: MockAccount): Promise<URL> {
  const mock = await startMockFunctionsApi(content);
  onTestFinished(() => mock.close());
  return new URL(mock.address);
}

/** What the doctor says of CONTEXT_HOST at an account that LivePerson has elsewhere, perhaps. */
async function judged(
  host: string,
  content: MockAccount,
  account = ACCOUNT.LIVEPERSON_ACCOUNT,
): Promise<Check> {
  const place = recordPlace(host, account, "clinc");
  if (!place) throw new Error(`${host} is no host of records`);
  const isSilent = content.instead?.some((one) => "fault" in one);
  const limits = isSilent ? { ...LIMITS, milliseconds: 300 } : LIMITS;
  return examineZone(place, await domainApi(content), limits);
}

describe("the zone of the records", () => {
  it.each([
    ["z2", "z2.context.liveperson.net"],
    ["z3.context.liveperson.net", "z3.context.liveperson.net"],
    ["z2", "Z2.context.liveperson.net"],
  ])("is right as %s where LivePerson names %s", async (host, context) => {
    expect(await judged(host, { context })).toMatchObject({ name: "record zone", status: "ok" });
  });

  it("is named when it is another, with what to set", async () => {
    expect(await judged("z1", { context: "z2.context.liveperson.net" })).toEqual({
      name: "record zone",
      status: "failed",
      finding:
        "records would be kept at z1.context.liveperson.net, but the account is at z2.context.liveperson.net",
      remedy:
        "Set CONTEXT_HOST to z2. In LivePerson: the function's environment variables; deploy it again afterwards.",
    });
  });

  it("is doubted where the host that is named is no known zone, and may be the same by another name", async () => {
    const check = await judged("z1", { context: "lo.context.liveperson.net" });
    expect(check.status).toBe("warning");
    expect(check.remedy).toMatch(
      /another name of the same.* set CONTEXT_HOST to lo\.context\.liveperson\.net\./,
    );
  });

  it("is missing in an account without Conversation Orchestrator", async () => {
    expect(await judged("z1", {})).toMatchObject({
      status: "failed",
      finding: "the account 90210001 has no Conversation Context Service",
      remedy: expect.stringContaining("Ask LivePerson"),
    });
  });

  it.each<[what: string, content: MockAccount, finding: string]>([
    ["a web page", { instead: [{ method: "GET", path: /./, status: 200, text: "<html>" }] }, "no JSON"],
    ["nothing", { instead: [{ method: "GET", path: /./, fault: "silence" }] }, "within 0.3 seconds"],
    ["404 for the account", {}, "was answered with 404"],
  ])(
    "is not seen where the domain API answers with %s, which is no fault of it",
    async (what, content, finding) => {
      const account = what.startsWith("404") ? "1" : undefined;
      expect(await judged("z1", content, account)).toMatchObject({
        status: "warning",
        finding: expect.stringContaining(finding),
        remedy: expect.stringContaining("CONTEXT_HOST is z1 for the Americas"),
      });
    },
  );

  it("is named on one line, whatever is said", async () => {
    const check = await judged("z1", { context: "evil\u001b[2J\nexample" });
    expect(check.finding).not.toMatch(/[\p{Cc}]/u);
  });

  it("is not asked for of LivePerson where the records are on this machine", async () => {
    const place = recordPlace("http://127.0.0.1:1", "123", "clinc");
    if (!place) throw new Error("loopback is a place");
    const limits = { ...LIMITS, milliseconds: 1 };
    expect((await examineZone(place, new URL(DOMAIN_API), limits)).status).toBe("ok");
  });

  it("is looked at before the doctor's own record, for the account of the login if no other is set", async () => {
    const context = await startMockContextService();
    onTestFinished(() => context.close());
    const record = {
      key: MOCK_CONTEXT_KEY,
      isAwaited: false,
      account: ACCOUNT.LIVEPERSON_ACCOUNT,
      domainApi: await domainApi({ context: new URL(context.host).host }),
    };
    const checks: Check[] = [];
    const { settings } = readSettings({ CONTEXT_HOST: context.host });
    for await (const check of examineRecord(record, settings)) checks.push(check);
    expect(checks.map(({ name, status }) => [name, status])).toEqual(
      ["record", "record zone", "record time", "record write", "record read", "record delete"].map((name) => [
        name,
        "ok",
      ]),
    );
  });
});

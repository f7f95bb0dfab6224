import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { LIMITS } from "../../../scripts/account/request.ts";
import { builtFile } from "../../../scripts/build/built-file.ts";
import { checksumsOf } from "../../../scripts/build/checksums.ts";
import { VERSION } from "../../../scripts/build/version.ts";
import type { Check } from "../../../scripts/doctor/check.ts";
import { checksumsIn, DIST, examineFile } from "../../../scripts/doctor/files.ts";
import { checkLines } from "../../../scripts/doctor/report.ts";
import { examineZone } from "../../../scripts/doctor/zone.ts";
import { runImport } from "../../../scripts/import/run.ts";
import { ACCOUNT, startMockFunctionsApi } from "../../../scripts/stand-ins/functions-api/server.ts";
import { recordPlace } from "../../../src/record/place.ts";
import { bankAccount, changedLambda, examinedAccount } from "../../support/examined-account.ts";
import { temporaryFile, temporaryFolder } from "../../support/temporary-files.ts";

const V1 = builtFile("v1");
const OLDER = V1.replace(`Functions ${VERSION} (`, "Functions 0.9.0 (");
const KNOWN = {
  ...checksumsIn(DIST),
  "0.9.0": checksumsOf(new Map([["v1/functions/ClincBot/index.js", OLDER]])),
};

async function zone(): Promise<Check[]> {
  const mock = await startMockFunctionsApi({ context: "z2.context.liveperson.net" });
  onTestFinished(() => mock.close());
  const place = recordPlace("z1", ACCOUNT.LIVEPERSON_ACCOUNT, "clinc");
  return place ? [await examineZone(place, new URL(mock.address), LIMITS)] : [];
}

const file = async (text: string) => [await examineFile(temporaryFile("from-liveperson.js", text))];

/** Each set-up that is broken in one way, what is said of it, and where somebody clicks. */
const BROKEN: Record<string, [look: () => Promise<Check[]>, check: string, finding: RegExp, click: RegExp]> =
  {
    "a file that is cut off": [
      () => file(V1.slice(0, 60_000)),
      "file",
      /^from-liveperson\.js: cut off or edited: it does not parse, line \d+: .+; 60,000 of [\d,]+ characters of version/,
      /open the function, select all of the code .* paste .* deploy/,
    ],
    "a file that was edited": [
      () => file(V1.replaceAll("sorry", "Sorry").replaceAll("Sorry", "SORRY")),
      "file",
      /^from-liveperson\.js: edited: it is not as it was built/,
      /open the function, select all of the code .* paste .* deploy/,
    ],
    "another version than this project's": [
      async () =>
        examinedAccount(await bankAccount(changedLambda({}, { code: OLDER })), "v1", { checksums: KNOWN }),
      "code",
      new RegExp(`^version 0\\.9\\.0, whole and unchanged; this project has ${VERSION}$`),
      /open the function, select all .* Or: npm run import -- --generation v1 --function ClincBot --deploy/,
    ],
    "a function that is not deployed": [
      async () => examinedAccount(await bankAccount(changedLambda({ state: "Draft" }))),
      "deployment",
      /^ClincBot is not deployed \(Draft\)$/,
      /open ClincBot, and click Deploy/,
    ],
    "a domain that is not allowed": [
      async () => examinedAccount(await bankAccount({ domains: ["*.liveperson.example"] })),
      "domains",
      /^not allowed: api\.clinc\.example$/,
      /Settings, allowed domains, add api\.clinc\.example; wait ten minutes/,
    ],
    "a skill that the account does not have": [
      async () => examinedAccount(await bankAccount({ skills: [{ id: 1, name: "agents", deleted: false }] })),
      "skills",
      /^the account has no skill of the name in TRANSFER_SKILL$/,
      /skills are managed: create the skill, or set TRANSFER_SKILL .* deploy it again/,
    ],
    "a wrong zone": [
      zone,
      "record zone",
      /^records would be kept at z1\..*, but the account is at z2\./,
      /^Set CONTEXT_HOST to z2\. .*environment variables; deploy it again/,
    ],
  };

describe("a set-up that is broken in one way", () => {
  it.each(Object.entries(BROKEN))(
    "is named, with what to click: %s",
    async (_, [look, name, finding, click]) => {
      const bad = (await look()).filter(({ status }) => status !== "ok");
      expect(bad.map((check) => check.name)).toEqual([name]);
      expect(bad[0]?.finding).toMatch(finding);
      expect(bad[0]?.remedy).toMatch(click);
    },
  );
});

describe("a bad version that was brought in", () => {
  it.each(["v1", "v2"] as const)("is noticed in %s, and rolled back by one command", async (generation) => {
    const mock = await bankAccount();
    const backups = temporaryFolder();
    const good = builtFile(generation);
    const bad = good.slice(0, 70_000);
    const content =
      generation === "v1"
        ? { implementation: { code: bad, environmentVariables: [{ key: "CLINC_DEVICE", value: "kiosk" }] } }
        : { manifest: { code: bad, environment: { CLINC_DEVICE: "kiosk" } } };
    const description = "Answers consumers with a Clinc AI";
    const broken = temporaryFile("clinc-bot.json", { name: "ClincBot", description, ...content });
    const call = { "domain-api": mock.address, deploy: true };
    const before = await examinedAccount(mock, generation);
    expect(before.filter(({ status }) => status !== "ok")).toEqual([]);

    await runImport({ ...call, generation, package: broken, backup: backups }, ACCOUNT, () => {});
    const noticed = (await examinedAccount(mock, generation)).filter(({ status }) => status !== "ok");
    expect(noticed.map(({ name, status }) => [name, status])).toEqual([
      ["code", "failed"],
      ["variables", "warning"],
    ]);
    expect(noticed.map(checkLines).join("\n")).toMatch(
      /does not parse.*70,000 of[\s\S]*--rollback FILE --deploy/,
    );

    const [saved = ""] = readdirSync(backups);
    await runImport({ ...call, rollback: join(backups, saved) }, ACCOUNT, () => {});
    expect(await examinedAccount(mock, generation)).toEqual(before);
  });
});

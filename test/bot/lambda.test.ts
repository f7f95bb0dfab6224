import { randomUUID } from "node:crypto";
import nock from "nock";
import { afterEach, expect, it, vi } from "vitest";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { run } from "../../src/bot/lambda.ts";
import { clincBody } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { interceptRequests } from "../support/intercepted-requests.ts";
import { logLines } from "../support/log-lines.ts";

interceptRequests();
logLines();
afterEach(() => vi.unstubAllEnvs());

it("an instance has the settings of its environment, and one memory for all its events", async () => {
  vi.stubEnv("UNSUPPORTED_MESSAGE", "Text only.");
  const toolbelt = toolbeltV2({ clinc_host: "api.clinc.example", clinc_app_key: "key" });
  const clinc = nock("https://api.clinc.example").post("/v1/query").once().reply(200, clincBody());
  // The instance is the module's, and may have had this test before, where modules are not loaded anew.
  const words = events.messagingText("my balance", { convId: randomUUID(), sequence: 2 });
  const first = await run(words, toolbelt);
  expect(first.messages).toEqual(["Your balance is $1,250.40."]);
  expect(await run(words, toolbelt)).toEqual(first);
  clinc.done();
  expect((await run(events.file(), toolbelt)).messages).toEqual(["Text only."]);
});

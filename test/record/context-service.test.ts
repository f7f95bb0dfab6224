import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type MockContextService,
  startMockContextService,
} from "../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY } from "../../scripts/stand-ins/context-service/service.ts";
import { type ContextCall, contextService } from "../../src/record/context-service.ts";
import { TRANSPORTS } from "../support/transports.ts";

let context: MockContextService;
beforeEach(async () => {
  context = await startMockContextService();
});
afterEach(() => context.close());

describe.each(TRANSPORTS)("the Conversation Context Service through $platform", ({ transport }) => {
  const call = (method: ContextCall["method"], data?: ContextCall["data"]) =>
    contextService(transport)({
      method,
      url: `${context.host}/v1/account/123/clinc_conversation/session-1/properties`,
      key: MOCK_CONTEXT_KEY,
      timeout: 1_000,
      ...(data && { data }),
    });

  it("has nothing of a session at first, then what was written, and nothing once it is deleted", async () => {
    expect(await call("get")).toBeUndefined();
    expect(await call("patch", { bot: { rev: 1 } })).toBeUndefined();
    expect(await call("get")).toEqual({ bot: { rev: 1 } });
    expect(await call("delete")).toBeUndefined();
    expect(await call("get")).toBeUndefined();
  });

  it("has nothing to delete where there is nothing, and that is no fault", async () => {
    context.fault = () => "no_account";
    expect(await call("delete")).toBeUndefined();
    expect(await call("patch", {})).toMatchObject({ reason: "context_zone_wrong" });
  });
});

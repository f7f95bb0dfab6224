import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { inputOf, newConversationId } from "../../../../scripts/conversations/events.ts";
import { freePort } from "../../../../scripts/kit/loopback.ts";
import { mockSecrets } from "../../../../scripts/stand-ins/clinc/server.ts";
import { mockRecord } from "../../../../scripts/stand-ins/context-service/server.ts";
import { type DeskProcess, startDeskProcess } from "../../../../scripts/stand-ins/desk/desk-process.ts";
import { startDomainApi } from "../../../../scripts/stand-ins/domain-api/server.ts";
import { loadBuilt } from "../../../../scripts/stand-ins/functions/load-built.ts";
import { startMessaging } from "../../../../scripts/stand-ins/messaging/server.ts";
import { startOidcProvider, startSentinel } from "../../../../scripts/stand-ins/sign-in/server.ts";
import { expectNoComplaints, forgive } from "../../../support/complaints.ts";
import { auditOf, startWorld } from "../../../support/desk.ts";
import { type FramedWidget, line, openFramed, ownWorkspace } from "../../../support/page-of-widget.ts";

let open: FramedWidget;
afterEach(() => {
  // Without a session the desk refuses, and the browser says so; the provider that asks may not be framed.
  forgive(open, /status of 401|Refused to display|Framing/);
  expectNoComplaints(open);
});

/** A conversation that the built ClincBot has had with the example bank, and the built desk beside its record. */
async function handedOver(setup: (publicUrl: string) => Promise<Record<string, string>>) {
  const { clinc, store, environment } = await startWorld();
  const record = mockRecord(store.host);
  const variables = {
    TRANSFER_SKILL: "human-agents",
    AGENT_DETAILS: "CARD_NUMBER, ACCOUNT",
    ...record.environment,
  };
  const [bot] = await loadBuilt("v2", 1, { ...mockSecrets(clinc.host), ...record.secrets }, variables);
  const conversationId = newConversationId(false);
  const said = ["hello", "What is my balance in checking?", "I lost my card"];
  for (const [index, turn] of said.entries())
    await bot?.invoke(inputOf(turn, { conversationId, index, isChat: false }));
  const [workspace, port] = [await ownWorkspace(), await freePort()];
  const publicUrl = `http://localhost:${port}`;
  const desk = await startDeskProcess({
    ...environment,
    DESK_PUBLIC_URL: publicUrl,
    PORT: String(port),
    DESK_FRAME_ANCESTORS: workspace.address,
    DESK_SUGGEST: "auto",
    LIVEPERSON_SDK: workspace.sdk,
    ...(await setup(publicUrl)),
  });
  onTestFinished(async () => void (await desk.end()));
  const model = { "chatInfo.rtSessionId": conversationId };
  open = await openFramed(workspace, publicUrl, { model });
  return { clinc, store, desk, conversationId };
}

const NO_SIGN_IN = async () => ({ DESK_SIGN_IN: "none" });

/** What the desk has written of a kind of call. */
function audited(desk: DeskProcess, op: string) {
  return auditOf(desk).filter((written) => written.op === op);
}

describe("from the built bot to the agent's screen", () => {
  it("an agent sees why the bot handed over, and puts a suggestion into their input", async () => {
    const { desk, conversationId } = await handedOver(NO_SIGN_IN);
    const { widget, say } = open;
    await widget.getByText("Handed over", { exact: true }).waitFor();
    expect(await widget.getByRole("region", { name: "What Clinc knew" }).innerText()).toMatch(
      /get balance[\s\S]*clean hello/,
    );
    await say(line({ text: "How long does a new card take?" }));
    await widget.getByRole("button", { name: /^Use/ }).click();
    await widget.getByText("Put into your input.").waitFor();
    const [written = ""] = await open.written();
    expect(written.length).toBeGreaterThan(10);
    await expect.poll(() => audited(desk, "feedback").map(({ event }) => event)).toEqual(["shown", "used"]);
    expect(audited(desk, "suggestion")).toEqual([
      expect.objectContaining({ conversation: conversationId, agent: "local", status: "ok" }),
    ]);
  });

  it("either half works without the other", async () => {
    const { clinc, store } = await handedOver(NO_SIGN_IN);
    const { widget, say } = open;
    await widget.getByText("Handed over", { exact: true }).waitFor();
    clinc.fault = () => "error";
    await say(line({ text: "How long does a new card take?" }));
    await widget.getByText("Clinc does not answer").waitFor();
    clinc.fault = () => undefined;
    await widget.getByRole("button", { name: "Try again" }).click();
    await widget.getByRole("button", { name: /^Use/ }).waitFor();
    await store.close();
    await open.frame().evaluate("location.reload()");
    await widget.getByText("The record cannot be read now").waitFor();
    await widget.getByRole("button", { name: /^Use/ }).waitFor();
  });

  it("says how long to wait when an agent has asked too often", async () => {
    await handedOver(NO_SIGN_IN);
    const { widget, say } = open;
    await widget.getByText("Handed over", { exact: true }).waitFor();
    for (let number = 1; number <= 30; number += 1) {
      await say(line({ text: `How long does card ${number} take?` }));
      await widget.getByText(`How long does card ${number} take?`).waitFor();
      await widget.getByRole("button", { name: /^Use/ }).waitFor();
    }
    await say(line({ text: "And how long does one more card take?" }));
    await widget.getByText("Too many at once").waitFor();
    await widget.getByRole("button", { name: /^Try again in \d+ s$/ }).waitFor();
    forgive(open, /status of 429/);
  });

  it("shows nothing to an agent whose conversation it is not, as LivePerson says", async () => {
    const messaging = await startMessaging();
    let tokens: readonly string[] = [];
    const { desk, conversationId } = await handedOver(async (publicUrl) => {
      const client = { clientId: "the-desk", clientSecret: "a secret of the client" };
      const sentinel = await startSentinel({ ...client, redirectUri: `${publicUrl}/callback` }, "12345678");
      tokens = sentinel.given;
      const domainApi = await startDomainApi("12345678", {
        sentinel: new URL(sentinel.address).host,
        messagingRestApiDomain: new URL(messaging.address).host,
      });
      onTestFinished(() =>
        Promise.all([sentinel, messaging, domainApi].map((one) => one.close())).then(() => {}),
      );
      return {
        DESK_SIGN_IN: "liveperson",
        DESK_CLIENT_ID: client.clientId,
        DESK_CLIENT_SECRET: client.clientSecret,
        DESK_ASSIGNMENT_CHECK: "conversation",
        LIVEPERSON_ACCOUNT: "12345678",
        LIVEPERSON_DOMAIN_API: domainApi.address,
      };
    });
    const { widget } = open;
    await widget.getByText("Not your conversation").waitFor();
    expect(audited(desk, "briefing")).toEqual([expect.objectContaining({ status: "not_assigned" })]);
    messaging.assigned.set(tokens.at(-1) ?? "", [conversationId]);
    await widget.getByRole("button", { name: "Check again" }).click();
    await widget.getByText("Handed over", { exact: true }).waitFor();
    forgive(open, /status of 403/);
  });

  it.each([
    ["without a click, where the provider knows the agent", false],
    ["in a window, where the provider asks and may not be framed", true],
  ])("signed in by the bank's provider %s", async (_, asks) => {
    const { desk } = await handedOver(async (publicUrl) => {
      const client = { clientId: "the-desk", clientSecret: "a secret of the client" };
      const provider = await startOidcProvider({ ...client, redirectUri: `${publicUrl}/callback` });
      onTestFinished(() => provider.close());
      provider.state.asks = asks;
      return {
        DESK_SIGN_IN: "oidc",
        DESK_ISSUER: provider.address,
        DESK_CLIENT_ID: client.clientId,
        DESK_CLIENT_SECRET: client.clientSecret,
        DESK_ALLOWED: "*",
        DESK_ASSIGNMENT_CHECK: "off",
      };
    });
    const { widget, page } = open;
    if (asks) {
      const signIn = widget.getByRole("button", { name: "Sign in" });
      const [popup] = await Promise.all([page.context().waitForEvent("page"), signIn.click()]);
      await popup.getByRole("link", { name: "Sign in as Alex Agent" }).click();
    }
    await widget.getByText("Handed over", { exact: true }).waitFor();
    expect(audited(desk, "briefing")).toEqual([expect.objectContaining({ status: "ok" })]);
  });
});

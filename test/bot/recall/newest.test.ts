import { describe, expect, it } from "vitest";
import { GENERATIONS } from "../../../scripts/build/generation.ts";
import { deliver } from "../../../scripts/stand-ins/functions/connector.ts";
import { clincBody, outOfScope, withLivePerson } from "../../fixtures/clinc-replies.ts";
import * as events from "../../fixtures/events.ts";
import {
  callsOf,
  type SharedAccount,
  sharedAccount,
  storedIn,
  WITHOUT_RECORD,
} from "../../support/instances.ts";
import { logLines } from "../../support/log-lines.ts";

const log = logLines();

const SMS = { CHANNEL: "sms" };
const LIST = {
  text: "Which account?",
  choices: [{ title: "Savings", say: "my savings account" }, "Checking"],
};
const says = (words: string, sequence: number) => events.messagingText(words, { sequence });

/** The service fails every call of this method. */
function failing(account: SharedAccount, failed: string | undefined): void {
  account.disturbed = ({ method }) => (method === failed ? { status: 500, body: "" } : undefined);
}

/** Clinc offers a list when the consumer wants to pay. */
function offering(account: SharedAccount): SharedAccount {
  account.clinc.answer = (words) => (words === "pay" ? withLivePerson(LIST) : clincBody());
  return account;
}

describe.each(GENERATIONS)("of two memories on %s", (generation) => {
  it("the instance's own counts where the conversation has no record yet", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = () => outOfScope();
    const bot = account.instance();
    const last = await account.time.during(async () => {
      failing(account, "GET");
      await bot(says("one", 2));
      failing(account, undefined);
      await bot(says("two", 4));
      return bot(says("three", 6));
    });
    expect(deliver(last, false).action).toBe('TRANSFER {"skill":"desk"}');
  });

  it("the instance's own is still not sure of a number, where others may have failed to read as well", async () => {
    const account = offering(sharedAccount(generation));
    const bot = account.instance(SMS);
    await account.time.during(async () => {
      failing(account, "GET");
      await bot(says("pay", 2));
      failing(account, undefined);
      await bot(says("1", 7));
    });
    expect(account.asked).toEqual(["pay", "1"]);
  });

  it("the one that was read counts, where another instance was heard and this one was not", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = (words) => (words === "clear" ? clincBody() : outOfScope());
    const here = account.instance();
    const last = await account.time.during(async () => {
      await here(says("one", 2));
      failing(account, "PATCH");
      await here(says("two", 4));
      failing(account, undefined);
      await account.instance()(says("clear", 6));
      return here(says("four", 8));
    });
    expect(deliver(last, false).action).toBe("");
    expect(storedIn(account).bot).toMatchObject({ misunderstood: 1, rev: 3 });
  });

  it("the one that was read counts, where another instance has written since and no event has a number", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = () => outOfScope();
    const here = account.instance();
    const last = await account.time.during(async () => {
      await here(events.minimal("one"));
      await account.instance()(events.minimal("two"));
      return here(events.minimal("three"));
    });
    expect(deliver(last, false).action).toBe('TRANSFER {"skill":"desk"}');
  });

  it("the instance's own counts where it has written last: what is sealed may not be readable", async () => {
    const account = offering(sharedAccount(generation));
    const bot = account.instance(SMS);
    await account.time.during(async () => {
      await bot(says("pay", 2));
      const { bot: properties, ...others } = storedIn(account);
      const unsealed = JSON.stringify({ ...others, bot: { ...properties, sealed: "" } });
      account.disturbed = ({ method }) => (method === "GET" ? { status: 200, body: unsealed } : undefined);
      await bot(says("1", 5));
    });
    expect(account.asked).toEqual(["pay", "my savings account"]);
  });

  it("what only this instance knows stays: that a public thread was invited", async () => {
    const account = sharedAccount(generation);
    const here = account.instance();
    const metadata = [events.socialData("Twitter", "Public")];
    const post = (sequence: number) => events.messagingText("hi", { sequence, lpEvent: { metadata } });
    const last = await account.time.during(async () => {
      expect(deliver(await here(post(2)), false).inPublic).toHaveLength(1);
      await account.instance()(says("one", 4));
      await here(says("two", 6));
      return here(post(8));
    });
    expect(deliver(last, false).inPublic).toEqual([]);
  });
});

describe.each(GENERATIONS)("what takes part in a record on %s", (generation) => {
  it("is no welcome that the bank says itself", async () => {
    const account = sharedAccount(generation);
    await account.time.during(async () => {
      await account.instance()(says("one", 2));
      callsOf(account);
      await account.instance({ WELCOME_MESSAGE: "Welcome." })(events.transferredIn());
    });
    expect(callsOf(account)).toEqual(["GET"]);
    expect(log.at(-1)).toContain('"record":"on"');
  });

  it("is a welcome that Clinc answers, without a claim", async () => {
    const account = sharedAccount(generation);
    await account.time.during(() => account.instance()(events.transferredIn("hi", { sequence: 3 })));
    expect(callsOf(account)).toEqual(["GET", "POST", "POST", "PATCH agent bot"]);
  });

  it("is no reply of a turn that failed on purpose: its repeat fails as well, or gets an apology", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = () => clincBody({ competency: "live_agent" });
    const turn = () => account.instance({ TRANSFER_SKILL: "" })(says("a person", 2));
    const outcomes = await account.time.during(async () => [
      await turn().catch(({ message }) => message),
      await turn().then(
        ({ context }) => context.intentId,
        ({ message }) => message,
      ),
    ]);
    expect(outcomes[0]).toContain("TRANSFER_SKILL");
    expect(outcomes[1]).toMatch(generation === "v2" ? /^earlier_turn_pending$/ : /TRANSFER_SKILL/);
  });

  it("is no reply that is too long for it, and the others stay", async () => {
    const account = sharedAccount(generation);
    const long = "x".repeat(17_000);
    account.clinc.answer = (words) =>
      words === "long" ? clincBody({ visuals: { formattedResponse: long } }) : clincBody();
    await account.time.during(async () => {
      await account.instance()(says("short", 2));
      await account.instance()(says("long", 4));
      await account.instance()(says("short", 2));
    });
    expect(account.asked).toEqual(["short", "long"]);
  });
});

describe.each(GENERATIONS)("without a record, an instance of %s", (generation) => {
  it("takes a number of an event without a place by its age, if others seldom answer", async () => {
    const account = offering(sharedAccount(generation));
    const bot = account.instance(SMS, WITHOUT_RECORD);
    await account.time.during(async () => {
      await bot(events.minimal("pay"));
      await bot(events.minimal("1"));
    });
    expect(account.asked[1]).toBe(generation === "v1" ? "my savings account" : "1");
  });

  it("takes no number where another may have answered between, which a record would rule out", async () => {
    const asked = async (secrets?: Parameters<SharedAccount["instance"]>[1]) => {
      const account = offering(sharedAccount(generation));
      const bot = account.instance(SMS, secrets);
      await account.time.during(async () => {
        await bot(says("pay", 2));
        await bot(says("1", 7));
      });
      return account.asked[1];
    };
    expect(await asked()).toBe("my savings account");
    expect(await asked(WITHOUT_RECORD)).toBe("1");
  });
});

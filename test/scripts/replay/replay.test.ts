import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { OWN_CONVERSATIONS, ownConversation } from "../../../scripts/conversations/read-conversation.ts";
import { MOCK_APP_KEY } from "../../../scripts/stand-ins/clinc/server.ts";
import { SHOWCASE } from "../../../scripts/stand-ins/clinc/showcase.ts";
import { startMockContextService } from "../../../scripts/stand-ins/context-service/server.ts";
import { messagingText } from "../../fixtures/events.ts";
import { callScript, type ScriptRun } from "../../support/called-script.ts";
import { ownClinc } from "../../support/clinc.ts";
import { blocksOf, documentOf } from "../../support/markdown.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

function replay(args: string[] = [], environment: Record<string, string> = {}): Promise<ScriptRun> {
  return callScript("replay/replay.ts", args, environment);
}

/** What was printed for each conversation, by its first line. */
function printedConversations({ stdout }: ScriptRun): Map<string, string> {
  const blocks = stdout.split("\n\n").filter((block) => /^V[12] {2}/.test(block));
  return new Map(blocks.map((block) => [block.split("\n")[0] ?? "", block]));
}

describe("a replay of the project's own conversations", () => {
  let run: ScriptRun;
  let printed: Map<string, string>;
  beforeAll(async () => {
    run = await replay(["--all"]);
    printed = printedConversations(run);
  });

  it("ends with 0, and with the count of all turns", () => {
    expect(run.status, run.stdout + run.stderr).toBe(0);
    const conversations = 2 * OWN_CONVERSATIONS.length;
    const turns = run.stdout.match(/^ {4}consumer {2}|^ {7}agent {2}/gm)?.length;
    expect(run.stdout.trimEnd().split("\n").at(-1)).toBe(
      `${turns} turns in ${conversations} conversations, 0 of them wrong`,
    );
  });

  it.each(["V1", "V2"])("plays at least five of them in %s", (generation) => {
    const titles = [...printed.keys()].filter((title) => title.startsWith(`${generation}  `));
    expect(titles.length).toBeGreaterThanOrEqual(5);
    expect(titles).toHaveLength(OWN_CONVERSATIONS.length);
  });

  it.each(["V1", "V2"])("prints what consumer, agent and LivePerson see in %s", (generation) => {
    const handover = printed.get(
      `${generation}  A lost card: the author hands over to the card desk, with a note`,
    );
    expect(handover?.replace(/\d+ ms/g, "… ms")).toBe(
      [
        `${generation}  A lost card: the author hands over to the card desk, with a note`,
        "    consumer  What is my balance in checking?",
        "         bot  Your Everyday Checking balance is $1,250.40.",
        "  agent sees  get balance (get_balance) 0.97",
        "        took  … ms",
        "    consumer  I lost my card",
        "         bot  I have blocked the card.",
        "              A colleague from the card desk takes over now.",
        "  agent only  Card blocked by the bot; replacement not ordered yet.",
        "  agent only  Handed over by the bot: the bot's author hands over here.",
        "              Last intents: get balance (0.97), card lost (0.97)",
        "              Details:",
        "              - card number: ••••1111",
        "  agent sees  card lost (card_lost) 0.97",
        '  LivePerson  TRANSFER {"skill":"human-cards"}',
        "        took  … ms",
      ].join("\n"),
    );
  });

  it("prints what the documents show of it, times aside", () => {
    const withoutTimes = (text: string) => text.replace(/\d+ ms/g, "… ms");
    const [beginning = "?"] = blocksOf(documentOf("README.md"), "text");
    expect(withoutTimes(run.stdout).startsWith(withoutTimes(beginning))).toBe(true);
    const [handover = "?"] = blocksOf(documentOf("scripts/conversations/README.md"), "text");
    for (const excerpt of handover.split("    …\n"))
      expect(withoutTimes(run.stdout)).toContain(withoutTimes(excerpt));
  });

  it("says the same in both generations", () => {
    const spoken = (generation: string) =>
      [...printed]
        .filter(([title]) => title.startsWith(generation))
        .map(([, block]) => block.replace(/^V\d/, "").replace(/^ +took .*$/gm, ""));
    expect(spoken("V2")).toEqual(spoken("V1"));
  });

  it("asks each turn in the dialog of the one before", () => {
    const transfer = printed.get("V2  Sending money, with missing details asked for and confirmed");
    expect(transfer).toMatch(
      /bot {2}How much.*bot {2}To which account.*bot {2}Send \$50\.00 to Rainy Day Savings, right\?.*bot {2}Done\./s,
    );
  });

  it.each(["on the web", "on WhatsApp", "on Facebook", "on chat"])(
    "shows everything that an author can write %s",
    (where) => {
      const shown = showcase(where);
      const said = [...shown.matchAll(/^ {4}consumer {2}(.+)$/gm)].map(([, words]) => words);
      expect(said).toEqual(SHOWCASE.map(({ say }) => say));
      expect(said.slice(-2)).toEqual(["show a transfer", "show a close"]);
    },
  );

  it.each([
    ["on the web", "show choices", /quick replies: \( Send money \) \( Checking \)/],
    ["on chat", "show choices", /Please answer with one of these:\n +1\. Send money/],
    ["on WhatsApp", "show many choices", /\n +30\. Epsom$/m],
    ["on the web", "show a carousel", /bot {2}carousel:/],
    ["on WhatsApp", "show a carousel", /(bot {2}vertical:.*){3}/s],
    ["on WhatsApp", "show a card", /Call us: \+15550100/],
    ["on Facebook", "show a long card", /bot {2}Order it with the family insurance\n/],
    ["on Facebook", "show a native template", /bot {2}vertical:/],
    ["on WhatsApp", "show a native template", /has not the shape of a card on this channel; its text/],
    ["on the web", "show a wrong image", /must be an https address; its text was sent instead/],
    ["on the web", "show a wrong link", /an address with an allowed scheme; its text was sent instead/],
    ["on the web", "show markup", /You wrote: &lt;img src="x"/],
    ["on chat", "show a note", /a private text is for messaging only and was left out on chat/],
    ["on the web", "show a response time", /LivePerson {2}CHANGE_TTR \{"ttrType":"URGENT"\}/],
    ["on the web", "show a transfer", /LivePerson {2}TRANSFER \{"skill":"human-cards"\}/],
    ["on chat", "show a close", /LivePerson {2}CLOSE_CONVERSATION \{"withoutPcs":true\}/],
  ])("prints what is seen %s of “%s”", (where, words, seen) => {
    const turns = showcase(where).split(/^ {4}consumer {2}/m);
    expect(turns.find((turn) => turn.startsWith(`${words}\n`))).toMatch(seen);
  });

  it("takes a number typed after a numbered list, and an amount as an amount", () => {
    const [, typed = ""] = [...printed].find(([title]) => /^V2 {2}A number/.test(title)) ?? [];
    expect(typed).toMatch(
      /consumer {2}7\n +bot {2}The branch in Goole.*consumer {2}york\n +bot {2}The branch in York/s,
    );
    expect(typed).toMatch(/consumer {2}12\n +bot {2}To which account\?/);
    expect(typed).toMatch(/consumer {2}٧\n +bot {2}The branch in Goole/);
    expect(typed).toMatch(/consumer {2}\(30\) epsom\n +bot {2}The branch in Epsom/);
  });

  it("lets instances take turns that know from the record what the others knew", () => {
    const [, turns = ""] = [...printed].find(([title]) => /^V2 {2}Two instances/.test(title)) ?? [];
    const [, list, number, ...streak] = turns.split(/^ {4}consumer {2}/m);
    expect(list).toMatch(/2\. Savings\n(.*\n)*? +took {2}\d+ ms, on instance 1, \d calls for the record/);
    expect(number).toMatch(
      /^2\n +bot {2}Your Rainy Day Savings balance is \$8,300\.00\.\n(.*\n)* .*on instance 2/,
    );
    expect(streak.map((turn) => /, on instance (\d), 3 calls for the record/.exec(turn)?.[1])).toEqual([
      "1",
      "2",
      "1",
    ]);
    expect(streak[1]).not.toContain("TRANSFER");
    expect(streak[2]).toMatch(
      /not understood 3 times in a row.*\n.*\n +Details:\n +- account: Rainy Day Savings/,
    );
    expect(streak[2]).toContain('TRANSFER {"skill":"human-agents"}');
  });

  it("lets V1 take all turns on one instance", () => {
    const [, turns = ""] = [...printed].find(([title]) => /^V1 {2}Two instances/.test(title)) ?? [];
    expect(turns).toMatch(/took {2}\d+ ms, \d calls for the record/);
    expect(turns).not.toContain("on instance");
  });

  it("shows what is said in public apart from what the consumer alone sees", () => {
    const [, posts = ""] = [...printed].find(([title]) => /^V2 {2}A post/.test(title)) ?? [];
    const [, first, second, direct, caption, file] = posts.split(/^ {4}consumer {2}/m);
    expect(first).toMatch(
      /^\(in public\) @bank What.*\n +in public {2}Please write to us in a private message/,
    );
    expect(second).toMatch(/^\(in public\) @bank hello\?\n +bot {2}\(waits 1 s\)/);
    expect(second).toContain("less than ten minutes ago");
    expect(direct).toMatch(/^What is my balance in checking\?\n +bot {2}Your Everyday Checking balance/);
    expect(caption).toMatch(/^What is my balance in savings\?\n +bot {2}Your Rainy Day Savings balance/);
    expect(file).toMatch(/^\(file\)\n +bot {2}Sorry, I can only read text messages/);
  });

  it("speaks the consumer's language where the bank lists it, and hands over to its skill", () => {
    const [, spanish = ""] = [...printed].find(([title]) => /^V2 {2}A bank with two/.test(title)) ?? [];
    const [, , balance, file, typed, first, second] = spanish.split(/^ {4}consumer {2}/m);
    expect(balance).toMatch(/¿Qué cuenta\?\n +Responda con una de estas opciones:\n +1\. Cuenta corriente/);
    expect(file).toMatch(/Solo puedo leer mensajes de texto\.\n +Dígamelo con palabras/);
    expect(typed).toMatch(/^2\n +bot {2}El saldo de su cuenta Rainy Day Savings es de \$8,300\.00\.\n/);
    expect(first).toContain("Lo siento, todavía no puedo ayudarle con eso.");
    expect(second).toContain("Le paso con un colega que puede ayudarle.");
    expect(second).toContain('LivePerson  TRANSFER {"skill":"human-agents-es"}');
  });

  function showcase(where: string): string {
    return printed.get(`V2  Everything that an author can write, ${where}`) ?? "";
  }

  it.each(["V1", "V2"])("shows in %s what the agent who takes over can ask", (generation) => {
    const [, shown = ""] = [...printed].find(([title]) => title.startsWith(`${generation}  After the`)) ?? [];
    const [, briefing, suggestion, said, question, followUp] = shown.split(/^ {7}agent {2}/m);
    expect(briefing).toMatch(
      /^\/clinc\n {2}this agent {2}Handed over by the bot: .*\n +card number: ••••1111\n.*newest first:\n +- card lost \(0\.97\), .*handed over\n +- get balance/,
    );
    expect(suggestion).toMatch(
      /^\/clinc How long.*\n {2}this agent {2}Suggested reply \(card replacement, 0\.97\):/,
    );
    expect(said).toMatch(/^A replacement card [^\n]+\n$/);
    expect(question).toMatch(/Which account\?\n +Checking\n +Savings/);
    expect(followUp).toContain("Your Rainy Day Savings balance is $8,300.00.");
  });

  it("prints no colours into a pipe", () => {
    expect(run.stdout).not.toContain("\u001b[");
    expect(run.stderr).not.toContain("\u001b[");
  });
});

describe("a replay of the user's file", () => {
  it("plays one payload in both generations", async () => {
    const file = temporaryFile("payload.json", messagingText("What is my balance in checking?").payload);
    const run = await replay([file]);
    expect(run.status, run.stdout + run.stderr).toBe(0);
    const printed = printedConversations(run);
    expect([...printed.keys()]).toEqual([`V1  ${file}`, `V2  ${file}`]);
    for (const block of printed.values())
      expect(block).toContain("bot  Your Everyday Checking balance is $1,250.40.");
    expect(run.stdout).toContain("2 turns in 2 conversations, 0 of them wrong");
  });

  it("plays only the generation that is asked for", async () => {
    const file = temporaryFile("turns.json", ["hello", "goodbye"]);
    const run = await replay(["--generation", "v2", file]);
    expect(run.status).toBe(0);
    expect([...printedConversations(run).keys()]).toEqual([`V2  ${file}`]);
    expect(run.stdout).toContain("2 turns in 1 conversation, 0 of them wrong");
  });

  it("takes the function's environment variables from the shell, and the file's before them", async () => {
    const environment = { WELCOME_MESSAGE: "Ahoy from the file." };
    const welcome = { message: "", context: { lpEvent: { content: "welcome" } } };
    const file = temporaryFile("welcome.json", { title: "Ahoy", environment, turns: [welcome, "agent"] });
    const shell = {
      WELCOME_MESSAGE: "Ahoy from the shell.",
      TRANSFER_SKILL: "night-shift",
      CLINC_SECRET_PREFIX: "cards",
    };
    const { status, stdout } = await replay(["--generation", "v1", file], shell);
    expect(status).toBe(0);
    expect(stdout).toContain("bot  Ahoy from the file.");
    expect(stdout).toContain('LivePerson  TRANSFER {"skill":"night-shift"}');
  });

  it("shows what instances forget that share nothing", async () => {
    const file = temporaryFile("instances.json", {
      title: "Forgetful",
      environment: { CHANNEL: "sms" },
      instances: 2,
      turns: ["What is my balance?", "2"],
    });
    const { status, stdout } = await replay(["--generation", "v2", file]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/took {2}\d+ ms, on instance 2$/m);
    expect(stdout).not.toContain("Rainy Day Savings");
    expect(stdout).not.toContain("calls for the record");
  });

  it("ends with 1 when a turn fails, and tells that LivePerson escalates", async () => {
    const file = temporaryFile("handover.json", {
      title: "Nobody to hand over to",
      turns: ["hello", "agent"],
    });
    const { status, stdout } = await replay([file]);
    expect(status).toBe(1);
    expect(stdout).toContain("failed  ");
    expect(stdout).toContain("TRANSFER_SKILL");
    expect(stdout).toContain("LivePerson  escalates as the bot is configured to");
    expect(stdout).toContain("4 turns in 2 conversations, 2 of them wrong");
  });
});

describe("files that the replay writes", () => {
  it("have the form of the project's own: an updated conversation", async () => {
    const file = temporaryFile("cards.json", '{"title":"A file","turns":[ {"file":""},"goodbye" ] }');
    const run = await replay(["--update", file]);
    expect(run).toEqual({ status: 0, stdout: `✓ ${file}: 2 turns written, 0 as before\n`, stderr: "" });
    expect(readFileSync(file, "utf8")).toBe(`{
  "title": "A file",
  "turns": [
    {
      "file": "",
      "expect": {
        "text": "Sorry, I can only read text messages. Please tell me in words.",
        "intent": "unsupported_message"
      }
    },
    { "say": "goodbye", "expect": { "text": "Goodbye!", "intent": "clean_goodbye", "outcome": "close" } }
  ]
}
`);
    expect(await replay([file])).toMatchObject({ status: 0 });
  });

  it("have it, too: the schema, to the letter of the one that is published", async () => {
    const file = temporaryFile("schema.json", "");
    expect(await replay(["--schema", file])).toEqual({ status: 0, stdout: "", stderr: "" });
    const published = ownConversation("conversation.schema");
    expect(readFileSync(file, "utf8")).toBe(readFileSync(published, "utf8"));
  });
});

describe("a replay that cannot be", () => {
  it.each([
    ["no JSON", "hello", "is not JSON"],
    ["no conversation", { title: "Balance", turns: [] }, "is no conversation: turns"],
    ["neither conversation nor payload", { greeting: "hello" }, "is neither a conversation"],
  ])("names a file that is %s, without a stack", async (_, content, problem) => {
    const file = temporaryFile("bad.json", content);
    const run = await replay([file]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(`${file} ${problem}`);
    expect(run.stderr.trimEnd().endsWith("See --help.")).toBe(true);
    expect(run.stderr).not.toMatch(/^ +at /m);
  });

  it("names a file that is not there", async () => {
    const run = await replay(["no/such/file.json"]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("no/such/file.json is not there; check its path");
  });

  it.each([
    ["an unknown generation", ["--generation", "v3"], "--generation is v1, v2 or both"],
    ["an unknown option", ["--mock"], "--mock is no option of this command"],
  ])("is a wrong call with %s", async (_, args, message) => {
    const run = await replay(args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });
});

describe("a live replay", () => {
  it.each([
    ["CLINC_HOST", { CLINC_APP_KEY: "key" }],
    ["CLINC_APP_KEY", { CLINC_HOST: "api.clinc.example" }],
  ])("needs %s", async (_, environment) => {
    const run = await replay(["--live"], environment);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("--live needs CLINC_HOST and CLINC_APP_KEY in the environment");
  });

  it("needs a file, as the project's own conversations are those of the example bank", async () => {
    const run = await replay(["--live"], { CLINC_HOST: "api.clinc.example", CLINC_APP_KEY: "key" });
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("--live needs a file of yours");
  });

  it("asks the Clinc of the environment, with its key and AI version", async () => {
    const mock = await ownClinc({ appKey: "key-of-the-bank" });
    const aiVersion = "5b4f3c1e-0000-4000-8000-00000000abcd";
    const file = temporaryFile("turns.json", ["What is my balance?", "Savings"]);
    const run = await replay(["--live", file], {
      CLINC_HOST: mock.host,
      CLINC_APP_KEY: "key-of-the-bank",
      CLINC_AI_VERSION: aiVersion,
    });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toContain("bot  Your Rainy Day Savings balance is $8,300.00.");
    const queries = mock.seen.map(({ body }) => JSON.parse(body));
    expect(queries.map(({ query }) => query)).toEqual([
      "What is my balance?",
      "Savings",
      "What is my balance?",
      "Savings",
    ]);
    for (const query of queries) expect(query.ai_version).toBe(aiVersion);
    expect(new Set(queries.map(({ dialog_seed }) => dialog_seed)).size).toBe(2);
  });

  it("keeps records where the environment says", async () => {
    const mock = await ownClinc();
    const context = await startMockContextService({ key: "context-key-of-the-bank" });
    onTestFinished(() => context.close());
    const file = temporaryFile("turns.json", ["hello"]);
    const run = await replay(["--live", file], {
      CLINC_HOST: mock.host,
      CLINC_APP_KEY: MOCK_APP_KEY,
      CLINC_CONTEXT_KEY: "context-key-of-the-bank",
      CONTEXT_HOST: context.host,
      CONTEXT_ACCOUNT: "123",
    });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    const written = context.seen.filter(({ method, body }) => method === "PATCH" && body.includes('"agent"'));
    expect(written.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^\/v1\/account\/123\/clinc_conversation\//),
      expect.stringMatching(/^\/v1\/account\/123\/clinc_conversation\//),
    ]);
    expect(context.lasting()).toEqual([]);
  });

  it("leaves the AI version to Clinc when there is none", async () => {
    const mock = await ownClinc();
    const file = temporaryFile("turns.json", ["hello"]);
    const run = await replay(["--live", "--generation", "v2", file], {
      CLINC_HOST: mock.host,
      CLINC_APP_KEY: MOCK_APP_KEY,
    });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(mock.seen).toHaveLength(1);
    expect(JSON.parse(mock.seen[0]?.body ?? "")).not.toHaveProperty("ai_version");
  });

  it.each([
    ["with a transfer", { TRANSFER_SKILL: "human-agents" }, "bot  I am connecting you with a colleague"],
    ["even without an answer", {}, "LivePerson  escalates as the bot is configured to"],
  ])("ends with 1 for a wrong key and shows the log that says why, %s", async (_, settings, seen) => {
    const mock = await ownClinc({ appKey: "key-of-the-bank" });
    const file = temporaryFile("turns.json", ["hello"]);
    const secrets = { CLINC_HOST: mock.host, CLINC_APP_KEY: "key-of-yesterday" };
    const { status, stdout } = await replay(["--live", file], { ...secrets, ...settings });
    expect(status).toBe(1);
    expect(stdout).toContain(seen);
    expect(stdout.match(/^ +warn {2}\[clinc\] .*401/gm)).toHaveLength(2);
    expect(stdout).not.toContain("key-of-yesterday");
    expect(stdout).toContain("2 turns in 2 conversations, 2 of them wrong");
  });

  it("stops at once for a host that is none, and does not repeat it", async () => {
    const run = await replay(["--live"], { CLINC_HOST: "our clinc", CLINC_APP_KEY: "key" });
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(/^CLINC_HOST must be a host such as api\.clinc\.example, /);
    expect(run.stderr).not.toContain("our clinc");
  });
});

describe("what a replay leaves alone", () => {
  it("is everything outside of scratch folders: it builds in memory, and needs no dist", async () => {
    const file = temporaryFile("turns.json", ["hello"]);
    const guard = temporaryFile("guard.cjs", GUARD_OF_PROJECT);
    const run = await replay([file], { NODE_OPTIONS: `--require ${guard}` });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("2 turns in 2 conversations, 0 of them wrong");
  });
});

/** Makes every write below the project fail, and every look into dist. */
const GUARD_OF_PROJECT = `
  const fs = require("node:fs");
  const { resolve, sep } = require("node:path");
  const guard = (name, folder) => {
    const original = fs[name];
    fs[name] = (path, ...rest) => {
      if (typeof path === "string" && (resolve(path) + sep).startsWith(resolve(folder) + sep))
        throw new Error(name + " of " + path);
      return original(path, ...rest);
    };
  };
  for (const name of ["writeFileSync", "mkdirSync", "rmSync"]) guard(name, ".");
  guard("readFileSync", "dist");
  require("node:module").syncBuiltinESMExports();
`;

describe("the replay's help", () => {
  it("tells how it is called, and plays nothing", async () => {
    const run = await replay(["--help"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    for (const word of [
      "FILE.json",
      "--generation",
      "--live",
      "CLINC_HOST",
      "CLINC_APP_KEY",
      "CLINC_AI_VERSION",
    ])
      expect(run.stdout).toContain(word);
    expect(run.stdout).not.toContain("consumer");
  });
});

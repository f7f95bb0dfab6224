import { describe, expect, it } from "vitest";
import { MOCK_APP_KEY } from "../../scripts/stand-ins/clinc/server.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { clincBody } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, PLATFORM_NAMES } from "../support/built.ts";
import { serve } from "../support/loopback-server.ts";

const TEXT = "Café crème: 3 €.";
const BODY = JSON.stringify(clincBody({ visuals: { formattedResponse: TEXT } }));
const JSON_TYPE = "application/json";

/** What an answer may look like without being wrong: its bytes, and its headers as name, value, name, value. */
type OddAnswer = { bytes?: Buffer; headers?: string[] };

const utf8 = (text: string) => Buffer.from(text, "utf8");
const typed = (type: string) => ({ headers: ["Content-Type", type] });

const ODD: Array<[what: string, answer: OddAnswer]> = [
  ["with a byte order mark", { bytes: utf8(`\uFEFF${BODY}`) }],
  ["with white space around it", { bytes: utf8(`\r\n\t ${BODY} \r\n\r\n`) }],
  ["with white space inside it", { bytes: utf8(JSON.stringify(JSON.parse(BODY), null, "\t")) }],
  ["with every letter beyond ASCII escaped", { bytes: utf8(BODY.replace(/[^ -~]/g, escaped)) }],
  ["as plain text", typed("text/plain")],
  ["as a web page", typed("text/html; charset=utf-8")],
  ["of no type", { headers: [] }],
  ["of a type with a charset in capitals", typed('Application/JSON; Charset="UTF-8"')],
  ["of a type with another charset, for JSON is always UTF-8", typed("application/json; charset=iso-8859-1")],
  [
    "with headers that are called like methods",
    {
      headers: [
        "normalize",
        "toJSON",
        "setContentType",
        "concat",
        "get",
        "has",
        "then",
        "toString",
        "constructor",
        "hasOwnProperty",
        "__proto__",
        "status",
        "statusCode",
      ].flatMap((name) => [name, "x"]),
    },
  ],
  ["with one header many times", { headers: Array(40).fill(["Set-Cookie", "a=b"]).flat() }],
];

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

async function answerTo(platform: (typeof PLATFORM_NAMES)[number], host: string) {
  const bot = await loadBuiltOn(platform, { host });
  const { result, error, logs } = await bot.invoke(events.messagingText("hi"));
  expect(error).toBeUndefined();
  return { ...deliver(result, false), logs };
}

describe.each(PLATFORM_NAMES)("on %s an answer of Clinc", (platform) => {
  it.each(ODD)("%s is read", async (_, { bytes = utf8(BODY), headers = ["Content-Type", JSON_TYPE] }) => {
    const host = await serve((_, response) => response.writeHead(200, headers).end(bytes));
    const { consumer, logs } = await answerTo(platform, host);
    expect(consumer).toEqual([TEXT]);
    expect(logs.map(({ level }) => level)).toEqual(["info"]);
  });

  it("that comes a byte at a time is read", async () => {
    const host = await serve(async (_, response) => {
      response.writeHead(200, { "Content-Type": JSON_TYPE });
      for (const byte of utf8(BODY)) await new Promise((sent) => response.write(Buffer.of(byte), sent));
      response.end();
    });
    expect((await answerTo(platform, host)).consumer).toEqual([TEXT]);
  });

  it("whose keys look like lines of the log forges none", async () => {
    const forged = 'x\n[clinc] turn {"conversation":"forged"}';
    const liveperson = [
      { text: "Hello.", [forged]: 1 },
      { card: { title: "Card", [forged]: 1 } },
      { structuredContent: { message: "Choose.", quickReplies: {}, [forged]: 1 } },
      { structuredContent: { type: "text", text: "Text", [forged]: 1 } },
    ];
    const body = JSON.stringify(clincBody({ visuals: { liveperson } }));
    const { logs } = await answerTo(platform, await serve((_, response) => response.end(body)));
    expect(logs.map(({ text }) => text).join("\n")).not.toContain('"forged"');
    for (const { text } of logs) expect(text).toMatch(/^\[clinc\] .*$/);
    expect(logs.filter(({ text }) => text.startsWith("[clinc] turn"))).toHaveLength(1);
  });

  it("in UTF-16, which JSON no longer allows, is named", async () => {
    const bytes = Buffer.from(`\uFEFF${BODY}`, "utf16le");
    const host = await serve((_, response) =>
      response.writeHead(200, { "Content-Type": "application/json; charset=utf-16" }).end(bytes),
    );
    expect((await answerTo(platform, host)).classification).toContain("clinc_unusable_reply");
  });
});

describe.each(PLATFORM_NAMES)("on %s the summary of a transfer", (platform) => {
  it.each([
    ["4111 -- 1111\n1111 x 1111", "••••1111"],
    ["⁴¹¹¹ １１１１ 1,111 111.1", "••••1111"],
    ["DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000", "••••3000"],
    ["$1,250.40 on 2026-11-25 at 14:30", "$1,250.40 on 2026-11-25 at 14:30"],
  ])("shows %j as %j", async (written, shown) => {
    const liveperson = { action: "TRANSFER", actionParameters: { skill: "desk" } };
    const body = JSON.stringify(clincBody({ slots: { _CARD_: [written] }, visuals: { liveperson } }));
    const host = await serve((_, response) => response.end(body));
    const bot = await loadBuiltOn(platform, { host, environment: { AGENT_DETAILS: "card" } });
    const { result } = await bot.invoke(events.messagingText("hi"));
    expect(deliver(result, false).agent[0]).toContain(`\n- card: ${shown}`);
  });
});

describe.each(PLATFORM_NAMES)("on %s a 403", (platform) => {
  it.each([
    ["nothing", ""],
    ["a blank", " \n"],
    ["a list", '["Forbidden."]'],
    ["null", "null"],
    ["an object", '{"detail":"Forbidden."}'],
    ["a page of a gateway", "<html><h1>403 Forbidden</h1></html>"],
  ])("with %s as its body makes the key be read again", async (_, body) => {
    const secrets = { clinc_host: "", clinc_app_key: "the-old-key" };
    secrets.clinc_host = await serve((request, response) => {
      const isNew = request.headers.authorization === `App-Key ${MOCK_APP_KEY}`;
      secrets.clinc_app_key = MOCK_APP_KEY;
      response.writeHead(isNew ? 200 : 403).end(isNew ? BODY : body);
    });
    const bot = await loadBuiltOn(platform, { host: secrets.clinc_host, secrets });
    const { result } = await bot.invoke(events.messagingText("hi"));
    expect(deliver(result, false).consumer).toEqual([TEXT]);
  });
});

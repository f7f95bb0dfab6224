import { describe, expect, it } from "vitest";
import { readSpeech, readText } from "../../src/answer/clinc-text.ts";

describe("a text of Clinc's", () => {
  it("has a literal \\n or a <br> for a line end, and a literal \\m for the next message", () => {
    expect(readText("One.\\nTwo.\\mThree.\\m \\m")).toEqual(["One.\nTwo.", "Three."]);
    for (const br of ["<br>", "<br/>", "<br />", "<BR>", "</br>", '<br clear="all"/>'])
      expect(readText(`One.${br}Two.`)).toEqual(["One.\nTwo."]);
  });

  it.each(["", "  ", "\\n\\m", "<br>", "&nbsp; &#160;"])(
    "is no message when it shows nothing: %j",
    (text) => {
      expect(readText(text)).toEqual([]);
    },
  );

  it.each([
    ["Don&#39;t, don&apos;t, don&#x27;t, don&#X27;t, don&#039;t", "Don't, don't, don't, don't, don't"],
    ["&quot;Hi&quot; &#34;Hi&#34;", '"Hi" "Hi"'],
    ["a&nbsp;b&#160;c", "a\u00a0b\u00a0c"],
    ["&euro;5 &pound;5 &yen;5 5&cent; &#8364;5 &#x20AC;5", "€5 £5 ¥5 5¢ €5 €5"],
    ["&ldquo;a&rdquo; &lsquo;b&rsquo; &bdquo;c&ldquo; &laquo;d&raquo;", "“a” ‘b’ „c“ «d»"],
    ["1&ndash;2 &mdash; and so on&hellip; &bull; &iexcl;a! &iquest;b?", "1–2 — and so on… • ¡a! ¿b?"],
    ["Visa&reg; &copy; Bank&trade;", "Visa® © Bank™"],
    ["AT&amp;T &#38; Co", "AT&T & Co"],
    ["You are &quot;#1&quot;, &apos;lt; Smith&apos;", "You are \"#1\", 'lt; Smith'"],
    ["a &amp;&amp; b", "a && b"],
  ])("has its entities decoded: %j", (text, read) => {
    expect(readText(text)).toEqual([read]);
  });

  it.each([
    "&lt;b&gt; &#60; &#62; &#x3c; &#X3E; &#060;",
    "&amp;lt;script&amp;gt;",
    "&amp;#60;",
    "&#38;lt;",
    "&amp;#39;",
    "&amp;amp;lt;",
    "&amp;lt script",
    "&euro &#39 & &; &x; &EURO; &toString; &constructor; &__proto__;",
    "&#0; &#55357; &#1114112; &#99999999999999; &#x;",
    "Fees < 5 & more > 3 <b>bold</b> <speak>",
  ])("keeps what is no entity of the table, or would leave another behind: %j", (text) => {
    expect(readText(text)).toEqual([text]);
  });

  it("is decoded once: what comes out is not looked at again", () => {
    expect(readText("&amp;&lt;")).toEqual(["&&lt;"]);
    expect(readText("&quot;\\n&apos;")).toEqual(["\"\n'"]);
    expect(readText("&lt;br&gt;")).toEqual(["&lt;br&gt;"]);
  });
});

describe("a text that was written to be spoken", () => {
  it("loses the tags of speech, and what they part stays apart", () => {
    const text =
      '<speak>You spent <say-as interpret-as="currency">USD 12</say-as>.<break time="1s"/>Anything <emphasis>else</emphasis>?</speak>';
    expect(readSpeech(text)).toEqual(["You spent USD 12. Anything else?"]);
    expect(readSpeech("<speak><p>One.</p><p><s>Two.</s><s>Three.</s></p></speak>")).toEqual([
      "One. Two. Three.",
    ]);
    expect(readSpeech('<?xml version="1.0"?><!-- x --><SPEAK version="1.0">Hi<BREAK/>you</SPEAK>')).toEqual([
      "Hi you",
    ]);
    expect(
      readSpeech(
        '<speak>a <amazon:effect name="whispered">b</amazon:effect> <sub alias="c d">cd</sub></speak>',
      ),
    ).toEqual(["a b cd"]);
  });

  it("is one line, however its author has set it", () => {
    expect(readSpeech("<speak>\n  Hello.\n  <break/>\n  Bye.\n</speak>")).toEqual(["Hello. Bye."]);
  });

  it("keeps what is no tag of speech", () => {
    expect(readSpeech("<speak>less than <5 % and <b>more</b></speak>")).toEqual([
      "less than <5 % and <b>more</b>",
    ]);
    expect(readSpeech("<speak><speaker>x</speaker> <pre>y</pre></speak>")).toEqual([
      "<speaker>x</speaker> <pre>y</pre>",
    ]);
  });

  it("is an ordinary text without <speak>", () => {
    for (const text of ["less than <5 %", "<break> is a word", "<p>One.</p>", "<speaker>"])
      expect(readSpeech(text)).toEqual([text]);
  });

  it("has line ends, messages and entities as any other", () => {
    expect(readSpeech("<speak>One.<br/>Two\\nThree\\mDon&#39;t &lt;5</speak>")).toEqual([
      "One.\nTwo\nThree",
      "Don't &lt;5",
    ]);
  });

  it("is read without losing time, however broken its markup is", () => {
    for (const part of ["<speak", "<break ", "< ", "<say-as", "   <"])
      expect(readSpeech(`<speak>${part.repeat(10_000)}`).length).toBeLessThanOrEqual(1);
  });
});

import { writeFileSync } from "node:fs";
import { command, UsageError } from "../kit/command.ts";
import { callOf, OPTIONS, refuseNowhere } from "./call.ts";
import { formattedJson } from "./formatted.ts";
import { replay } from "./run.ts";
import { schemaOfFiles } from "./schema.ts";

const HELP = `Builds the functions in memory, and replays conversations through them as LivePerson Functions would run them.

  npm start                          the project's own conversations, in both generations: the first as a whole, of
                                     the others what is wrong; with --all every turn
  npm start -- FILE.json …           your own: { "title", "turns": ["What is my balance?", …] }, turns alone, or one
  npm start -- --generation v2       only one generation
  npm start -- --channels FILE.json  each answer on all channels; --channel whatsapp,chat on some of them
  npm start -- --update FILE.json    writes what is seen into the file, as what is expected from then on
  npm start -- --live FILE.json      with a real Clinc instead of the stand-in: CLINC_HOST, CLINC_APP_KEY and
                                     (optional) CLINC_AI_VERSION, CLINC_ASSIST_AI_VERSION, CLINC_OFF come from the
                                     environment; with CLINC_CONTEXT_KEY the conversations have records at the
                                     real LivePerson

  --lenient      remarks about an author's content make no turn wrong
  --json         the result as JSON, and nothing else (npm start --silent -- --json)
  --junit FILE   the result as JUnit writes it, for continuous integration
  --schema FILE  writes the JSON schema of such files, and plays nothing

A turn is what is typed, a whole payload, or in short { "say": words }, { "post": words, "on": "Facebook" } for a post
that everybody can read ("Twitter", "Instagram"; "direct" for a direct message), { "file": caption }, { "welcome": what
was said last }. An agent's turn is { "agent": "/clinc" } for what the bot knew, { "agent": "/clinc " and words } for a
suggested reply, or what the agent says. Beside it may stand
  "clinc"        what Clinc answers: { "text", "intent", "score", "state", "slots", "liveperson", "agent" }, or
                 { "raw": a whole reply }, or { "status": 503, "body": "…" }
  "expect"       what should come of it: "text", "choices", "card", "carousel", "private", "public", "intent", "score"
                 (at least), "outcome", "skill", "fault", "remarks", "queries", "withinMs"; for agents "suggestion" and
                 "briefing". A text is exactly so, { "includes": "…" } or { "matches": "…" }.
Beside its title a conversation may have "surface": "chat", "language": "es-ES", "environment": { … }, "record": true for
a record, and "instances": 2 for two instances of V2 that take its turns in turn.
The functions' own environment variables (TRANSFER_SKILL and so on) may be set in the shell, too.
Exit status: 0 when every turn was answered as LivePerson wants it and as it was expected, 1 when not, 2 for a wrong call or file.`;

await command(
  HELP,
  OPTIONS,
  async (values, words) => {
    if (values.schema !== undefined) {
      if (words.length > 0) throw new UsageError("--schema plays nothing; leave out the files behind it");
      refuseNowhere("--schema", values.schema);
      writeFileSync(values.schema, await formattedJson(schemaOfFiles()));
      return 0;
    }
    return replay(callOf(values, words), { print: console.log, format: formattedJson });
  },
  { allowPositionals: true },
);

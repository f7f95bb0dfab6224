import { readFileSync } from "node:fs";
import { join } from "node:path";
import { html, raw } from "hono/html";
import type { Figures } from "../figures.ts";
import { agentsSection } from "./agents.ts";
import { channelsSection } from "./channels.ts";
import { conversationsSection } from "./conversations.ts";
import { faultsSection } from "./faults.ts";
import { handOversSection } from "./hand-overs.ts";
import { operationSection } from "./operation.ts";
import { spanOf, story } from "./story.ts";
import { timesSection } from "./times.ts";
import { understandingSection } from "./understanding.ts";

const STYLE = join(import.meta.dirname, "page.css");

/** Nothing on the page may run, or come from elsewhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole report as one HTML page that needs nothing else. What a log says stands in it as text and as nothing more. */
export async function pageOf(figures: Figures): Promise<string> {
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Report: the bot ${spanOf(figures)}</title>
<style>${raw(readFileSync(STYLE, "utf8"))}</style>
</head>
<body>
<main>
${story(figures)}
${conversationsSection(figures)}
${handOversSection(figures)}
${faultsSection(figures)}
${understandingSection(figures)}
${timesSection(figures)}
${agentsSection(figures)}
${channelsSection(figures)}
${operationSection(figures)}
</main>
<footer><p>Counted from the function's log by <code>npm run report</code>. There is no text of a consumer, no id of a
conversation and none of an agent on this page.</p></footer>
</body>
</html>
`;
  return String(page);
}

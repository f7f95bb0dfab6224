import type { StandInUser } from "./code-flow.ts";

/** The query parameter that says as whom the agent signs in; `""` for somebody who does not want to. */
export const SIGN_IN_AS = "as";

/** Whoever may sign in at the page. */
export const AGENTS: ReadonlyArray<StandInUser & { name: string }> = [
  { sub: "agent-1", name: "Alex Agent" },
  { sub: "agent-2", name: "Robin Agent" },
];

/**
 * The page on which an agent signs in with one click.
 *
 * @param query the one of the request that it answers
 */
export function signInPage(query: URLSearchParams): string {
  // What stands in a query is percent-encoded; only the ampersands between its parts mean something in HTML.
  const link = (sub: string) =>
    `?${new URLSearchParams([...query, [SIGN_IN_AS, sub]])}`.replaceAll("&", "&amp;");
  const agents = AGENTS.map(({ sub, name }) => `<li><a href="${link(sub)}">Sign in as ${name}</a></li>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Stand-in for a sign-in</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>Example Bank: sign in</h1>
      <p>This stands in for the bank’s own sign-in. It asks for no password, and runs on this machine alone.</p>
      <ul>
        ${agents.join("\n        ")}
      </ul>
      <a class="no" href="${link("")}">Do not sign in</a>
    </main>
  </body>
</html>`;
}

/** Looks like the stand-in of the workspace. */
const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#e9edf2, #0e1116);
  --surface: light-dark(#ffffff, #171b21);
  --line: light-dark(#d5dbe3, #333a45);
  --quiet: light-dark(#566274, #a7b2bf);
  --accent: light-dark(#0b5cab, #1f6fc2);
  font: 15px / 1.45 system-ui, sans-serif;
}
* { box-sizing: border-box; }
body { display: grid; place-items: center; min-height: 100vh; margin: 0; padding: 18px; background: var(--ground); }
main { width: 100%; max-width: 380px; padding: 24px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
h1 { margin: 0 0 8px; font-size: 18px; }
p { margin: 0; color: var(--quiet); }
ul { display: grid; gap: 10px; margin: 20px 0; padding: 0; list-style: none; }
li a { display: block; padding: 10px 14px; border-radius: 8px; background: var(--accent); color: #ffffff; text-align: center; text-decoration: none; }
.no { color: var(--quiet); }
`;

import { UsageError } from "./failures.ts";

type Environment = Record<string, string | undefined>;

/** How one calls what npm has called, such as `npm run doctor --`; `""` for a command that npm has not called. */
export function npmCall({ npm_lifecycle_event: script }: Environment): string {
  // npx runs any program, and no command of package.json.
  if (!script || script === "npx") return "";
  return script === "start" ? "npm start --" : `npm run ${script} --`;
}

/**
 * Refuses a call whose options stand before the two dashes: npm takes those for its own, leaves a sign in the environment,
 * and calls the command without. One that is to be tried only would be done.
 *
 * @param options those of the command
 * @param given those that have reached it
 * @see https://docs.npmjs.com/cli/v11/commands/npm-run-script
 */
export function refuseTakenByNpm(
  options: readonly string[],
  given: ReadonlySet<string>,
  environment: Environment,
): void {
  const call = npmCall(environment);
  if (call === "") return;
  const taken = options.find(
    (one) => !given.has(one) && environment[`npm_config_${one.replaceAll("-", "_")}`],
  );
  if (taken)
    throw new UsageError(
      `npm has taken --${taken} for its own; write two dashes before it: ${call} --${taken}`,
    );
}

// Runs before every command, and says in one sentence that this Node is too old. A Node that is cannot read the other
// files, and not even the tools that run them, so this one keeps to the words of ECMAScript 2015.
const [needed] = /[\d.]+/.exec(require("../../package.json").engines.node);
const { node } = process.versions;

const numbers = (version) => version.split(".").map(Number);
const firstOther = numbers(node).findIndex((number, place) => number !== numbers(needed)[place]);

if (numbers(node)[firstOther] < numbers(needed)[firstOther]) {
  console.error(
    `This needs Node ${needed} or newer, and runs on ${node}: install a newer one from https://nodejs.org`,
  );
  process.exitCode = 1;
}

import { type ClincSays, oneByOne, type Play, type Script, wasTransferred } from "../play.ts";

const KINDS: Record<string, ClincSays> = {
  U: { kind: "understood" },
  M: { kind: "misunderstood" },
  F: { kind: "fails", status: 500 },
};

/** A play in letters: understood, misunderstood, failed. */
function streak(letters: string): Play {
  return oneByOne([...letters].map((letter) => ({ clinc: KINDS[letter] as ClincSays })));
}

/** The eighth message is the first that may hand over. */
export const threeInARow: Script = {
  play: () => streak("UMUUUMMM"),
  judge: (trace) => {
    const handedOver = trace.turns.filter(({ message }) => wasTransferred(trace, message));
    return [["thirdTransfers", handedOver.length === 1 && handedOver[0]?.message === 7]];
  },
};

/** Two misunderstandings are no reason to hand over, however often they come. */
export const neverThree: Script = {
  play: () => streak("MMUMUMMU"),
  judge: (trace) => [["noThree", !trace.turns.some(({ message }) => wasTransferred(trace, message))]],
};

/** A failure now and then is none either. */
export const neverTwoFailures: Script = {
  play: () => streak("FUFUFUFU"),
  judge: (trace) => [["noTwoFailures", !trace.turns.some(({ message }) => wasTransferred(trace, message))]],
};

import { type Message, oneByOne, type Script, wasTransferred } from "../play.ts";

const UNDERSTOOD: Message = { clinc: { kind: "understood" } };

/** A wrong address hands over at once. */
const HOPELESS = { kind: "fails", status: 404 } as const;

/** Nobody is there to take over, so the conversation comes back, and the fault is still there. */
export const returns: Script = {
  play: () =>
    oneByOne([
      ...Array.from({ length: 6 }, () => UNDERSTOOD),
      { clinc: HOPELESS },
      { clinc: HOPELESS, isReturn: true },
    ]),
  judge: (trace) => [["noBounce", wasTransferred(trace, 6) && !wasTransferred(trace, 7)]],
};

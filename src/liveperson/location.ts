import { asObject, readAs } from "../runtime/tolerant.ts";
import { type LpEvent, mapHolder } from "./event.ts";

/** Where a consumer is, in degrees, north and east positive. It is asked of Clinc, and never logged or remembered. */
export type Location = { lat: number; lon: number };

/** The map in shared rich content, alone or in a card. History APIs send the content as a string of JSON, the event as object. */
export function mapIn(content: unknown) {
  const shared = readAs(mapHolder, asObject(content));
  return [shared, ...shared.elements].find(({ type }) => type === "map");
}

/** The place that was shared; `undefined` where there is none on Earth. */
export function locationOf({ event }: LpEvent): Location | undefined {
  const { la: lat = Number.NaN, lo: lon = Number.NaN } = mapIn(event.content) || {};
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}

/** A place in degrees, north and east positive. */
export type Position = { lat: number; lon: number };

/** A house of the bank. */
type Branch = Position & { town: string; street: string };

const BRANCHES: readonly Branch[] = [
  { town: "Leeds", street: "12 Park Row", lat: 53.7977, lon: -1.5463 },
  { town: "York", street: "3 Coney Street", lat: 53.9591, lon: -1.0836 },
  { town: "Manchester", street: "40 King Street", lat: 53.4815, lon: -2.2449 },
  { town: "London", street: "7 Lombard Street", lat: 51.5127, lon: -0.0885 },
  { town: "Ann Arbor", street: "201 South Main Street", lat: 42.2792, lon: -83.7485 },
  { town: "Auckland", street: "88 Queen Street", lat: -36.8457, lon: 174.7662 },
];

const EARTH_RADIUS_KM = 6_371;

/** The branch that is nearest, and how far it is over the ground. */
export function nearestBranch(to: Position): { branch: Branch; kilometres: number } {
  const [nearest] = BRANCHES.map((branch) => ({ branch, kilometres: distance(branch, to) })).sort(
    (a, b) => a.kilometres - b.kilometres,
  );
  if (nearest === undefined) throw new Error("The bank has no branches");
  return nearest;
}

/** Great-circle distance by the haversine formula, which is exact for neighbours, too. */
function distance(from: Position, to: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfWay = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const share =
    halfWay(from.lat, to.lat) +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * halfWay(from.lon, to.lon);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(share)));
}

/** Where a map shows a branch; nothing of the customer is in it. */
export function mapOf({ lat, lon }: Position): string {
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}`;
}

/** later */
export async function reportMeasured(_: { json: boolean }): Promise<boolean> {
  return false;
}

/** The name and key under which `sw.ts` notes that this browser went through the sign-in or sign-out page. */
const DOOR = 'door';
const NOTE = '/door-note';

/** Which of the two doors was passed since a person was last known here. */
export async function passedDoor(): Promise<string | undefined> {
  if (!('caches' in globalThis)) return undefined;
  const note = await (await caches.open(DOOR)).match(NOTE);
  await caches.delete(DOOR);
  return note?.text();
}

/** How this browser stands: `install` is an iPhone or iPad, which can do it from the home screen only. */
export type Standing = 'unsupported' | 'install' | 'denied' | 'possible';

export function standing(): Standing {
  const can = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!can) return onIos() && !installed() ? 'install' : 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : 'possible';
}

/** An iPad says it is a Mac, but no Mac is touched. */
function onIos(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
}

function installed(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}

async function manager(): Promise<PushManager | undefined> {
  if (standing() !== 'possible') return undefined;
  return (await navigator.serviceWorker.getRegistration())?.pushManager;
}

export async function current(): Promise<PushSubscription | undefined> {
  return (await (await manager())?.getSubscription()) ?? undefined;
}

/** Asks the person through their browser. A subscription of another server key is of no use. */
export async function subscribe(key: string): Promise<PushSubscription | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const push = await manager();
  await (await push?.getSubscription())?.unsubscribe();
  return push?.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** Whoever signs out is not reached here any more, with or without a connection. */
export async function unsubscribe(): Promise<void> {
  try {
    await (await current())?.unsubscribe();
  } catch {
    // The server is told as well, and push services tell it in the end.
  }
}

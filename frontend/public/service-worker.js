// @ts-check
/// <reference lib="webworker" />
/*
 * Shows what is pushed, opens what it is about, and says so where there is no network. It keeps no
 * page and no answer: each page carries a nonce of its own, and news is what the pages are for.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/**
 * @typedef {object} Message
 * @property {string} title
 * @property {string} body
 * @property {string} path Where a tap goes to.
 * @property {string} tag A later message with the same tag takes the place of the earlier.
 * @property {boolean} isUrgent Stays until it is looked at.
 */

/** A part of the app: its name holds a sum of its content, so it is never another. */
const part = /-[\w-]{8}\.(?:js|css)$/;
/** How long a part is waited for, and between tries, in milliseconds. */
const patience = { mostMs: 120_000, firstMs: 500, longestMs: 4000 };
/** What a proxy says while the server behind it is started anew. */
const passing = [502, 503, 504];

const offlinePage = '/offline.html';
const cacheName = 'peerlearn-offline-1';

worker.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(begin());
});

worker.addEventListener('push', (event) => {
  event.waitUntil(notify(messageOf(event.data)));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(pathOf(event.notification.data)));
});

worker.addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription, newSubscription } =
    /** @type {{ oldSubscription?: PushSubscription, newSubscription?: PushSubscription }} */ (
      /** @type {unknown} */ (event)
    );
  /** @type {ExtendableEvent} */ (event).waitUntil(
    renew(oldSubscription ?? null, newSubscription ?? null),
  );
});

worker.addEventListener('fetch', (event) => {
  const { mode, method, url } = event.request;
  if (method !== 'GET') return;
  if (mode === 'navigate') event.respondWith(pageOrWord(event));
  else if (isPart(url)) event.respondWith(partAtLast(event.request));
});

async function keepOfflinePage() {
  const cache = await caches.open(cacheName);
  await cache.add(new Request(offlinePage, { cache: 'reload' }));
  await worker.skipWaiting();
}

async function begin() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/**
 * What was pushed. Something must be shown for each push, so what cannot be read is called news.
 * @param {PushMessageData | null} data
 * @returns {Message}
 */
function messageOf(data) {
  const given = fieldsOf(data);
  const text = (/** @type {string} */ name, /** @type {string} */ otherwise) =>
    typeof given[name] === 'string' && given[name] !== '' ? given[name] : otherwise;
  return {
    title: text('title', 'PeerLearn'),
    body: text('body', text('title', '') === '' ? 'There is news for you.' : ''),
    path: text('path', '/'),
    tag: text('tag', 'news'),
    isUrgent: given['isUrgent'] === true,
  };
}

/**
 * @param {PushMessageData | null} data
 * @returns {Record<string, unknown>}
 */
function fieldsOf(data) {
  try {
    /** @type {unknown} */
    const given = data?.json();
    return typeof given === 'object' && given !== null ? { ...given } : {};
  } catch {
    return {};
  }
}

/** @param {Message} message */
async function notify({ title, body, path, tag, isUrgent }) {
  // `renotify` and `vibrate` are not in the types.
  const options = {
    body,
    tag,
    renotify: true,
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    requireInteraction: isUrgent,
    vibrate: isUrgent ? [300, 150, 300, 150, 600] : [200],
    data: { path },
  };
  await worker.registration.showNotification(title, options);
}

/**
 * The path within PeerLearn that a notification is about; no other place is ever opened.
 * @param {unknown} data
 * @returns {string}
 */
function pathOf(data) {
  const { origin } = worker.location;
  const path = /** @type {{ path?: unknown } | null} */ (data)?.path;
  try {
    const url = new URL(typeof path === 'string' ? path : '/', origin);
    return url.origin === origin ? url.pathname + url.search + url.hash : '/';
  } catch {
    return '/';
  }
}

/**
 * Shows a path in a page that is open already, or in a new one. A page of another session is left
 * alone: somebody may be in a call there.
 * @param {string} path
 */
async function open(path) {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const wanted = pathname(path);
  const free = pages.filter(({ url }) => !pathname(url).startsWith('/session/'));
  const page =
    pages.find(({ url }) => pathname(url) === wanted) ??
    free.find(({ focused }) => focused) ??
    free.find(({ visibilityState }) => visibilityState === 'visible') ??
    free[0];
  if (!page || !(await show(page, path))) await worker.clients.openWindow(path);
}

/**
 * @param {WindowClient} page
 * @param {string} path
 */
async function show(page, path) {
  try {
    await page.focus();
  } catch {
    return false;
  }
  page.postMessage({ type: 'open', path });
  return true;
}

/** @param {string} address */
function pathname(address) {
  return new URL(address, worker.location.origin).pathname;
}

/**
 * The push service has ended a subscription, or given another for it: the server is told.
 * @param {PushSubscription | null} old
 * @param {PushSubscription | null} given
 */
async function renew(old, given) {
  const subscription = given ?? (await subscribe(old));
  const { endpoint, keys } = subscription.toJSON();
  const input = {
    endpoint,
    p256dh: keys?.['p256dh'],
    auth: keys?.['auth'],
    replaces: old?.endpoint,
  };
  await ask(
    `mutation ($input: SavePushSubscriptionInput!) {
      savePushSubscription(input: $input) { __typename } }`,
    { input },
  );
}

/** @param {PushSubscription | null} old */
async function subscribe(old) {
  const key = old?.options.applicationServerKey ?? (await ask('{ pushKey }', {})).pushKey ?? null;
  return await worker.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
}

/**
 * @param {string} query
 * @param {object} variables
 * @returns {Promise<{ pushKey?: string }>}
 */
async function ask(query, variables) {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (!data) throw new Error(`the server refuses: ${JSON.stringify(errors)}`);
  return data;
}

/** @param {string} url */
function isPart(url) {
  const { origin, pathname: path } = new URL(url);
  return origin === worker.location.origin && part.test(path);
}

/**
 * A part that is asked for while the network is away comes when it is back. Angular asks only once,
 * and would do without it until the page is loaded anew.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function partAtLast(request) {
  const { mostMs, firstMs, longestMs } = patience;
  const until = Date.now() + mostMs;
  for (let waitMs = firstMs; ; waitMs = Math.min(2 * waitMs, longestMs)) {
    const isLast = Date.now() + waitMs > until;
    try {
      const answer = await fetch(request);
      if (isLast || !passing.includes(answer.status)) return answer;
    } catch (error) {
      if (isLast) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/**
 * The page from the network, always; where there is none, a word about that.
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
async function pageOrWord({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch (error) {
    const kept = await caches.match(offlinePage, { cacheName });
    if (!kept) throw error;
    // Without the policy that it was kept with, which lets only this answer's own nonce in.
    return new Response(await kept.text(), {
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
      },
    });
  }
}
